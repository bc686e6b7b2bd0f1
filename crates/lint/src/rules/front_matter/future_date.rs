//! Owns the rule `future-date`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::Value;
use foreword_core::verdict::{Publishes, TrapKind, read_date};

rule! {
    /// The post's date is in the future.
    ///
    /// **Why.** Some generators keep the post back until then and need a build at that time; others publish it at
    /// once, with a date that has not come yet.
    ///
    /// ````md bad hugo now=1709542800
    /// ---
    /// title: Three days in Lisbon
    /// date: 2034-03-04T10:30:00Z
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad zola now=1709542800
    /// +++
    /// title = "Three days in Lisbon"
    /// date = 2034-03-04
    /// +++
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good hugo now=1709542800
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04T08:30:00Z
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** Hugo's `buildFuture`; Jekyll's `future`; the publishing rules of the other generators.
    FUTURE_DATE { id: "future-date", group: FrontMatter, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let verdict = &cx.header().verdict;
    for trap in cx.header().traps(TrapKind::Future) {
        cx.report_trap(trap, false);
    }
    let (Publishes::From(_), Some(header)) = (verdict.publishes, cx.front_matter()) else { return };
    // The first reason that stands at a date is the one that holds the post back.
    let reason = verdict.because.iter().filter_map(|reason| reason.span).find(|span| {
        header.entries.iter().any(|entry| {
            let (Value::Date(text) | Value::String(text)) = &entry.value.value else { return false };
            entry.value.span == *span && read_date(text).is_ok()
        })
    });
    cx.report(reason.unwrap_or(header.open), verdict.headline.clone(), Vec::new());
}
