//! Owns where the tags of raw HTML begin and end, the end tags too. Their attributes are `html.rs`'s.

use crate::{Context, Kind};
use foreword_core::Span;

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// As written.
    pub(super) name: &'a str,
    /// Whether it is an end tag.
    pub(super) closes: bool,
    /// From `<` to `>`.
    pub(super) span: Span,
}

/// The tags of a piece of raw HTML that starts at `offset` of the post, comments left out.
pub(super) fn each<'a>(html: &'a str, offset: usize, mut take: impl FnMut(Tag<'a>)) {
    let mut at = 0;
    while let Some(next) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + next;
        at = start + 1;
        let rest = html.get(at..).unwrap_or("");
        if rest.starts_with("!--") {
            let Some(end) = rest.find("-->") else { return };
            at += end + 3;
            continue;
        }
        let closes = rest.starts_with('/');
        let name_start = at + usize::from(closes);
        let rest = html.get(name_start..).unwrap_or("");
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
        // Where a tag has no end, no later one has one either that would be worth a second look.
        let Some((end, whole)) = end_of(html, name_start + length) else { return };
        at = end;
        if whole {
            let name = rest.get(..length).unwrap_or("");
            take(Tag { name, closes, span: Span::new(start, end).shifted(offset) });
        }
    }
}

/// Where a tag ends, and whether it does so with `>`, not at another `<`.
fn end_of(html: &str, start: usize) -> Option<(usize, bool)> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in html.bytes().enumerate().skip(start) {
        match (quote, byte) {
            (None, b'>') => return Some((at + 1, true)),
            (None, b'<') => return Some((at, false)),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

/// The tags of all raw HTML of a post, blocks first.
pub(super) fn of_post<'a>(cx: &Context<'_, 'a>, mut take: impl FnMut(Tag<'a>)) {
    let source = cx.source();
    for kind in [Kind::HtmlBlock, Kind::InlineHtml] {
        for element in cx.facts.all(kind) {
            each(element.span.slice(source), element.span.start, &mut take);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_where_they_end() {
        let html = "<a id=x href='y>'>b</a><!-- <i> --><Img alt SRC = \"z\"/> 1 < 2 <b <u>";
        let mut found = Vec::new();
        each(html, 0, |tag| found.push((tag.name, tag.closes, tag.span.slice(html))));
        assert_eq!(
            found,
            [
                ("a", false, "<a id=x href='y>'>"),
                ("a", true, "</a>"),
                ("Img", false, "<Img alt SRC = \"z\"/>"),
                ("u", false, "<u>")
            ]
        );
    }
}
