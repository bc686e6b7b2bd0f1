//! Owns Astro's defaults since version 7 (<https://docs.astro.build/en/guides/markdown-content/>).

use super::signs::Signs;
use super::{
    CodeEnd, CodeLanguage, Dialect, Footnotes, HeadingIds, Linkify, Settings, Strikethrough, TaskLists,
    Typographer,
};

pub(super) const SETTINGS: Settings = Settings {
    tables: true,
    strikethrough: Strikethrough::Del,
    task_lists: TaskLists::Classes,
    linkify: Linkify::Remark,
    typographer: Typographer::Astro,
    heading_ids: HeadingIds::Github,
    footnotes: Footnotes::Github,
    code_language: CodeLanguage::OrPlaintext,
    code_end: CodeEnd::LessTwo,
    ..Settings::COMMONMARK
};

pub(super) static DIALECT: Dialect = Dialect {
    id: "astro",
    name: "Astro",
    about: "Astro 7 with its default settings: GitHub Flavored Markdown with curly quotes.",
    generator: "astro",
    settings: SETTINGS,
    templates: &[],
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs = Signs {
    // Those of <https://github.com/withastro/astro/tree/main/examples/blog> and of widespread themes.
    keys: &["pubDate", "heroImage", "updatedDate", "pubDatetime", "modDatetime"],
    marks: &[".astro'", ".astro\"", "'astro:", "\"astro:"],
    folders: &["src/content"],
    site_files: &["astro.config"],
};
