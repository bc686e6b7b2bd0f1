//! Owns reading the tags of raw HTML.

use crate::{Context, Kind};
use foreword_core::Span;

/// A tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// As written.
    pub(super) name: &'a str,
    /// Whether it is an end tag.
    pub(super) closes: bool,
    /// What stands between its name and its end.
    attributes: &'a str,
    /// From `<` to `>`.
    pub(super) span: Span,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end =
                rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
            let (key, after) = rest.split_at_checked(end)?;
            let mut value = "";
            rest = after;
            if let Some(after) = after.trim_start().strip_prefix('=') {
                let after = after.trim_start();
                (value, rest) = match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => after.get(1..)?.split_once(quote)?,
                    _ => after.split_at_checked(
                        after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len()),
                    )?,
                };
            } else if key.is_empty() {
                return None;
            }
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
        }
    }
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
        let attributes = name_start + length;
        // Where a tag has no end, no later one has one either that would be worth a second look.
        let Some((end, whole)) = end_of(html, attributes) else { return };
        at = end;
        if whole {
            let name = rest.get(..length).unwrap_or("");
            let attributes = html.get(attributes..end - 1).unwrap_or("");
            take(Tag { name, closes, attributes, span: Span::new(start, end).shifted(offset) });
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
    fn tags_and_their_attributes() {
        let html = "<a id=x href='y>'>b</a><!-- <i> --><Img alt SRC = \"z\"/> 1 < 2 <b <u>";
        let mut found = Vec::new();
        each(html, 0, |tag| found.push((tag.name, tag.closes, tag.attribute("id"), tag.attribute("src"))));
        assert_eq!(
            found,
            [
                ("a", false, Some("x"), None),
                ("a", true, None, None),
                ("Img", false, None, Some("z")),
                ("u", false, None, None)
            ]
        );
    }

    #[test]
    fn an_attribute_without_a_value_is_empty() {
        each("<img alt src=x>", 0, |tag| assert_eq!(tag.attribute("alt"), Some("")));
    }
}
