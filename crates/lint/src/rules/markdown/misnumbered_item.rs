//! Owns the rule `misnumbered-item`.

use crate::list_items::{self, Item};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};
use std::collections::BTreeMap;

rule! {
    /// The numbers of a list do not count up from 1 (or 0), and are not all the same.
    ///
    /// **Why.** Readers see a list that counts on from its first number, whatever the others say. Where a list
    /// begins with a later number, it often was meant to continue one that something in between has ended. In a site's
    /// posts, that is fine where it is the number that comes next.
    ///
    /// ````md bad
    /// 1. Boil
    /// 3. Serve
    /// ````
    ///
    /// ````md bad style=one
    /// 1. Boil
    /// 2. Serve
    /// ````
    ///
    /// ````md bad
    /// 4. Boil
    /// 5. Serve
    /// ````
    ///
    /// ````md good
    /// 1. Boil
    /// 2. Serve
    /// ````
    ///
    /// ````md good style=zero
    /// 0. Boil
    /// 0. Serve
    /// ````
    ///
    /// **Fix.** Puts the number there that comes next.
    ///
    /// **Source.** markdownlint MD029; CommonMark 0.31.2, section 5.3.
    MISNUMBERED_ITEM {
        id: "misnumbered-item",
        aliases: ["MD029"],
        group: Markdown,
        severity: Info,
        choices: [
            "style" = "one_or_ordered": "How lists are numbered: `ordered` (1, 2, 3), `one` (1, 1, 1), `zero` (0, 0, 0), or `one_or_ordered`.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut items = list_items::by_list(cx.facts, source);
    items.retain(|item| item.value.is_some());
    let style = cx.chosen("style");
    let lenient = cx.is_lenient();
    // What comes after the last number of the list before, by what is around the lists.
    let mut next: BTreeMap<Option<usize>, u64> = BTreeMap::new();
    for list in items.chunk_by(|a, b| a.list == b.list) {
        let mut values = list.iter().filter_map(|item| item.value);
        let (first, second) = (values.next(), values.next());
        let counts_up = second.is_some_and(|second| second != 1 || first == Some(0));
        let is_ordered = match style {
            "ordered" => true,
            "one" | "zero" => false,
            _ => counts_up,
        };
        let from_zero = style == "zero" || (is_ordered && counts_up && first == Some(0));
        let mut expected = if from_zero { 0 } else { 1 };
        let around = list.first().and_then(|item| cx.facts.elements.get(item.list)?.parent);
        if lenient && first > Some(1) && first == next.get(&around).copied() {
            expected = first.unwrap_or(expected);
        }
        for (at, item) in list.iter().enumerate() {
            if let Some(value) = item.value.filter(|value| *value != expected) {
                let message = format!("The number is {value}, but {expected} comes here.");
                let fix = renumbered(cx, item, expected, at == 0);
                cx.report(item.marker, message, vec![fix]);
            }
            expected += u64::from(is_ordered);
        }
        next.insert(around, expected);
    }
}

fn renumbered(cx: &Context<'_, '_>, item: &Item, number: u64, is_first: bool) -> Fix {
    let digits = Span::new(item.marker.start, item.marker.end - 1);
    let text = number.to_string();
    // The first number is shown. With fewer digits the item's text begins further left, and other lines may belong to it.
    let safe =
        !is_first && (text.len() == digits.len() || stands_alone(cx, item, item.column + text.len() + 2));
    Fix { title: format!("Make it {number}"), safe, edits: vec![Edit::replace(digits, text)] }
}

/// Whether an item has one line, and the next line is not indented as far as `column`.
fn stands_alone(cx: &Context<'_, '_>, item: &Item, column: usize) -> bool {
    let (source, facts) = (cx.source(), cx.facts);
    let Some(element) = facts.elements.get(item.number) else { return false };
    let lines = facts.lines_of(source, element.span);
    let own = facts.lines.get(lines.start).map_or("", |line| line.text(source));
    let mut later = facts.lines.get(lines.end..).unwrap_or(&[]).iter().map(|line| line.text(source));
    let next = later.find(|text| !text.trim().is_empty()).unwrap_or("");
    lines.len() == 1
        && !own.contains('\t')
        && next.len() - next.trim_start_matches([' ', '\t', '>']).len() < column
}
