//! Owns Hugo's defaults: goldmark with `markup.goldmark` untouched
//! (<https://gohugo.io/configuration/markup/#goldmark>).

use super::signs::{Signs, found, prose};
use super::{
    Clue, Clues, CodeEnd, CodeLanguage, Dialect, Excerpt, Footnotes, HeadingIds, Linkify, ScriptLinks,
    Settings, Strikethrough, TaskLists, Typographer, zola,
};
use crate::front_matter::{Entry, Format};
use crate::templates::Language;

pub(super) static DIALECT: Dialect = Dialect {
    id: "hugo",
    name: "Hugo",
    about: "Hugo with its default settings: raw HTML is left out, quotes are curled.",
    generator: "hugo",
    settings: Settings {
        tables: true,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Goldmark,
        linkify: Linkify::Goldmark,
        definition_lists: true,
        typographer: Typographer::Goldmark,
        heading_attributes: true,
        raw_html: false,
        heading_ids: HeadingIds::Hugo,
        footnotes: Footnotes::Goldmark,
        code_language: CodeLanguage::UpToBrace,
        code_end: CodeEnd::Trimmed,
        script_links: ScriptLinks::Emptied,
        excerpt: Excerpt::More,
        ..Settings::COMMONMARK
    },
    templates: &[Language::Hugo],
    detect,
};

static SIGNS: Signs = Signs {
    // What Hugo reserves (<https://gohugo.io/content-management/front-matter/#fields>) and hardly anybody else uses.
    keys: &[
        "lastmod",
        "expiryDate",
        "linkTitle",
        "isCJKLanguage",
        "translationKey",
        "cascade",
        "menus",
        "headless",
        "outputs",
    ],
    marks: &[],
    folders: &[],
    site_files: &["hugo"],
};

const SHORTCODE: u8 = 90;
/// Of the generators whose dialects there are, only Hugo and Zola read TOML.
pub(super) const TOML_ONLY: u8 = 30;
const TOML_KEY: u8 = 55;

fn detect(clues: &Clues<'_>) -> Option<Clue> {
    let used = || {
        let shortcode = prose(clues.body).find_map(shortcode)?;
        Some(Clue { weight: SHORTCODE, because: format!("it uses the shortcode `{shortcode}`") })
    };
    SIGNS.site_file(clues).or_else(used).or_else(|| SIGNS.key(clues)).or_else(|| toml(clues))
}

fn toml(clues: &Clues<'_>) -> Option<Clue> {
    let header = clues.front_matter.filter(|header| header.format == Format::Toml)?;
    // Posts for Zola have these too, where they should be in `taxonomies`.
    let misplaced = |key: &str| matches!(key, "tags" | "categories");
    let foreign = header.entries.iter().find(|entry| !zola::knows(&entry.key) && !misplaced(&entry.key));
    Some(match foreign {
        Some(Entry { key, .. }) => Clue {
            weight: TOML_KEY,
            because: format!("its front matter is TOML and has the key `{key}`, which Zola does not know"),
        },
        None => Clue { weight: TOML_ONLY, because: "its front matter is TOML".to_owned() },
    })
}

/// `{{< name` or `{{% name`, up to the end of the name.
fn shortcode(line: &str) -> Option<&str> {
    let at = found(line, "{{<").or_else(|| found(line, "{{%"))?;
    let rest = line.get(at..)?;
    let inside = rest.get(3..)?;
    let name_from = inside.len() - inside.trim_start_matches([' ', '/']).len();
    let name = inside.get(name_from..)?;
    let length = name.find(|c: char| !c.is_alphanumeric() && !"-_./".contains(c)).unwrap_or(name.len());
    if length > 0 { rest.get(..3 + name_from + length) } else { None }
}
