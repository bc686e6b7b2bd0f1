//! Owns the rule `undefined-footnote`.

use crate::nearest::Near;
use crate::rule::rule;
use crate::rules::labels;
use crate::{Context, Fix};
use foreword_core::dialects::Footnotes;
use foreword_core::{Edit, Span};

rule! {
    /// A note is referred to that the post does not have.
    ///
    /// **Why.** Readers see the brackets and find no note.
    ///
    /// ````md bad
    /// It rained all day.[^rian]
    ///
    /// [^rain]: Nine millimetres.
    /// ````
    ///
    /// ````md bad
    /// It rained all day.[^1]
    /// ````
    ///
    /// ````md good
    /// It rained all day.[^rain] The pattern `[^0-9]` means no digit.
    ///
    /// [^rain]: Nine millimetres.
    /// ````
    ///
    /// **Fix.** Uses the name of a note that is almost the same, or adds a note at the end of the post.
    ///
    /// **Source.** GitHub's documentation, “Basic writing and formatting syntax”, footnotes.
    UNDEFINED_FOOTNOTE { id: "undefined-footnote", group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    if cx.document.settings.footnotes == Footnotes::Off {
        return;
    }
    let source = cx.source();
    let notes: Vec<&str> =
        labels::written(cx).iter().filter(|note| note.is_note).map(|note| note.label).collect();
    let mut near = Near::new();
    let mut found = Vec::new();
    for span in &cx.facts.prose {
        let text = span.slice(source);
        for (at, _) in text.match_indices("[^") {
            let start = span.start + at;
            let is_escaped = source.get(..start).is_some_and(|before| before.ends_with('\\'));
            let label = source.get(start + 2..).and_then(name).unwrap_or("");
            // A set of letters in a pattern looks the same, so a post without notes must have a number here.
            let is_note = !notes.is_empty() || label.bytes().all(|byte| byte.is_ascii_digit());
            if !label.is_empty() && is_note && !is_escaped {
                found.push((Span::new(start, start + label.len() + 3), label));
            }
        }
    }
    for (span, label) in found {
        let mut fixes = Vec::new();
        if let Some(other) = near.find(label, notes.iter().copied().filter(|note| *note != label)) {
            let edit = Edit::replace(Span::new(span.start + 2, span.end - 1), other);
            fixes.push(Fix::suggested(format!("Use the note [^{other}]"), vec![edit]));
        }
        fixes.push(labels::define(cx, &format!("^{label}"), "…"));
        cx.report(span, format!("The post has no note [^{label}]."), fixes);
    }
}

/// A note's name, where a bracket closes it.
fn name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')))?;
    text.get(end..)?.starts_with(']').then(|| text.get(..end))?
}
