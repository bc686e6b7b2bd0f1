//! Owns Docusaurus's admonitions: `:::note[Title]` to `:::` is a box
//! (<https://docusaurus.io/docs/markdown-features/admonitions>).
//!
//! The parser sees the two lines as blank; the box comes into the events as raw HTML around its content, so that
//! what stands between its tags stays one block.

use super::Spanned;
use super::lines::{indentation, lies_deeper};
use crate::html::escape_text;
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

/// Keywords, and the class of the colour of each.
const KINDS: [(&str, &str); 9] = [
    ("note", "secondary"),
    ("tip", "success"),
    ("info", "info"),
    ("warning", "warning"),
    ("danger", "danger"),
    ("caution", "warning"),
    ("secondary", "secondary"),
    ("important", "info"),
    ("success", "success"),
];

/// A line that begins or ends a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// The line from its first colon to its end.
    pub(super) line: Span,
    /// How many bytes its indentation is.
    column: usize,
    /// What stands for it in the HTML.
    html: String,
}

/// An opening line that has not been closed yet.
struct Opening {
    colons: usize,
    /// Which of the fences it is.
    fence: usize,
}

/// The lines that begin and end boxes, in order; only those that have a partner.
pub(super) fn find(source: &str, events: &[Spanned<'_>]) -> Vec<Fence> {
    let mut found: Vec<(Fence, bool)> = Vec::new();
    let mut open: Vec<Opening> = Vec::new();
    let mut in_fenced_code = false;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => in_fenced_code = true,
            Event::End(TagEnd::CodeBlock) => in_fenced_code = false,
            Event::Text(text) if !in_fenced_code && text.starts_with(":::") => {
                let Some(column) = indentation(source, span.start) else { continue };
                let rest = source.get(span.start..).unwrap_or("");
                let line = rest.lines().next().unwrap_or("");
                let after = line.trim_start_matches(':');
                let colons = line.len() - after.len();
                let line_span = Span::new(span.start, span.start + line.len());
                if let Some(html) = opening(after) {
                    open.push(Opening { colons, fence: found.len() });
                    found.push((Fence { line: line_span, column, html }, false));
                } else if after.trim().is_empty()
                    && open.last().is_some_and(|opening| opening.colons <= colons)
                    && let Some(opening) = open.pop()
                {
                    if let Some((_, closed)) = found.get_mut(opening.fence) {
                        *closed = true;
                    }
                    found.push((Fence { line: line_span, column, html: "</div></div>\n".to_owned() }, true));
                }
            }
            _ => {}
        }
    }
    found.into_iter().filter_map(|(fence, closed)| closed.then_some(fence)).collect()
}

/// The HTML for what stands after the colons of an opening line.
fn opening(after: &str) -> Option<String> {
    let length = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
    let (kind, rest) = after.split_at(length);
    let (_, colour) = KINDS.iter().find(|(known, _)| *known == kind)?;
    let title = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((title, _)) => title,
        None => rest.split('{').next().unwrap_or(""),
    };
    let title = if title.trim().is_empty() { kind } else { title.trim() };
    let mut html =
        format!("<div class=\"theme-admonition theme-admonition-{kind} alert alert--{colour}\"><div>");
    escape_text(&mut html, title);
    html.push_str("</div><div>\n");
    Some(html)
}

/// The events with the tags of the boxes where their lines stand.
pub(super) fn insert<'a>(source: &str, events: Vec<Spanned<'a>>, fences: &[Fence]) -> Vec<Spanned<'a>> {
    let mut out = Vec::with_capacity(events.len() + fences.len() * 3);
    let mut fences = fences.iter().peekable();
    for (event, span) in events {
        while let Some(fence) = fences.next_if(|fence| comes_before(source, fence, &event, span)) {
            push(&mut out, fence);
        }
        out.push((event, span));
    }
    fences.for_each(|fence| push(&mut out, fence));
    out
}

/// Whether a fence stands before this event: before what starts after it, and inside what ends after it.
fn comes_before(source: &str, fence: &Fence, event: &Event<'_>, span: Span) -> bool {
    match event {
        Event::End(TagEnd::Item) => {
            // Blank lines after a list count as its last item's.
            fence.line.start < span.end && lies_deeper(source, fence.column, span.start)
        }
        Event::End(TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition) => fence.line.start < span.end,
        Event::End(_) => false,
        _ => fence.line.start <= span.start,
    }
}

fn push(out: &mut Vec<Spanned<'_>>, fence: &Fence) {
    out.push((Event::Start(Tag::HtmlBlock), fence.line));
    out.push((Event::Html(CowStr::from(fence.html.clone())), fence.line));
    out.push((Event::End(TagEnd::HtmlBlock), fence.line));
}

#[cfg(test)]
mod tests {
    use crate::{Context, Document, html};
    use insta::assert_snapshot;

    fn docusaurus(source: &str) -> String {
        let context = Context { dialect: Some("docusaurus"), ..Context::default() };
        html::render(&Document::parse(source, context), html::Caps::NONE, None).html()
    }

    #[test]
    fn boxes_with_and_without_a_title() {
        assert_snapshot!(docusaurus("a\n:::note\n- x\n:::\nb\n\n:::tip[T & *t*]\n\nc\n\n:::\n"), @r#"
        <p>a</p>
        <div class="theme-admonition theme-admonition-note alert alert--secondary"><div>note</div><div>
        <ul>
        <li>x</li>
        </ul>
        </div></div>
        <p>b</p>
        <div class="theme-admonition theme-admonition-tip alert alert--success"><div>T &amp; *t*</div><div>
        <p>c</p>
        </div></div>
        "#);
    }

    #[test]
    fn boxes_inside_boxes_and_items() {
        assert_snapshot!(docusaurus("::::info\n:::danger\nx\n:::\n::::\n\n- y\n\n  :::note\n  z\n  :::\n"), @r#"
        <div class="theme-admonition theme-admonition-info alert alert--info"><div>info</div><div>
        <div class="theme-admonition theme-admonition-danger alert alert--danger"><div>danger</div><div>
        <p>x</p>
        </div></div>
        </div></div>
        <ul>
        <li>
        <p>y</p>
        <div class="theme-admonition theme-admonition-note alert alert--secondary"><div>note</div><div>
        <p>z</p>
        </div></div>
        </li>
        </ul>
        "#);
    }

    #[test]
    fn what_is_no_box_stays() {
        assert_snapshot!(docusaurus(":::other\n\n:::note\n\n```\n:::tip\n:::\n```\n"), @r"
        <p>:::other</p>
        <p>:::note</p>
        <pre><code>:::tip
        :::
        </code></pre>
        ");
    }
}
