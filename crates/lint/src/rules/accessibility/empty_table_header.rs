//! Owns the rule `empty-table-header`.

use crate::rule::rule;
use crate::{Context, Kind, text_of};
use foreword_core::Span;

rule! {
    /// A table has no headings for its columns.
    ///
    /// **Why.** A screen reader says the column's heading with each cell. Without one, people hear a row of numbers
    /// and do not know what they count.
    ///
    /// ````md bad
    /// |       |    |
    /// | ----- | -- |
    /// | Weir  | 12 |
    /// | Ford  | 3  |
    /// ````
    ///
    /// ````md bad
    /// <table>
    /// <tr><td>Weir</td><td>12</td></tr>
    /// <tr><td>Ford</td><td>3</td></tr>
    /// </table>
    /// ````
    ///
    /// ````md good
    /// | Place | Depth in metres |
    /// | ----- | --------------- |
    /// | Weir  | 12              |
    /// | Ford  | 3               |
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 1.3.1 and technique H51.
    EMPTY_TABLE_HEADER { id: "empty-table-header", group: Accessibility, severity: Warning, check: check }
}

const MESSAGE: &str = "This table has no headings for its columns.";

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for head in cx.facts.all(Kind::TableHead) {
        let inside = cx.document.events.get(head.events.clone()).unwrap_or(&[]);
        let shows_image = inside.iter().any(|(event, _)| {
            matches!(
                event,
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Image { .. })
                    | pulldown_cmark::Event::InlineHtml(_)
            )
        });
        if !shows_image && text_of(cx.document, head).trim().is_empty() {
            cx.report(head.span.trim_end(source), MESSAGE, Vec::new());
        }
    }
    // A table of raw HTML whose cells so far are all of data.
    let mut open: Option<(Span, usize)> = None;
    for tag in cx.facts.tags(source) {
        if tag.is(source, "table") {
            tell(cx, open.take());
            open = (!tag.is_hidden(source)).then_some((tag.span, 0));
        } else if tag.is(source, "th") {
            open = None;
        } else if let Some((_, rows)) = open.as_mut().filter(|_| tag.is(source, "tr")) {
            *rows += 1;
        }
    }
    tell(cx, open);
}

/// One row is a layout and not a table.
fn tell(cx: &mut Context<'_, '_>, table: Option<(Span, usize)>) {
    if let Some((span, _)) = table.filter(|(_, rows)| *rows > 1) {
        cx.report(span, MESSAGE, Vec::new());
    }
}
