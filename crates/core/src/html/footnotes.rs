//! Owns footnotes: their numbers, and where their list stands. What they look like is in the files below, one for
//! each style.

mod cmark;
mod gatsby;
mod github;
mod goldmark;
mod in_place;
mod kramdown;
mod zola;

use super::RenderedBlock;
use super::escape::{escape_text, escape_url};
use super::writer::Writer;
use crate::blocks::footnote_definitions;
use crate::dialects::Footnotes;
use crate::span::Span;
use std::collections::HashMap;
use std::ops::Range;

/// The footnotes of one post while it is written. Labels count as the same in any case.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Label → number (from 1) and how often it has been referred to.
    seen: HashMap<String, (usize, usize)>,
    /// Labels by number, as first written.
    order: Vec<String>,
}

impl Notes {
    fn entry(&mut self, label: &str) -> &mut (usize, usize) {
        let next = self.order.len() + 1;
        let order = &mut self.order;
        self.seen.entry(label.to_lowercase()).or_insert_with(|| {
            order.push(label.to_owned());
            (next, 0)
        })
    }

    /// The reference that comes next to the note of this label.
    fn refer(&mut self, label: &str) -> Note {
        let entry = self.entry(label);
        entry.1 += 1;
        let (number, count) = *entry;
        Note::new(label, number, count)
    }

    /// The note of this label.
    fn note(&mut self, label: &str) -> Note {
        let (number, count) = *self.entry(label);
        Note::new(label, number, count)
    }
}

/// A footnote, or a reference to one.
struct Note {
    /// Its label as written, as HTML.
    label: String,
    /// The same as a part of an address.
    address: String,
    /// The same in lower case.
    lower_address: String,
    /// From 1.
    number: usize,
    /// Of a note, how many references lead to it; of a reference, which of them it is, from 1.
    count: usize,
}

impl Note {
    fn new(label: &str, number: usize, count: usize) -> Note {
        let mut note = Note {
            label: String::new(),
            address: String::new(),
            lower_address: String::new(),
            number,
            count: count.max(1),
        };
        escape_text(&mut note.label, label);
        escape_url(&mut note.address, label);
        escape_url(&mut note.lower_address, &label.to_lowercase());
        note
    }
}

/// `-2` for the second reference to a note, nothing for the first.
fn suffix(separator: &str, nth: usize) -> String {
    if nth > 1 { format!("{separator}{nth}") } else { String::new() }
}

/// A note's content with links back at the end of its last paragraph, where it ends with one; else after it.
fn with_links_back(content: &str, in_paragraph: &str, after: &str) -> String {
    let content = content.trim_end();
    match content.strip_suffix("</p>") {
        Some(open) => format!("{open}{in_paragraph}</p>"),
        None => format!("{content}{after}"),
    }
}

/// A note with its content as HTML.
struct Item {
    note: Note,
    content: String,
    /// How many elements the content is made of.
    elements: usize,
}

impl Writer<'_, '_> {
    /// Whether definitions are shown where they stand, not in a list at the end.
    pub(super) fn notes_stand_in_place(&self) -> bool {
        self.settings.footnotes == Footnotes::InPlace
    }

    /// `[^label]` in text.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let note = self.notes.refer(label);
        self.out.push_str(&match self.settings.footnotes {
            Footnotes::Goldmark => goldmark::reference(&note),
            Footnotes::InPlace => in_place::reference(&note),
            Footnotes::Bottom => zola::reference(&note),
            Footnotes::Gatsby => gatsby::reference(&note),
            Footnotes::Cmark => cmark::reference(&note),
            Footnotes::Kramdown => kramdown::reference(&note),
            Footnotes::React => github::reference(&note, "true"),
            Footnotes::Github | Footnotes::Off => github::reference(&note, ""),
        });
    }

    pub(super) fn start_note_in_place(&mut self, label: &str, span: Span) {
        let note = self.notes.note(label);
        self.open_block("div", span, &in_place::start(&note));
    }

    pub(super) fn end_note_in_place(&mut self) {
        self.fresh_line();
        self.out.push_str("</div>\n");
    }

    /// The list of notes that were referred to, as one block.
    pub(super) fn footnotes(&mut self) -> Option<RenderedBlock> {
        if self.notes_stand_in_place() {
            return None;
        }
        let events = &self.document.events;
        // Of two definitions with one label the first counts.
        let mut definitions: HashMap<String, Range<usize>> = HashMap::new();
        for (label, range) in footnote_definitions(events) {
            definitions.entry(label.to_lowercase()).or_insert(range);
        }
        let first = definitions
            .values()
            .filter_map(|range| events.get(range.start.saturating_sub(1)))
            .map(|(_, span)| *span)
            .min()?;
        let style = self.settings.footnotes;
        // Notes may refer to further notes, so the list grows while it is written, but not for Gatsby.
        let last = if style == Footnotes::Gatsby { self.notes.order.len() } else { usize::MAX };
        let mut written = Vec::new();
        let mut number = 0;
        while let Some(label) = self.notes.order.get(number).filter(|_| number < last).cloned() {
            number += 1;
            let Some(range) = definitions.get(&label.to_lowercase()) else { continue };
            let elements = self.elements(range.clone());
            written.push((label, self.block(first, range.clone()), elements));
        }
        if written.is_empty() {
            return None;
        }
        // Only now is it known how many references lead to each.
        let items: Vec<Item> = written
            .into_iter()
            .map(|(label, content, elements)| Item { note: self.notes.note(&label), content, elements })
            .collect();
        let html = match style {
            Footnotes::Goldmark => goldmark::list(&items),
            Footnotes::Bottom => zola::list(&items),
            Footnotes::Gatsby => gatsby::list(&items),
            Footnotes::Cmark => cmark::list(&items),
            Footnotes::Kramdown => kramdown::list(&items),
            Footnotes::React => github::list(&items, "true"),
            Footnotes::Github | Footnotes::InPlace | Footnotes::Off => github::list(&items, ""),
        };
        Some(RenderedBlock { span: first, html })
    }

    /// How many elements these events are, those inside others not counted.
    fn elements(&self, events: Range<usize>) -> usize {
        let mut at = events.start;
        let mut elements = 0;
        while at < events.end {
            at = self.end_of(at) + 1;
            elements += 1;
        }
        elements
    }
}
