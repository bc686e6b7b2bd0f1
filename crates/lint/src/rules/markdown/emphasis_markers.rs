//! Owns telling which marks emphasis is written with, for the rules on each kind.

use crate::{Context, Element, Fix, Kind};
use foreword_core::{Edit, Span};

/// Reports emphasis of a kind that is not written like the first, or as chosen.
pub(super) fn check(cx: &mut Context<'_, '_>, kind: Kind, length: usize, what: &str) {
    let source = cx.source();
    let mut style = cx.chosen("style");
    for element in cx.facts.all(kind) {
        let own = match element.span.slice(source).chars().next() {
            Some('*') => "asterisk",
            Some('_') => "underscore",
            _ => continue,
        };
        if style == "consistent" {
            style = own;
        }
        // Underscores mark nothing inside a word.
        if style == own || style == "underscore" && touches_word(source, element.span) {
            continue;
        }
        let (sign, other) = if style == "asterisk" { ("*", "_") } else { ("_", "*") };
        let fixes = rewrite(cx, element, length, sign).into_iter().collect();
        let (sign, other) = (sign.repeat(length), other.repeat(length));
        let message = format!("This {what} is written with {other}, the others with {sign}.");
        cx.report(element.span, message, fixes);
    }
}

fn touches_word(source: &str, span: Span) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let before = source.get(..span.start).unwrap_or("").chars().next_back();
    let after = source.get(span.end..).unwrap_or("").chars().next();
    before.is_some_and(word) || after.is_some_and(word)
}

/// The same with other marks, where no other marks are near that they could join.
fn rewrite(cx: &Context<'_, '_>, element: &Element, length: usize, sign: &str) -> Option<Fix> {
    let span = element.span;
    let source = cx.source();
    let inner = span.slice(source).get(length..span.len().checked_sub(length)?)?;
    // What is no punctuation counts as a part of a word.
    let of_word = |c: char| !c.is_whitespace() && !c.is_ascii_punctuation();
    let near =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '*' | '_' | '\\') || sign == "_" && of_word(c));
    let before = source.get(..span.start)?.chars().next_back();
    let after = source.get(span.end..)?.chars().next();
    if inner.is_empty() || inner.contains(['*', '_']) || inner.ends_with('\\') || near(before) || near(after)
    {
        return None;
    }
    let marks = sign.repeat(length);
    let edits = vec![
        Edit::replace(Span::new(span.start, span.start + length), marks.clone()),
        Edit::replace(Span::new(span.end - length, span.end), marks.clone()),
    ];
    Some(Fix::safe(format!("Write it with {marks}"), edits))
}
