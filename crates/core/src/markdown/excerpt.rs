//! Owns `<!--more-->` inside a paragraph: for Hugo the paragraph ends there and another begins
//! (<https://gohugo.io/content-management/summaries/#manual-summary>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// The events with the paragraph divided at the first mark that stands in one.
pub(super) fn divide<'a>(source: &'a str, mut events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let mark = |event: &Event<'_>| matches!(event, Event::InlineHtml(html) if html.as_ref() == "<!--more-->");
    let Some(at) = events.iter().position(|(event, _)| mark(event)) else { return events };
    let Some(start) = paragraph_around(&events, at) else { return events };
    let Some((_, span)) = events.get(at).map(|(event, span)| (event, *span)) else { return events };
    let rest = events.split_off(at + 1);
    events.truncate(at);
    // White space beside the mark goes, as it does at the edges of every paragraph.
    while events.last().is_some_and(|(event, _)| matches!(event, Event::SoftBreak)) {
        events.pop();
    }
    if let Some((event @ Event::Text(_), last)) = events.last_mut() {
        last.end = last.start + last.slice(source).trim_end().len();
        *event = Event::Text(CowStr::Borrowed(last.slice(source)));
    }
    if events.last().is_some_and(|(event, last)| matches!(event, Event::Text(_)) && last.is_empty()) {
        events.pop();
    }
    events.push((Event::End(TagEnd::Paragraph), Span::new(start.start, span.start)));
    let mut rest = rest.into_iter().skip_while(|(event, _)| matches!(event, Event::SoftBreak)).peekable();
    events.push((Event::Start(Tag::Paragraph), Span::new(span.end, start.end)));
    if let Some((Event::Text(_), first)) = rest.peek() {
        let text = first.slice(source);
        let first = Span::new(first.end - text.trim_start().len(), first.end);
        rest.next();
        events.push((Event::Text(CowStr::Borrowed(first.slice(source))), first));
    }
    events.extend(rest);
    events
}

/// The span of the paragraph that the event at `at` stands in, if it stands in one and in nothing inside it.
fn paragraph_around(events: &[Spanned<'_>], at: usize) -> Option<Span> {
    let mut depth = 0usize;
    for (event, span) in events.get(..at)?.iter().rev() {
        match event {
            Event::End(_) => depth += 1,
            Event::Start(tag) if depth == 0 => return matches!(tag, Tag::Paragraph).then_some(*span),
            Event::Start(_) => depth -= 1,
            _ => {}
        }
    }
    None
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
