//! Owns the rule `mixed-table-pipes`.

use super::tables::{self, Row};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// Some rows of tables begin or end with a bar and some do not.
    ///
    /// **Why.** It is hard to see then where a cell is missing.
    ///
    /// ````md bad
    /// | From    | At    |
    /// | ------- | ----- |
    /// | Utrecht | 10:00
    /// | Gouda   | 10:20 |
    /// ````
    ///
    /// ````md bad style=no_leading_or_trailing
    /// | From    | At    |
    /// | ------- | ----- |
    /// | Utrecht | 10:00 |
    /// ````
    ///
    /// ````md good
    /// From    | At
    /// ------- | -----
    /// Utrecht | 10:00
    /// ````
    ///
    /// **Fix.** Adds the bar where one is missing.
    ///
    /// **Source.** markdownlint MD055.
    MIXED_TABLE_PIPES {
        id: "mixed-table-pipes",
        aliases: ["MD055"],
        group: Markdown,
        severity: Info,
        choices: [
            "style" = "consistent": "`leading_and_trailing`, `leading_only`, `trailing_only`, `no_leading_or_trailing`, or `consistent`: like the first row.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let mut expected = match cx.chosen("style") {
        "leading_and_trailing" => Some((true, true)),
        "leading_only" => Some((true, false)),
        "trailing_only" => Some((false, true)),
        "no_leading_or_trailing" => Some((false, false)),
        _ => None,
    };
    for row in tables::all(cx).iter().flatten() {
        let (leading, trailing) = *expected.get_or_insert((row.leading, row.trailing));
        report(cx, row, true, leading, row.leading);
        report(cx, row, false, trailing, row.trailing);
    }
}

fn report(cx: &mut Context<'_, '_>, row: &Row, first: bool, expected: bool, is: bool) {
    if expected == is {
        return;
    }
    let (side, at) = if first { ("begin", row.span.start) } else { ("end", row.span.end) };
    let not = if expected { "do" } else { "do not" };
    let last = row.span.slice(cx.source()).chars().next_back().map_or(0, char::len_utf8);
    let place = if first { Span::new(at, at) } else { Span::new(at - last, at) };
    let fixes = if expected {
        let bar = if first { "| " } else { " |" };
        vec![Fix::safe(
            format!("Add a bar at the {side}{}", if first { "ning" } else { "" }),
            vec![Edit::insert(at, bar)],
        )]
    } else {
        Vec::new()
    };
    let verb = if expected { "does not" } else { "does" };
    cx.report(place, format!("This row {verb} {side} with a bar, the others {not}."), fixes);
}
