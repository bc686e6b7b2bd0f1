//! Owns the fold over the events of one block; what each kind of element looks like is in the files beside it.

use super::Caps;
use super::escape::escape_text;
use super::footnotes::Notes;
use super::links::LinkEnd;
use super::tables::TableState;
use crate::dialects::{Excerpt, Settings, TaskLists};
use crate::document::Document;
use crate::span::Span;
use crate::text::LineIndex;
use pulldown_cmark::{Event, Tag};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::ops::Range;

/// Writes the blocks of one document in order; numbers of footnotes and caps run on from block to block.
pub(super) struct Writer<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) settings: &'d Settings,
    pub(super) notes: Notes,
    pub(super) out: String,
    pub(super) caps: Caps,
    positions: Option<&'d LineIndex<'d>>,
    /// UTF-16 offset of the block being written.
    block_start: usize,
    /// Index of the event being written.
    pub(super) at: usize,
    /// Heading ids by event.
    pub(super) ids: HashMap<usize, &'d str>,
    /// Lists that have a task among their items, by event; empty where the dialect does not mark them.
    pub(super) task_lists: HashSet<usize>,
    depth: usize,
    pub(super) table: TableState,
    /// How the link ends that is being written.
    pub(super) link_end: LinkEnd,
    /// Whether the mark that ends the excerpt has been written.
    pub(super) excerpt_ended: bool,
    shortened: Option<&'static str>,
}

impl<'d, 'a> Writer<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, caps: Caps, positions: Option<&'d LineIndex<'d>>) -> Self {
        let ids =
            document.headings.iter().filter_map(|heading| Some((heading.event, heading.id.as_deref()?)));
        let task_lists = match document.settings.task_lists {
            TaskLists::Classes => super::lists::with_tasks(&document.events),
            _ => HashSet::new(),
        };
        Writer {
            document,
            settings: &document.settings,
            notes: Notes::default(),
            out: String::new(),
            caps,
            positions,
            block_start: 0,
            at: 0,
            ids: ids.collect(),
            task_lists,
            depth: 0,
            table: TableState::default(),
            link_end: LinkEnd::default(),
            excerpt_ended: document.settings.excerpt != Excerpt::ContinueReading,
            shortened: None,
        }
    }

    pub(super) fn shorten(&mut self, why: &'static str) {
        self.shortened.get_or_insert(why);
    }

    pub(super) fn shortened(&self) -> Option<&'static str> {
        self.shortened
    }

    /// The HTML of these events as a block of its own.
    pub(super) fn block(&mut self, span: Span, events: Range<usize>) -> String {
        self.block_start = self.positions.map_or(0, |index| index.utf16(span.start));
        self.depth = 0;
        let mut at = events.start;
        while at < events.end {
            at = self.event(at);
        }
        // A copy of the right size is cheaper than a text that grows anew for every block.
        let html = self.out.as_str().to_owned();
        self.out.clear();
        html
    }

    /// Writes one event, with an image or code block all of its content; gives the index of the next.
    pub(super) fn event(&mut self, at: usize) -> usize {
        let document = self.document;
        let Some((event, span)) = document.events.get(at) else {
            return at + 1;
        };
        if let Some(next) = self.call(at) {
            return next;
        }
        self.at = at;
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) if !self.notes_stand_in_place() => {
                return self.end_of(at) + 1;
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                return self.image(at, dest_url, title, *span);
            }
            Event::Start(Tag::TableRow) if self.too_many_cells() => return self.end_of(at) + 1,
            Event::Start(Tag::CodeBlock(kind)) if self.depth < self.caps.nesting => {
                return self.code_block(at, kind, *span);
            }
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth <= self.caps.nesting {
                    self.start(at, tag, *span);
                } else {
                    self.shorten(
                        "Some of the post is shown flat: it is nested more deeply than a page can show.",
                    );
                }
            }
            Event::End(tag) => {
                if self.depth <= self.caps.nesting {
                    self.end(at, *tag, *span);
                }
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Text(text) => escape_text(&mut self.out, text),
            Event::Code(text) => {
                self.open_inline("code");
                escape_text(&mut self.out, text);
                self.out.push_str("</code>");
            }
            Event::InlineMath(text) => self.math("inline", text),
            Event::DisplayMath(text) => self.math("display", text),
            Event::Html(html) => self.raw_block(html),
            Event::InlineHtml(html) => self.raw_inline(html),
            Event::SoftBreak if self.settings.hard_breaks => self.out.push_str("<br />\n"),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br />\n"),
            Event::Rule => {
                self.fresh_line();
                self.open("hr", *span);
                self.out.push_str(" />\n");
            }
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::TaskListMarker(checked) => self.checkbox(at, *checked),
        }
        at + 1
    }

    pub(super) fn push_all(&mut self, pieces: &[&str]) {
        self.out.extend(pieces.iter().copied());
    }

    /// Begins a line unless one has just begun.
    pub(super) fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// `<name`, with the position where those are wanted; the caller writes the rest.
    pub(super) fn open(&mut self, name: &str, span: Span) {
        self.out.push('<');
        self.out.push_str(name);
        if let Some(index) = self.positions {
            let offset = index.utf16(span.start).saturating_sub(self.block_start);
            // Writing to a text cannot fail.
            let _ = write!(self.out, " data-o=\"{offset}\"");
        }
        self.write_own_attributes();
    }

    /// A block-level element on a line of its own, with its content on the same line or the next.
    pub(super) fn open_block(&mut self, name: &str, span: Span, after: &str) {
        self.fresh_line();
        self.open(name, span);
        self.out.push_str(after);
    }

    /// The event at this index.
    pub(super) fn event_at(&self, index: usize) -> Option<&'d Event<'a>> {
        self.document.events.get(index).map(|(event, _)| event)
    }

    /// Index of the end event that belongs to the start event at `at`.
    pub(super) fn end_of(&self, at: usize) -> usize {
        let mut depth = 0usize;
        let events = &self.document.events;
        for (index, (event, _)) in events.iter().enumerate().skip(at) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index;
            }
        }
        events.len()
    }
}
