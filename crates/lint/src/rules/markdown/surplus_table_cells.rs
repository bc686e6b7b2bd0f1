//! Owns the rule `surplus-table-cells`.

use super::tables;
use crate::Context;
use crate::rule::rule;

rule! {
    /// A row of a table has more cells than the head.
    ///
    /// **Why.** What is in the cells beyond the head's is not shown.
    ///
    /// ````md bad
    /// | From    | At    |
    /// | ------- | ----- |
    /// | Utrecht | 10:00 | daily |
    /// ````
    ///
    /// ````md good
    /// | From    | At    |
    /// | ------- | ----- |
    /// | A \| B  |       |
    /// ````
    ///
    /// **Source.** GitHub Flavored Markdown, section 4.10; markdownlint MD056.
    SURPLUS_TABLE_CELLS { id: "surplus-table-cells", aliases: ["MD056"], group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for (row, expected) in tables::uneven(cx).into_iter().filter(|(row, expected)| row.cells > *expected) {
        let message =
            format!("This row has {} cells, the head has {expected}, so some are not shown.", row.cells);
        cx.report(row.span, message, Vec::new());
    }
}
