//! Owns the dialect for posts that point to no generator: GitHub Flavored Markdown
//! (<https://github.github.com/gfm/>) with footnotes, alerts, math and definition lists.

use super::{Dialect, Footnotes, HeadingIds, Settings};

pub(super) static DIALECT: Dialect = Dialect {
    id: "generic",
    name: "Generic",
    about: "GitHub Flavored Markdown with footnotes, alerts, math and definition lists.",
    settings: Settings {
        tables: true,
        strikethrough: true,
        task_lists: true,
        linkify: true,
        alerts: true,
        definition_lists: true,
        math: true,
        smart_punctuation: false,
        heading_attributes: false,
        raw_html: true,
        heading_ids: HeadingIds::Github,
        footnotes: Footnotes::Github,
    },
    detect: |_| None,
};
