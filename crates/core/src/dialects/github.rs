//! Owns GitHub Flavored Markdown as github.com shows a file: <https://github.github.com/gfm/> with what has
//! been added since (<https://docs.github.com/en/get-started/writing-on-github>).

use super::{
    Alerts, Dialect, Footnotes, HeadingIds, Linkify, Settings, Strikethrough, TableAlignment, TaskLists,
};

pub(super) static DIALECT: Dialect = Dialect {
    id: "github",
    name: "GitHub",
    about: "Files on github.com: GitHub Flavored Markdown with alerts, footnotes, math and emoji names.",
    generator: "generic",
    settings: Settings {
        tables: true,
        table_alignment: TableAlignment::Align,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Cmark,
        linkify: Linkify::Gfm,
        alerts: Alerts::Github,
        math: true,
        emoji: true,
        tag_filter: true,
        heading_ids: HeadingIds::Github,
        footnotes: Footnotes::Cmark,
        ..Settings::COMMONMARK
    },
    templates: &[],
    detect: |_| None,
};
