//! Owns the events while they are written, with the attributes of their elements.

use super::attributes::Attributes;
use crate::markdown::{Spanned, UndefinedReference};
use crate::span::Span;
use pulldown_cmark::Event;

/// Events while they are written, and what belongs to them.
#[derive(Debug, Default)]
pub(super) struct Output<'a> {
    pub(super) events: Vec<Spanned<'a>>,
    /// Attributes by event.
    pub(super) attributes: Vec<(usize, Attributes)>,
    pub(super) undefined: Vec<UndefinedReference>,
}

impl<'a> Output<'a> {
    /// Writes an event; gives its place.
    pub(super) fn push(&mut self, event: Event<'a>, span: Span) -> usize {
        self.events.push((event, span));
        self.events.len() - 1
    }

    /// How much there is, to come [`Output::back_to`].
    pub(super) fn mark(&self) -> (usize, usize) {
        (self.events.len(), self.attributes.len())
    }

    /// Takes back what was written since.
    pub(super) fn back_to(&mut self, (events, attributes): (usize, usize)) {
        self.events.truncate(events);
        self.attributes.truncate(attributes);
    }

    pub(super) fn replace(&mut self, event: usize, with: Event<'a>) {
        if let Some((event, _)) = self.events.get_mut(event) {
            *event = with;
        }
    }

    /// Makes a start event's span reach to the end of its element, which was written last.
    pub(super) fn close(&mut self, start: usize) {
        let end = self.events.last().map_or(0, |(_, span)| span.end);
        if let Some((_, span)) = self.events.get_mut(start) {
            span.end = span.end.max(end);
        }
    }

    /// How far the post is written: an element that has only begun has all of its place before it.
    pub(super) fn place(&self) -> usize {
        self.events.last().map_or(
            0,
            |(event, span)| {
                if matches!(event, Event::Start(_)) { span.start } else { span.end }
            },
        )
    }

    /// Gives attributes to an element that has this entry already, or none; gives its entry.
    pub(super) fn give(&mut self, event: usize, entry: Option<usize>, attributes: &Attributes) -> usize {
        let entry = entry.unwrap_or(self.attributes.len());
        if entry == self.attributes.len() {
            self.attributes.push((event, Attributes::default()));
        }
        if let Some((_, own)) = self.attributes.get_mut(entry) {
            attributes.pairs.iter().for_each(|(key, value)| own.set(key, value.clone()));
        }
        entry
    }

    /// Makes places as readers of events expect them: in text order, and an element's around those of its content. A block
    /// is placed without white space at its edges, where its content may have some.
    pub(super) fn settle(&mut self) {
        let events = &mut self.events;
        let mut at = 0;
        let mut reached = 0;
        let mut open: Vec<usize> = Vec::new();
        for index in 0..events.len() {
            let Some((event, span)) = events.get_mut(index) else { return };
            if let Event::End(_) = event {
                reached = reached.max(span.end);
                span.end = reached;
                if let Some((_, start)) = open.pop().and_then(|start| events.get_mut(start)) {
                    start.end = reached;
                }
                continue;
            }
            at = at.max(span.start);
            *span = Span::new(at, span.end);
            if let Event::Start(_) = event {
                open.push(index);
            } else {
                reached = reached.max(span.end);
            }
        }
    }
}
