//! Owns which site generator a post is for, as far as its front matter keys and publishing rules are concerned.
//!
//! The dialect, which renders the body, decides where it belongs to a generator; else the signs below do.

use crate::dialects::{Choice, Clues};
use crate::front_matter::Format;

/// A site generator.
#[derive(Debug, PartialEq, Eq)]
pub struct Generator {
    /// Stable identifier: that of its dialect.
    pub id: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// How it likes its headers.
    pub format: Format,
    signs: Signs,
}

/// What in a post speaks for a generator.
#[derive(Debug, PartialEq, Eq)]
struct Signs {
    /// Top-level keys that hardly anything else has.
    keys: &'static [&'static str],
    /// Constructs of the body.
    marks: &'static [&'static str],
    /// Folders, as a part of the file's path.
    folders: &'static [&'static str],
}

const NONE: Signs = Signs { keys: &[], marks: &[], folders: &[] };

/// All of them, in the order to show them. The first stands for none in particular.
pub static ALL: [Generator; 8] = [
    Generator { id: "generic", name: "any generator", format: Format::Yaml, signs: NONE },
    Generator { id: "hugo", name: "Hugo", format: Format::Yaml, signs: NONE },
    Generator {
        id: "jekyll",
        name: "Jekyll",
        format: Format::Yaml,
        signs: Signs {
            keys: &["redirect_from", "redirect_to", "excerpt_separator", "last_modified_at"],
            marks: &["{% post_url ", "{% link ", "{% include ", "{% highlight ", "{{ site.", "{{ page."],
            folders: &["_posts", "_drafts"],
        },
    },
    Generator {
        id: "eleventy",
        name: "Eleventy",
        format: Format::Yaml,
        signs: Signs {
            keys: &[
                "eleventyNavigation",
                "eleventyComputed",
                "eleventyExcludeFromCollections",
                "eleventyImport",
                "templateEngineOverride",
            ],
            marks: &["{% image ", "{% include \"", "{{ collections."],
            folders: &[],
        },
    },
    Generator {
        id: "astro",
        name: "Astro",
        format: Format::Yaml,
        signs: Signs {
            keys: &["pubDate", "heroImage", "updatedDate"],
            marks: &[],
            folders: &["src/content"],
        },
    },
    Generator {
        id: "zola",
        name: "Zola",
        format: Format::Toml,
        signs: Signs {
            keys: &["taxonomies", "in_search_index", "insert_anchor_links", "page_template", "paginate_by"],
            marks: &[],
            folders: &[],
        },
    },
    Generator {
        id: "docusaurus",
        name: "Docusaurus",
        format: Format::Yaml,
        signs: Signs {
            keys: &[
                "sidebar_position",
                "sidebar_label",
                "hide_table_of_contents",
                "toc_max_heading_level",
                "custom_edit_url",
                "pagination_next",
            ],
            marks: &["<!-- truncate -->", "<!--truncate-->", "{/* truncate */}"],
            folders: &[],
        },
    },
    Generator {
        id: "gatsby",
        name: "Gatsby",
        format: Format::Yaml,
        signs: Signs { keys: &["templateKey", "featuredImage"], marks: &[], folders: &[] },
    },
];

/// How sure a mark of the body, a key and a folder make, on the scale of a dialect's clues.
const MARK: u8 = 70;
const KEY: u8 = 60;
const FOLDER: u8 = 55;
/// Marks are looked for in so many bytes of the body: it is read at every key press.
const LOOKED_AT: usize = 32 << 10;

/// A generator and why it was taken.
#[derive(Clone, Debug)]
pub struct GeneratorChoice {
    /// The generator.
    pub generator: &'static Generator,
    /// Why, as a sentence.
    pub reason: String,
    /// True when somebody asked for it by name.
    pub by_hand: bool,
}

/// The generator with this id.
pub fn by_id(id: &str) -> Option<&'static Generator> {
    ALL.iter().find(|generator| generator.id == id)
}

