//! Owns what of a heading counts for its id: generators differ over images, footnotes, line ends and entities.

use crate::dialects::HeadingIds;
use crate::span::Span;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::collections::HashMap;

/// Gathers what counts of one heading after the other.
#[derive(Debug)]
pub(crate) struct Counted<'a> {
    kind: HeadingIds,
    source: &'a str,
    /// Numbers of footnotes in the order of their first reference.
    notes: HashMap<String, usize>,
    text: String,
    /// Links or images that do not count and are open.
    passed_over: usize,
}

impl<'a> Counted<'a> {
    /// Nothing gathered yet; `source` is the whole post.
    pub(crate) fn new(kind: HeadingIds, source: &'a str) -> Counted<'a> {
        Counted { kind, source, notes: HashMap::new(), text: String::new(), passed_over: 0 }
    }

    /// One event outside of headings: references to footnotes are numbered there too.
    pub(crate) fn pass(&mut self, event: &Event<'_>) {
        if let Event::FootnoteReference(label) = event {
            self.note(label);
        }
    }

    fn note(&mut self, label: &str) -> usize {
        let next = self.notes.len() + 1;
        *self.notes.entry(label.to_owned()).or_insert(next)
    }

    /// What has counted since the last call.
    pub(crate) fn take(&mut self) -> String {
        self.passed_over = 0;
        std::mem::take(&mut self.text)
    }

    /// One event inside a heading.
    pub(crate) fn add(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(tag) if self.passes_over(tag) => self.passed_over += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => self.passed_over = self.passed_over.saturating_sub(1),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) if self.passed_over > 0 => {
                self.passed_over += 1
            }
            _ if self.passed_over > 0 => {}
            Event::Text(text) => {
                let written = span.slice(self.source);
                self.text.push_str(if self.counts_as_written(written, text) { written } else { text });
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text.push_str(text)
            }
            // goldmark makes the id from the last line of the heading.
            Event::SoftBreak | Event::HardBreak if self.is_hugo() => self.text.clear(),
            Event::FootnoteReference(label) if self.kind == HeadingIds::Github => {
                let number = self.note(label);
                self.text.push_str(&number.to_string());
            }
            _ => {}
        }
    }

    fn is_hugo(&self) -> bool {
        matches!(self.kind, HeadingIds::Hugo | HeadingIds::HugoAscii)
    }

    fn passes_over(&self, tag: &Tag<'_>) -> bool {
        match tag {
            // The alternative text is no text of the page.
            Tag::Image { .. } => matches!(self.kind, HeadingIds::Github | HeadingIds::Kramdown),
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => self.is_hugo(),
            _ => false,
        }
    }

    /// `&#8212;` counts as written for goldmark; the name of an emoji for all, as ids are made before it is replaced.
    fn counts_as_written(&self, written: &str, text: &str) -> bool {
        let is_name = || written.len() > 2 && written.starts_with(':') && written.ends_with(':');
        written != text && (self.is_hugo() && written.starts_with("&#") || is_name())
    }
}
