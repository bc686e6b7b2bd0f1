//! Owns the rule `second-title`.

use crate::headings::{self, Heading};
use crate::rule::rule;
use crate::{Context, Kind};

rule! {
    /// There is a second heading of level 1. The title in the front matter counts as the first.
    ///
    /// **Why.** Sites show the title as a heading of level 1. Another one on the same page looks and sounds like the
    /// beginning of another post.
    ///
    /// ````md bad
    /// ---
    /// title: Cooking
    /// ---
    ///
    /// # Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md bad
    /// # Soup
    ///
    /// It is hot.
    ///
    /// # Bread
    ///
    /// It is warm.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Cooking
    /// ---
    ///
    /// ## Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// **Source.** markdownlint MD025; WCAG 2.2, success criterion 1.3.1.
    SECOND_TITLE {
        id: "second-title",
        aliases: ["MD025"],
        group: Markdown,
        severity: Info,
        choices: [
            "front_matter_title" = "title": "The key of the front matter that holds the title; empty to leave the front matter out.",
            "level" = "1": "The level that a title has.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let level = cx.number("level").filter(|level| *level > 0).unwrap_or(1);
    let key = cx.chosen("front_matter_title");
    // Elsewhere the key is a pattern, such as `^\s*title\s*[:=]`: its word is the key.
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let key = key.split(|c| !is_part(c)).rfind(|word| word.len() > 1).unwrap_or("");
    // Where the first heading is the title, it stands in the place of the one in the front matter.
    let is_taken = cx.document.settings.title_heading && !cx.is_strict();
    let has_title = !is_taken
        && !key.is_empty()
        && cx.document.front_matter.as_ref().is_some_and(|header| header.get(&[key]).is_some());
    let titles: Vec<Heading<'_>> =
        headings::all(cx).filter(|heading| heading.level == level && !heading.is_tab(cx.source())).collect();
    let Some(first) = titles.first() else { return };
    let is_first = has_title || opens(cx, first);
    // Sections that all are titles are one slip.
    let most = if cx.is_lenient() { 1 } else { usize::MAX };
    for heading in titles.iter().skip(usize::from(!has_title)).filter(|_| is_first).take(most) {
        let message = if has_title {
            "The front matter has a title already, and this heading is one too."
        } else {
            "This is another title: the post begins with one."
        };
        cx.report(heading.span, message, Vec::new());
    }
}

/// Whether nothing but comments stands above a heading.
fn opens(cx: &Context<'_, '_>, heading: &Heading<'_>) -> bool {
    let source = cx.source();
    let before = cx.facts.elements.iter().take_while(|element| element.span.start < heading.span.start);
    let is_nothing = |html: &str| html.starts_with("<!--") && html.ends_with("-->");
    before
        .filter(|element| element.span.end < heading.span.end)
        .all(|element| element.kind == Kind::HtmlBlock && is_nothing(element.span.slice(source).trim()))
        && cx.document.definitions.iter().all(|definition| definition.span.start > heading.span.start)
}
