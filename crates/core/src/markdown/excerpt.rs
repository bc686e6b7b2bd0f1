//! Owns `<!--more-->` inside a paragraph: for Hugo the paragraph ends there and another begins
//! (<https://gohugo.io/content-management/summaries/#manual-summary>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// What ends the excerpt.
pub(super) const MARK: &str = "<!--more-->";

pub(super) fn is_mark(event: &Event<'_>) -> bool {
    matches!(event, Event::InlineHtml(html) if html.as_ref() == MARK)
}

/// The content of a paragraph, divided at the first mark if that stands in nothing inside the paragraph.
pub(super) fn divide<'a>(
    source: &'a str,
    mut content: Vec<Spanned<'a>>,
    paragraph: Span,
) -> Vec<Spanned<'a>> {
    let Some(at) = content.iter().position(|(event, _)| is_mark(event)) else { return content };
    let before = content.get(..at).unwrap_or_default();
    let opened = before.iter().filter(|(event, _)| matches!(event, Event::Start(_))).count();
    let closed = before.iter().filter(|(event, _)| matches!(event, Event::End(_))).count();
    if opened > closed {
        return content;
    }
    let rest = content.split_off(at + 1);
    let Some((_, mark)) = content.pop() else { return content };
    // White space beside the mark goes, as it does at the edges of every paragraph.
    while content.last().is_some_and(|(event, _)| matches!(event, Event::SoftBreak)) {
        content.pop();
    }
    if let Some((event @ Event::Text(_), last)) = content.last_mut() {
        last.end = last.start + last.slice(source).trim_end().len();
        *event = Event::Text(CowStr::Borrowed(last.slice(source)));
    }
    if content.last().is_some_and(|(event, last)| matches!(event, Event::Text(_)) && last.is_empty()) {
        content.pop();
    }
    content.push((Event::End(TagEnd::Paragraph), Span::new(paragraph.start, mark.start)));
    let mut rest = rest.into_iter().skip_while(|(event, _)| matches!(event, Event::SoftBreak)).peekable();
    content.push((Event::Start(Tag::Paragraph), Span::new(mark.end, paragraph.end)));
    if let Some((_, first)) = rest.next_if(|(event, _)| matches!(event, Event::Text(_))) {
        let text = first.slice(source);
        let first = Span::new(first.end - text.trim_start().len(), first.end);
        if !first.is_empty() {
            content.push((Event::Text(CowStr::Borrowed(first.slice(source))), first));
        }
    }
    content.extend(rest);
    content
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document, html};

    #[test]
    fn the_mark_divides_its_paragraph() {
        let under = |source: &str| {
            let document = Document::parse(source, Context { dialect: Some("hugo"), ..Context::default() });
            html::render(&document, html::Caps::NONE, None).html()
        };
        assert_eq!(under("a <!--more--> b\n"), "<p>a</p>\n<p>b</p>\n");
        assert_eq!(under("*a* <!--more-->\n*b*\n"), "<p><em>a</em></p>\n<p><em>b</em></p>\n");
        assert_eq!(under("a <!--less--> b\n"), "<p>a <!-- raw HTML omitted --> b</p>\n");
    }
}
