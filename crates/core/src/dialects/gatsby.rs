//! Owns Gatsby's defaults: gatsby-transformer-remark, an early remark
//! (<https://www.gatsbyjs.com/plugins/gatsby-transformer-remark/>).

use super::signs::Signs;
use super::{Dialect, Footnotes, Linkify, Settings, Strikethrough, TableAlignment, TaskLists};

pub(super) static DIALECT: Dialect = Dialect {
    id: "gatsby",
    name: "Gatsby",
    about: "Gatsby with gatsby-transformer-remark and no plugin: GitHub Flavored Markdown without heading ids.",
    generator: "gatsby",
    settings: Settings {
        tables: true,
        table_alignment: TableAlignment::Align,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Classes,
        linkify: Linkify::Remark,
        footnotes: Footnotes::Gatsby,
        ..Settings::COMMONMARK
    },
    templates: &[],
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs =
    Signs { keys: &["templateKey"], marks: &[], folders: &[], site_files: &["gatsby-config"] };
