//! Owns reading the rows of tables as they are written.

use crate::rules::blank_lines;
use crate::{Context, Element, Kind, Line};
use foreword_core::Span;

/// A line of a table.
pub(super) struct Row {
    /// Without what is around it.
    pub(super) span: Span,
    /// Whether it begins with a bar.
    pub(super) leading: bool,
    /// Whether it ends with one, or goes on in the next line.
    pub(super) trailing: bool,
    /// How many cells it has.
    pub(super) cells: usize,
}

/// The rows of every table, the line below the head included.
pub(super) fn all(cx: &Context<'_, '_>) -> Vec<Vec<Row>> {
    cx.facts.all(Kind::Table).map(|table| rows(cx, table)).collect()
}

fn rows(cx: &Context<'_, '_>, table: &Element) -> Vec<Row> {
    let source = cx.source();
    let lines = cx.facts.lines.get(blank_lines::lines_of(cx, table)).unwrap_or(&[]);
    let starts = lines.iter().map(|line: &Line| {
        let content = line.span.end - line.content(source).len();
        Span::new(content.max(table.span.start), line.span.end).trim_end(source)
    });
    let rows = starts.map(|span| row(span, span.slice(source)));
    // The edge of a container is no row to those that have them.
    let mut rows: Vec<Row> =
        rows.filter(|row| !row.span.is_empty() && !row.span.slice(source).starts_with(":::")).collect();
    let head = rows.first().filter(|head| !head.leading && !head.trailing).map_or(0, |head| head.cells);
    for row in &mut rows {
        // Where no row has bars at its edges, the last one ends an empty cell.
        if !row.leading && row.trailing && row.cells + 1 == head {
            row.trailing = false;
            row.cells = head;
        }
    }
    rows
}

fn row(span: Span, text: &str) -> Row {
    let mut bars = 0;
    let mut escaped = false;
    let mut trailing = false;
    for byte in text.bytes() {
        trailing = byte == b'|' && !escaped;
        bars += usize::from(trailing);
        escaped = byte == b'\\' && !escaped;
    }
    let leading = text.starts_with('|');
    let edges = usize::from(leading) + usize::from(trailing);
    // Some generators have rows that go on in the next line after a backslash.
    let goes_on = text.ends_with('\\');
    Row {
        span,
        leading,
        trailing: trailing && text.len() > 1 || goes_on,
        cells: (bars + 1).saturating_sub(edges),
    }
}

/// The rows that have not as many cells as the head, with how many that has.
pub(super) fn uneven(cx: &Context<'_, '_>) -> Vec<(Row, usize)> {
    let mut found = Vec::new();
    for table in all(cx) {
        let expected = table.first().map_or(0, |row| row.cells);
        found.extend(table.into_iter().filter(|row| row.cells != expected).map(|row| (row, expected)));
    }
    found
}
