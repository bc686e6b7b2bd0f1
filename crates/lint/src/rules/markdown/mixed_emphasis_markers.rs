//! Owns the rule `mixed-emphasis-markers`.

use super::emphasis_markers;
use crate::rule::rule;
use crate::{Context, Kind};

rule! {
    /// Some words are emphasised with `*` and some with `_`.
    ///
    /// **Why.** Readers see no difference, but whoever edits the post wonders whether one is meant.
    ///
    /// ````md bad
    /// It was *very* late, _too_ late.
    /// ````
    ///
    /// ````md bad style=underscore
    /// It was *very* late.
    /// ````
    ///
    /// ````md good
    /// It was *very* late, *too* late.
    /// ````
    ///
    /// ````md good style=underscore
    /// It was un*believ*ably late.
    /// ````
    ///
    /// **Fix.** Writes it like the first.
    ///
    /// **Source.** markdownlint MD049.
    MIXED_EMPHASIS_MARKERS {
        id: "mixed-emphasis-markers",
        aliases: ["MD049"],
        group: Markdown,
        severity: Info,
        choices: ["style" = "consistent": "`asterisk`, `underscore`, or `consistent`: like the first."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    emphasis_markers::check(cx, Kind::Emphasis, 1, "emphasis");
}
