//! Owns the rule `space-inside-emphasis`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};
use pulldown_cmark::Event;

rule! {
    /// A space stands between the marks of emphasis and the words, so that readers see the marks.
    ///
    /// **Why.** Marks make text bold or italic only where they touch it.
    ///
    /// ````md bad
    /// This is ** very ** important.
    /// ````
    ///
    /// ````md bad
    /// **Note: **bring a coat.
    /// ````
    ///
    /// ````md bad
    /// It was _such a day _ again.
    /// ````
    ///
    /// ````md good
    /// This is **very** important: 2 * 3 * 4 is 24, and `** very **` shows the marks.
    /// ````
    ///
    /// **Fix.** Takes the space away; where the words after it would stick together, puts it behind the marks.
    ///
    /// **Source.** CommonMark 0.31.2, section 6.2; markdownlint MD037.
    SPACE_INSIDE_EMPHASIS { id: "space-inside-emphasis", aliases: ["MD037"], group: Markdown, severity: Warning, check: check }
}

/// Marks that did not become emphasis, or text that may have some.
#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    /// Right inside of which element.
    inside: Option<usize>,
    /// Index of the event in which they stand.
    event: usize,
    /// Index of the event with which the element around them ends.
    end: usize,
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    // Marks that wait for partners. Those in inner elements are on top.
    let mut waiting: Vec<Mark> = Vec::new();
    let mut found = Vec::new();
    marks(cx, |mark| {
        while waiting.last().is_some_and(|other| other.end <= mark.event) {
            waiting.pop();
        }
        let same = |other: &&Mark| other.inside == mark.inside;
        let beside = waiting.iter().rev().take_while(same).count();
        let first = waiting.len() - beside;
        let kind = mark.span.slice(source);
        match waiting.iter().skip(first).position(|other| other.span.slice(source) == kind) {
            Some(at) => found.push((waiting.remove(first + at).span, mark.span)),
            None => waiting.push(mark),
        }
    });
    for (start, end) in found {
        report(cx, start, end);
    }
}

/// All runs of one to three marks in text, in order.
fn marks(cx: &Context<'_, '_>, mut take: impl FnMut(Mark)) {
    let elements = &cx.facts.elements;
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    // Pieces of text side by side are one: a parser may tell of each mark alone.
    let mut text: Option<Mark> = None;
    for (index, (event, span)) in cx.document.events.iter().enumerate() {
        while elements.get(next).is_some_and(|element| element.events.start <= index) {
            open.push(next);
            next += 1;
        }
        while open
            .last()
            .and_then(|last| elements.get(*last))
            .is_some_and(|around| around.events.end <= index)
        {
            open.pop();
        }
        let inside = open.last().copied();
        let around = inside.and_then(|at| elements.get(at));
        let in_code = around.is_some_and(|element| element.kind == Kind::CodeBlock);
        let is_text = matches!(event, Event::Text(_)) && !in_code;
        match &mut text {
            Some(text) if is_text && text.span.end == span.start => text.span.end = span.end,
            text => {
                if let Some(text) = text.take() {
                    marks_in(cx.source(), &text, &mut take);
                }
                let end = around.map_or(usize::MAX, |element| element.events.end);
                *text = is_text.then_some(Mark { span: *span, inside, event: index, end });
            }
        }
    }
}

fn marks_in(source: &str, of: &Mark, take: &mut impl FnMut(Mark)) {
    let text = of.span.slice(source);
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['*', '_'])) {
        let start = at + found;
        let rest = text.get(start..).unwrap_or("");
        let sign = if rest.starts_with('*') { '*' } else { '_' };
        let length = rest.len() - rest.trim_start_matches(sign).len();
        at = start + length;
        let span = Span::new(start, at).shifted(of.span.start);
        let is_escaped = source.get(..span.start).is_some_and(|before| before.ends_with('\\'));
        if length < 4 && !is_escaped {
            take(Mark { span, ..*of });
        }
    }
}

fn report(cx: &mut Context<'_, '_>, start: Span, end: Span) {
    let source = cx.source();
    let before = source.get(..start.start).unwrap_or("").chars().next_back();
    let after = source.get(end.end..).unwrap_or("").chars().next();
    let after_start = blanks(source.get(start.end..).unwrap_or("").chars());
    let before_end = blanks(source.get(..end.start).unwrap_or("").chars().rev());
    if is_meant(source, start, end) {
        return;
    }
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let message = "A space keeps these marks from making the words bold or italic.";
    if let Some(length) = after_start {
        let place = Span::new(start.end, start.end + length);
        let text = if word(before) { " " } else { "" };
        let mut edits = vec![Edit::replace(place, "")];
        if !text.is_empty() {
            edits.insert(0, Edit::insert(start.start, text));
        }
        let fix = Fix::suggested("Take the space away", edits);
        cx.report(Span::new(start.start, place.end), message, vec![fix]);
    }
    if let Some(length) = before_end {
        let place = Span::new(end.start - length, end.start);
        let mut edits = vec![Edit::replace(place, "")];
        if word(after) {
            edits.push(Edit::insert(end.end, " "));
        }
        let fix = Fix::suggested("Take the space away", edits);
        cx.report(Span::new(place.start, end.end), message, vec![fix]);
    }
}

/// Whether the marks stand for themselves: a product, a footnote's star, a part of a name.
fn is_meant(source: &str, start: Span, end: Span) -> bool {
    let before = source.get(..start.start).unwrap_or("");
    let after = source.get(end.end..).unwrap_or("");
    let inside = source.get(start.end..end.start).unwrap_or("");
    let touches_word = (before.ends_with(char::is_alphanumeric), after.starts_with(char::is_alphanumeric));
    match start.slice(source) {
        "*" => {
            touches_word.0 || is_factor(inside.trim()) || ends_in_factor(before) || starts_with_factor(after)
        }
        "_" => touches_word.0 || touches_word.1,
        marks => marks.starts_with('_') && touches_word.0,
    }
}

/// A number, or one letter.
fn is_factor(text: &str) -> bool {
    text.chars().nth(1).is_none() || text.starts_with(|c: char| c.is_ascii_digit())
}

fn ends_in_factor(text: &str) -> bool {
    text.strip_suffix(' ').is_some_and(|text| text.ends_with(|c: char| c.is_ascii_digit() || c == ')'))
}

fn starts_with_factor(text: &str) -> bool {
    text.strip_prefix(' ').is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit() || c == '('))
}

/// How many bytes of spaces stand first, where text of the same line follows.
fn blanks(chars: impl Iterator<Item = char>) -> Option<usize> {
    let mut length = 0;
    for c in chars {
        match c {
            '\n' | '\r' => return None,
            c if c.is_whitespace() => length += c.len_utf8(),
            _ => return (length > 0).then_some(length),
        }
    }
    None
}
