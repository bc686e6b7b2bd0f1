//! Owns the rule `long-title`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::Value;

rule! {
    /// The title is longer than search results show.
    ///
    /// **Why.** Search engines cut titles at about 60 characters, so that the end of yours is not read.
    ///
    /// ````md bad limit=60
    /// ---
    /// title: What three days in Lisbon taught us about trams, custard tarts and walking uphill
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: What three days in Lisbon taught us
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** Google Search Central, title links: long titles are shortened to fit the width.
    LONG_TITLE {
        id: "long-title",
        group: FrontMatter,
        severity: Info,
        quiet: true,
        choices: ["limit" = "70": "The most characters that a title may have."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    report_longer(cx, "title", "The title");
}

/// Reports the text under a key where it has more characters than the rule's choice allows.
pub(super) fn report_longer(cx: &mut Context<'_, '_>, key: &str, name: &str) {
    let (Some(header), Some(limit)) = (cx.front_matter(), cx.number("limit")) else { return };
    for entry in header.entries.iter().filter(|entry| entry.key.eq_ignore_ascii_case(key)) {
        let Value::String(text) = &entry.value.value else { continue };
        let length = text.trim().chars().count();
        if length > limit {
            let message =
                format!("{name} has {length} characters; search results show about {limit} of them.");
            cx.report(entry.value.span, message, Vec::new());
        }
    }
}
