//! Owns the rule `same-link-text`.

use crate::rule::rule;
use crate::{Context, Kind, text_of};
use pulldown_cmark::{Event, Tag};
use std::collections::HashMap;

rule! {
    /// Two links have the same text and lead to different pages.
    ///
    /// **Why.** People who listen to a page often go from link to link and hear nothing but their texts; others only
    /// skim. Both take two links with the same words for the same link. Words that never tell anything, as “here”,
    /// are another rule's. Often the sentence around tells them apart: ask for the rule if that is not enough.
    ///
    /// ````md bad
    /// The [opening hours](https://example.org/mill) of the mill and the [opening hours](https://example.org/lock) of
    /// the lock differ.
    /// ````
    ///
    /// ````md good
    /// The [mill's opening hours](https://example.org/mill) and the [lock's opening hours](https://example.org/lock)
    /// differ.
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 2.4.9 and technique H30.
    SAME_LINK_TEXT { id: "same-link-text", group: Links, severity: Info, quiet: true, check: check }
}

/// Words that are no better when each stands only once: another rule speaks of them.
const UNHELPFUL: [&str; 10] =
    ["here", "click here", "link", "this", "this link", "more", "read more", "source", "website", "page"];

fn check(cx: &mut Context<'_, '_>) {
    let (document, facts) = (cx.document, cx.facts);
    let mut seen: HashMap<String, &str> = HashMap::new();
    for element in facts.all(Kind::Link) {
        let Some((Event::Start(Tag::Link { dest_url, .. }), _)) = document.events.get(element.events.start)
        else {
            continue;
        };
        let text = text_of(document, element).trim().to_lowercase();
        // Numbers, as of footnotes and changes, and single letters stand for their place.
        let says_something = text.chars().filter(|c| c.is_alphabetic()).count() > 2;
        if !says_something || UNHELPFUL.contains(&text.as_str()) {
            continue;
        }
        let target = target(dest_url);
        match seen.get(text.as_str()) {
            None => {
                seen.insert(text, target);
            }
            Some(first) if *first != target && !first.is_empty() && !target.is_empty() => {
                let message = format!("Another link with the text “{text}” leads elsewhere.");
                cx.report(element.span, message, Vec::new());
            }
            Some(_) => {}
        }
    }
}

/// What tells one page from another in an address.
fn target(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.split('#').next().unwrap_or("").trim_end_matches('/')
}
