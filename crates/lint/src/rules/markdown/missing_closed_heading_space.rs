//! Owns the rule `missing-closed-heading-space`.

use crate::rule::rule;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// A line begins and ends with `#` but lacks a space between these and its text.
    ///
    /// **Why.** Without the space the `#` belong to the text: readers see them.
    ///
    /// ````md bad
    /// ## Soup##
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md bad
    /// ##Soup##
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md good
    /// ## Soup ##
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md good
    /// ## Soup in C\#
    ///
    /// It is hot.
    /// ````
    ///
    /// **Fix.** Puts the spaces there.
    ///
    /// **Source.** markdownlint MD020; CommonMark 0.31.2, section 4.2.
    MISSING_CLOSED_HEADING_SPACE {
        id: "missing-closed-heading-space",
        aliases: ["MD020"],
        group: Markdown,
        severity: Warning,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for line in cx.facts.lines.iter().filter(|line| line.place == Place::Text) {
        let text = line.text(source).trim_end();
        let rest = text.trim_start_matches('#');
        let hashes = text.len() - rest.len();
        let with_escape = rest.trim_end_matches('#');
        let closing = rest.len() - with_escape.len();
        // The first of `\##` is a sign of the text.
        let escape = usize::from(with_escape.ends_with('\\'));
        if hashes == 0 || closing <= escape || with_escape.is_empty() {
            continue;
        }
        let content = with_escape.get(..with_escape.len() - escape).unwrap_or("");
        let inner = content.trim_matches([' ', '\t']);
        let before = content.starts_with(inner) && !inner.is_empty();
        let after = escape > 0 || content.ends_with(inner);
        if inner.is_empty() || inner.contains('#') || inner.ends_with('\\') || !(before || after) {
            continue;
        }
        let span = Span::new(line.span.start, line.span.start + text.len());
        let mut edits = Vec::new();
        if before {
            edits.push(Edit::insert(span.start + hashes, " "));
        }
        if after {
            edits.push(Edit::insert(span.end - closing + escape, " "));
        }
        let message = if before {
            "This is no heading: a space is missing after “#”."
        } else {
            "The “#” at the end is shown: a space is missing before it."
        };
        cx.report(span, message, vec![Fix::suggested("Put a space between “#” and the text", edits)]);
    }
}
