//! Owns the rule `skipped-heading-level`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A heading is more than one level below the heading before it.
    ///
    /// **Why.** People who listen to a page jump from heading to heading; a missing level sounds like a
    /// missing section. Outlines and tables of contents come out wrong too. The title in the front matter
    /// counts as level 1; without one, a post may begin with any level.
    ///
    /// ````md bad
    /// # Cooking
    ///
    /// ### Soup
    /// ````
    ///
    /// ````md bad
    /// ---
    /// title: Cooking
    /// ---
    /// ### Soup
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Cooking
    /// ---
    /// ## Soup
    ///
    /// ### Tomato
    ///
    /// ## Bread
    /// ````
    ///
    /// **Fix.** Sets the heading to the level that comes next.
    ///
    /// **Source.** WCAG 2.2, technique G141; markdownlint MD001.
    SKIPPED_HEADING_LEVEL { id: "skipped-heading-level", aliases: ["MD001"], group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let has_title = cx.document.front_matter.as_ref().is_some_and(|header| header.get(&["title"]).is_some());
    let mut level_before = if has_title { 1 } else { 0 };
    for heading in &cx.document.headings {
        let expected = level_before + 1;
        if level_before > 0 && heading.level > expected {
            let message = if level_before == 1 && has_title && heading.event == first_event(cx) {
                format!("This is a level {} heading, but the title above it is level 1.", heading.level)
            } else {
                format!("This is a level {} heading right after one of level {level_before}.", heading.level)
            };
            let fixes = level_fix(cx.document.source, heading.span, heading.level, expected);
            let line = Span::new(heading.span.start, heading.span.end).trim_end(cx.document.source);
            cx.report(line, message, fixes);
        }
        level_before = heading.level;
    }
}

fn first_event(cx: &Context<'_, '_>) -> usize {
    cx.document.headings.first().map_or(usize::MAX, |heading| heading.event)
}

/// Only `#` headings can be skipped to: underlined ones are of level 1 or 2, so level 2 after nothing.
fn level_fix(source: &str, span: Span, level: u8, expected: u8) -> Vec<Fix> {
    let marks = span.slice(source).bytes().take_while(|byte| *byte == b'#').count();
    if marks != usize::from(level) {
        return Vec::new();
    }
    let edit = Edit::replace(Span::new(span.start, span.start + marks), "#".repeat(usize::from(expected)));
    vec![Fix::suggested(format!("Make it a level {expected} heading"), vec![edit])]
}
