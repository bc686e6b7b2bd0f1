//! Owns the dialect for posts that point to no generator: GitHub Flavored Markdown
//! (<https://github.github.com/gfm/>) with footnotes, alerts, math and definition lists.

use super::{
    Alerts, CodeLanguage, Dialect, Footnotes, HeadingIds, Linkify, Settings, Strikethrough, TaskLists,
};

pub(super) static DIALECT: Dialect = Dialect {
    id: "generic",
    name: "Generic",
    about: "GitHub Flavored Markdown with footnotes, alerts, math and definition lists.",
    generator: "generic",
    settings: Settings {
        tables: true,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Classes,
        linkify: Linkify::Gfm,
        alerts: Alerts::Github,
        definition_lists: true,
        math: true,
        heading_ids: HeadingIds::Github,
        footnotes: Footnotes::Github,
        code_language: CodeLanguage::Word,
        ..Settings::COMMONMARK
    },
    templates: &[],
    detect: |_| None,
};
