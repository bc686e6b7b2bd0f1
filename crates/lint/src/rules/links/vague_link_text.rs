//! Owns the rule `vague-link-text`.

use crate::rule::rule;
use crate::{Context, Kind};
use foreword_core::Span;

rule! {
    /// A link's text does not say where it leads: “here”, “more”.
    ///
    /// **Why.** People who listen to a page jump from link to link and hear nothing but “here”; everyone else must
    /// read the words around it.
    ///
    /// ````md bad
    /// The timetable is [here](https://example.org/times).
    /// ````
    ///
    /// ````md bad
    /// [Click here!](https://example.org/times)
    /// ````
    ///
    /// ````md good
    /// Look at [the timetable](https://example.org/times).
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 2.4.4; markdownlint MD059.
    VAGUE_LINK_TEXT {
        id: "vague-link-text",
        aliases: ["MD059"],
        group: Links,
        severity: Warning,
        choices: ["prohibited_texts" = "click here,here,link,more": "The texts that say nothing, separated by commas."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let vague: Vec<String> = cx.words("prohibited_texts").map(normal).collect();
    for number in cx.facts.numbers(Kind::Link) {
        let Some(link) = cx.facts.elements.get(*number) else { continue };
        let has_more = cx
            .facts
            .children(*number)
            .any(|child| matches!(child.kind, Kind::Code | Kind::InlineHtml | Kind::Image));
        if has_more || !link.span.slice(source).starts_with('[') {
            continue;
        }
        let text = link.inner.slice(source);
        if vague.contains(&normal(text)) {
            let place = Span::new(link.inner.start, link.inner.end);
            cx.report(
                place,
                format!("The link text “{}” does not say where it leads.", text.trim()),
                Vec::new(),
            );
        }
    }
}

/// Its words in lower case.
fn normal(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
