//! Owns the rule `list-without-blank-lines`.

use crate::rule::rule;
use crate::rules::blank_lines;
use crate::{Context, Element, Kind};
use pulldown_cmark::{Event, Tag, TagEnd};

rule! {
    /// A list has no blank line before or after it.
    ///
    /// **Why.** Some generators take the list for a part of the paragraph then, and show its markers as text.
    ///
    /// ````md bad
    /// Bring with you:
    /// - a coat
    /// - a map
    /// ````
    ///
    /// ````md bad
    /// > Bring with you:
    /// > 1. a coat
    /// > 2. a map
    /// ````
    ///
    /// ````md bad
    /// # What to bring
    ///
    /// - a coat
    /// - a map
    /// ***
    /// ````
    ///
    /// ````md good
    /// Bring with you:
    ///
    /// - a coat
    /// - a map
    ///
    /// Leave early.
    /// ````
    ///
    /// **Fix.** Adds the blank line.
    ///
    /// **Source.** markdownlint MD032.
    LIST_WITHOUT_BLANK_LINES { id: "list-without-blank-lines", aliases: ["MD032"], group: Markdown, severity: Info, check: check }
}

/// The number of the line after the last that shows something: a list's range may reach over definitions below it.
fn end(cx: &Context<'_, '_>, list: &Element) -> usize {
    let events = cx.document.events.get(list.events.clone()).unwrap_or(&[]);
    let around = |event: &Event<'_>| {
        matches!(event, Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition))
    };
    // An item without content is its marker.
    let last =
        events.iter().rev().find(|(event, _)| !around(event) && !matches!(event, Event::End(TagEnd::Item)));
    last.map_or(0, |(event, span)| match event {
        Event::Start(Tag::Item) => cx.facts.line_at(span.start) + 1,
        _ => cx.facts.lines_of(cx.source(), *span).end,
    })
}

fn check(cx: &mut Context<'_, '_>) {
    let mut lists = Vec::new();
    for list in cx.facts.all(Kind::List) {
        if !cx.facts.ancestors(list).any(|around| around.kind == Kind::List) {
            let mut lines = blank_lines::lines_of(cx, list);
            lines.end = end(cx, list).clamp(lines.start + 1, lines.end.max(lines.start + 1));
            lists.push((list, lines));
        }
    }
    blank_lines::check(cx, lists.into_iter(), "list");
}
