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
pub mod layers;
pub mod settings;
mod signs;
mod zola;

use crate::front_matter::FrontMatter;
use crate::templates::Language;

pub use settings::{
    Alerts, AltText, CodeEnd, CodeLanguage, Excerpt, ExternalLinks, Footnotes, Grammar, HeadingIds, Linkify,
    ScriptLinks, Settings, Strikethrough, TableAlignment, TaskLists, Typographer,
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
    /// The template constructs that its posts may have.
    pub templates: &'static [Language],
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

/// The dialect that a site's configuration `file` is for; `generic` where there is none of this id.
pub fn of_site(id: &str, file: &str) -> Choice {
    let dialect = by_id(id).unwrap_or(&generic::DIALECT);
    let reason = format!("Detected because the site has the file `{file}`.");
    Choice { dialect, reason, by_hand: false, weight: 100 }
}

/// The dialect asked for, or the one the post speaks for, or `generic`.
/// An unknown id counts as not asked; callers that can complain look it up first.
pub fn choose(asked: Option<&str>, clues: &Clues<'_>) -> Choice {
    if let Some(dialect) = asked.and_then(by_id) {
        let reason = "You chose it for this post.".to_owned();
        return Choice { dialect, reason, by_hand: true, weight: 100 };
    }
    let found = || ALL.into_iter().filter_map(|dialect| Some((dialect, (dialect.detect)(clues)?)));
    let weight = found().map(|(_, clue)| clue.weight).max().unwrap_or(0);
    let mut best = found().filter(|(_, clue)| clue.weight == weight);
    let undecided = |reason: String| Choice { dialect: &generic::DIALECT, reason, by_hand: false, weight: 0 };
    match (best.next(), best.next()) {
        (Some((dialect, clue)), None) => {
            let reason = format!("Detected because {}.", clue.because);
            Choice { dialect, reason, by_hand: false, weight }
        }
        (Some((one, clue)), Some((other, _))) => {
            undecided(format!("It could be for {} or for {}: {}.", one.name, other.name, clue.because))
        }
        (None, _) => undecided("Nothing in the post points to one generator.".to_owned()),
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
        check("---\ntitle: x\n---\n{% include \"a.html\" %} {{ page.title }}\n", None, "generic", nothing);
        check(
            "---\ntitle: x\n---\n{% include a.html %}\n",
            None,
            "jekyll",
            "Detected because it uses `{% include a.html` without quotes.",
        );
        check(
            "+++\ntitle = 'x'\n+++\n",
            None,
            "generic",
            "It could be for Hugo or for Zola: its front matter is TOML.",
        );
        check(
            "+++\ntitle = 'x'\n[extra]\na = 1\n+++\n",
            None,
            "zola",
            "Detected because its front matter is TOML and has the key `extra`.",
        );
        check(
            "+++\ntitle = 'x'\nauthor = 'a'\n+++\n",
            None,
            "hugo",
            "Detected because its front matter is TOML and has the key `author`, which Zola does not know.",
        );
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
    }

    #[test]
    fn every_dialect_has_signs_of_its_own() {
        let id = |source: &str| {
            let front_matter = FrontMatter::read(source);
            let body = source.get(front_matter.as_ref().map_or(0, |header| header.span.end)..).unwrap();
            let clues = Clues { front_matter: front_matter.as_ref(), body, file_name: None, site_file: None };
            choose(None, &clues).dialect.id
        };
        assert_eq!(id("{% post_url 2024-01-01-a %}\n"), "jekyll");
        assert_eq!(id("A table.\n{: .wide}\n"), "jekyll");
        assert_eq!(id("[a](@/blog/a.md)\n"), "zola");
        assert_eq!(id("+++\n+++\n{% quote(author=\"x\") %}a{% end %}\n"), "zola");
        assert_eq!(id("{% image \"a.png\", \"A\" %}\n"), "eleventy");
        assert_eq!(id("---\neleventyNavigation:\n  key: A\n---\n"), "eleventy");
        assert_eq!(id("---\npubDate: 2024-01-01\n---\n"), "astro");
        assert_eq!(id("import Card from '../Card.astro';\n"), "astro");
        assert_eq!(id("a\n\n<!-- truncate -->\n\nb\n"), "docusaurus");
        assert_eq!(id("---\ntemplateKey: post\n---\n"), "gatsby");
    }

    #[test]
    fn what_several_generators_have_or_code_shows_decides_nothing() {
        let nothing = "Nothing in the post points to one generator.";
        for source in [
            "---\nlayout: post\ncategories: a b\npermalink: /a/\n---\n{{ site.url }} {% raw %}x{% endraw %}\n",
            "---\npublishDate: 2024-01-01\nimage: a.png\n---\n",
            "```liquid\n{% post_url x %} {{< youtube x >}}\n```\n\n`{{< ref x >}}` `{: .c}`\n",
            "Some {:thing} and {: } here\n",
        ] {
            check(source, None, "generic", nothing);
        }
    }

    #[test]
    fn folders_tell_where_nothing_else_does() {
        let source = "---\ntitle: A\n---\n";
        let detected = |folder| format!("Detected because the file lies in `{folder}`.");
        let nothing = "Nothing in the post points to one generator.";
        check(source, Some("_posts/2024-01-01-a.md"), "jekyll", &detected("_posts"));
        check(source, Some("site\\_drafts\\a.md"), "jekyll", &detected("_drafts"));
        check(source, Some("src/content/blog/a.md"), "astro", &detected("src/content"));
        check(source, Some("source/_posts/a.md"), "generic", nothing);
        check(source, Some("content/posts/a.md"), "generic", nothing);
        check(source, Some("my_posts/a.md"), "generic", nothing);
        check("---\nlayout: post\n---\n", Some("src/content/blog/a.md"), "generic", nothing);
        check(
            "---\nlastmod: 2024\n---\n",
            Some("src/content/a.md"),
            "hugo",
            "Detected because its front matter has the key `lastmod`.",
        );
    }

    #[test]
    fn the_sites_configuration_file_tells_most() {
        let id = |site_file: &str| {
            let clues =
                Clues { front_matter: None, body: "{{< x >}}", file_name: None, site_file: Some(site_file) };
            let choice = choose(None, &clues);
            (choice.dialect.id, choice.reason)
        };
        for (file, expected) in [
            ("hugo.toml", "hugo"),
            ("_config.yml", "jekyll"),
            ("eleventy.config.js", "eleventy"),
            (".eleventy.js", "eleventy"),
            ("astro.config.mjs", "astro"),
            ("zola.toml", "zola"),
            ("docusaurus.config.ts", "docusaurus"),
            ("gatsby-config.js", "gatsby"),
        ] {
            assert_eq!(id(file), (expected, format!("Detected because the site has the file `{file}`.")));
        }
        // Hugo's old name and Zola's: the post decides.
        assert_eq!(id("config.toml").0, "hugo");
    }

    #[test]
    fn a_choice_by_hand_wins() {
        let clues = Clues { front_matter: None, body: "{{< x >}}", file_name: None, site_file: None };
        let choice = choose(Some("generic"), &clues);
        assert_eq!((choice.dialect.id, choice.by_hand), ("generic", true));
    }
}
