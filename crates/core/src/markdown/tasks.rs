//! Owns checkboxes that goldmark sees and the parser does not: those without white space after the box
//! (<https://github.com/yuin/goldmark/blob/master/extension/tasklist.go>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag};

/// Whether inline content begins an item and is a box there that the parser has not seen. `before` are the events
/// before it, `first` is its first.
pub(super) fn begins(source: &str, before: &[Spanned<'_>], first: &Spanned<'_>) -> bool {
    matches!(first.0, Event::Text(_)) && begins_item(before) && checkbox(source, first.1).is_some()
}

/// Inline content with a checkbox in place of the box that it begins with.
pub(super) fn replace<'a>(source: &'a str, content: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let Some((_, first)) = content.first() else { return content };
    let (start, end) = (first.start, first.start + 3);
    let Some(checked) = checkbox(source, *first) else { return content };
    let mut out: Vec<Spanned<'a>> = Vec::with_capacity(content.len() + 1);
    out.push((Event::TaskListMarker(checked), Span::new(start, end)));
    // The bracket, the mark and the other bracket may be texts of their own.
    let mut content = content.into_iter().peekable();
    let mut last = start;
    while last < end
        && let Some((_, text)) = content.next_if(|(event, _)| matches!(event, Event::Text(_)))
    {
        last = text.end;
    }
    let rest = Span::new(end, last);
    let text = rest.slice(source);
    let rest = Span::new(rest.end - text.trim_start().len(), rest.end);
    if !rest.is_empty() {
        out.push((Event::Text(CowStr::Borrowed(rest.slice(source))), rest));
    }
    out.extend(content);
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
