//! Owns tables. <https://kramdown.gettalong.org/syntax.html#tables>

use super::blocks::Blocks;
use super::code_spans::{Backticks, run};
use super::html;
use super::lines;
use super::reader::{Next, first_line, from};
use super::text::{Builder, Slice, Text};
use super::tree::{Kind, Row, Section, SectionKind};
use pulldown_cmark::Alignment;
use std::ops::Range;
use std::rc::Rc;

/// True where a line has a vertical bar that no backslash escapes.
fn has_bar(line: &str) -> bool {
    let line = line.trim_end_matches('\n');
    line.starts_with('|')
        || line
            .match_indices('|')
            .any(|(at, _)| at > 0 && !line.get(..at).is_some_and(|before| before.ends_with('\\')))
}

/// True for a line of bars, hyphens and colons.
fn is_separator(line: &str) -> bool {
    line.contains('-') && line.trim_end().chars().all(|c| ['+', '|', ':', ' ', '\t', '-'].contains(&c))
}

/// True for a line of bars and equals signs, which begins the foot.
fn is_foot_separator(line: &str) -> bool {
    line.contains('=') && line.trim_end().chars().all(|c| ['+', '|', ':', ' ', '\t', '='].contains(&c))
}

/// The alignments that a separator line asks for.
fn alignments(line: &str) -> Vec<Alignment> {
    let cells = line.split(['|', '+', ' ', '\t', '\n']).filter(|cell| cell.contains('-'));
    let mut found = Vec::new();
    for cell in cells {
        // Colons between hyphens part columns as bars do.
        let mut rest = cell;
        while let Some(start) = rest.find('-') {
            let left = rest.get(..start).is_some_and(|before| before.ends_with(':'));
            let tail = from(rest, start).trim_start_matches('-');
            let right = tail.starts_with(':');
            found.push(match (left, right) {
                (true, true) => Alignment::Center,
                (true, false) => Alignment::Left,
                (false, true) => Alignment::Right,
                (false, false) => Alignment::None,
            });
            rest = from(tail, usize::from(right));
        }
    }
    found
}

/// Rows while a table is read.
#[derive(Default)]
struct Gathered<'a> {
    sections: Vec<Section<'a>>,
    rows: Vec<Row<'a>>,
    alignments: Vec<Alignment>,
    columns: usize,
    has_foot: bool,
}

impl Gathered<'_> {
    fn end_section(&mut self, kind: SectionKind) {
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            self.sections.push(Section { kind, rows });
        }
    }

    fn separator(&mut self, line: &str) {
        if self.rows.is_empty() {
            return;
        }
        if self.alignments.is_empty() && !self.has_foot {
            self.end_section(SectionKind::Head);
            self.alignments = alignments(line);
        } else if !self.has_foot {
            self.end_section(SectionKind::Body);
        }
    }
}

impl<'a> Blocks<'_, '_, 'a> {
    pub(super) fn table(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let first = first_line(from(source, start));
        let begins = lines::outdented(first).is_some_and(|rest| !rest.starts_with([' ', '\t', '\n']));
        if !self.post.settings.tables || !begins || !has_bar(first) || !self.is_after_boundary() {
            return false;
        }
        // What is no table in the end has taken the attribute list before it all the same.
        let pending = self.pending.take();
        let leading_bar = first.trim_start().starts_with('|');
        let mut at = start + if is_separator(first) { first.len() } else { 0 };
        let mut table = Gathered::default();
        while let line = first_line(from(source, at))
            && has_bar(line)
            && line.ends_with('\n')
        {
            if is_separator(line) {
                table.separator(line);
            } else if is_foot_separator(line) {
                table.end_section(SectionKind::Body);
                table.has_foot = true;
            } else {
                let end = at + line.trim_end_matches([' ', '\t', '\n']).len();
                let cells = cells(&text, at, end, leading_bar);
                table.columns = table.columns.max(cells.len());
                table.rows.push(Row {
                    span: self.slice(at..end).trimmed().span(),
                    cells,
                    empty: self.slice(end..end),
                });
            }
            at += line.len();
        }
        if !self.is_before_boundary(at)
            || !bars_are_text(source.get(start..at).unwrap_or("").trim_end_matches('\n'))
        {
            return false;
        }
        table.end_section(if table.has_foot { SectionKind::Foot } else { SectionKind::Body });
        if !table.sections.iter().any(|section| section.kind == SectionKind::Body) {
            return false;
        }
        let Gathered { mut sections, mut alignments, columns, .. } = table;
        alignments.resize(columns, Alignment::None);
        fill(&mut sections, columns);
        self.pending = pending;
        self.push(Kind::Table { alignments, sections }, start..at);
        true
    }
}

/// More cells than these are not added to rows that lack some.
const MOST_ADDED: usize = 100_000;

