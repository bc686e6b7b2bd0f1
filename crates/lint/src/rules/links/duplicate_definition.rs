//! Owns the rule `duplicate-definition`.

use super::definition_lines;
use crate::rule::rule;
use crate::rules::labels;
use crate::{Context, Fix};
use foreword_core::dialects::Grammar;
use std::collections::HashSet;

rule! {
    /// A label is defined twice.
    ///
    /// **Why.** All links with it lead to one of the addresses; the other is never used.
    ///
    /// ````md bad
    /// We took [the train][train].
    ///
    /// [train]: https://example.org/train
    /// [Train]: https://example.org/timetable
    /// ````
    ///
    /// ````md good
    /// We took [the train][train] and looked at [the times][times].
    ///
    /// [train]: https://example.org/train
    /// [times]: https://example.org/timetable
    /// ````
    ///
    /// **Fix.** Takes out the one that is not used.
    ///
    /// **Source.** CommonMark 0.31.2, section 4.7; markdownlint MD053.
    DUPLICATE_DEFINITION {
        id: "duplicate-definition",
        aliases: ["MD053"],
        group: Links,
        severity: Warning,
        choices: ["ignored_definitions" = "//": "Labels that may be defined twice, separated by commas."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let ignored: HashSet<String> = cx.words("ignored_definitions").map(labels::normal).collect();
    // In kramdown the last definition counts, everywhere else the first.
    let first_counts = cx.document.settings.grammar != Grammar::Kramdown;
    let mut seen = HashSet::new();
    for definition in labels::written(cx).iter().filter(|definition| !definition.is_note) {
        let label = labels::normal(definition.label);
        if !ignored.contains(&label) && !seen.insert(label) {
            let edit = definition_lines::removal(cx, definition).filter(|_| first_counts);
            let fixes = edit.map(|edit| Fix::safe("Take the second definition out", vec![edit]));
            let message = format!("There is another definition of [{}] above.", definition.label);
            cx.report(definition.span, message, fixes.into_iter().collect());
        }
    }
}
