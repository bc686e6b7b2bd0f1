//! Owns how definition lists are divided: every line before a definition is a term of its own, and a definition
//! has a paragraph only after a blank line (<https://michelf.ca/projects/php-markdown/extra/#def-list>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The events with definition lists divided so.
pub(super) fn divide<'a>(source: &str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    if !events.iter().any(|(event, _)| matches!(event, Event::Start(Tag::DefinitionList))) {
        return events;
    }
    let mut out = Vec::with_capacity(events.len());
    let mut open: Vec<Open> = Vec::new();
    for (event, span) in events {
        match &event {
            Event::Start(tag) => {
                let (opened, shown) = match (tag, open.last_mut()) {
                    (Tag::DefinitionListDefinition, _) if !follows_blank_line(source, span.start) => {
                        (Open::Tight, true)
                    }
                    (Tag::DefinitionListTitle, _) => (Open::Term(span), true),
                    // Only the first paragraph of such a definition goes.
                    (Tag::Paragraph, Some(parent @ Open::Tight)) => {
                        *parent = Open::Other;
                        (Open::Left, false)
                    }
                    _ => (Open::Other, true),
                };
                open.push(opened);
                if shown {
                    out.push((event, span));
                }
            }
            Event::End(_) => {
                if !matches!(open.pop(), Some(Open::Left)) {
                    out.push((event, span));
                }
            }
            Event::SoftBreak if let Some(Open::Term(term)) = open.last() => {
                out.push((Event::End(TagEnd::DefinitionListTitle), Span::new(term.start, span.start)));
                out.push((Event::Start(Tag::DefinitionListTitle), Span::new(span.end, term.end)));
            }
            _ => out.push((event, span)),
        }
    }
    out
}

/// An element that is open.
enum Open {
    /// A definition right after its term or another definition, whose first paragraph has not come yet.
    Tight,
    /// A term.
    Term(Span),
    /// A paragraph whose tags are left out.
    Left,
    Other,
}

/// Whether the line before the one at `at` is blank but for the marks of quotes.
fn follows_blank_line(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or("");
    let Some((lines, _)) = before.rsplit_once('\n') else { return false };
    let line = lines.rsplit_once('\n').map_or(lines, |(_, line)| line);
    line.bytes().all(|byte| byte.is_ascii_whitespace() || byte == b'>')
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document, html};
    use insta::assert_snapshot;

    #[test]
    fn terms_and_definitions() {
        let source = "Tea\n*Chai*\n: hot\n\n  and\n: sweet\n\nCake\n\n: baked\n";
        let document = Document::parse(source, Context { dialect: Some("hugo"), ..Context::default() });
        assert_snapshot!(html::render(&document, html::Caps::NONE, None).html(), @r"
        <dl>
        <dt>Tea</dt>
        <dt><em>Chai</em></dt>
        <dd>hot
        <p>and</p>
        </dd>
        <dd>sweet</dd>
        <dt>Cake</dt>
        <dd>
        <p>baked</p>
        </dd>
        </dl>
        ");
    }
}
