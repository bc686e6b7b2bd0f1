//! Owns the lines of a post and what each belongs to.

use super::{Facts, Kind};
use foreword_core::{Document, Span};

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The header, its delimiters included.
    FrontMatter,
    /// Markdown.
    Text,
    /// The first or last line of a fenced code block.
    Fence,
    /// Code, fenced or indented.
    Code,
    /// A block of raw HTML.
    Html,
    /// A template tag that has the line for itself.
    Template,
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Without its line break.
    pub span: Span,
    /// What it belongs to.
    pub place: Place,
}

impl Line {
    /// Its text.
    pub fn text(self, source: &str) -> &str {
        self.span.slice(source)
    }

    /// Its text without the markers of the block quotes and the indentation of the lists around it.
    pub fn content(self, source: &str) -> &str {
        self.text(source).trim_start_matches([' ', '\t', '>'])
    }

    /// Whether nothing stands on it; the markers of block quotes and comments count for nothing.
    pub fn is_blank(self, source: &str) -> bool {
        let mut rest = self.content(source);
        while let Some(comment) = rest.strip_prefix("<!--") {
            let Some(end) = comment.find("-->") else { return false };
            rest = comment.get(end + 3..).unwrap_or("").trim_start_matches([' ', '\t', '>']);
        }
        rest.trim_end().is_empty()
    }
}

/// Every line of the post. `facts` holds its elements already.
pub(super) fn read(document: &Document<'_>, facts: &Facts) -> Vec<Line> {
    let source = document.source;
    let mut lines = split(source);
    let header_end = document.front_matter.as_ref().map_or(0, |header| header.span.end);
    for line in lines.iter_mut().take_while(|line| line.span.start < header_end) {
        line.place = Place::FrontMatter;
    }
    for block in facts.all(Kind::HtmlBlock) {
        mark(&mut lines, source, block.span, Place::Html);
    }
    for block in facts.all(Kind::CodeBlock) {
        mark(&mut lines, source, block.span, Place::Code);
        fence(&mut lines, source, block.span);
    }
    for call in &document.calls {
        if let Some(inner) = call.inner().filter(|_| call.is_literal) {
            code_between(&mut lines, source, inner);
        }
        let (before, after) = (source.get(..call.head.start), source.get(call.head.end..));
        let begins = before.is_some_and(|before| {
            before.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']) || before.is_empty()
        });
        let ends = after.is_some_and(|after| {
            after.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) || after.is_empty()
        });
        if begins && ends {
            mark(&mut lines, source, call.head, Place::Template);
        }
    }
    lines
}

fn split(source: &str) -> Vec<Line> {
    let bytes = source.as_bytes();
    let mut lines = Vec::with_capacity(source.len() / 32 + 1);
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        // A carriage return before a line feed belongs to the break that the line feed ends.
        let ends = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        if ends {
            let has_return = *byte == b'\n' && at > start && bytes.get(at - 1) == Some(&b'\r');
            lines.push(Line { span: Span::new(start, at - usize::from(has_return)), place: Place::Text });
            start = at + 1;
        }
    }
    if start < bytes.len() || lines.is_empty() {
        lines.push(Line { span: Span::new(start, bytes.len()), place: Place::Text });
    }
    lines
}

fn mark(lines: &mut [Line], source: &str, span: Span, place: Place) {
    let end = span.trim_end(source).end;
    let first = lines.partition_point(|line| line.span.start <= span.start).saturating_sub(1);
    for line in lines.iter_mut().skip(first).take_while(|line| line.span.start < end) {
        line.place = place;
    }
}

/// Marks the lines of what a template's call takes as text; the tags have the first and the last for themselves.
fn code_between(lines: &mut [Line], source: &str, inner: Span) {
    let starts = |line: &Line| inner.start < line.span.start && line.span.start < inner.end;
    let first = lines.partition_point(|line| line.span.start <= inner.start);
    for line in lines.iter_mut().skip(first).take_while(|line| starts(line)) {
        line.place = Place::Code;
    }
    if let Some(last) = lines.iter_mut().skip(first).take_while(|line| starts(line)).last() {
        let before = Span::new(last.span.start, inner.end).slice(source);
        if before.trim().is_empty() {
            last.place = Place::Text;
        }
    }
}

/// Marks the delimiters of a code block that has them.
fn fence(lines: &mut [Line], source: &str, span: Span) {
    let opening = span.slice(source);
    let Some(sign) = opening.bytes().next().filter(|byte| matches!(byte, b'`' | b'~')) else { return };
    let length = opening.bytes().take_while(|byte| *byte == sign).count();
    let first = lines.partition_point(|line| line.span.start <= span.start).saturating_sub(1);
    let end = span.trim_end(source).end;
    let last = lines.partition_point(|line| line.span.start < end).saturating_sub(1);
    if let Some(line) = lines.get_mut(first) {
        line.place = Place::Fence;
    }
    if let Some(line) = lines.get_mut(last).filter(|_| last > first) {
        let text = line.content(source).trim_end();
        if text.len() >= length && text.bytes().all(|byte| byte == sign) {
            line.place = Place::Fence;
        }
    }
}
