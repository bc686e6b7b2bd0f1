//! Owns Docusaurus's defaults: MDX taken as Markdown
//! (<https://docusaurus.io/docs/markdown-features>).

use super::signs::Signs;
use super::{
    CodeLanguage, Dialect, Excerpt, ExternalLinks, Footnotes, HeadingIds, Linkify, Settings, Strikethrough,
    TaskLists,
};
use crate::templates::Language;

pub(super) static DIALECT: Dialect = Dialect {
    id: "docusaurus",
    name: "Docusaurus",
    about: "Docusaurus with its default settings: GitHub Flavored Markdown, heading ids, no indented code.",
    generator: "docusaurus",
    settings: Settings {
        tables: true,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Classes,
        linkify: Linkify::Remark,
        heading_attributes: true,
        indented_code: false,
        emoji: true,
        title_heading: true,
        heading_ids: HeadingIds::Docusaurus,
        footnotes: Footnotes::React,
        code_language: CodeLanguage::FirstWord,
        excerpt: Excerpt::Truncate,
        external_links: ExternalLinks::AnyScheme,
        external_links_no_referrer: true,
        external_links_target_blank: true,
        ..Settings::COMMONMARK
    },
    templates: &[Language::Mdx, Language::Directives],
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs = Signs {
    keys: &[
        "sidebar_position",
        "sidebar_label",
        "hide_table_of_contents",
        "toc_max_heading_level",
        "custom_edit_url",
        "pagination_next",
    ],
    marks: &[
        "<!-- truncate -->",
        "<!--truncate-->",
        "{/* truncate */}",
        "'@theme/",
        "\"@theme/",
        "'@site/",
        "\"@site/",
    ],
    folders: &[],
    site_files: &["docusaurus.config"],
};
