//! Owns the rule `short-post`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;

rule! {
    /// The post has hardly any text.
    ///
    /// **Why.** Search engines seldom show pages with a few words, and readers who come for them are soon gone. A note
    /// or a link may well be short: then leave this rule off.
    ///
    /// ````md bad
    /// The weir is closed.
    /// ````
    ///
    /// ````md good least=4
    /// The weir is closed.
    /// ````
    ///
    /// **Source.** Google Search Central, on helpful content.
    SHORT_POST {
        id: "short-post",
        group: Sharing,
        severity: Info,
        quiet: true,
        choices: ["least" = "200": "So many words are enough."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let words = cx.document.stats().words;
    let calls = cx.document.calls.len();
    let is_empty = words == 0 && calls == 0;
    if cx.number("least").is_some_and(|least| words < least) && !is_empty {
        let start = cx.document.body_start;
        let line = cx.facts.lines.iter().find(|line| line.span.start >= start && !line.is_blank(cx.source()));
        let span = line.map_or(Span::new(start, start), |line| line.span);
        let number = if words == 1 { "1 word".to_owned() } else { format!("{words} words") };
        cx.report(span, format!("The post has {number}."), Vec::new());
    }
}
