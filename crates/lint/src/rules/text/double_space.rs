//! Owns the rule `double-space`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// Two or more spaces stand between two words.
    ///
    /// **Why.** They are left over from editing. Browsers show one, but feeds, e-mail and text files show them all.
    ///
    /// ````md bad
    /// The gate opened at  nine.
    /// ````
    ///
    /// ````md bad
    /// A walk, *a long*  one.
    /// ````
    ///
    /// ````md good
    /// The gate opened at nine.  We were there before.
    ///
    /// | Gate   | Opens |
    /// | ------ | ----- |
    /// | North  | 9:00  |
    /// | South  (old) | 9:30  |
    /// ````
    ///
    /// **Fix.** Leaves one space. Two spaces after a sentence are a style of their own and left alone.
    ///
    /// **Source.** CommonMark 0.31.2, section 6.9: spaces inside a line are kept as they are.
    DOUBLE_SPACE { id: "double-space", group: Text, severity: Info, check: check }
}

/// Wider gaps are made to align something.
const WIDEST: usize = 3;

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for prose in &cx.facts.prose {
        let text = prose.slice(source);
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find("  ")) {
            let start = from + at;
            let length = text.get(start..).unwrap_or("").bytes().take_while(|byte| *byte == b' ').count();
            from = start + length;
            let gap = Span::new(prose.start + start, prose.start + from);
            let (before, after) =
                (source.get(..gap.start).unwrap_or(""), source.get(gap.end..).unwrap_or(""));
            if length <= WIDEST && is_between_words(before, after) && !is_in_table(cx, gap) {
                let edit = Edit::replace(Span::new(gap.start + 1, gap.end), "");
                // Links may lead to a heading's id, and `<pre>` shows every space.
                let line = cx.facts.lines.get(cx.facts.line_at(gap.start));
                let shows_spaces = line.is_some_and(|line| line.text(source).contains("<pre"));
                let safe = !shows_spaces && !cx.facts.is_in_heading(gap.start);
                let fixes = vec![Fix { title: "Leave one space".to_owned(), safe, edits: vec![edit] }];
                let count = if length == 2 { "Two" } else { "Three" };
                cx.report(gap, format!("{count} spaces stand between these words."), fixes);
            }
        }
    }
}

/// True in a cell, whose text may be aligned with that of others.
fn is_in_table(cx: &Context<'_, '_>, gap: Span) -> bool {
    let cells = cx.facts.numbers(Kind::TableCell);
    let cell = |number: &usize| cx.facts.elements.get(*number).map_or(gap, |cell| cell.span);
    let after = cells.partition_point(|number| cell(number).start <= gap.start);
    after
        .checked_sub(1)
        .and_then(|index| cells.get(index))
        .is_some_and(|number| cell(number).contains(gap.start))
}

/// False at the ends of lines, between columns of digits, after boxes of tasks, and after sentences.
fn is_between_words(before: &str, after: &str) -> bool {
    let (Some(previous), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let are_digits = previous.is_ascii_digit() && next.is_ascii_digit();
    if are_digits || previous.is_whitespace() || next.is_whitespace() || previous == ']' {
        return false;
    }
    let end = before.trim_end_matches(['"', '\'', '”', '’', ')', '*', '_', '`']);
    !end.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '：'])
}
