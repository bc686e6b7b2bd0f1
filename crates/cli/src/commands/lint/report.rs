//! Owns what is said about one post.

use crate::input::Input;
use foreword_core::Span;
use foreword_core::front_matter::BYTE_ORDER_MARK;
use foreword_core::text::LineIndex;
use foreword_lint::Diagnostic;
use std::collections::BTreeMap;

/// Line and column (in characters), both from 1.
pub(super) type Place = (usize, usize);

/// A post and what was found in it.
pub(super) struct Report {
    /// Its path as given, or `-`.
    pub(super) name: String,
    /// Its text, after mending.
    pub(super) text: String,
    /// What is found in that text.
    pub(super) findings: Vec<Diagnostic>,
    /// Its text before mending, where that changed it.
    pub(super) before: Option<String>,
    /// How many findings of each rule were mended.
    pub(super) fixed: BTreeMap<&'static str, usize>,
}

impl Report {
    /// A post that was not mended.
    pub(super) fn new(input: Input, findings: Vec<Diagnostic>) -> Report {
        Report { name: input.name, text: input.text, findings, before: None, fixed: BTreeMap::new() }
    }

    /// Both ends of places in it.
    pub(super) fn index(&self) -> impl Fn(Span) -> (Place, Place) {
        let index = LineIndex::new(&self.text);
        // A byte-order mark is no character that anybody counts.
        let mark = usize::from(self.text.starts_with(BYTE_ORDER_MARK));
        move |span| {
            let place = |offset| {
                let (line, column) = index.line_column(offset);
                (line, if line == 1 { column.saturating_sub(mark).max(1) } else { column })
            };
            (place(span.start), place(span.end))
        }
    }
}