/// Gives every row as many cells as the widest has.
fn fill(sections: &mut [Section<'_>], columns: usize) {
    let mut left = MOST_ADDED;
    for row in sections.iter_mut().flat_map(|section| &mut section.rows) {
        let missing = columns.saturating_sub(row.cells.len()).min(left);
        left -= missing;
        row.cells.extend(std::iter::repeat_n(row.empty.clone(), missing));
    }
}

/// The cells of the row at `start..end`.
fn cells<'a>(text: &Rc<Text<'a>>, start: usize, end: usize, leading_bar: bool) -> Vec<Slice<'a>> {
    let mut cells = Vec::new();
    let mut from_bar = start;
    let mut backslashes = Vec::new();
    for bar in bars(text.as_str().get(..end).unwrap_or(""), start) {
        if bar.escaped {
            backslashes.push(bar.at - 1);
        } else {
            cells.push(cell(text, from_bar..bar.at, &mut backslashes));
            from_bar = bar.at + 1;
        }
    }
    cells.push(cell(text, from_bar..end, &mut backslashes));
    if leading_bar && cells.first().is_some_and(|first| first.as_str().is_empty()) {
        cells.remove(0);
    }
    cells.pop_if(|last| last.as_str().is_empty());
    cells
}

/// The text of a cell without the backslashes that escape bars in it.
fn cell<'a>(text: &Rc<Text<'a>>, range: Range<usize>, backslashes: &mut Vec<usize>) -> Slice<'a> {
    let plain = Slice { text: Rc::clone(text), range: range.clone() }.trimmed();
    if backslashes.is_empty() || plain.range.is_empty() {
        backslashes.clear();
        return plain;
    }
    let mut content = Builder::from(text);
    let mut at = range.start;
    for backslash in backslashes.drain(..) {
        content.push_part(text, at..backslash);
        at = backslash + 1;
    }
    content.push_part(text, at..range.end);
    Slice::whole(content.finish()).trimmed()
}

/// A vertical bar outside of code.
struct Bar {
    at: usize,
    escaped: bool,
}

/// The bars from `start` on to the end of the text.
fn bars(source: &str, start: usize) -> Vec<Bar> {
    let end = source.len();
    let mut found = Vec::new();
    let mut at = start;
    // A bar right after code is not escaped by what is in it.
    let mut code_end = start;
    let mut backticks = Backticks::default();
    let mut closings = Next::default();
    // Code spans end where an element `code` begins.
    let mut element = next_code_element(source, start, &mut closings);
    while at < end {
        let segment_end = element.map_or(end, |(start, _)| start);
        if at >= segment_end {
            at = element.map_or(end, |(_, end)| end);
            code_end = at;
            backticks = Backticks::default();
            element = next_code_element(source, at, &mut closings);
            continue;
        }
        let segment = source.get(..segment_end).unwrap_or("");
        let rest = from(segment, at);
        at += rest.find(['|', '`']).unwrap_or(rest.len());
        let rest = from(segment, at);
        if rest.starts_with('`') {
            at = backticks.span(segment, at).map_or(at + run(rest), |span| span.end);
            code_end = at;
        } else if rest.starts_with('|') {
            let escaped = at > code_end && source.get(..at).is_some_and(|before| before.ends_with('\\'));
            found.push(Bar { at, escaped });
            at += 1;
        }
    }
    found
}

/// The next `<code…>…</code>` from `at` on.
fn next_code_element(source: &str, at: usize, closings: &mut Next) -> Option<(usize, usize)> {
    let start = at + from(source, at).find("<code")?;
    let opened = start + from(source, start).find('>')? + 1;
    closings.find(source, "</code>", opened).map(|found| (start, found + 7))
}

/// True where the rows have bars outside of code and elements: bars there make no table.
fn bars_are_text(table: &str) -> bool {
    let mut backticks = Backticks::default();
    let mut on_line = false;
    let mut at = 0;
    let mut plain = 0;
    let check = |piece: &str, on_line: &mut bool| -> bool {
        let mut parts = piece.trim_end_matches('\n').split('\n');
        let first = parts.next().unwrap_or("");
        let last = parts.next_back();
        if last.is_some() && !*on_line && !has_bar(first) {
            return false;
        }
        *on_line = (last.is_none() && *on_line) || has_bar(last.unwrap_or(first));
        true
    };
    while at < table.len() {
        let rest = from(table, at);
        at += rest.find(['`', '<']).unwrap_or(rest.len());
        let rest = from(table, at);
        let (end, is_code) = if rest.starts_with('`') {
            match backticks.span(table, at) {
                Some(span) => (span.end, true),
                None => {
                    at += run(rest);
                    continue;
                }
            }
        } else if let Some(end) = element(table, at) {
            (end, false)
        } else {
            at += usize::from(!rest.is_empty());
            continue;
        };
        let piece = table.get(plain..at).unwrap_or("");
        if !piece.is_empty() && !check(piece, &mut on_line) {
            return on_line;
        }
        if is_code {
            let ends = table.get(at..end).unwrap_or("").matches('\n').count();
            if ends > 1 || (ends == 1 && !on_line) {
                return on_line;
            }
            on_line &= ends == 0;
        }
        (at, plain) = (end, end);
    }
    let piece = from(table, plain);
    if !piece.is_empty() {
        let _ = check(piece, &mut on_line);
    }
    on_line
}

/// Where the element or comment ends that begins at `at`.
fn element(text: &str, at: usize) -> Option<usize> {
    let rest = from(text, at);
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map(|end| at + 4 + end + 3);
    }
    let tag = html::opening_tag(rest)?;
    let name = html::canonical_name(tag.name);
    if html::is_block(&name) {
        return None;
    }
    let inside = at + tag.length;
    if tag.closed || html::is_void(&name) {
        return Some(inside);
    }
    Some(html::closing_tag_of(text, inside, &name).1)
}
