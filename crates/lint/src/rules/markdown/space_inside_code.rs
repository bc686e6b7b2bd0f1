//! Owns the rule `space-inside-code`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A space stands at the edge of code in a line.
    ///
    /// **Why.** Readers see a gap in the code's box, and may copy the space with the code.
    ///
    /// ````md bad
    /// Type `make ` and wait.
    /// ````
    ///
    /// ````md bad
    /// Type ` make` and wait.
    /// ````
    ///
    /// ````md good
    /// Type `make` and wait. A backtick is `` ` ``, a space is ` `.
    /// ````
    ///
    /// **Fix.** Takes the space away.
    ///
    /// **Source.** markdownlint MD038.
    SPACE_INSIDE_CODE { id: "space-inside-code", aliases: ["MD038"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for code in cx.facts.all(Kind::Code) {
        let whole = code.span.slice(source);
        let marks = whole.len() - whole.trim_start_matches('`').len();
        let Some(inner) = whole.get(marks..whole.len().saturating_sub(marks)) else { continue };
        if marks == 0 || inner.trim().is_empty() {
            continue;
        }
        let edge = |c: char| matches!(c, ' ' | '\n' | '\r');
        // One space on each side is no part of the code.
        let padded = inner.starts_with(edge) && inner.ends_with(edge);
        let data = if padded { inner.get(1..inner.len() - 1).unwrap_or("") } else { inner };
        let breaks = ['\n', '\r'];
        let head = data.len() - data.trim_start_matches(breaks).len();
        let tail = data.trim_end_matches(breaks).len();
        let first = data.get(head..).and_then(|rest| rest.split(breaks).next()).unwrap_or("");
        let last = data.get(..tail).and_then(|rest| rest.rsplit(breaks).next()).unwrap_or("");
        let (start_tick, end_tick) = (first.trim_start().starts_with('`'), last.trim_end().ends_with('`'));
        let pad = usize::from(padded);
        let spaces = |line: &str, trimmed: &str, tick: bool| {
            let count = if trimmed.is_empty() { 0 } else { line.len() - trimmed.len() };
            count.saturating_sub(usize::from(tick && !padded))
        };
        let at_start = spaces(first, first.trim_start(), start_tick);
        let at_end = spaces(last, last.trim_end(), end_tick);
        let all = if padded && at_start > 0 && at_end > 0 && !start_tick && !end_tick { pad } else { 0 };
        let base = code.span.start + marks + pad;
        if at_start > 0 {
            let start = base + head - all;
            report(cx, Span::new(start, start + at_start + all));
        }
        if at_end > 0 {
            let end = base + tail + all;
            report(cx, Span::new(end - at_end - all, end));
        }
    }
}

fn report(cx: &mut Context<'_, '_>, spaces: Span) {
    let fix = Fix::suggested("Take the space away", vec![Edit::replace(spaces, "")]);
    cx.report(spaces, "There is a space at the edge of this code.", vec![fix]);
}
