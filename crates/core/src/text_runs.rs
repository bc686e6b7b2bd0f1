//! Owns runs of text: the parser splits text at every character that might have been markup; adjoining pieces that
//! stand so in the source are one again. Also what is text and what is a block around it.

use crate::markdown::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// True for what stands within a line of text.
pub(crate) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline_tag(tag),
        Event::End(end) => matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Superscript
                | TagEnd::Subscript
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// True for an element that stands within a line of text.
pub(crate) fn is_inline_tag(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

/// True for text that stands so in the source: no entity, nothing replaced.
pub(crate) fn is_verbatim(source: &str, text: &str, span: Span) -> bool {
    span.slice(source) == text
}

/// True when the first character of this text is escaped by the backslash before it.
pub(crate) fn is_escaped(source: &str, span: Span) -> bool {
    source.get(..span.start).is_some_and(|before| before.ends_with('\\'))
        && span.slice(source).starts_with(|c: char| c.is_ascii_punctuation())
}

/// The events with adjoining verbatim texts as one.
pub(crate) fn merge<'a>(source: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let mut merged: Vec<Spanned<'a>> = Vec::with_capacity(events.len());
    let mut last_is_verbatim = false;
    for (event, span) in events {
        let Event::Text(text) = event else {
            last_is_verbatim = false;
            merged.push((event, span));
            continue;
        };
        let verbatim = is_verbatim(source, &text, span);
        match merged.last_mut().filter(|last| last_is_verbatim && verbatim && last.1.end == span.start) {
            Some(last) => {
                last.1.end = span.end;
                last.0 = Event::Text(CowStr::Borrowed(last.1.slice(source)));
            }
            None => merged.push((Event::Text(text), span)),
        }
        last_is_verbatim = verbatim;
    }
    merged
}
