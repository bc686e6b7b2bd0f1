//! Owns the rule `unknown-key`.

use crate::Context;
use crate::rule::rule;
use foreword_core::generators;
use foreword_core::schema::{About, for_generator};

rule! {
    /// A key of the front matter is almost one that the site's generator knows.
    ///
    /// **Why.** A generator says nothing about a key that it does not know: it passes over it, and the post has no
    /// categories.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// catgories: [travel]
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// pulbishDate: 2024-03-04
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad jekyll
    /// ---
    /// title: Three days in Lisbon
    /// Description: What we saw and ate.
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// categories: [travel]
    /// companions: [Ann]
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good astro
    /// ---
    /// title: Three days in Lisbon
    /// published: 2024-03-04
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Renames the key. A key that is like no other, or known to another generator, is taken for one of
    /// your own and left alone.
    ///
    /// **Source.** The front matter pages of Hugo, Jekyll, Eleventy, Astro, Zola, Docusaurus and Gatsby.
    UNKNOWN_KEY { id: "unknown-key", group: FrontMatter, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let header = cx.header();
    for noted in header.findings().filter(|noted| noted.finding.about == About::UnknownKey) {
        if is_known_elsewhere(&noted.key) {
            continue;
        }
        let meant = header.schema.near_miss(&noted.key).unwrap_or_default();
        let message = format!("`{}` is not a known key, but `{meant}` is.", noted.key);
        let fixes = cx.schema_fix(noted.finding.fix.as_ref());
        cx.report(noted.key_span, message, fixes);
    }
}

/// True for a key of another generator: who writes it means it, perhaps for a theme.
fn is_known_elsewhere(key: &str) -> bool {
    generators::ALL.iter().any(|generator| {
        let schema = for_generator(generator.id, None);
        schema.fields.iter().any(|field| field.answers_to(key, false))
    })
}
