//! Owns the rule `missing-final-newline`.

use crate::rule::rule;
use crate::rules::blank_lines::line_break;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// The last line of the post has no line break.
    ///
    /// **Why.** Tools that compare or join files show a change, or glue two lines together.
    ///
    /// ````md bad newline=none
    /// The last line does not end.
    /// ````
    ///
    /// ````md good
    /// The last line ends.
    /// ````
    ///
    /// **Fix.** Adds the line break.
    ///
    /// **Source.** POSIX.1-2024, section 3.185; markdownlint MD047.
    MISSING_FINAL_NEWLINE { id: "missing-final-newline", aliases: ["MD047"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let Some(last) = cx.facts.lines.last().filter(|_| !source.ends_with(['\n', '\r'])) else { return };
    if last.is_blank(source) {
        return;
    }
    let start = last.text(source).char_indices().next_back().map_or(0, |(at, _)| at);
    let line_break = line_break(source, cx.facts.lines.first().map_or(0, |line| line.span.end));
    let fix = Fix::safe("Add a line break at the end", vec![Edit::insert(source.len(), line_break)]);
    let place = Span::new(last.span.start + start, last.span.end);
    cx.report(place, "The last line has no line break.", vec![fix]);
}
