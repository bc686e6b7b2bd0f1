//! Owns the rule `list-in-one-string`.

use crate::Context;
use crate::rule::rule;
use foreword_core::schema::About;

rule! {
    /// One text holds several tags or categories with commas between them.
    ///
    /// **Why.** The site gets a single tag with a long name, which no other post shares.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// tags: ["travel, portugal, food"]
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// categories: travel, portugal
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// tags: ["travel", "portugal", "food"]
    /// author: Smith, Ann
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Makes a list of the text's parts.
    ///
    /// **Source.** The taxonomy pages of Hugo, Jekyll, Eleventy and Zola.
    LIST_IN_ONE_STRING { id: "list-in-one-string", group: FrontMatter, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let header = cx.header();
    for noted in header.findings().filter(|noted| noted.finding.about == About::SeveralInOne) {
        let key = noted.key.to_ascii_lowercase();
        // Search engines were given their words in one text, and so do most templates.
        if key == "keywords" && header.generator.id != "docusaurus" {
            continue;
        }
        // `Smith, Ann` is one person.
        let commas = noted.value_span.slice(cx.source()).matches(',').count();
        if commas < 2 && (key.starts_with("author") || key.starts_with("contributor")) {
            continue;
        }
        let fixes = cx.schema_fix(noted.finding.fix.as_ref());
        cx.report(noted.value_span, format!("`{}`: {}", noted.key, lower(&noted.finding.message)), fixes);
    }
}

/// The sentence without the capital at its start.
fn lower(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(characters.as_str().chars()).collect())
}
