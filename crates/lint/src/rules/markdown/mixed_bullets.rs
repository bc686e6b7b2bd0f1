//! Owns the rule `mixed-bullets`.

use crate::list_items::{self, Item};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;
use std::collections::{HashMap, HashSet};

rule! {
    /// A list has other bullets than the first list of the post.
    ///
    /// **Why.** Another bullet begins another list: what looks like one list in the text becomes two, with a gap
    /// between them. Where it is one list, readers see no difference, but whoever writes on has to guess. In a site's posts it is fine if lists inside lists have
    /// bullets of their own.
    ///
    /// ````md bad
    /// - Soup
    /// - Bread
    /// * Cheese
    /// ````
    ///
    /// ````md bad style=dash
    /// * Soup
    /// * Bread
    /// ````
    ///
    /// ````md bad style=sublist
    /// - Soup
    ///   - Tomato
    /// ````
    ///
    /// ````md good
    /// - Soup
    ///   - Tomato
    /// - Bread
    /// ````
    ///
    /// ````md good style=sublist
    /// - Soup
    ///   * Tomato
    /// - Bread
    ///   * Rye
    /// ````
    ///
    /// **Fix.** At a list's first item: gives all its items the same bullets as the first list has.
    ///
    /// **Source.** markdownlint MD004; CommonMark 0.31.2, section 5.3.
    MIXED_BULLETS {
        id: "mixed-bullets",
        aliases: ["MD004"],
        group: Markdown,
        severity: Info,
        choices: [
            "style" = "consistent": "Which bullets lists have: `consistent` with the first list, `asterisk`, `dash`, `plus`, or `sublist` for others in lists inside lists.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut items = list_items::by_list(cx.facts, source);
    items.retain(|item| item.value.is_none());
    let style = cx.chosen("style");
    let mut expected = match style {
        "asterisk" => Some(b'*'),
        "plus" => Some(b'+'),
        "consistent" | "sublist" => None,
        _ => Some(b'-'),
    };
    let lenient = style == "consistent" && cx.is_lenient();
    let depths = if lenient || style == "sublist" { depths(cx) } else { Vec::new() };
    let mut by_depth: Vec<Option<u8>> = Vec::new();
    let touching = touching(cx, &items);
    for list in items.chunk_by(|a, b| a.list == b.list) {
        let Some(own) = list.first().and_then(|item| item.sign(source)) else { continue };
        let bullet = if lenient || style == "sublist" {
            let depth = list.first().and_then(|item| depths.get(item.list)).copied().unwrap_or(0);
            if by_depth.len() <= depth {
                by_depth.resize(depth + 1, None);
            }
            let above = depth.checked_sub(1).and_then(|depth| by_depth.get(depth)).copied().flatten();
            let other = if !lenient && above == Some(own) { next_bullet(own) } else { own };
            by_depth.get_mut(depth).map_or(own, |bullet| *bullet.get_or_insert(other))
        } else {
            *expected.get_or_insert(own)
        };
        if bullet == own {
            continue;
        }
        let mut fix = fix(cx, list, bullet, &touching);
        let most = if lenient { 1 } else { list.len() };
        for item in list.iter().take(most) {
            let message =
                format!("This bullet is “{}”, not “{}” as in other lists.", own as char, bullet as char);
            cx.report(item.marker, message, fix.take().into_iter().collect());
        }
    }
}

fn next_bullet(bullet: u8) -> u8 {
    match bullet {
        b'-' => b'+',
        b'+' => b'*',
        _ => b'-',
    }
}

/// How many lists there are around each element.
fn depths(cx: &Context<'_, '_>) -> Vec<usize> {
    let elements = &cx.facts.elements;
    let mut depths: Vec<usize> = Vec::with_capacity(elements.len());
    for element in elements {
        let around = element.parent.and_then(|parent| Some((depths.get(parent)?, elements.get(parent)?)));
        depths
            .push(around.map_or(0, |(depth, parent)| depth + usize::from(parent.kind == crate::Kind::List)));
    }
    depths
}

/// The lists that nothing but white space parts from another: with the same bullets they would be one.
fn touching(cx: &Context<'_, '_>, items: &[Item]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut last: HashMap<Option<usize>, (usize, usize)> = HashMap::new();
    for list in items.chunk_by(|a, b| a.list == b.list).filter_map(<[Item]>::first) {
        let Some(element) = cx.facts.elements.get(list.list) else { continue };
        if let Some((before, end)) = last.insert(element.parent, (list.list, element.span.end)) {
            let between = cx.source().get(end..element.span.start);
            if between.is_none_or(|between| between.trim_matches(['>', ' ', '\t', '\r', '\n']).is_empty()) {
                found.extend([before, list.list]);
            }
        }
    }
    found
}

/// Other bullets for all items of a list, unless an item would become a thematic break.
fn fix(cx: &Context<'_, '_>, list: &[Item], bullet: u8, touching: &HashSet<usize>) -> Option<Fix> {
    let (source, bullet) = (cx.source(), char::from(bullet));
    let mut edits = Vec::with_capacity(list.len());
    for item in list {
        let line = cx.facts.lines.get(cx.facts.line_at(item.marker.start))?.span;
        let may_be_break = |from: usize| only_bullets(source.get(from..line.end).unwrap_or(""));
        if bullet != '+' && (may_be_break(line.start) || may_be_break(item.marker.start)) {
            return None;
        }
        edits.push(Edit::replace(item.marker, bullet));
    }
    let safe = list.first().is_some_and(|item| !touching.contains(&item.list));
    Some(Fix { title: format!("Use “{bullet}” in this list"), safe, edits })
}

/// Whether a text begins with enough bullets for a thematic break and nothing else.
fn only_bullets(text: &str) -> bool {
    let mut start = text.bytes().take(100).filter(|byte| !matches!(byte, b' ' | b'\t'));
    let mut count = 0;
    start.all(|byte| {
        count += 1;
        matches!(byte, b'-' | b'*' | b'+')
    }) && count > 2
}
