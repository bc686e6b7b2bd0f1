//! Owns the rule `long-description`.

use super::long_title::report_longer;
use crate::Context;
use crate::rule::rule;

rule! {
    /// The description is longer than search results show.
    ///
    /// **Why.** Search engines and previews of links cut descriptions at about 160 characters.
    ///
    /// ````md bad limit=60
    /// ---
    /// title: Three days in Lisbon
    /// description: What we saw, what we ate, which tram to take, and why we would go again in March and not in August.
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// description: What we saw, what we ate, and why we would go again.
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** Google Search Central, snippets: long descriptions are cut to fit the width.
    LONG_DESCRIPTION {
        id: "long-description",
        group: FrontMatter,
        severity: Info,
        quiet: true,
        choices: ["limit" = "160": "The most characters that a description may have."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    report_longer(cx, "description", "The description");
}
