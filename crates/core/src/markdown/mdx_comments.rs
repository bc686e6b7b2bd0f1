//! Owns MDX's comments, `{/* … */}`, which are not shown (<https://mdxjs.com/docs/what-is-mdx/#expressions>).

use super::Spanned;
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// Where comments stand in text, in order. Those in code and in raw HTML are none.
pub(super) fn find(source: &str, events: &[Spanned<'_>]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut in_code = false;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                for (offset, _) in span.slice(source).match_indices('{') {
                    let start = span.start + offset;
                    let inside = found.last().is_some_and(|comment| start < comment.end);
                    let Some(comment) = source.get(start..).and_then(|text| text.strip_prefix("{/*")) else {
                        continue;
                    };
                    if inside {
                        continue;
                    }
                    // Where this one is not closed, no later one is.
                    let Some(length) = comment.find("*/}") else { return found };
                    found.push(Span::new(start, start + "{/*".len() + length + "*/}".len()));
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document, html};

    #[test]
    fn comments_are_not_shown() {
        let docusaurus = |source: &str| {
            let context = Context { dialect: Some("docusaurus"), ..Context::default() };
            html::render(&Document::parse(source, context), html::Caps::NONE, None).html()
        };
        assert_eq!(docusaurus("a\n\n{/* truncate */}\n\nb\n"), "<p>a</p>\n<p>b</p>\n");
        assert_eq!(docusaurus("{/* *é*\n\n- x */}\n\nb {/* https://c.d */}d\n"), "<p>b d</p>\n");
        assert_eq!(docusaurus("`{/* a */}` {/* b\n"), "<p><code>{/* a */}</code> {/* b</p>\n");
    }
}
