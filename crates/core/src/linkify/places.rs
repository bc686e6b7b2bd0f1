//! Owns where bare links are looked for: text outside of links, images and code.

use crate::markdown::Spanned;
use crate::span::Span;
use crate::text_runs::is_inline;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The inline content of one block.
#[derive(Debug)]
pub(super) struct Place<'s> {
    /// The whole post.
    pub(super) source: &'s str,
    /// Where the content stands.
    pub(super) span: Span,
    /// Stretches of text without markup, in order.
    pub(super) runs: Vec<Span>,
    /// How many `[` of the text so far have no `]` yet.
    pub(super) brackets: usize,
}

impl Place<'_> {
    /// From `at` to the end of the content.
    pub(super) fn from(&self, at: usize) -> &str {
        self.source.get(at..self.span.end).unwrap_or("")
    }

    /// The character before `at`; none at the start of the content.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.source.get(self.span.start..at)?.chars().next_back()
    }

    /// Where the word of ASCII letters ends that reaches from before `at` to no further than `end`: no link begins between
    /// two letters.
    pub(super) fn word_end(&self, at: usize, end: usize) -> usize {
        let bytes = self.source.as_bytes();
        if !bytes.get(..at).and_then(<[u8]>::last).is_some_and(u8::is_ascii_alphabetic) {
            return at;
        }
        let rest = bytes.get(at..end).unwrap_or_default();
        at + rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
    }

    /// Takes note of a character of the text.
    pub(super) fn pass(&mut self, c: char) {
        match c {
            '[' => self.brackets += 1,
            ']' => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
    }
}

/// All places in text order.
pub(super) fn of<'s>(source: &'s str, events: &[Spanned<'_>]) -> Vec<Place<'s>> {
    let mut found = Vec::new();
    let mut place: Option<Place<'s>> = None;
    let (mut links, mut in_code) = (0usize, false);
    for (event, span) in events {
        if !is_inline(event) {
            found.extend(place.take());
            links = 0;
            in_code = matches!(event, Event::Start(Tag::CodeBlock(_)));
            continue;
        }
        let place = place.get_or_insert(Place { source, span: *span, runs: Vec::new(), brackets: 0 });
        // A break takes what surrounds it along, a task's box its brackets: no text is there.
        place.span.end = place.span.end.max(span.end);
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => links += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => links = links.saturating_sub(1),
            Event::Text(_) if links == 0 && !in_code => match place.runs.last_mut() {
                Some(run) if run.end == span.start => run.end = span.end,
                _ => place.runs.push(*span),
            },
            _ => {}
        }
    }
    found.extend(place.take());
    found.retain(|place| !place.runs.is_empty());
    found
}
