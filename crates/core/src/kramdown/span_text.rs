//! Owns writing plain text: its lines, the abbreviations in it, and text inside of HTML.

use super::attributes::Attributes;
use super::entities::{self, Reference};
use super::html;
use super::reader::from;
use super::spans::{Inside, Spans};
use pulldown_cmark::Event;
use std::ops::Range;

impl Spans<'_, '_> {
    /// Writes what was taken as text.
    pub(super) fn flush(&mut self) {
        let range = std::mem::replace(&mut self.pending, self.at..self.at);
        if range.is_empty() {
            return;
        }
        if self.inside().is_raw() {
            return self.write_raw(range);
        }
        self.write_words(range);
    }

    /// Writes text, its abbreviations marked.
    pub(super) fn write_words(&mut self, range: Range<usize>) {
        let text = self.source.get(..range.end).unwrap_or("");
        let mut done = range.start;
        let abbreviations = &self.definitions.abbreviations;
        if !abbreviations.is_empty() {
            while let Some(found) = abbreviations.find(text, done) {
                self.write_text(done..found.start);
                self.write_abbreviation(found.clone());
                done = found.end;
            }
        }
        self.write_text(done..range.end);
    }

    /// Writes text line by line.
    fn write_text(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let mut after_break = matches!(self.out.events.last(), Some((Event::HardBreak, _)));
        for line in self.source.get(range).unwrap_or("").split_inclusive('\n') {
            let content = line.trim_end_matches('\n').len();
            if content > 0 {
                let range = at..at + content;
                self.out.push(Event::Text(self.text.cow(range.clone())), self.text.span(range));
            }
            if content < line.len() && !(after_break && content == 0) {
                let hard = self.settings.hard_breaks && self.has_gfm_breaks();
                let event = if hard { Event::HardBreak } else { Event::SoftBreak };
                self.out.push(event, self.text.span(at + content..at + line.len()));
            }
            after_break = false;
            at += line.len();
        }
    }

    /// Writes text inside of HTML: references in it are those of HTML.
    fn write_raw(&mut self, range: Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or("");
        let span = self.text.span(range.clone());
        let has_unknown = || {
            let references = raw.match_indices('&').map(|(at, _)| entities::reference(from(raw, at)));
            references.flatten().any(|(reference, _)| reference == Reference::Unknown)
        };
        if self.inside() != Inside::Script && !has_unknown() {
            let text = if raw.contains('&') { entities::decoded(raw).into() } else { self.text.cow(range) };
            self.out.push(Event::Text(text), span);
        } else {
            let mut escaped = String::new();
            entities::escape(&mut escaped, raw, false);
            self.out.push(Event::InlineHtml(escaped.into()), span);
        }
    }

    fn write_abbreviation(&mut self, range: Range<usize>) {
        let short = self.source.get(range.clone()).unwrap_or("");
        let Some(found) = self.definitions.abbreviations.get(short) else { return };
        let mut attributes = Attributes::default();
        attributes.add(&found.attributes, &self.definitions.lists);
        if !found.title.is_empty() {
            attributes.set("title", found.title.clone());
        }
        let mut opening = String::new();
        html::write_opening(&mut opening, "abbr", &attributes.pairs);
        opening.push('>');
        let span = self.text.span(range.clone());
        self.out.push(Event::InlineHtml(opening.into()), span);
        self.out.push(Event::Text(self.text.cow(range)), span);
        self.out.push(Event::InlineHtml("</abbr>".into()), span);
    }
}
