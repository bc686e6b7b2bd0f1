//! Owns dividing a body into blocks, the units in which a preview is patched.
//!
//! A block is one top-level element, or several that stand between the opening and the closing tag of one
//! raw HTML element (`<details>`, blank line, Markdown, `</details>`): apart, a browser would close it early.

use crate::dialects::{Footnotes, Settings};
use crate::markdown::Spanned;
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// A unit of patching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the post.
    pub span: Span,
    /// Its events.
    pub events: Range<usize>,
}

/// The blocks of a body in text order. Footnote definitions belong to none where they are shown at the end.
pub fn divide(events: &[Spanned<'_>], settings: &Settings) -> Vec<Block> {
    let elements = top_level(events, settings.footnotes == Footnotes::InPlace);
    if !settings.raw_html {
        return elements;
    }
    join_html(events, elements)
}

fn top_level(events: &[Spanned<'_>], with_footnotes: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut depth = 0usize;
    let mut first = 0;
    let mut in_footnote = false;
    for (index, (event, span)) in events.iter().enumerate() {
        if depth == 0 {
            first = index;
            in_footnote = !with_footnotes && matches!(event, Event::Start(Tag::FootnoteDefinition(_)));
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && !in_footnote {
            let end_before = blocks.last().map_or(0, |block: &Block| block.span.end);
            let start = events.get(first).map_or(span.start, |first| first.1.start).max(end_before);
            let end = match event {
                // The parser's span of a definition list reaches into the block after; its last definition's does not.
                Event::End(TagEnd::DefinitionList) => {
                    index.checked_sub(1).and_then(|last| events.get(last)).map_or(span.end, |last| last.1.end)
                }
                _ => span.end,
            };
            blocks.push(Block { span: Span::new(start, end.max(start)), events: first..index + 1 });
        }
    }
    blocks
}

/// An HTML element that is open after a block, and the block that opened it.
struct OpenElement<'a> {
    name: &'a str,
    block: usize,
}

fn join_html(events: &[Spanned<'_>], elements: Vec<Block>) -> Vec<Block> {
    // For every block the last block that it must be joined with.
    let mut joined_to: Vec<usize> = (0..elements.len()).collect();
    let mut open: Vec<OpenElement<'_>> = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let own = events.get(element.events.clone()).unwrap_or(&[]);
        if !matches!(own.first(), Some((Event::Start(Tag::HtmlBlock), _))) {
            continue;
        }
        for (event, _) in own {
            let Event::Html(html) = event else { continue };
            for (name, closes) in tags(html) {
                if !closes {
                    open.push(OpenElement { name, block: index });
                } else if let Some(at) =
                    open.iter().rposition(|element| element.name.eq_ignore_ascii_case(name))
                {
                    let opener = open.get(at).map_or(index, |element| element.block);
                    open.truncate(at);
                    if let Some(last) = joined_to.get_mut(opener) {
                        *last = (*last).max(index);
                    }
                }
            }
        }
    }
    let mut blocks: Vec<Block> = Vec::with_capacity(elements.len());
    let mut until = 0;
    for (index, element) in elements.into_iter().enumerate() {
        match blocks.last_mut() {
            Some(block) if index > 0 && index <= until => {
                block.span.end = element.span.end;
                block.events.end = element.events.end;
            }
            _ => blocks.push(element),
        }
        until = until.max(joined_to.get(index).copied().unwrap_or(index));
    }
    blocks
}

/// Elements that never have a closing tag. <https://html.spec.whatwg.org/#void-elements>
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The names of the tags in `html` and whether each is a closing one. Void and self-closed elements and
/// comments are passed over; an attribute value may hold `>`.
fn tags(html: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = rest.get(rest.find('<')? + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or("");
                continue;
            }
            let (body, closes) = match rest.strip_prefix('/') {
                Some(body) => (body, true),
                None => (rest, false),
            };
            let length = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(body.len());
            let name = body.get(..length).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
            let after = body.get(length..).unwrap_or("");
            let end = tag_end(after);
            let self_closed = after.get(..end).is_some_and(|attributes| attributes.ends_with('/'));
            rest = after.get(end..).unwrap_or("");
            if let Some(name) = name
                && !self_closed
                && !VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
            {
                return Some((name, closes));
            }
        }
    })
}

/// Where the `>` of a tag stands, quoted values passed over.
fn tag_end(attributes: &str) -> usize {
    let mut quote = None;
    for (at, c) in attributes.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    attributes.len()
}

/// Where the footnote definitions stand: label and events, in text order.
pub fn footnote_definitions<'e>(events: &'e [Spanned<'_>]) -> Vec<(&'e str, Range<usize>)> {
    let mut found = Vec::new();
    let mut start = None;
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => start = Some((label.as_ref(), index + 1)),
            Event::End(TagEnd::FootnoteDefinition) => {
                found.extend(start.take().map(|(label, first)| (label, first..index)));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dialects, markdown};

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let settings = &dialects::by_id("generic").unwrap().settings;
        let events = markdown::parse(source, 0, settings).events;
        let blocks = divide(&events, settings);
        let texts: Vec<_> = blocks.iter().map(|block| block.span.slice(source).trim()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn one_block_per_top_level_element() {
        check("# a\n\ntext\n\n- x\n- y\n\n---\n\n[^1]: note\n", &["# a", "text", "- x\n- y", "---"]);
    }

    #[test]
    fn a_definition_list_ends_with_its_last_definition() {
        check("a\n: b\n\nc\n\nd\n", &["a\n: b", "c", "d"]);
        check("a\n\n: b\n\n  c\n\n# d\n", &["a\n\n: b\n\n  c", "# d"]);
    }

    #[test]
    fn an_html_element_over_several_blocks_is_one_block() {
        let details = "<details>\n<summary>more</summary>\n\ntext\n\n</details>";
        check(&format!("a\n\n{details}\n\nb\n"), &["a", details, "b"]);
        let nested = "<div>\n\n<div>\n\nx\n\n</div>\n\ny\n\n</div>";
        check(&format!("{nested}\n\nb\n"), &[nested, "b"]);
    }

    #[test]
    fn what_nothing_closes_stands_alone() {
        check("<div>\n\na\n\nb\n", &["<div>", "a", "b"]);
        check("</div>\n\na\n", &["</div>", "a"]);
        check("<img src='a>b'>\n\na\n\n</img>\n", &["<img src='a>b'>", "a", "</img>"]);
        check("<!-- <div> -->\n\na\n\n</div>\n", &["<!-- <div> -->", "a", "</div>"]);
    }
}
