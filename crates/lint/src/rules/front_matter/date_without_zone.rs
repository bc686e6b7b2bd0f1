//! Owns the rule `date-without-zone`.

use crate::Context;
use crate::rule::rule;
use foreword_core::verdict::TrapKind;

rule! {
    /// A date that decides when the post appears says nothing about its zone.
    ///
    /// **Why.** The generator makes one up, mostly UTC, and the post appears some hours before or after the time
    /// that you mean. Only dates of today and later are looked at.
    ///
    /// ````md bad jekyll now=1709542800 zone=120
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04 13:30:00
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good jekyll now=1709542800 zone=120
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04 10:30:00 +0200
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Adds the zone where you are.
    ///
    /// **Source.** YAML 1.1, timestamps; Hugo's `timeZone`; Jekyll's `timezone`.
    DATE_WITHOUT_ZONE { id: "date-without-zone", group: FrontMatter, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for trap in cx.header().traps(TrapKind::Zone) {
        cx.report_trap(trap, false);
    }
}
