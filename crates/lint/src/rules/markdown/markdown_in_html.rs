//! Owns the rule `markdown-in-html`.

use crate::rule::rule;
use crate::rules::blank_lines;
use crate::{Context, Fix, Kind, Line};
use foreword_core::dialects::Grammar;
use foreword_core::{Edit, Span};

rule! {
    /// Markdown stands in a block of raw HTML, where it stays as it is typed.
    ///
    /// **Why.** Readers see the asterisks and brackets. In most generators, Markdown begins again after a blank
    /// line; in Jekyll, in an element with `markdown="1"`.
    ///
    /// ````md bad
    /// <div class="note">
    /// Bring a **coat**.
    /// </div>
    /// ````
    ///
    /// ````md bad jekyll
    /// <div class="note">
    ///
    /// See [the map](map.html).
    ///
    /// </div>
    /// ````
    ///
    /// ````md good
    /// <div class="note">
    ///
    /// Bring a **coat**.
    ///
    /// </div>
    /// ````
    ///
    /// ````md good jekyll
    /// <div class="note" markdown="1">
    /// See [the map](map.html).
    /// </div>
    /// ````
    ///
    /// **Fix.** Adds the blank lines, or `markdown="1"`.
    ///
    /// **Source.** CommonMark 0.31.2, section 4.6; kramdown's syntax, “HTML blocks”.
    MARKDOWN_IN_HTML { id: "markdown-in-html", group: Markdown, severity: Warning, check: check }
}

/// Elements whose text is no prose.
const LITERAL: [&str; 8] = ["script", "style", "pre", "code", "textarea", "svg", "math", "template"];

fn check(cx: &mut Context<'_, '_>) {
    if !cx.document.settings.raw_html {
        // Nothing of it is published.
        return;
    }
    let source = cx.source();
    for block in cx.facts.all(Kind::HtmlBlock) {
        let text = block.span.slice(source).trim_start();
        let name = text.strip_prefix('<').unwrap_or("");
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || is_literal(name) {
            continue;
        }
        let kramdown = cx.document.settings.grammar == Grammar::Kramdown;
        let lines = blank_lines::lines_of(cx, block);
        let Some(found) = first_markdown(cx, lines.start..lines.end, kramdown) else { continue };
        let Some(line) = cx.facts.lines.get(found) else { continue };
        let fix = if kramdown { attribute(block.span, source) } else { blank(cx, found, lines.end) };
        let indent = line.text(source).len() - line.content(source).len();
        let place = Span::new(line.span.start + indent, line.span.end).trim_end(source);
        let message = "Markdown in a block of raw HTML stays as it is typed.";
        cx.report(place, message, fix.into_iter().collect());
    }
}

/// The first line of a block that has Markdown which nothing makes HTML of.
fn first_markdown(cx: &Context<'_, '_>, lines: std::ops::Range<usize>, kramdown: bool) -> Option<usize> {
    let source = cx.source();
    let mut literal: Option<&str> = None;
    let mut in_comment = false;
    for number in lines {
        let line = cx.facts.lines.get(number)?;
        let text = line.text(source);
        if let Some(name) = literal {
            if text.contains(&format!("</{name}")) {
                literal = None;
            }
            continue;
        }
        if in_comment || text.contains("<!--") {
            in_comment = !text.contains("-->");
            continue;
        }
        if let Some(name) = LITERAL.into_iter().find(|name| text.contains(&format!("<{name}"))) {
            literal = Some(name).filter(|name| !text.contains(&format!("</{name}")));
            continue;
        }
        // kramdown reads some of the block as Markdown, and tells by events.
        let read = kramdown && !cx.facts.is_literal(line.span.start + text.len() - text.trim_start().len());
        if !read && is_markdown(line, source) {
            return Some(number);
        }
    }
    None
}

fn is_literal(tag: &str) -> bool {
    let length = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    tag.get(..length).is_some_and(|name| LITERAL.iter().any(|literal| literal.eq_ignore_ascii_case(name)))
}

/// Whether a line has a heading, a link, bold text or code of Markdown outside of its tags.
fn is_markdown(line: &Line, source: &str) -> bool {
    let text = line.content(source);
    let hashes = text.len() - text.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && text.get(hashes..).is_some_and(|rest| rest.starts_with(' ')) {
        return true;
    }
    let mut rest = text;
    let mut outside = String::new();
    while let Some((before, tag)) = rest.split_once('<') {
        outside.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    outside.push_str(rest);
    has_link(&outside) || has_pair(&outside, "**") || has_pair(&outside, "`")
}

/// `[text](address)`
fn has_link(text: &str) -> bool {
    text.split_once("](").is_some_and(|(before, after)| before.contains('[') && after.contains(')'))
}

/// Two marks around words that touch them.
fn has_pair(text: &str, mark: &str) -> bool {
    let mut pieces = text.split(mark).skip(1);
    let inner = pieces.next().filter(|_| pieces.next().is_some());
    inner.is_some_and(|inner| !inner.is_empty() && inner.trim() == inner)
}

/// Blank lines around the Markdown.
fn blank(cx: &Context<'_, '_>, number: usize, end: usize) -> Option<Fix> {
    let source = cx.source();
    let line = cx.facts.lines.get(number)?;
    let text = line.text(source);
    let closing = (number + 1..end)
        .find(|next| cx.facts.lines.get(*next).is_some_and(|line| line.content(source).starts_with('<')));
    // Indented text would be code, and text right after a tag stays in the block.
    if text.starts_with(['<', '\t', '>']) || text.starts_with("    ") {
        return None;
    }
    let line_break = blank_lines::line_break(source, line.span.end);
    let mut edits = vec![Edit::insert(line.span.start, line_break)];
    if let Some(closing) = closing.and_then(|closing| cx.facts.lines.get(closing)) {
        edits.push(Edit::insert(closing.span.start, line_break));
    }
    Some(Fix::suggested("Add blank lines around it", edits))
}

/// `markdown="1"` in the block's first tag.
fn attribute(block: Span, source: &str) -> Option<Fix> {
    let text = block.slice(source);
    let start = text.find('<')? + 1;
    let length = text.get(start..)?.find(|c: char| !c.is_ascii_alphanumeric())?;
    let edit = Edit::insert(block.start + start + length, " markdown=\"1\"");
    Some(Fix::suggested("Have the element's Markdown read", vec![edit]))
}
