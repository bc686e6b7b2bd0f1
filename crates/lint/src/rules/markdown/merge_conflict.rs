//! Owns the rule `merge-conflict`.

use crate::rule::rule;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// Two versions of the text stand one after the other, between the marks that a merge left.
    ///
    /// **Why.** Both versions and the marks are published.
    ///
    /// ````md bad
    /// <<<<<<< HEAD
    /// It rained.
    /// =======
    /// It snowed.
    /// >>>>>>> winter
    /// ````
    ///
    /// ````md bad
    /// It rained.
    ///
    /// <<<<<<< HEAD
    /// ````
    ///
    /// ````md good
    /// Rain
    /// ====
    ///
    /// A merge leaves marks such as `<<<<<<< HEAD`:
    ///
    /// ```text
    /// <<<<<<< HEAD
    /// ```
    /// ````
    ///
    /// **Fix.** Keeps one of the versions.
    ///
    /// **Source.** The manual of git merge, “How conflicts are presented”.
    MERGE_CONFLICT { id: "merge-conflict", group: Markdown, severity: Error, check: check }
}

/// The marks in the order in which a conflict has them; the second is left out by default.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut open: Vec<(usize, Span)> = Vec::new();
    let mut found = Vec::new();
    for line in &cx.facts.lines {
        let Some(mark) = mark(line.text(source)) else { continue };
        let starts = mark == 0 && !matches!(line.place, Place::Code | Place::Fence);
        if starts {
            found.push(std::mem::take(&mut open));
        }
        if starts || open.last().is_some_and(|(before, _)| *before < mark) {
            open.push((mark, line.span));
        }
        if mark == 3 {
            found.push(std::mem::take(&mut open));
        }
    }
    found.push(open);
    for conflict in found {
        let mut fixes = fixes(source, &conflict);
        for (_, span) in conflict {
            let fixes = std::mem::take(&mut fixes);
            cx.report(span, "A merge left this mark.", fixes);
        }
    }
}

fn mark(line: &str) -> Option<usize> {
    let number = MARKS.iter().position(|mark| line.starts_with(mark))?;
    let rest = line.get(7..)?;
    let ends = rest.trim_end().is_empty() || rest.starts_with(' ') && number != 2;
    ends.then_some(number)
}

/// One for each version, of a whole conflict.
fn fixes(source: &str, conflict: &[(usize, Span)]) -> Vec<Fix> {
    let (Some((0, first)), Some((3, last))) = (conflict.first(), conflict.last()) else { return Vec::new() };
    let Some((_, middle)) = conflict.iter().find(|(mark, _)| *mark == 2) else { return Vec::new() };
    let after_ours = conflict.get(1).map_or(middle.start, |(_, span)| span.start);
    let next = |span: &Span| {
        let rest = source.get(span.end..).unwrap_or("");
        let line_break =
            rest.len() - rest.strip_prefix("\r\n").or(rest.strip_prefix(['\n', '\r'])).unwrap_or(rest).len();
        span.end + line_break
    };
    let keep = |title: &str, from: usize, to: usize| {
        let edits = vec![
            Edit::replace(Span::new(first.start, from), ""),
            Edit::replace(Span::new(to, next(last)), ""),
        ];
        Fix::suggested(title, edits)
    };
    vec![
        keep("Keep the first version", next(first), after_ours),
        keep("Keep the second version", next(middle), last.start),
    ]
}
