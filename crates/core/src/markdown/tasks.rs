//! Owns checkboxes that goldmark sees and the parser does not: those without white space after the box
//! (<https://github.com/yuin/goldmark/blob/master/extension/tasklist.go>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag};

/// The events with a checkbox wherever an item begins with `[ ]` or `[x]`.
pub(super) fn find<'a>(source: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let found = |at: usize| {
        let item = events.get(..at).unwrap_or_default();
        events.get(at).is_some_and(|(event, span)| {
            matches!(event, Event::Text(_)) && begins_item(item) && checkbox(source, *span).is_some()
        })
    };
    if !(0..events.len()).any(found) {
        return events;
    }
    let mut out: Vec<Spanned<'a>> = Vec::with_capacity(events.len());
    let mut events = events.into_iter().peekable();
    while let Some((event, span)) = events.next() {
        let begins_item = matches!(event, Event::Text(_)) && begins_item(&out);
        let Some(checked) = begins_item.then(|| checkbox(source, span)).flatten() else {
            out.push((event, span));
            continue;
        };
        let end = span.start + 3;
        out.push((Event::TaskListMarker(checked), Span::new(span.start, end)));
        // The bracket, the mark and the other bracket may be texts of their own.
        let mut last = span;
        while last.end < end
            && let Some((Event::Text(_), next)) = events.peek()
        {
            last = *next;
            events.next();
        }
        let rest = Span::new(end, last.end.max(end));
        let text = rest.slice(source);
        let gap = text.len() - text.trim_start().len();
        let rest = Span::new(rest.start + gap, rest.end);
        if !rest.is_empty() {
            out.push((Event::Text(CowStr::Borrowed(rest.slice(source))), rest));
        }
    }
    out
}

fn begins_item(before: &[Spanned<'_>]) -> bool {
    matches!(
        before,
        [.., (Event::Start(Tag::Item), _)]
            | [.., (Event::Start(Tag::Item), _), (Event::Start(Tag::Paragraph), _)]
    )
}

/// Whether the box is ticked, where there is one.
fn checkbox(source: &str, span: Span) -> Option<bool> {
    match source.get(span.start..)?.as_bytes() {
        [b'[', b' ' | b'\t' | b'\n', b']', ..] => Some(false),
        [b'[', b'x' | b'X', b']', ..] => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document, html};
    use insta::assert_snapshot;

    #[test]
    fn no_white_space_is_needed_after_a_box() {
        let source = "- [ ]a *b*\n- [x] c\n- [y]d\n- e [ ]f\n";
        let document = Document::parse(source, Context { dialect: Some("hugo"), ..Context::default() });
        assert_snapshot!(html::render(&document, html::Caps::NONE, None).html(), @r#"
        <ul>
        <li><input type="checkbox" disabled="" /> a <em>b</em></li>
        <li><input type="checkbox" disabled="" checked="" /> c</li>
        <li>[y]d</li>
        <li>e [ ]f</li>
        </ul>
        "#);
    }
}
