//! Owns the rule `trailing-spaces`.

use crate::rule::rule;
use crate::{Context, Fix, Kind, Line, Place, comments};
use foreword_core::{Edit, Span};

rule! {
    /// A line ends with white space that does nothing.
    ///
    /// **Why.** Nobody sees it, editors strip it in passing, and then it shows up in the history as a change.
    /// Two spaces are a line break in Markdown and may stay; a single one or three are a slip.
    ///
    /// ````md bad
    #[doc = " Soup keeps for three days. "]
    ///
    /// Bread keeps for two.
    /// ````
    ///
    /// ````md bad
    #[doc = " Soup keeps for three days,    "]
    /// bread for two.
    /// ````
    ///
    /// ````md bad strict=true
    #[doc = " Soup keeps for three days.  "]
    /// ````
    ///
    /// ````md bad code_blocks=true
    /// ```text
    #[doc = " soup   "]
    /// ```
    /// ````
    ///
    /// ````md good
    #[doc = " Soup keeps for three days,  "]
    /// bread for two.
    /// ````
    ///
    /// ````md good list_item_empty_lines=true
    /// - Soup
    #[doc = "    "]
    ///   keeps for three days.
    /// ````
    ///
    /// **Fix.** Takes it away; where the line breaks there, leaves as much as the break needs.
    ///
    /// **Source.** markdownlint MD009; CommonMark 0.31.2, section 6.7.
    TRAILING_SPACES {
        id: "trailing-spaces",
        aliases: ["MD009"],
        group: Markdown,
        severity: Info,
        choices: [
            "br_spaces" = "2": "How many spaces are a line break and may stay; with less than 2, none may.",
            "code_blocks" = "false": "Whether to look at lines of code too.",
            "list_item_empty_lines" = "false": "Whether empty lines in lists may hold white space.",
            "strict" = "false": "Whether spaces are reported too that could break a line but break none.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, facts) = (cx.source(), cx.facts);
    let for_break = cx.number("br_spaces").filter(|spaces| *spaces >= 2).unwrap_or(0);
    let (in_code, in_lists) = (cx.is_on("code_blocks"), cx.is_on("list_item_empty_lines"));
    let strict = cx.is_on("strict");
    let comments = comments::of(facts, source);
    let mut breaks: Vec<usize> = facts.all(Kind::HardBreak).map(|hard| hard.span.start).collect();
    breaks.sort_unstable();
    let mut lists = facts.all(Kind::List).peekable();
    let mut list_end = 0;
    for line in &facts.lines {
        while let Some(list) = lines_start_before(&mut lists, line) {
            list_end = list_end.max(list.trim_end(source).end);
        }
        let kept = line.text(source).trim_end_matches([' ', '\t']);
        let spaces = Span::new(line.span.start + kept.len(), line.span.end);
        let passed_over = match line.place {
            Place::FrontMatter => true,
            Place::Code => !in_code,
            _ => false,
        };
        if spaces.is_empty() || passed_over || (in_lists && kept.is_empty() && line.span.start < list_end) {
            continue;
        }
        let from = breaks.partition_point(|start| *start < spaces.start);
        let is_break = breaks.get(from).is_some_and(|start| *start <= spaces.end);
        let count = spaces.slice(source).chars().count();
        let may_stay = count == for_break && (!strict || is_break);
        if may_stay || comments::hold(&comments, spaces.start) {
            continue;
        }
        let message = if count == 1 {
            "This line ends with a space.".to_owned()
        } else {
            format!("This line ends with {count} spaces.")
        };
        cx.report(spaces, message, vec![fix(cx, kept, spaces, is_break, for_break)]);
    }
}

fn lines_start_before<'f>(
    lists: &mut std::iter::Peekable<impl Iterator<Item = &'f crate::Element>>,
    line: &Line,
) -> Option<Span> {
    lists.next_if(|list| list.span.start < line.span.end).map(|list| list.span)
}

fn fix(cx: &Context<'_, '_>, kept: &str, spaces: Span, is_break: bool, for_break: usize) -> Fix {
    if is_break && for_break > 0 {
        let edit = Edit::replace(spaces, " ".repeat(for_break));
        return Fix::safe("Leave what the line break needs", vec![edit]);
    }
    // A marker or a backslash at the very end of a line can mean something else than one before a space.
    let last_means = kept.ends_with(['\\', '-', '*', '+', '.', ')', ':']) && kept.trim_start().len() <= 4;
    // Whether `#` before a tab ends a heading or belongs to it, not all programs agree.
    let closes = kept.ends_with('#') && spaces.slice(cx.source()).contains('\t');
    let safe =
        !is_break && !last_means && !closes && !kept.ends_with('\\') && !cx.facts.is_literal(spaces.start);
    Fix { title: "Take the spaces away".to_owned(), safe, edits: vec![Edit::replace(spaces, "")] }
}
