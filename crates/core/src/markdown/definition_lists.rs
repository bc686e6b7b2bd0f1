//! Owns how definition lists are divided: every line before a definition is a term of its own, and a definition
//! has a paragraph only after a blank line (<https://michelf.ca/projects/php-markdown/extra/#def-list>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Goes along with the events of blocks and tells which paragraphs of definitions are none.
#[derive(Debug, Default)]
pub(super) struct Division {
    /// The elements that are open, from the outermost definition list on.
    open: Vec<Open>,
}

impl Division {
    /// Whether this event of a block is shown.
    pub(super) fn shows(&mut self, source: &str, (event, span): &Spanned<'_>) -> bool {
        match event {
            Event::Start(tag) => {
                let (opened, shown) = match (tag, self.open.last_mut()) {
                    (Tag::DefinitionList, None) => (Open::Other, true),
                    (_, None) => return true,
                    (Tag::DefinitionListDefinition, _) if !follows_blank_line(source, span.start) => {
                        (Open::Tight, true)
                    }
                    // Only the first paragraph of such a definition goes.
                    (Tag::Paragraph, Some(parent @ Open::Tight)) => {
                        *parent = Open::Other;
                        (Open::Left, false)
                    }
                    _ => (Open::Other, true),
                };
                self.open.push(opened);
                shown
            }
            Event::End(_) => !matches!(self.open.pop(), Some(Open::Left)),
            _ => true,
        }
    }
}

/// The inline content of a term, every line of it as a term of its own.
pub(super) fn divide<'a>(content: Vec<Spanned<'a>>, term: Span) -> Vec<Spanned<'a>> {
    let mut out = Vec::with_capacity(content.len());
    let mut depth = 0usize;
    for (event, span) in content {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::SoftBreak if depth == 0 => {
                out.push((Event::End(TagEnd::DefinitionListTitle), Span::new(term.start, span.start)));
                out.push((Event::Start(Tag::DefinitionListTitle), Span::new(span.end, term.end)));
                continue;
            }
            _ => {}
        }
        out.push((event, span));
    }
    out
}

/// An element that is open.
#[derive(Debug)]
enum Open {
    /// A definition right after its term or another definition, whose first paragraph has not come yet.
    Tight,
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
