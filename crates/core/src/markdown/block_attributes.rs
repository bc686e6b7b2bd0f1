//! Owns attributes on a line of their own after a block: `{.class #id key="value"}`
//! (<https://gohugo.io/content-management/markdown-attributes/#block>). They belong to the block right before
//! them. The parser sees their line as blank.

use super::lines::{indentation, lies_deeper};
use super::{Attributes, Spanned};
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// A line of attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) span: Span,
    /// How many bytes its indentation is.
    column: usize,
    attributes: Vec<(String, String)>,
}

/// The line of attributes that begins with the text at `span`, if it is one and follows a line which is not blank.
pub(super) fn line(source: &str, span: Span) -> Option<Line> {
    let column = indentation(source, span.start)?;
    let before = source.get(..span.start - column).and_then(|before| before.lines().next_back());
    let is_blank = |line: &str| line.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
    if before.is_none_or(is_blank) {
        return None;
    }
    let line = source.get(span.start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let attributes = read(line.trim_end())?;
    Some(Line { span: Span::new(span.start, span.start + line.len()), column, attributes })
}

/// The attributes between braces, if there is nothing else.
fn read(text: &str) -> Option<Vec<(String, String)>> {
    let mut rest = text.strip_prefix('{')?.strip_suffix('}')?.trim_start();
    let mut classes: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let length = rest.find([' ', '\t', '=', '"']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(length);
        if name.len() < 2 && !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        rest = if let Some(class) = name.strip_prefix('.') {
            classes.push(class);
            after
        } else if let Some(id) = name.strip_prefix('#') {
            found.push(("id".to_owned(), id.to_owned()));
            after
        } else {
            let value = after.strip_prefix('=')?;
            let (value, after) = match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"')?,
                None => value.split_at(value.find([' ', '\t']).unwrap_or(value.len())),
            };
            found.push((name.to_owned(), value.to_owned()));
            after
        };
        if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
            return None;
        }
        rest = rest.trim_start();
    }
    if !classes.is_empty() {
        found.push(("class".to_owned(), classes.join(" ")));
    }
    (!found.is_empty()).then_some(found)
}

/// Which event begins the block that each line of attributes belongs to.
pub(super) fn attach(source: &str, events: &[Spanned<'_>], lines: &[Line]) -> Attributes {
    let mut attributes = Attributes::new();
    let mut lines = lines.iter().peekable();
    // Of each element that is open, its first event; and the block in it that ended last.
    let mut open: Vec<usize> = Vec::new();
    let mut last: Vec<Option<usize>> = vec![None];
    for (index, (event, span)) in events.iter().enumerate() {
        while let Some(line) = lines.next_if(|line| comes_before(source, line, event, *span)) {
            if let Some(Some(block)) = last.last() {
                attributes.push((*block, own(line, events.get(*block))));
            }
        }
        match event {
            Event::Start(_) => {
                open.push(index);
                last.push(None);
            }
            Event::End(_) => {
                last.pop();
                if let (Some(start), Some(before)) = (open.pop(), last.last_mut()) {
                    *before = Some(start);
                }
            }
            Event::Rule => last.last_mut().into_iter().for_each(|before| *before = Some(index)),
            _ => {}
        }
    }
    if let Some(Some(block)) = last.last() {
        attributes.extend(lines.map(|line| (*block, own(line, events.get(*block)))));
    }
    attributes.sort_by_key(|(index, _)| *index);
    attributes.dedup_by_key(|(index, _)| *index);
    attributes
}

/// The attributes of a line; a heading has its own id already.
fn own(line: &Line, block: Option<&Spanned<'_>>) -> Vec<(String, String)> {
    let is_heading = matches!(block, Some((Event::Start(Tag::Heading { .. }), _)));
    let attributes = line.attributes.iter().filter(|(name, _)| !is_heading || name != "id");
    attributes.cloned().collect()
}

/// Whether a line stands before this event: before what starts after it, and inside what ends after it.
fn comes_before(source: &str, line: &Line, event: &Event<'_>, span: Span) -> bool {
    match event {
        Event::End(TagEnd::Item) => {
            // Blank lines after a list count as its last item's.
            line.span.start < span.end && lies_deeper(source, line.column, span.start)
        }
        Event::End(TagEnd::BlockQuote(_)) => {
            // After a quote without its mark, the line is the quote's.
            let marks = source.get(line.span.start - line.column..line.span.start);
            line.span.start < span.end && marks.is_some_and(|marks| marks.contains('>'))
        }
        Event::End(_) => false,
        _ => line.span.start <= span.start,
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::{Context, Document, html};
    use insta::assert_snapshot;

    #[test]
    fn attributes_in_braces() {
        let read = |text: &str| {
            let pairs = read(text)?;
            Some(pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(read("{.a #b c=\"d e\" .f g=h}").as_deref(), Some("id=b c=d e g=h class=a f"));
        assert_eq!(read("{}"), None);
        assert_eq!(read("{: .a}"), None);
        assert_eq!(read("{.a} b"), None);
        assert_eq!(read("{a}"), None);
    }

    #[test]
    fn attributes_belong_to_the_block_before() {
        let source = "# H\n{.h}\n\na ~b~\n{.p}\n\n- x\n- y\n{.l}\n\n> q\n{.q}\n\n|t|\n|-|\n|u|\n{#t}\n\n---\n{.r}\n\n{.none}\n";
        let context = Context { dialect: Some("hugo"), ..Context::default() };
        let document =
            Document::parse_with(source, context, |hugo| hugo.apply("block-attributes", "on").unwrap());
        assert_snapshot!(html::render(&document, html::Caps::NONE, None).html(), @r#"
        <h1 class="h" id="h">H</h1>
        <p class="p">a <del>b</del></p>
        <ul class="l">
        <li>x</li>
        <li>y</li>
        </ul>
        <blockquote class="q">
        <p>q</p>
        </blockquote>
        <table id="t"><thead><tr><th>t</th></tr></thead><tbody>
        <tr><td>u</td></tr>
        </tbody></table>
        <hr class="r" />
        <p>{.none}</p>
        "#);
    }
}
