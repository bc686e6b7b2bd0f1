//! Owns the rule `unnamed-link`.

use crate::rule::rule;
use crate::{Context, Kind, text_of};
use pulldown_cmark::Event;

rule! {
    /// A link has no text, or only an image that has none.
    ///
    /// **Why.** A screen reader says “link” and then the address, or nothing. A link without any content cannot be
    /// seen or clicked either.
    ///
    /// ````md bad
    /// [![](map.png)](https://example.org/map)
    /// ````
    ///
    /// ````md bad
    /// The map is [](https://example.org/map).
    /// ````
    ///
    /// ````md good
    /// [![Map of the river](map.png)](https://example.org/map)
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 2.4.4 and failure F89.
    UNNAMED_LINK { id: "unnamed-link", group: Accessibility, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    for number in cx.facts.numbers(Kind::Link) {
        let Some(link) = cx.facts.elements.get(*number) else { continue };
        let inside = document.events.get(link.events.clone()).unwrap_or(&[]);
        // What HTML or a template shows there is not known.
        let has_more =
            inside.iter().any(|(event, _)| matches!(event, Event::InlineHtml(_) | Event::DisplayMath(_)));
        if has_more || !text_of(document, link).trim().is_empty() {
            continue;
        }
        let has_image = cx.facts.children(*number).any(|child| child.kind == Kind::Image);
        let message = if has_image {
            "The image is all there is of this link, and it has no alternative text."
        } else {
            "This link has no text."
        };
        cx.report(link.span, message, Vec::new());
    }
}
