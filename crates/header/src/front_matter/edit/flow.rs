//! Owns patching collections between brackets: YAML's flow style, TOML's arrays and inline tables, JSON.

use super::Target;
use crate::span::{Edit, Span};

/// A collection between brackets and the places of its parts (items, or keys with their values).
pub(super) struct Flow<'t> {
    pub(super) target: &'t Target<'t>,
    /// With both brackets.
    pub(super) span: Span,
    pub(super) parts: Vec<Span>,
}

impl Flow<'_> {
    /// Puts `text` before the part at `index`, or after the last.
    pub(super) fn insert(&self, index: usize, text: &str) -> Vec<Edit> {
        if let Some(next) = self.parts.get(index) {
            return vec![Edit::insert(next.start, format!("{text}{}", self.separator()))];
        }
        match self.parts.last() {
            Some(last) => vec![Edit::insert(last.end, format!("{}{text}", self.separator()))],
            None => self.fill(text),
        }
    }

    /// Puts the first part into empty brackets. Comments inside stay, after it.
    fn fill(&self, text: &str) -> Vec<Edit> {
        let inside = Span::new(self.span.start + 1, self.span.end.saturating_sub(1));
        let is_blank = inside.slice(self.target.source).trim().is_empty();
        if is_blank && !inside.slice(self.target.source).contains('\n') {
            return vec![Edit::replace(inside, text)];
        }
        let line = self.target.line_start(self.span.start);
        let indent: String = Span::new(line, self.span.start)
            .slice(self.target.source)
            .chars()
            .take_while(|c| *c == ' ' || *c == '\t')
            .collect();
        let end = self.target.line_end();
        if is_blank {
            return vec![Edit::replace(inside, format!("{end}{indent}  {text}{end}{indent}"))];
        }
        vec![Edit::insert(inside.start, format!("{end}{indent}  {text}"))]
    }

    /// Takes the part at `index` away, with the comma that parts it from its neighbour.
    pub(super) fn remove(&self, index: usize) -> Vec<Edit> {
        let Some(part) = self.parts.get(index) else {
            return Vec::new();
        };
        let gone = match (self.parts.get(index + 1), index.checked_sub(1).and_then(|at| self.parts.get(at))) {
            (Some(next), _) => Span::new(part.start, next.start),
            (None, Some(before)) => Span::new(before.end, part.end),
            (None, None) => Span::new(self.span.start + 1, self.span.end.saturating_sub(1)),
        };
        vec![Edit::replace(gone, "")]
    }

    /// A comma and what follows it in this collection.
    fn separator(&self) -> String {
        let source = self.target.source;
        let gap = match (self.parts.first(), self.parts.get(1)) {
            (Some(first), Some(second)) => Span::new(first.end, second.start).slice(source),
            (Some(first), None) => Span::new(self.span.start + 1, first.start).slice(source),
            _ => " ",
        };
        let Some(line_break) = gap.rfind('\n') else {
            return ", ".to_owned();
        };
        let indent: String =
            gap.chars().skip(gap.get(..=line_break).map_or(0, |g| g.chars().count())).collect();
        format!(",{}{indent}", self.target.line_end())
    }
}
