//! Owns which site generators there are, as far as front matter keys and publishing rules are concerned.
//!
//! Which one a post is for is the dialects' detection ([`crate::dialects::choose`]): each names its generator.

use crate::dialects::{self, Choice, Clues};
use crate::front_matter::Format;

/// A site generator.
#[derive(Debug, PartialEq, Eq)]
pub struct Generator {
    /// Stable identifier.
    pub id: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// How it likes its headers.
    pub format: Format,
}

/// What stands for none in particular.
static ANY: Generator = Generator { id: "generic", name: "any generator", format: Format::Yaml };

/// All of them, in the order to show them. The first stands for none in particular.
pub static ALL: [&Generator; 8] = [
    &ANY,
    &Generator { id: "hugo", name: "Hugo", format: Format::Yaml },
    &Generator { id: "jekyll", name: "Jekyll", format: Format::Yaml },
    &Generator { id: "eleventy", name: "Eleventy", format: Format::Yaml },
    &Generator { id: "astro", name: "Astro", format: Format::Yaml },
    &Generator { id: "zola", name: "Zola", format: Format::Toml },
    &Generator { id: "docusaurus", name: "Docusaurus", format: Format::Yaml },
    &Generator { id: "gatsby", name: "Gatsby", format: Format::Yaml },
];

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
    ALL.into_iter().find(|generator| generator.id == id)
}

/// The generator asked for, else that of the post's dialect, else the one that the post speaks for: a dialect
/// that was chosen by hand need not belong to one.
pub fn choose(asked: Option<&str>, clues: &Clues<'_>, dialect: &Choice) -> GeneratorChoice {
    if let Some(generator) = asked.and_then(by_id) {
        return GeneratorChoice {
            generator,
            reason: "You chose it for this post.".to_owned(),
            by_hand: true,
        };
    }
    if let Some(choice) = of(dialect) {
        return choice;
    }
    of(&dialects::choose(None, clues)).unwrap_or_else(|| GeneratorChoice {
        generator: &ANY,
        reason: "Nothing in the post tells which generator it is for.".to_owned(),
        by_hand: false,
    })
}

fn of(dialect: &Choice) -> Option<GeneratorChoice> {
    let generator = by_id(dialect.dialect.generator).filter(|generator| **generator != ANY)?;
    Some(GeneratorChoice { generator, reason: dialect.reason.clone(), by_hand: false })
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document};

    #[track_caller]
    fn check(source: &str, file_name: Option<&str>, id: &str) {
        let document = Document::parse(source, Context { file_name, ..Context::default() });
        assert_eq!(document.generator(None, file_name).generator.id, id, "{source}");
    }

    #[test]
    fn signs_decide_between_generators() {
        check("---\ntitle: A\n---\nText\n", None, "generic");
        check("Text\n", None, "generic");
        check("---\ntitle: A\n---\n{{< figure src=a.png >}}\n", None, "hugo");
        check("+++\ntitle = 'A'\n+++\n", None, "generic");
        check("+++\ntitle = 'A'\nauthor = 'a'\n+++\n", None, "hugo");
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
        let document = Document::parse("+++\nauthor = 'a'\n+++\n", Context::default());
        let choice = document.generator(Some("astro"), None);
        assert_eq!((choice.generator.id, choice.by_hand), ("astro", true));
        assert_eq!(document.generator(Some("nobody"), None).generator.id, "hugo");
        let by_hand = Document::parse(
            "---\npubDate: 2024\n---\n",
            Context { file_name: None, dialect: Some("hugo"), ..Context::default() },
        );
        assert_eq!(by_hand.generator(None, None).generator.id, "hugo");
    }
}
