//! Owns the rule `expiry-before-date`.

use crate::Context;
use crate::rule::rule;
use foreword_core::verdict::TrapKind;

rule! {
    /// The post expires before it is published.
    ///
    /// **Why.** Hugo never builds it, so nobody ever sees it.
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04
    /// expiryDate: 2023-12-31
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good hugo
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04
    /// expiryDate: 2034-12-31
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** Hugo's documentation, Front matter: `expiryDate`.
    EXPIRY_BEFORE_DATE { id: "expiry-before-date", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for trap in cx.header().traps(TrapKind::Expiry) {
        cx.report_trap(trap, false);
    }
}
