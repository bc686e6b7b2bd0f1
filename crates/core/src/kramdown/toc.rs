//! Owns the table of contents that a list with `{:toc}` becomes.
//! <https://kramdown.gettalong.org/converter/html.html#toc>

use super::attributes::Attributes;
use super::output::Output;
use crate::markdown::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// A heading that the table leads to.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) level: u8,
    pub(super) id: String,
    /// The events of its text.
    pub(super) events: Range<usize>,
}

/// The list that becomes the table.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) ordered: bool,
    pub(super) attributes: Attributes,
    pub(super) span: Span,
    /// Its place among the events.
    pub(super) at: usize,
}

impl Contents {
    /// Puts the table among the events.
    pub(super) fn insert(mut self, entries: &[Entry], out: &mut Output<'_>) {
        if entries.is_empty() {
            return;
        }
        if !self.attributes.pairs.iter().any(|(key, _)| key == "id") {
            self.attributes.set("id", "markdown-toc".to_owned());
        }
        let table = self.table(entries, &out.events);
        let length = table.events.len();
        for (event, _) in out.attributes.iter_mut().filter(|(event, _)| *event >= self.at) {
            *event += length;
        }
        out.attributes.extend(table.attributes.into_iter().map(|(event, own)| (event + self.at, own)));
        out.events.splice(self.at..self.at, table.events);
    }

    fn table<'a>(&self, entries: &[Entry], events: &[Spanned<'a>]) -> Output<'a> {
        let id = self.attributes.pairs.iter().find(|(key, _)| key == "id").map_or("", |(_, id)| id);
        let (list, end) = (Tag::List(self.ordered.then_some(1)), TagEnd::List(self.ordered));
        let place = Span::new(self.span.start, self.span.start);
        let mut out = Output::default();
        let start = out.push(Event::Start(list.clone()), self.span);
        out.give(start, None, &self.attributes);
        // Open items: their level, and whether a list is open in them.
        let mut open: Vec<(u8, bool)> = Vec::new();
        let close = |out: &mut Output<'a>, has_list: bool| {
            if has_list {
                out.push(Event::End(end), place);
            }
            out.push(Event::End(TagEnd::Item), place);
        };
        for entry in entries {
            while let Some((_, has_list)) = open.pop_if(|(level, _)| *level >= entry.level) {
                close(&mut out, has_list);
            }
            if let Some((_, has_list)) = open.last_mut().filter(|(_, has_list)| !has_list) {
                out.push(Event::Start(list.clone()), place);
                *has_list = true;
            }
            out.push(Event::Start(Tag::Item), place);
            let link = Tag::Link {
                link_type: LinkType::Inline,
                dest_url: CowStr::from(format!("#{}", entry.id)),
                title: "".into(),
                id: "".into(),
            };
            let event = out.push(Event::Start(link), place);
            let mut own = Attributes::default();
            own.set("id", format!("{id}-{}", entry.id));
            out.give(event, None, &own);
            for (event, _) in events.get(entry.events.clone()).unwrap_or(&[]) {
                let is_link = matches!(event, Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link));
                if !is_link && !matches!(event, Event::FootnoteReference(_)) {
                    out.push(event.clone(), place);
                }
            }
            out.push(Event::End(TagEnd::Link), place);
            open.push((entry.level, false));
        }
        while let Some((_, has_list)) = open.pop() {
            close(&mut out, has_list);
        }
        out.push(Event::End(end), self.span);
        out
    }
}
