//! Owns the rule `extra-marker-space`.

use crate::list_items::{self, Item};
use crate::rule::rule;
use crate::{Context, Fix, Kind, Line};
use foreword_core::{Edit, Span};

rule! {
    /// More than one space stands between the bullet or number of an item and its text.
    ///
    /// **Why.** What belongs to the item has to be indented as far as its text, and that is easier to get right
    /// when every item has one space. In a site's posts it is fine if all items of a list have the same.
    ///
    /// ````md bad
    /// -   Soup
    /// -   Bread
    /// ````
    ///
    /// ````md bad ul_single=3
    /// - Soup
    /// - Bread
    /// ````
    ///
    /// ````md bad ol_multi=2
    /// 1. Soup
    ///    is hot.
    /// ````
    ///
    /// ````md good
    /// - Soup
    /// - Bread
    ///
    /// 1. Boil
    /// 2. Serve
    /// ````
    ///
    /// **Fix.** Leaves one space, or as many as are chosen.
    ///
    /// **Source.** markdownlint MD030; CommonMark 0.31.2, section 5.2.
    EXTRA_MARKER_SPACE {
        id: "extra-marker-space",
        aliases: ["MD030"],
        group: Markdown,
        severity: Info,
        choices: [
            "ul_single" = "1": "How many spaces after a bullet, in a list where each item has one line.",
            "ol_single" = "1": "How many spaces after a number, in a list where each item has one line.",
            "ul_multi" = "1": "How many spaces after a bullet, in other lists.",
            "ol_multi" = "1": "How many spaces after a number, in other lists.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let items = list_items::by_list(cx.facts, source);
    let lenient = cx.is_lenient();
    for list in items.chunk_by(|a, b| a.list == b.list) {
        let Some(first) = list.first() else { continue };
        let element = cx.facts.elements.get(first.list);
        let lines = element.map_or(0, |element| cx.facts.lines_of(source, element.span).len());
        let name = match (first.value, lines == list.len()) {
            (None, true) => "ul_single",
            (Some(_), true) => "ol_single",
            (None, false) => "ul_multi",
            (Some(_), false) => "ol_multi",
        };
        let is_even = |width: fn(&Item) -> usize| list.iter().all(|item| width(item) == width(first));
        let is_habit = is_even(|item| item.space) || is_even(|item| item.marker.len() + item.space);
        if lenient && is_habit && cx.chosen(name) == "1" {
            continue;
        }
        let expected = cx.number(name).filter(|spaces| *spaces > 0).unwrap_or(1);
        for item in list.iter().filter(|item| item.space > 0 && item.space != expected) {
            let space = Span::new(item.marker.end, item.marker.end + item.space);
            let message = match expected {
                1 => format!("There are {} spaces after “{}”.", item.space, item.marker.slice(source)),
                _ => format!("There are not {expected} spaces after “{}”.", item.marker.slice(source)),
            };
            let title = if expected == 1 {
                "Leave one space".to_owned()
            } else {
                format!("Make it {expected} spaces")
            };
            let edits = vec![Edit::replace(space, " ".repeat(expected))];
            cx.report(
                item.marker,
                message,
                vec![Fix { title, safe: expected < item.space && stays(cx, item, expected), edits }],
            );
        }
    }
}

/// More lines than these are not looked at, so that items inside items do not look at the same lines too often.
const MOST_LINES: usize = 500;

/// Tabs further from the start of a line than this indent nothing.
const MOST_COLUMNS: usize = 200;

/// Whether an item holds the same when its text begins further left: each of its lines is indented exactly as far as
/// its text was, or much further, there is no code, which would get more white space, no other item on its first
/// line, and the next line stays outside.
fn stays(cx: &Context<'_, '_>, item: &Item, expected: usize) -> bool {
    let source = cx.source();
    let Some(element) = cx.facts.elements.get(item.number) else { return false };
    let lines = cx.facts.lines_of(source, element.span);
    let later = cx.facts.lines.get(lines.start + 1..).unwrap_or(&[]);
    let (own, after) = later.split_at_checked(lines.len() - 1).unwrap_or_default();
    let end_of_marker = item.column + item.marker.len();
    let column = end_of_marker + item.space;
    let indentation = |line: &Line| {
        let text = line.text(source);
        (!text.trim().is_empty()).then(|| text.len() - text.trim_start_matches([' ', '>']).len())
    };
    // A quote inside the item begins where the text does, and would be too far from it afterwards.
    let begins_quote = |line: &Line| {
        let inside = line.text(source).get(item.column..).unwrap_or("");
        inside.trim_start_matches(' ').starts_with('>')
    };
    let code = cx.facts.numbers(Kind::CodeBlock);
    let next_code = code.get(code.partition_point(|number| *number < item.number));
    let next_code = next_code.and_then(|number| cx.facts.elements.get(*number));
    let items = cx.facts.numbers(Kind::Item);
    let next_item = items.get(items.partition_point(|number| *number <= item.number));
    let next_item = next_item.and_then(|number| cx.facts.elements.get(*number));
    let first_line = cx.facts.lines.get(lines.start).map_or(item.marker.end, |line| line.span.end);
    // How wide a tab is depends on where it stands.
    let has_tab =
        |from: usize| source.as_bytes().iter().skip(from).take(MOST_COLUMNS).any(|byte| *byte == b'\t');
    !has_tab(item.marker.end)
        && !own.iter().take(MOST_LINES).any(|line| has_tab(line.span.start))
        && next_code.is_none_or(|block| block.span.start >= element.span.end)
        && (own.is_empty() || next_item.is_none_or(|next| next.span.start >= first_line))
        && own.len() <= MOST_LINES
        && !own.iter().any(begins_quote)
        && own.iter().filter_map(indentation).all(|width| width == column || width >= column + 4)
        && after
            .iter()
            .take(MOST_LINES)
            .find_map(indentation)
            .is_none_or(|width| width < end_of_marker + expected)
}
