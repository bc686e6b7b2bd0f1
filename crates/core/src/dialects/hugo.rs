//! Owns Hugo's defaults: goldmark with `markup.goldmark` untouched
//! (<https://gohugo.io/configuration/markup/#goldmark>).

use super::{
    Clue, Clues, CodeEnd, CodeLanguage, Dialect, Excerpt, Footnotes, HeadingIds, Linkify, ScriptLinks,
    Settings, Strikethrough, TaskLists, Typographer,
};
use crate::front_matter::Format;

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
    detect,
};

/// Keys that Hugo reserves and no other generator here knows.
/// <https://gohugo.io/content-management/front-matter/#fields>
const KEYS: [&str; 10] = [
    "lastmod",
    "publishDate",
    "expiryDate",
    "linkTitle",
    "isCJKLanguage",
    "translationKey",
    "cascade",
    "menus",
    "headless",
    "outputs",
];

fn detect(clues: &Clues<'_>) -> Option<Clue> {
    if let Some(shortcode) = shortcode(clues.body) {
        return Some(Clue { weight: 90, because: format!("it uses the shortcode `{shortcode}`") });
    }
    let header = clues.front_matter?;
    if let Some(entry) = header.entries.iter().find(|entry| KEYS.contains(&entry.key.as_str())) {
        return Some(Clue { weight: 60, because: format!("its front matter has the key `{}`", entry.key) });
    }
    // Zola writes TOML too, but keeps taxonomies and custom keys in these tables.
    if header.format == Format::Toml && header.get(&["extra", "taxonomies"]).is_none() {
        return Some(Clue { weight: 50, because: "its front matter is TOML".to_owned() });
    }
    let in_content = clues.file_name?.split(['/', '\\']).any(|folder| folder == "content");
    in_content.then(|| Clue { weight: 20, because: "the file lies in a `content` folder".to_owned() })
}

/// `{{< name` or `{{% name`, up to the end of the name.
fn shortcode(body: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(found) = body.get(from..)?.find("{{") {
        let rest = body.get(from + found..)?;
        from += found + 2;
        let Some(inside) = rest.strip_prefix("{{<").or(rest.strip_prefix("{{%")) else {
            continue;
        };
        let name_from = inside.len() - inside.trim_start_matches([' ', '/']).len();
        let name = inside.get(name_from..)?;
        let length = name.find(|c: char| !c.is_alphanumeric() && !"-_./".contains(c)).unwrap_or(name.len());
        if length > 0 {
            return rest.get(..3 + name_from + length);
        }
    }
    None
}
