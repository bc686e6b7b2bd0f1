//! Owns the rule `uneven-list-indent`.

use crate::list_items::{self, Item};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// An item of a list is indented more or less than the others.
    ///
    /// **Why.** It looks as if it stood on another level than it does; one space more, and it may. Numbers may
    /// be aligned at their right end.
    ///
    /// ````md bad
    /// - Soup
    ///  - Bread
    /// - Cheese
    /// ````
    ///
    /// ````md bad
    /// 1. Soup
    ///   2. Bread
    /// ````
    ///
    /// ````md good
    /// - Soup
    /// - Bread
    ///   - Rye
    /// - Cheese
    /// ````
    ///
    /// **Fix.** Indents the item like the others, where it has one line.
    ///
    /// **Source.** markdownlint MD005; CommonMark 0.31.2, section 5.2.
    UNEVEN_LIST_INDENT {
        id: "uneven-list-indent",
        aliases: ["MD005"],
        group: Markdown,
        severity: Info,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let items = list_items::by_list(cx.facts, cx.source());
    for list in items.chunk_by(|a, b| a.list == b.list) {
        let Some(first) = list.first() else { continue };
        let mut is_aligned_right = false;
        let first_end = first.column + first.marker.len();
        for item in list {
            let end = item.column + item.marker.len();
            let is_uneven = item.column != first.column;
            if item.value.is_none() {
                if is_uneven {
                    report(cx, item, first.column);
                }
            } else if is_uneven || is_aligned_right {
                if end == first_end {
                    is_aligned_right = true;
                } else {
                    let column = if is_aligned_right {
                        first_end.saturating_sub(item.marker.len())
                    } else {
                        first.column
                    };
                    report(cx, item, column);
                }
            }
        }
    }
}

fn report(cx: &mut Context<'_, '_>, item: &Item, column: usize) {
    let source = cx.source();
    let before = source.get(..item.marker.start).unwrap_or("");
    let spaces = before.len() - before.trim_end_matches(' ').len();
    let start = item.marker.start - spaces.min(item.column);
    let (more, less) = (column.saturating_sub(item.column), item.column.saturating_sub(column));
    let lines =
        cx.facts.elements.get(item.number).map_or(0, |element| cx.facts.lines_of(source, element.span).len());
    let fixes = if lines == 1 && less <= item.marker.start - start {
        let edit = Edit::replace(Span::new(start, start + less), " ".repeat(more));
        vec![Fix::safe("Indent it like the others", vec![edit])]
    } else {
        Vec::new()
    };
    cx.report(item.marker, "This item is not indented like the first one of its list.", fixes);
}
