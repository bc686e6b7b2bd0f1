//! Owns the rule `table-without-blank-lines`.

use crate::rule::rule;
use crate::rules::blank_lines;
use crate::{Context, Kind};

rule! {
    /// A table has no blank line before or after it.
    ///
    /// **Why.** Some generators take the table for a part of the paragraph then, and show its bars as text.
    ///
    /// ````md bad
    /// Trains leave at:
    /// | From   | At    |
    /// | ------ | ----- |
    /// | Utrecht | 10:00 |
    /// ````
    ///
    /// ````md bad
    /// | From    | At    |
    /// | ------- | ----- |
    /// | Utrecht | 10:00 |
    /// > Except on Sundays.
    /// ````
    ///
    /// ````md good
    /// Trains leave at:
    ///
    /// | From    | At    |
    /// | ------- | ----- |
    /// | Utrecht | 10:00 |
    ///
    /// Buses leave later.
    /// ````
    ///
    /// **Fix.** Adds the blank line.
    ///
    /// **Source.** markdownlint MD058.
    TABLE_WITHOUT_BLANK_LINES { id: "table-without-blank-lines", aliases: ["MD058"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let tables: Vec<_> =
        cx.facts.all(Kind::Table).map(|table| (table, blank_lines::lines_of(cx, table))).collect();
    blank_lines::check(cx, tables.into_iter(), "table");
}
