//! Owns the rule `extra-heading-space`.

use crate::headings::{self, Style};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// More than one space stands between `#` and the text of a heading.
    ///
    /// **Why.** Readers see no difference, but who looks for `## Soup` does not find it.
    ///
    /// ````md bad
    /// ##   Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md good
    /// ## Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// **Fix.** Leaves one space.
    ///
    /// **Source.** markdownlint MD019; CommonMark 0.31.2, section 4.2.
    EXTRA_HEADING_SPACE {
        id: "extra-heading-space",
        aliases: ["MD019"],
        group: Markdown,
        severity: Info,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for heading in headings::all(cx).filter(|heading| heading.style == Style::Open) {
        // Without text, the spaces up to the end of the line are in its place.
        let line = cx.facts.lines.get(cx.facts.line_at(heading.opening.start));
        let end = line.filter(|_| heading.text.is_empty()).map_or(heading.text.start, |line| line.span.end);
        let space = Span::new(heading.opening.end, end);
        if space.len() > 1 {
            let fix = Fix::safe("Leave one space", vec![Edit::replace(space, " ")]);
            cx.report(space, "There is more than one space after “#”.", vec![fix]);
        }
    }
}
