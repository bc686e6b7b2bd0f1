//! Owns the rule `misleading-link-text`.

use crate::addresses;
use crate::rule::rule;
use crate::{Context, Fix, Kind, text_of};
use foreword_core::{Edit, Span};
use pulldown_cmark::{Event, LinkType, Tag};

rule! {
    /// The text of a link is one address and the link leads to another.
    ///
    /// **Why.** Readers trust the address that they see; who wants to deceive them does just this. Mostly only one of
    /// the two was changed.
    ///
    /// ````md bad
    /// Buy tickets at [https://tickets.example.org](https://example.com/shop).
    /// ````
    ///
    /// ````md good
    /// Buy tickets [from the harbour master](https://example.com/shop) or at
    /// [tickets.example.org](https://tickets.example.org/).
    /// ````
    ///
    /// **Fix.** Makes the link lead where its text says, or makes the text say where the link leads.
    ///
    /// **Source.** RFC 3986, section 7.6.
    MISLEADING_LINK_TEXT { id: "misleading-link-text", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let (document, facts) = (cx.document, cx.facts);
    for element in facts.all(Kind::Link) {
        let start = document.events.get(element.events.start).map(|(event, _)| event);
        let Some(Event::Start(Tag::Link { link_type, dest_url, .. })) = start else { continue };
        let Some(led) = addresses::host_name(dest_url) else { continue };
        let text = text_of(document, element);
        let text = text.trim();
        let Some(said) = addresses::host_name(text).filter(|_| !text.contains(char::is_whitespace)) else {
            continue;
        };
        // Shortened or filled in by a template: nobody takes it for the whole address.
        let is_partial = text.contains(['…', '{', '<']) || text.contains("...") || dest_url.contains("{{");
        if is_partial || same_site(said, led) || matches!(link_type, LinkType::Autolink | LinkType::Email) {
            continue;
        }
        let mut fixes = Vec::new();
        if element.inner.slice(document.source) == text {
            if let Some(start) = addresses::destination(document.source, element, dest_url) {
                let place = Span::new(start, start + dest_url.len());
                fixes.push(Fix::suggested(format!("Lead to {said}"), vec![Edit::replace(place, text)]));
            }
            let edit = Edit::replace(element.inner, dest_url.to_string());
            fixes.push(Fix::suggested(format!("Show the address at {led}"), vec![edit]));
        }
        let message = format!("This link shows an address at “{said}” and leads to “{led}”.");
        cx.report(element.span, message, fixes);
    }
}

/// Whether one of two names of sites is a part of the other.
fn same_site(one: &str, other: &str) -> bool {
    let plain = |host: &str| host.to_ascii_lowercase().trim_start_matches("www.").to_owned();
    let (one, other) = (plain(one), plain(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    long.strip_suffix(&short).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
