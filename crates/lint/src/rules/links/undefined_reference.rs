//! Owns the rule `undefined-reference`.

use crate::nearest::Near;
use crate::rule::rule;
use crate::rules::labels;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A link names a reference that nothing in the post defines.
    ///
    /// **Why.** It is no link: readers see the brackets.
    ///
    /// ````md bad
    /// We went to [Amsterdam][amsterdm] first.
    ///
    /// [amsterdam]: https://example.org/amsterdam
    /// ````
    ///
    /// ````md bad
    /// See [the notes][].
    /// ````
    ///
    /// ````md good
    /// We went to [Amsterdam][amsterdam] first.
    ///
    /// [amsterdam]: https://example.org/amsterdam
    /// ````
    ///
    /// **Fix.** Uses a defined reference of almost the same name, or adds a definition at the end of the post.
    ///
    /// **Source.** CommonMark 0.31.2, section 6.3; markdownlint MD052.
    UNDEFINED_REFERENCE {
        id: "undefined-reference",
        aliases: ["MD052"],
        group: Links,
        severity: Warning,
        choices: [
            "ignored_labels" = "x": "Labels that are no links, separated by commas.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let ignored: Vec<String> = cx.words("ignored_labels").map(labels::normal).collect();
    let mut near = Near::new();
    for reference in &document.undefined {
        // The parser reads on after an escaped bracket.
        let is_escaped = reference.span.slice(document.source).contains("]\\[");
        if is_escaped || ignored.contains(&labels::normal(&reference.label)) {
            continue;
        }
        let mut fixes = Vec::new();
        let known = document.definitions.iter().map(|definition| definition.label.as_str());
        if let (Some(label), Some(place)) =
            (near.find(&reference.label, known), label_span(document.source, reference.span))
        {
            fixes.push(Fix::suggested(
                format!("Use the reference [{label}]"),
                vec![Edit::replace(place, label)],
            ));
        }
        fixes.push(labels::define(cx, &reference.label, "https://"));
        let message = format!("Nothing in the post defines the reference [{}].", reference.label);
        cx.report(reference.span, message, fixes);
    }
}

/// What is between the last brackets of `[text][label]`; in `[label][]`, between the first.
fn label_span(source: &str, span: Span) -> Option<Span> {
    let link = span.slice(source);
    let last = link.rfind('[')?;
    if link.get(last..)? == "[]" {
        let end = last.checked_sub(1)?;
        return link.starts_with('[').then(|| Span::new(span.start + 1, span.start + end));
    }
    link.ends_with(']').then(|| Span::new(span.start + last + 1, span.end - 1))
}
