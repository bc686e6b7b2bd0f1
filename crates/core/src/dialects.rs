//! Owns which generators' rules exist, and how a post tells which one it was written for.

mod astro;
mod astro_remark;
mod commonmark;
mod docusaurus;
mod eleventy;
mod gatsby;
mod generic;
mod github;
mod hugo;
mod jekyll;
pub mod settings;
mod signs;
mod zola;

use crate::front_matter::FrontMatter;

pub use settings::{
    Alerts, AltText, CodeEnd, CodeLanguage, Excerpt, Footnotes, Grammar, HeadingIds, Linkify, ScriptLinks,
    Settings, Strikethrough, TableAlignment, TaskLists, Typographer,
};

/// The rules of one site generator.
#[derive(Debug)]
pub struct Dialect {
    /// Stable identifier, in kebab case.
    pub id: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// One sentence on what it renders like.
    pub about: &'static str,
    /// Id of the generator whose front matter keys and publishing rules go with it.
    pub generator: &'static str,
    /// The generator's defaults.
    pub settings: Settings,
    /// What in a post speaks for this dialect, if anything does.
    pub detect: fn(&Clues<'_>) -> Option<Clue>,
}

/// What detection may look at.
#[derive(Clone, Copy, Debug)]
pub struct Clues<'a> {
    /// The post's header.
    pub front_matter: Option<&'a FrontMatter>,
    /// The text after the header.
    pub body: &'a str,
    /// The file's name, with folders where they are known.
    pub file_name: Option<&'a str>,
    /// The name of the site's configuration file, where it is known.
    pub site_file: Option<&'a str>,
}

/// A sign of a dialect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clue {
    /// 1 (a hint) to 100 (certain).
    pub weight: u8,
    /// The sign, as the end of the sentence "Detected because …".
    pub because: String,
}

/// A dialect and why it was taken.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The rules.
    pub dialect: &'static Dialect,
    /// Why, as a sentence.
    pub reason: String,
    /// True when somebody asked for it by name.
    pub by_hand: bool,
    /// How sure it is, as a clue's weight; 0 where nothing spoke for any.
    pub weight: u8,
}

/// All dialects, in the order to show them.
pub static ALL: [&Dialect; 11] = [
    &generic::DIALECT,
    &hugo::DIALECT,
    &jekyll::DIALECT,
    &eleventy::DIALECT,
    &astro::DIALECT,
    &astro_remark::DIALECT,
    &zola::DIALECT,
    &docusaurus::DIALECT,
    &gatsby::DIALECT,
    &github::DIALECT,
    &commonmark::DIALECT,
];

/// The dialect with this id.
pub fn by_id(id: &str) -> Option<&'static Dialect> {
    ALL.into_iter().find(|dialect| dialect.id == id)
}

/// The dialect asked for, or the one the post speaks for, or `generic`.
/// An unknown id counts as not asked; callers that can complain look it up first.
pub fn choose(asked: Option<&str>, clues: &Clues<'_>) -> Choice {
    if let Some(dialect) = asked.and_then(by_id) {
        let reason = "You chose it for this post.".to_owned();
        return Choice { dialect, reason, by_hand: true, weight: 100 };
    }
    let found = ALL
        .into_iter()
        .filter_map(|dialect| Some((dialect, (dialect.detect)(clues)?)))
        .reduce(|best, other| if other.1.weight > best.1.weight { other } else { best });
    match found {
        Some((dialect, clue)) => {
            let reason = format!("Detected because {}.", clue.because);
            Choice { dialect, reason, by_hand: false, weight: clue.weight }
        }
        None => Choice {
            dialect: &generic::DIALECT,
            reason: "Nothing in the post points to one generator.".to_owned(),
            by_hand: false,
            weight: 0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, file_name: Option<&str>, id: &str, reason: &str) {
        let front_matter = FrontMatter::read(source);
        let body = source.get(front_matter.as_ref().map_or(0, |header| header.span.end)..).unwrap();
        let choice =
            choose(None, &Clues { front_matter: front_matter.as_ref(), body, file_name, site_file: None });
        assert_eq!((choice.dialect.id, choice.reason.as_str()), (id, reason));
    }

    #[test]
    fn ids_are_unique_and_kebab_case() {
        for dialect in ALL {
            assert!(std::ptr::eq(by_id(dialect.id).unwrap(), dialect));
            assert!(dialect.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
        }
    }

    #[test]
    fn detection_gives_its_reason() {
        let nothing = "Nothing in the post points to one generator.";
        check("# Hi\n", None, "generic", nothing);
        check("---\ntitle: x\n---\n{% include a.html %}\n", None, "generic", nothing);
        check("+++\ntitle = 'x'\n+++\n", None, "hugo", "Detected because its front matter is TOML.");
        check("+++\ntitle = 'x'\n[extra]\na = 1\n+++\n", None, "generic", nothing);
        check(
            "text {{< youtube abc >}}\n",
            None,
            "hugo",
            "Detected because it uses the shortcode `{{< youtube`.",
        );
        check("{{% note %}}\n", None, "hugo", "Detected because it uses the shortcode `{{% note`.");
        check(
            "---\nlastmod: 2024-01-01\n---\n",
            None,
            "hugo",
            "Detected because its front matter has the key `lastmod`.",
        );
        check(
            "---\na: 1\n---\n",
            Some("content/posts/a.md"),
            "hugo",
            "Detected because the file lies in a `content` folder.",
        );
    }

    #[test]
    fn a_choice_by_hand_wins() {
        let clues = Clues { front_matter: None, body: "{{< x >}}", file_name: None, site_file: None };
        let choice = choose(Some("generic"), &clues);
        assert_eq!((choice.dialect.id, choice.by_hand), ("generic", true));
    }
}
