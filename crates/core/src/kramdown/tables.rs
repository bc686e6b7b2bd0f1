//! Owns tables. <https://kramdown.gettalong.org/syntax.html#tables>

use super::blocks::Blocks;
use super::code_spans::{Backticks, run};
use super::html;
use super::lines;
use super::reader::{Next, first_line, from};
use super::text::{Builder, Slice, Text};
use super::tree::{Kind, Row, Section, SectionKind};
use pulldown_cmark::Alignment;

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
                table.rows.push(Row { span: text.span(at..end), cells, empty: self.slice(end..end) });
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
fn cells<'a>(text: &Text<'a>, start: usize, end: usize, leading_bar: bool) -> Vec<Slice<'a>> {
    let source = text.as_str().get(..end).unwrap_or("");
    let mut cells = vec![Builder::from(text)];
    let mut at = start;
    let mut code_ends = start;
    let mut backticks = Backticks::default();
    let mut code_closings = Next::default();
    let mut from_plain = start;
    // Code spans end where an element `code` begins.
    let mut segment_end = next_code_element(source, start, &mut code_closings).map_or(end, |found| found.0);
    let push = |cells: &mut Vec<Builder<'a>>, range: std::ops::Range<usize>| {
        if let Some(cell) = cells.last_mut().filter(|_| !range.is_empty()) {
            cell.push_part(text, range);
        }
    };
    while at < end {
        if at == segment_end && at < end {
            let after = next_code_element(source, at, &mut code_closings).map_or(end, |found| found.1);
            push(&mut cells, from_plain..after);
            (at, from_plain) = (after, after);
            backticks = Backticks::default();
            segment_end = next_code_element(source, at, &mut code_closings).map_or(end, |found| found.0);
            continue;
        }
        let rest = source.get(at..segment_end).unwrap_or("");
        let skip = rest.find(['|', '`']).unwrap_or(rest.len());
        at += skip;
        if from(source, at).starts_with('`') && at < segment_end {
            let segment = source.get(..segment_end).unwrap_or("");
            at = match backticks.span(segment, at) {
                Some(span) => span.end,
                None => at + run(from(segment, at)),
            };
            code_ends = at;
        } else if from(source, at).starts_with('|') && at < segment_end {
            let escaped = at > code_ends && source.get(..at).is_some_and(|before| before.ends_with('\\'));
            push(&mut cells, from_plain..at - usize::from(escaped));
            if !escaped {
                cells.push(Builder::from(text));
            }
            from_plain = if escaped { at } else { at + 1 };
            at += 1;
        }
    }
    push(&mut cells, from_plain..end);
    let mut cells: Vec<Slice<'a>> =
        cells.into_iter().map(|cell| Slice::whole(cell.finish()).trimmed()).collect();
    if leading_bar && cells.first().is_some_and(|first| first.as_str().is_empty()) {
        cells.remove(0);
    }
    cells.pop_if(|last| last.as_str().is_empty());
    cells
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
