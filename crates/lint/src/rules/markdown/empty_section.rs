//! Owns the rule `empty-section`.

use crate::rule::rule;
use crate::{Context, Element, Kind};
use foreword_core::Span;

rule! {
    /// A heading has nothing below it.
    ///
    /// **Why.** Readers look for what the heading promises; often a part of the post was lost or not yet written.
    /// A post of nothing but headings is an outline, and fine.
    ///
    /// ````md bad
    /// ## Soup
    ///
    /// ## Bread
    ///
    /// Knead it well.
    /// ````
    ///
    /// ````md bad
    /// ## Bread
    ///
    /// Knead it well.
    ///
    /// ## Cheese
    /// ````
    ///
    /// ````md good
    /// ## Bread
    ///
    /// ### White
    ///
    /// Knead it well.
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 2.4.6.
    EMPTY_SECTION { id: "empty-section", group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let mut open: Option<(Span, u8)> = None;
    let mut empty = Vec::new();
    let mut headings = document.headings.iter().peekable();
    let mut has_text = false;
    for element in cx.facts.elements.iter().filter(|element| element.parent.is_none()) {
        let is_heading = element.kind == Kind::Heading;
        if !is_heading && is_comment(cx, element) {
            continue;
        }
        has_text |= !is_heading;
        let before = open.take();
        let mut level = 0;
        if is_heading {
            while let Some(heading) = headings.next_if(|heading| heading.event <= element.events.start) {
                level = heading.level;
            }
            open = Some((element.span, level));
        }
        empty.extend(
            before
                .filter(|(_, above)| is_heading && level <= *above)
                .map(|(span, _)| (span, element.span.start)),
        );
    }
    empty.extend(open.map(|(span, _)| (span, cx.source().len())));
    if !has_text {
        // An outline that waits for its text.
        return;
    }
    let calls = &document.calls;
    // How far the calls up to each reach.
    let mut reach = 0;
    let ends: Vec<usize> = calls
        .iter()
        .map(|call| {
            reach = reach.max(call.span.end);
            reach
        })
        .collect();
    for (span, end) in empty {
        // Templates and components show something that is no element here; what is inside of one stands after the rest,
        // so what is below it is not known.
        let next = calls.partition_point(|call| call.span.start < span.end);
        let before = next.checked_sub(1).and_then(|at| ends.get(at)).is_some_and(|reach| *reach > span.start);
        if !before && calls.get(next).is_none_or(|call| call.span.start >= end) {
            cx.report(span.trim_end(cx.source()), "There is nothing below this heading.", Vec::new());
        }
    }
}

fn is_comment(cx: &Context<'_, '_>, element: &Element) -> bool {
    let text = element.span.slice(cx.source()).trim();
    element.kind == Kind::HtmlBlock
        && text.starts_with("<!--")
        && text.find("-->").is_some_and(|end| end + 3 == text.len())
}
