//! Owns how headings are written: with `#` before, with `#` before and after, or underlined.

use crate::{Context, Element, Kind};
use foreword_core::Span;
use pulldown_cmark::{Event, Tag};

/// A way to write a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `# A`
    Open,
    /// `# A #`
    Closed,
    /// A line of `=` or `-` below.
    Underlined,
}

/// A heading as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heading<'f> {
    /// The heading among the post's elements.
    pub element: &'f Element,
    /// 1 to 6.
    pub level: usize,
    /// How it is written.
    pub style: Style,
    /// All of it, without the last line's break.
    pub span: Span,
    /// The `#` before the text; empty where it is underlined.
    pub opening: Span,
    /// The text; empty after the opening where there is none.
    pub text: Span,
    /// The `#` after the text or the line below it; empty where there is neither.
    pub closing: Span,
}

impl Heading<'_> {
    /// Whether it is a tab of a group of panels in Docfx: `# [Linux](#tab/linux)`.
    pub(crate) fn is_tab(&self, source: &str) -> bool {
        let text = self.text.slice(source);
        text.starts_with('[') && text.contains("](#tab/")
    }
}

/// The headings of a post in the order of its events.
pub(crate) fn all<'d>(cx: &Context<'d, '_>) -> impl Iterator<Item = Heading<'d>> + use<'d> {
    let (document, source) = (cx.document, cx.document.source);
    cx.facts.all(Kind::Heading).filter_map(move |element| match document.events.get(element.events.start) {
        Some((Event::Start(Tag::Heading { level, .. }), _)) => {
            read(source, element, usize::from(*level as u8))
        }
        _ => None,
    })
}

fn read<'f>(source: &str, element: &'f Element, level: usize) -> Option<Heading<'f>> {
    let span = element.span.trim_end(source);
    let written = span.slice(source);
    if let Some(last_break) = written.rfind(['\n', '\r']) {
        // Only underlined headings have more than one line.
        let text = Span::new(span.start, span.start + last_break).trim_end(source);
        let line = written.get(last_break + 1..)?;
        let closing =
            Span::new(span.end - line.trim_start_matches([' ', '\t', '>']).len().min(line.len()), span.end);
        let opening = Span::new(span.start, span.start);
        return Some(Heading { element, level, style: Style::Underlined, span, opening, text, closing });
    }
    let hashes = written.bytes().take_while(|byte| *byte == b'#').count();
    let opening = Span::new(span.start, span.start + hashes);
    let rest = written.get(hashes..).filter(|_| hashes > 0)?;
    let before = rest.trim_end_matches('#');
    let is_closed = before.len() < rest.len() && before.ends_with([' ', '\t']);
    let text = if is_closed { before } else { rest }.trim_matches([' ', '\t']);
    let closing = Span::new(span.end - if is_closed { rest.len() - before.len() } else { 0 }, span.end);
    let start = if text.is_empty() {
        opening.end
    } else {
        opening.end + (rest.len() - rest.trim_start_matches([' ', '\t']).len())
    };
    let style = if is_closed { Style::Closed } else { Style::Open };
    Some(Heading {
        element,
        level,
        style,
        span,
        opening,
        text: Span::new(start, start + text.len()),
        closing,
    })
}
