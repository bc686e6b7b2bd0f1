//! Owns the rule `bold-line-as-heading`.

use crate::rule::rule;
use crate::{Context, Element, Fix, Kind, text_of};
use foreword_core::{Edit, Span};

rule! {
    /// A line of bold or emphasised words stands where a heading is meant.
    ///
    /// **Why.** People who listen to a page jump from heading to heading and miss the line; it is in no table of
    /// contents either. Words that end like a sentence are no heading.
    ///
    /// ````md bad
    /// **What to bring**
    ///
    /// A coat and a map.
    /// ````
    ///
    /// ````md bad
    /// ## The trip
    ///
    /// ***Morning***
    ///
    /// We left early.
    /// ````
    ///
    /// ````md good
    /// ## What to bring
    ///
    /// **A coat and a map!**
    /// ````
    ///
    /// ````md good
    /// ![A map of the harbour](harbour.png)
    ///
    /// *The harbour in spring*
    /// ````
    ///
    /// **Fix.** Makes a heading of it.
    ///
    /// **Source.** WCAG 2.2, failure F2; markdownlint MD036.
    BOLD_LINE_AS_HEADING {
        id: "bold-line-as-heading",
        aliases: ["MD036"],
        group: Accessibility,
        severity: Warning,
        choices: ["punctuation" = ".,;:!?。，；：！？…）": "The signs that no heading ends with."],
        check: check,
    }
}

/// No heading is longer, in bytes.
const LONGEST: usize = 200;

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let signs = cx.chosen("punctuation");
    let facts = cx.facts;
    let mut after_image = false;
    for number in facts.numbers(Kind::Paragraph) {
        let Some(paragraph) = facts.elements.get(*number).filter(|paragraph| paragraph.parent.is_none())
        else {
            continue;
        };
        let is_caption = std::mem::replace(
            &mut after_image,
            facts.children(*number).any(|child| child.kind == Kind::Image),
        );
        let Some(words) = only_child(cx, *number, paragraph) else { continue };
        let text = words.inner.slice(source);
        let ends_a_sentence = text.trim_end().ends_with(|c| signs.contains(c));
        let is_italic = words.kind == Kind::Emphasis;
        if text.is_empty()
            || text.len() > LONGEST
            || ends_a_sentence
            || is_quote(text)
            || is_italic && is_caption
        {
            continue;
        }
        let fixes = fixes(cx, words, paragraph);
        let name = text_of(cx.document, words);
        cx.report(words.span, format!("“{name}” looks like a heading, but is none."), fixes);
    }
}

/// The bold or emphasised words that are all of a paragraph, without other markup in them.
fn only_child<'d>(cx: &Context<'d, '_>, number: usize, paragraph: &Element) -> Option<&'d Element> {
    let mut children = cx.facts.children(number).filter(|child| child.kind != Kind::InlineHtml);
    let words = children.next().filter(|child| is_emphasis(child))?;
    let source = cx.source();
    let span = paragraph.span.trim_end(source);
    let around = [Span::new(span.start, words.span.start), Span::new(words.span.end, span.end)];
    let is_all = around.iter().all(|rest| is_tags(rest.slice(source)));
    if children.next().is_some() || !is_all {
        return None;
    }
    // Both bold and emphasised.
    let inner =
        cx.facts.elements.get(number + 2).filter(|inner| inner.span == words.inner && is_emphasis(inner));
    let words = inner.unwrap_or(words);
    let is_plain = !words.inner.slice(source).contains(['\n', '\r', '`', '[', '<', '*']);
    is_plain.then_some(words)
}

fn is_emphasis(element: &Element) -> bool {
    matches!(element.kind, Kind::Emphasis | Kind::Strong)
}

/// What somebody said is no heading.
fn is_quote(text: &str) -> bool {
    let quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '「' | '」');
    text.starts_with(quote) && text.ends_with(quote)
}

/// Whether text is nothing but tags and space.
fn is_tags(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.starts_with('<') && text.ends_with('>')
}

/// A heading of the level below the one before, or of the same.
fn fixes(cx: &Context<'_, '_>, words: &Element, paragraph: &Element) -> Vec<Fix> {
    let source = cx.source();
    let line = paragraph.span.trim_end(source);
    if !line.slice(source).starts_with(['*', '_']) {
        // There is a tag before it.
        return Vec::new();
    }
    let headings = &cx.document.headings;
    let after = headings.partition_point(|heading| heading.span.start < words.span.start);
    let above = after.checked_sub(1).and_then(|at| headings.get(at)).map(|heading| heading.level);
    let levels = match above {
        None | Some(1) => [Some(2), None],
        Some(level) => [Some((level + 1).min(6)), Some(level).filter(|level| *level < 6)],
    };
    let text = words.inner.slice(source);
    let make = |level: u8| {
        let heading = format!("{} {text}", "#".repeat(usize::from(level)));
        Fix::suggested(format!("Make it a level {level} heading"), vec![Edit::replace(line, heading)])
    };
    levels.into_iter().flatten().map(make).collect()
}
