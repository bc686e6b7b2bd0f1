//! Owns the empty paragraph that pulldown-cmark 0.13.0, which Zola 0.22 has, makes of a blank line that is indented like
//! code and comes right after link definitions. Later versions of the parser, ours among them, make none.

use super::{Definition, Spanned};
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The events with these paragraphs. Definitions inside of quotes and lists are passed over.
pub(super) fn insert<'a>(
    source: &str,
    events: Vec<Spanned<'a>>,
    definitions: &[Definition],
) -> Vec<Spanned<'a>> {
    let lines = definitions.iter().filter_map(|definition| indented_blank_line(source, definition.span));
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return events;
    }
    let mut out = Vec::with_capacity(events.len() + 2);
    let mut depth = 0usize;
    for (event, span) in events {
        if depth == 0 {
            while let Some(line) = lines.next_if(|line| line.start <= span.start) {
                push(&mut out, line);
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                // What lies inside of this element is none of the body's own.
                while depth == 0 && lines.next_if(|line| line.start < span.end).is_some() {}
            }
            _ => {}
        }
        out.push((event, span));
    }
    lines.for_each(|line| push(&mut out, line));
    out
}

fn push(out: &mut Vec<Spanned<'_>>, line: Span) {
    out.push((Event::Start(Tag::Paragraph), line));
    out.push((Event::End(TagEnd::Paragraph), line));
}

/// The line after a definition, when it is blank, indented like code, and ends the paragraph.
fn indented_blank_line(source: &str, definition: Span) -> Option<Span> {
    let rest = source.get(definition.end..)?;
    let start = definition.end + rest.find('\n')? + 1;
    if !source.get(definition.end..start)?.trim().is_empty() {
        return None;
    }
    let rest = source.get(start..)?;
    let line = rest.split('\n').next()?;
    let is_indented = line.starts_with("    ") || line.trim_start_matches(' ').starts_with('\t');
    let ends = rest.split('\n').nth(1).is_none_or(|next| next.trim().is_empty());
    (line.trim().is_empty() && is_indented && ends).then(|| Span::new(start, start + line.len()))
}

#[cfg(test)]
mod tests {
    use crate::html::{Caps, render};
    use crate::{Context, Document};

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let document = Document::parse(source, Context { dialect: Some("zola"), ..Context::default() });
        assert_eq!(render(&document, Caps::NONE, None).html(), expected);
    }

    // The expected texts are those of pulldown-cmark 0.13.0.
    #[test]
    fn an_indented_blank_line_after_definitions() {
        check("a\n\n[x]: /y\n    \n", "<p>a</p>\n<p></p>\n");
        check("a\n\n[x]: /y\n\t\n", "<p>a</p>\n<p></p>\n");
        check("a\n\n[x]: /y\n    \n\nb\n", "<p>a</p>\n<p></p>\n<p>b</p>\n");
        check("[x]: /y \"t\"\n    ", "<p></p>\n");
    }

    #[test]
    fn other_blank_lines_are_nothing() {
        check("a\n\n[x]: /y\n  \n", "<p>a</p>\n");
        check("a\n\n[x]: /y\n\nb\n", "<p>a</p>\n<p>b</p>\n");
        check("a\n    \n", "<p>a</p>\n");
    }
}
