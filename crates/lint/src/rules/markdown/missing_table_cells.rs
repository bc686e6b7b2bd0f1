//! Owns the rule `missing-table-cells`.

use super::tables;
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// A row of a table has fewer cells than the head.
    ///
    /// **Why.** The cells that are missing at the end are empty; if one is missing before, the others are in the wrong
    /// columns.
    ///
    /// ````md bad
    /// | From    | Days  | At    |
    /// | ------- | ----- | ----- |
    /// | Utrecht | 10:00 |
    /// ````
    ///
    /// ````md good
    /// | From    | Days  | At    |
    /// | ------- | ----- | ----- |
    /// | Utrecht |       | 10:00 |
    /// ````
    ///
    /// **Fix.** Adds empty cells at the end.
    ///
    /// **Source.** GitHub Flavored Markdown, section 4.10; markdownlint MD056.
    MISSING_TABLE_CELLS { id: "missing-table-cells", aliases: ["MD056"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for (row, expected) in tables::uneven(cx).into_iter().filter(|(row, expected)| row.cells < *expected) {
        let (count, s) = (row.cells, if row.cells == 1 { "" } else { "s" });
        let message = format!("This row has {count} cell{s}, the head has {expected}.");
        let cells = " |".repeat(expected - count);
        let fixes = if row.span.slice(cx.source()).ends_with('|') {
            vec![Fix::suggested("Add empty cells at the end", vec![Edit::insert(row.span.end, cells)])]
        } else {
            Vec::new()
        };
        cx.report(row.span, message, fixes);
    }
}
