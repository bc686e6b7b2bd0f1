//! Owns Zola's defaults: pulldown-cmark with `[markdown]` untouched
//! (<https://www.getzola.org/documentation/getting-started/configuration/>).

use super::hugo::TOML_ONLY;
use super::signs::{MARK, Signs, found, prose};
use super::{
    Clue, Clues, CodeLanguage, Dialect, Excerpt, Footnotes, HeadingIds, Settings, Strikethrough, TaskLists,
};
use crate::front_matter::{Entry, Format};
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
        absolute_links: true,
        empty_paragraphs: true,
        ..Settings::COMMONMARK
    },
    templates: &[Language::Zola],
    detect: |clues| SIGNS.strongest(clues).or_else(|| shortcode(clues)).or_else(|| toml(clues)),
};

static SIGNS: Signs = Signs {
    keys: &["in_search_index", "insert_anchor_links", "page_template", "paginate_by"],
    marks: &["](@/"],
    folders: &[],
    site_files: &["zola"],
};

/// What Zola reads in the header of a page or section
/// (<https://www.getzola.org/documentation/content/page/#front-matter>).
const KNOWN: [&str; 25] = [
    "title",
    "description",
    "date",
    "updated",
    "weight",
    "draft",
    "slug",
    "path",
    "aliases",
    "authors",
    "in_search_index",
    "template",
    "taxonomies",
    "extra",
    "render",
    "sort_by",
    "page_template",
    "paginate_by",
    "paginate_path",
    "paginate_reversed",
    "insert_anchor_links",
    "redirect_to",
    "transparent",
    "generate_feeds",
    "generate_feed",
];

/// Of these, what Hugo has other names for.
const OWN: [&str; 6] = ["extra", "taxonomies", "updated", "path", "template", "sort_by"];

const TOML_KEY: u8 = 60;

/// Whether Zola has a meaning for this key of a header.
pub(super) fn knows(key: &str) -> bool {
    KNOWN.contains(&key)
}

/// `{% name(` or, in a line, `{{ name(key=`: how Zola's shortcodes are called.
fn shortcode(clues: &Clues<'_>) -> Option<Clue> {
    let called = |line: &str| {
        let with_body = found(line, "{% ").is_some_and(|at| is_call(line.get(at + 3..).unwrap_or(""), false));
        let alone = found(line, "{{ ").is_some_and(|at| is_call(line.get(at + 3..).unwrap_or(""), true));
        with_body || alone
    };
    let toml = clues.front_matter.is_some_and(|header| header.format == Format::Toml);
    (toml && prose(clues.body).any(called))
        .then(|| Clue { weight: MARK, because: "it calls a shortcode with named arguments".to_owned() })
}

fn is_call(text: &str, with_argument: bool) -> bool {
    let name = |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let Some(arguments) = text.get(name(text)..).and_then(|rest| rest.strip_prefix('(')) else {
        return false;
    };
    let named = arguments.get(name(arguments)..).is_some_and(|rest| rest.trim_start().starts_with('='));
    name(text) > 0 && (named || !with_argument)
}

fn toml(clues: &Clues<'_>) -> Option<Clue> {
    let header = clues.front_matter.filter(|header| header.format == Format::Toml)?;
    let own = header.entries.iter().find(|entry| OWN.contains(&entry.key.as_str()));
    Some(match own {
        Some(Entry { key, .. }) => {
            Clue { weight: TOML_KEY, because: format!("its front matter is TOML and has the key `{key}`") }
        }
        None => Clue { weight: TOML_ONLY, because: "its front matter is TOML".to_owned() },
    })
}
