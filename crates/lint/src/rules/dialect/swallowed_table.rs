//! Owns the rule `swallowed-table`.

use crate::rule::rule;
use crate::{Context, Fix, Kind, Place};
use foreword_core::{Edit, Span};

rule! {
    /// Lines that look like a table are read as text.
    ///
    /// **Why.** Readers see bars and dashes. Jekyll wants an empty line before a table; everywhere the line of dashes
    /// must have as many columns as the one above it.
    ///
    /// ````md bad jekyll
    /// The depths:
    /// | Place | Depth |
    /// | ----- | ----- |
    /// | Weir  | 12    |
    /// ````
    ///
    /// ````md bad
    /// | Place | Depth | Since |
    /// | ----- | ----- |
    /// | Weir  | 12    | 1962  |
    /// ````
    ///
    /// ````md good
    /// The depths:
    ///
    /// | Place | Depth |
    /// | ----- | ----- |
    /// | Weir  | 12    |
    /// ````
    ///
    /// **Fix.** Adds the empty line, where that is what is missing.
    ///
    /// **Source.** GitHub Flavored Markdown, section 4.10; kramdown's page on tables.
    SWALLOWED_TABLE { id: "swallowed-table", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    let mut tables = facts.all(Kind::Table).map(|table| table.span).collect::<Vec<_>>();
    tables.sort_unstable();
    for (index, line) in facts.lines.iter().enumerate() {
        let text = line.content(source).trim();
        if line.place != Place::Text || !is_delimiter(text) {
            continue;
        }
        let after = tables.partition_point(|table| table.start <= line.span.start);
        let inside = after
            .checked_sub(1)
            .and_then(|at| tables.get(at))
            .is_some_and(|table| table.end > line.span.start);
        let Some(head) = index.checked_sub(1).and_then(|above| facts.lines.get(above)) else { continue };
        let head_text = head.content(source).trim();
        if inside
            || !head_text.contains('|')
            || head.place != Place::Text
            || facts.is_literal(line.span.start)
        {
            continue;
        }
        let (columns, dashes) = (columns(head_text), columns_of_dashes(text));
        let before = index.checked_sub(2).and_then(|above| facts.lines.get(above));
        let follows_text = before.is_some_and(|line| line.place == Place::Text && !line.is_blank(source));
        let mut fixes = Vec::new();
        let message = if !cx.document.settings.tables {
            format!("{} has no tables and shows this as text.", cx.document.choice.dialect.name)
        } else if columns != dashes {
            format!(
                "This is no table: its first line has {columns} columns, the line of dashes has {dashes}."
            )
        } else if follows_text {
            // In a quote or a list the empty line must begin as the others do.
            if head.span.len() == head.content(source).len() {
                fixes.push(Fix::suggested(
                    "Add an empty line before the table",
                    vec![Edit::insert(head.span.start, "\n")],
                ));
            }
            "This table is read as text, because there is no empty line before it.".to_owned()
        } else {
            continue;
        };
        cx.report(Span::new(head.span.end - head.content(source).len(), line.span.end), message, fixes);
    }
}

/// Whether this is the line of dashes of a table.
fn is_delimiter(text: &str) -> bool {
    text.contains('|')
        && text.contains("--")
        && text.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

fn columns_of_dashes(text: &str) -> usize {
    text.split('|').filter(|cell| cell.contains('-')).count()
}

fn columns(text: &str) -> usize {
    let inside = text.strip_prefix('|').unwrap_or(text);
    let inside = inside.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inside);
    let mut escaped = false;
    let bars = inside.bytes().filter(|byte| {
        let counts = *byte == b'|' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        counts
    });
    bars.count() + 1
}
