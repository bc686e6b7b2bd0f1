//! Owns passages: the text of one paragraph, heading or table cell, as one, whatever markup is in it.

use crate::markdown::Spanned;
use crate::span::Span;
use crate::text_runs::{self, is_inline};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// The inline content of one block.
#[derive(Debug)]
pub(super) struct Passage<'s> {
    /// The whole post.
    pub(super) source: &'s str,
    /// Where the content stands.
    pub(super) span: Span,
    /// Its text as far as it may change, in order.
    pub(super) stretches: Vec<Stretch>,
}

/// Text that stands so in the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Index of its event.
    pub(super) event: usize,
    /// Where it stands.
    pub(super) span: Span,
    /// True when its first character is escaped.
    pub(super) escaped: bool,
    /// The link or image that it is in, by a number that no other has; 0 outside.
    pub(super) link: usize,
    /// True inside an image.
    pub(super) in_image: bool,
}

impl Passage<'_> {
    /// The character before `at`; none at the start of the passage.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.source.get(self.span.start..at)?.chars().next_back()
    }

    /// From `at` to the end of the passage.
    pub(super) fn from(&self, at: usize) -> &str {
        self.source.get(at..self.span.end).unwrap_or("")
    }
}

/// Looks ahead from places that only go forward, and at each part of the text once.
#[derive(Default)]
pub(super) struct Ahead {
    line_end: usize,
    run_end: usize,
}

impl Ahead {
    /// From `at` to the end of the line, line end included, or of the passage.
    pub(super) fn line<'p>(&mut self, passage: &Passage<'p>, at: usize) -> &'p str {
        if self.line_end <= at {
            let rest = passage.source.get(at..passage.span.end).unwrap_or("");
            self.line_end = at + rest.find('\n').map_or(rest.len(), |end| end + 1);
        }
        passage.source.get(at..self.line_end).unwrap_or("")
    }

    /// What is in the line after all characters equal to that at its start, which stands at `at`.
    pub(super) fn after_run<'p>(&mut self, line: &'p str, at: usize) -> &'p str {
        if self.run_end <= at {
            let rest = line.chars().next().map_or("", |first| line.trim_start_matches(first));
            self.run_end = at + line.len() - rest.len();
        }
        line.get(self.run_end - at..).unwrap_or("")
    }
}

/// All passages in text order. Code blocks and bare addresses have none.
pub(super) fn of<'s>(source: &'s str, events: &[Spanned<'_>]) -> Vec<Passage<'s>> {
    let mut found = Vec::new();
    let mut passage: Option<Passage<'s>> = None;
    // Links and images that are open, by number; and how many of them hold an address as their text.
    let mut links: Vec<(usize, bool)> = Vec::new();
    let (mut last_link, mut images, mut addresses) = (0, 0usize, 0usize);
    let mut in_code = false;
    for (index, (event, span)) in events.iter().enumerate() {
        if !is_inline(event) {
            found.extend(passage.take());
            links.clear();
            (images, addresses) = (0, 0);
            in_code = matches!(event, Event::Start(Tag::CodeBlock(_)));
            continue;
        }
        if in_code {
            continue;
        }
        let passage = passage.get_or_insert(Passage { source, span: *span, stretches: Vec::new() });
        passage.span.end = passage.span.end.max(span.end);
        match event {
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                last_link += 1;
                let is_address =
                    matches!(tag, Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. });
                links.push((last_link, is_address));
                addresses += usize::from(is_address);
                images += usize::from(matches!(tag, Tag::Image { .. }));
            }
            Event::End(end @ (TagEnd::Link | TagEnd::Image)) => {
                let was_address = links.pop().is_some_and(|(_, is_address)| is_address);
                addresses = addresses.saturating_sub(usize::from(was_address));
                images = images.saturating_sub(usize::from(*end == TagEnd::Image));
            }
            Event::Text(text) if addresses == 0 && text_runs::is_verbatim(source, text, *span) => {
                passage.stretches.push(Stretch {
                    event: index,
                    span: *span,
                    escaped: text_runs::is_escaped(source, *span),
                    link: links.last().map_or(0, |(number, _)| *number),
                    in_image: images > 0,
                });
            }
            _ => {}
        }
    }
    found.extend(passage.take());
    found
}
