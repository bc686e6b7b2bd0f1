//! Owns Astro's defaults since version 7 (<https://docs.astro.build/en/guides/markdown-content/>).

use super::signs::{FOLDER, Signs};
use super::{
    Clue, Clues, CodeEnd, CodeLanguage, Dialect, Footnotes, HeadingIds, Linkify, Settings, Strikethrough,
    TaskLists, Typographer,
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
    detect,
};

static SIGNS: Signs = Signs {
    // Those of <https://github.com/withastro/astro/tree/main/examples/blog> and of widespread themes.
    keys: &["pubDate", "heroImage", "updatedDate", "pubDatetime", "modDatetime"],
    marks: &[".astro'", ".astro\"", "'astro:", "\"astro:"],
    folders: &["src/content"],
    site_files: &["astro.config"],
};

fn detect(clues: &Clues<'_>) -> Option<Clue> {
    // A layout of Astro's is a file; other generators with such a folder have names of templates.
    let names_a_template = clues
        .front_matter
        .and_then(|header| header.text(&["layout"]))
        .is_some_and(|layout| !layout.ends_with(".astro"));
    SIGNS.strongest(clues).filter(|clue| clue.weight > FOLDER || !names_a_template)
}
