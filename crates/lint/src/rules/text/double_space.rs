//! Owns the rule `double-space`.

use crate::rule::rule;
use crate::{Context, Fix};
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
            if length <= WIDEST && is_between_words(before, after) {
                let edit = Edit::replace(Span::new(gap.start + 1, gap.end), "");
                let fixes = vec![Fix::safe("Leave one space", vec![edit])];
                let count = if length == 2 { "Two" } else { "Three" };
                cx.report(gap, format!("{count} spaces stand between these words."), fixes);
            }
        }
    }
}

/// False at the ends of lines and cells, after boxes of tasks, and after sentences.
fn is_between_words(before: &str, after: &str) -> bool {
    let (Some(previous), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if previous.is_whitespace() || next.is_whitespace() || matches!(previous, '|' | ']') || next == '|' {
        return false;
    }
    let end = before.trim_end_matches(['"', '\'', '”', '’', ')', '*', '_', '`']);
    !end.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '：'])
}
