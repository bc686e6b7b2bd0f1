//! Owns the definitions of a post as they are written, repeated ones and notes too.

use super::blank_lines::line_break;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

/// A `[label]: …` or, for a note, `[^label]: …`.
pub(super) struct Written<'a> {
    /// As written, without `^`.
    pub(super) label: &'a str,
    /// Whether it defines a footnote.
    pub(super) is_note: bool,
    /// What is between its brackets, `^` included.
    pub(super) name: Span,
    /// From its `[` to the end of its line.
    pub(super) span: Span,
    /// What stands after the colon on its line.
    pub(super) rest: &'a str,
}

/// Labels that differ in case and white space only are the same.
pub(super) fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Every definition, in text order. A parser tells of the first with a label only.
pub(super) fn written<'a>(cx: &Context<'_, 'a>) -> Vec<Written<'a>> {
    let source = cx.source();
    let mut found = Vec::new();
    for line in cx.facts.lines.iter().filter(|line| line.place == Place::Text) {
        let content = line.content(source);
        let Some(inside) = content.strip_prefix('[') else { continue };
        let Some(close) = close_of(inside) else { continue };
        let (Some(label), Some(rest)) = (inside.get(..close), inside.get(close + 1..)) else { continue };
        let Some(rest) = rest.strip_prefix(':') else { continue };
        let start = line.span.end - content.len();
        let name = Span::new(start + 1, start + 1 + label.len());
        // What is text is no definition.
        if !label.trim().is_empty() && !is_seen(cx, Span::new(start, name.end)) {
            let note = label.strip_prefix('^').filter(|note| !note.is_empty());
            let span = Span::new(start, line.span.end).trim_end(source);
            found.push(Written { label: note.unwrap_or(label), is_note: note.is_some(), name, span, rest });
        }
    }
    found
}

/// Where a label ends.
fn close_of(inside: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => return None,
            b']' => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether readers see anything of a range.
fn is_seen(cx: &Context<'_, '_>, span: Span) -> bool {
    let prose = &cx.facts.prose;
    let next = prose.partition_point(|seen| seen.end <= span.start);
    prose.get(next).is_some_and(|seen| seen.start < span.end)
}

/// Adds a definition at the end of the post.
pub(super) fn define(cx: &Context<'_, '_>, label: &str, what: &str) -> Fix {
    let source = cx.source();
    let line_end = line_break(source, cx.facts.lines.first().map_or(0, |line| line.span.end));
    let gap = if source.ends_with('\n') { line_end.to_owned() } else { line_end.repeat(2) };
    let definition = format!("{gap}[{label}]: {what}{line_end}");
    let title = format!("Add a definition of [{label}] at the end");
    Fix::suggested(title, vec![Edit::insert(source.len(), definition)])
}