/// The generator asked for, or that of the dialect, or the one that the post speaks for. `dialect` is the post's.
pub fn choose(asked: Option<&str>, clues: &Clues<'_>, dialect: &Choice) -> GeneratorChoice {
    if let Some(generator) = asked.and_then(by_id) {
        return GeneratorChoice {
            generator,
            reason: "You chose it for this post.".to_owned(),
            by_hand: true,
        };
    }
    let by_dialect = by_id(dialect.dialect.id).filter(|generator| generator.id != "generic");
    let found = ALL
        .iter()
        .filter_map(|generator| Some((generator, sign_of(generator, clues)?)))
        .reduce(|best, other| if other.1.0 > best.1.0 { other } else { best });
    match (by_dialect, found) {
        (Some(generator), found)
            if dialect.by_hand || found.as_ref().is_none_or(|(_, sign)| sign.0 <= dialect.weight) =>
        {
            GeneratorChoice { generator, reason: dialect.reason.clone(), by_hand: false }
        }
        (_, Some((generator, (_, because)))) => {
            GeneratorChoice { generator, reason: format!("Detected because {because}."), by_hand: false }
        }
        _ => GeneratorChoice {
            generator: &ALL[0],
            reason: "Nothing in the post tells which generator it is for.".to_owned(),
            by_hand: false,
        },
    }
}

/// The strongest sign, with its weight and the end of a sentence that begins with "because".
fn sign_of(generator: &Generator, clues: &Clues<'_>) -> Option<(u8, String)> {
    let signs = &generator.signs;
    let mut end = clues.body.len().min(LOOKED_AT);
    while !clues.body.is_char_boundary(end) {
        end -= 1;
    }
    let body = clues.body.get(..end).unwrap_or("");
    if let Some(mark) = signs.marks.iter().find(|mark| body.contains(**mark)) {
        return Some((MARK, format!("it uses `{}`", mark.trim_end())));
    }
    let keys = clues.front_matter.map_or(&[][..], |header| header.entries.as_slice());
    if let Some(entry) = keys.iter().find(|entry| signs.keys.contains(&entry.key.as_str())) {
        return Some((KEY, format!("its front matter has the key `{}`", entry.key)));
    }
    let path = clues.file_name?.replace('\\', "/");
    let lies_in = |folder: &&&str| format!("/{path}").contains(&format!("/{folder}/"));
    let folder = signs.folders.iter().find(lies_in)?;
    Some((FOLDER, format!("the file lies in `{folder}`")))
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document};

    #[track_caller]
    fn check(source: &str, file_name: Option<&str>, id: &str) {
        let document = Document::parse(source, Context { file_name, dialect: None });
        assert_eq!(document.generator(None, file_name).generator.id, id, "{source}");
    }

    #[test]
    fn signs_decide_between_generators() {
        check("---\ntitle: A\n---\nText\n", None, "generic");
        check("Text\n", None, "generic");
        check("---\ntitle: A\n---\n{{< figure src=a.png >}}\n", None, "hugo");
        check("+++\ntitle = 'A'\n+++\n", None, "hugo");
        check("+++\ntitle = 'A'\n[taxonomies]\ntags = []\n+++\n", None, "zola");
        check("---\ntitle: A\n---\n{% post_url 2024-01-01-a %}\n", None, "jekyll");
        check("---\ntitle: A\n---\n", Some("site/_posts/2024-01-01-a.md"), "jekyll");
        check("---\npermalink: /a/\n---\n{% image 'a.png', 'A' %}\n", None, "eleventy");
        check("---\npubDate: 2024-01-01\n---\n", None, "astro");
        check("---\ntitle: A\n---\n", Some("src/content/blog/a.md"), "astro");
        check("---\nsidebar_position: 1\n---\n", None, "docusaurus");
        check("---\ntemplateKey: post\n---\n", None, "gatsby");
    }

    #[test]
    fn who_asks_is_heard() {
        let document = Document::parse("+++\n+++\n", Context::default());
        let choice = document.generator(Some("astro"), None);
        assert_eq!((choice.generator.id, choice.by_hand), ("astro", true));
        assert_eq!(document.generator(Some("nobody"), None).generator.id, "hugo");
        let by_hand =
            Document::parse("---\npubDate: 2024\n---\n", Context { file_name: None, dialect: Some("hugo") });
        assert_eq!(by_hand.generator(None, None).generator.id, "hugo");
    }
}
