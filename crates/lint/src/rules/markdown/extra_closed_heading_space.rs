//! Owns the rule `extra-closed-heading-space`.

use crate::headings::{self, Style};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// More than one space stands between the text of a heading and the `#` around it.
    ///
    /// **Why.** Readers see no difference, but who looks for `## Soup` does not find it.
    ///
    /// ````md bad
    /// ##   Soup ##
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md bad
    /// ##  Soup  ##
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
    /// **Fix.** Leaves one space.
    ///
    /// **Source.** markdownlint MD021; CommonMark 0.31.2, section 4.2.
    EXTRA_CLOSED_HEADING_SPACE {
        id: "extra-closed-heading-space",
        aliases: ["MD021"],
        group: Markdown,
        severity: Info,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    for heading in headings::all(cx).filter(|heading| heading.style == Style::Closed) {
        let before = Span::new(heading.opening.end, heading.text.start);
        let after = Span::new(heading.text.end, heading.closing.start);
        let mut spaces = [before, after].into_iter().filter(|space| space.len() > 1).peekable();
        if let Some(first) = spaces.peek().copied() {
            let edits = spaces.map(|space| Edit::replace(space, " ")).collect();
            let fix = Fix::safe("Leave one space", edits);
            cx.report(first, "There is more than one space between “#” and the text.", vec![fix]);
        }
    }
}
