//! Owns the rule `mixed-strong-markers`.

use super::emphasis_markers;
use crate::rule::rule;
use crate::{Context, Kind};

rule! {
    /// Some words are bold with `**` and some with `__`.
    ///
    /// **Why.** Readers see no difference, but whoever edits the post wonders whether one is meant.
    ///
    /// ````md bad
    /// It was **very** late, __too__ late.
    /// ````
    ///
    /// ````md bad style=asterisk
    /// It was __very__ late.
    /// ````
    ///
    /// ````md good
    /// It was **very** late, **too** late.
    /// ````
    ///
    /// **Fix.** Writes it like the first.
    ///
    /// **Source.** markdownlint MD050.
    MIXED_STRONG_MARKERS {
        id: "mixed-strong-markers",
        aliases: ["MD050"],
        group: Markdown,
        severity: Info,
        choices: ["style" = "consistent": "`asterisk`, `underscore`, or `consistent`: like the first."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    emphasis_markers::check(cx, Kind::Strong, 2, "bold text");
}
