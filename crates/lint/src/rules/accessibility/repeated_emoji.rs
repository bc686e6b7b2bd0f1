//! Owns the rule `repeated-emoji`.

use crate::rule::rule;
use crate::{Context, Fix, emoji};
use foreword_core::{Edit, Span};

rule! {
    /// Several emoji stand in a row.
    ///
    /// **Why.** A screen reader says the name of each: “party popper party popper party popper”. One says as much.
    ///
    /// ````md bad
    /// The bridge is open again! 🎉🎉🎉
    /// ````
    ///
    /// ````md good
    /// The bridge is open again! 🎉
    /// ````
    ///
    /// **Fix.** Keeps the first of them.
    ///
    /// **Source.** The W3C's explanation of success criterion 1.1.1 of WCAG 2.2, on symbols.
    REPEATED_EMOJI {
        id: "repeated-emoji",
        group: Accessibility,
        severity: Info,
        choices: ["most" = "2": "How many emoji may stand in a row."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(most) = cx.number("most") else { return };
    let source = cx.source();
    for prose in &cx.facts.prose {
        let found = emoji::all(source, *prose);
        let mut rest = found.as_slice();
        while let Some(first) = rest.first() {
            let mut last = *first;
            let mut count = 1;
            for next in rest.iter().skip(1) {
                if !source
                    .get(last.end..next.start)
                    .is_some_and(|between| between.trim_matches(' ').is_empty())
                {
                    break;
                }
                (last, count) = (*next, count + 1);
            }
            if count > most {
                let others = Span::new(first.end, last.end);
                let fix = Fix::suggested(
                    format!("Keep only {}", first.slice(source)),
                    vec![Edit::replace(others, "")],
                );
                let message =
                    format!("Screen readers say the names of these {count} emoji one after another.");
                cx.report(Span::new(first.start, last.end), message, vec![fix]);
            }
            rest = rest.get(count..).unwrap_or(&[]);
        }
    }
}
