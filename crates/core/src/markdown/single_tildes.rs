//! Owns single tildes where only two strike out: what the parser struck with one is text again.

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The events with `~x~` as text.
pub(super) fn undo<'a>(source: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let is_single = |span: &Span| !span.slice(source).starts_with("~~");
    if !events.iter().any(|(event, span)| *event == Event::Start(Tag::Strikethrough) && is_single(span)) {
        return events;
    }
    let tilde = |at: usize| {
        let span = Span::new(at, at + 1);
        (Event::Text(CowStr::Borrowed(span.slice(source))), span)
    };
    events
        .into_iter()
        .map(|(event, span)| match event {
            Event::Start(Tag::Strikethrough) if is_single(&span) => tilde(span.start),
            Event::End(TagEnd::Strikethrough) if is_single(&span) => tilde(span.end.saturating_sub(1)),
            event => (event, span),
        })
        .collect()
}
