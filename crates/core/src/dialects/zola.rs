//! Owns Zola's defaults: pulldown-cmark with `[markdown]` untouched
//! (<https://www.getzola.org/documentation/getting-started/configuration/>).

use super::signs::Signs;
use super::{CodeLanguage, Dialect, Excerpt, Footnotes, HeadingIds, Settings, Strikethrough, TaskLists};
use crate::templates::Language;

pub(super) static DIALECT: Dialect = Dialect {
    id: "zola",
    name: "Zola",
    about: "Zola with its default settings: ids in plain ASCII, links to other sites marked.",
    generator: "zola",
    settings: Settings {
        tables: true,
        strikethrough: Strikethrough::DelBetweenWords,
        task_lists: TaskLists::Plain,
        heading_attributes: true,
        heading_ids: HeadingIds::Slug,
        footnotes: Footnotes::InPlace,
        code_language: CodeLanguage::UpToComma,
        excerpt: Excerpt::ContinueReading,
        external_links_external: true,
        ..Settings::COMMONMARK
    },
    templates: &[Language::Zola],
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs = Signs {
    keys: &["taxonomies", "in_search_index", "insert_anchor_links", "page_template", "paginate_by"],
    marks: &["](@/"],
    folders: &[],
    site_files: &["zola"],
};
