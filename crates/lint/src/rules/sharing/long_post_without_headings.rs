//! Owns the rule `long-post-without-headings`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;

rule! {
    /// A long post has no headings.
    ///
    /// **Why.** Readers look over the headings before they read, and search engines link to them. A table of contents
    /// is made of them, too.
    ///
    /// ````md bad most=10
    /// The weir has been closed since Monday, and nobody can cross the river at the mill.
    /// ````
    ///
    /// ````md good most=10
    /// ## The weir
    ///
    /// It has been closed since Monday, and nobody can cross the river at the mill.
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 2.4.10.
    LONG_POST_WITHOUT_HEADINGS {
        id: "long-post-without-headings",
        group: Sharing,
        severity: Info,
        quiet: true,
        choices: ["most" = "600": "So many words may do without a heading."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let words = cx.document.stats().words;
    if cx.document.headings.is_empty() && cx.number("most").is_some_and(|most| words > most) {
        let start = cx.document.body_start;
        let line = cx.facts.lines.iter().find(|line| line.span.start >= start && !line.is_blank(cx.source()));
        let span = line.map_or(Span::new(start, start), |line| line.span);
        cx.report(span, format!("The post has {words} words and no headings."), Vec::new());
    }
}
