//! Owns the rule `duplicate-footnote`.

use crate::Context;
use crate::rule::rule;
use crate::rules::labels;
use foreword_core::Span;
use foreword_core::dialects::Footnotes;
use std::collections::HashSet;

rule! {
    /// Two notes have one name.
    ///
    /// **Why.** All references lead to one of them; nobody sees the other.
    ///
    /// ````md bad
    /// It rained[^1] and snowed.[^1]
    ///
    /// [^1]: Nine millimetres.
    ///
    /// [^1]: Two centimetres.
    /// ````
    ///
    /// ````md good
    /// It rained[^1] and snowed.[^2]
    ///
    /// [^1]: Nine millimetres.
    ///
    /// [^2]: Two centimetres.
    /// ````
    ///
    /// **Source.** markdownlint MD053.
    DUPLICATE_FOOTNOTE { id: "duplicate-footnote", aliases: ["MD053"], group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    if cx.document.settings.footnotes == Footnotes::Off {
        return;
    }
    let mut seen = HashSet::new();
    for note in labels::written(cx).iter().filter(|note| note.is_note) {
        if !seen.insert(labels::normal(note.label)) {
            let mark = Span::new(note.span.start, note.name.end + 1);
            cx.report(mark, format!("There is another note [^{}] above.", note.label), Vec::new());
        }
    }
}
