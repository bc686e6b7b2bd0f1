//! Owns blank lines around blocks: where one is missing, and the edit that puts it there.

use crate::{Context, Element, Fix, Kind, Place};
use foreword_core::Edit;
use foreword_core::dialects::Grammar;
use std::ops::Range;

/// Reports where the lines of blocks touch other text. `what` such a block is, as in "before this list". In posts of a
/// site, a side on which most of the blocks touch text is how the writer likes it.
pub(super) fn check<'e>(
    cx: &mut Context<'_, '_>,
    blocks: impl Iterator<Item = (&'e Element, Range<usize>)>,
    what: &str,
) {
    let lenient = cx.is_lenient();
    let mut touching = Vec::new();
    let (mut count, mut before, mut after) = (0, 0, 0);
    for (block, lines) in blocks {
        // A blank line in a tight list makes paragraphs of its items.
        if lenient && cx.facts.ancestors(block).any(|around| around.kind == Kind::Item) {
            continue;
        }
        let touches_before = lines.start.checked_sub(1).is_some_and(|before| !separates(cx, before));
        let touches_after = !separates(cx, lines.end);
        count += 1;
        before += usize::from(touches_before);
        after += usize::from(touches_after);
        if touches_before || touches_after {
            touching.push((block, lines, touches_before, touches_after));
        }
    }
    let is_habit = |times: usize| lenient && times > 1 && times * 2 > count;
    for (block, lines, touches_before, touches_after) in touching {
        if touches_before && !is_habit(before) {
            report(cx, block, (lines.start, lines.start), "before", what);
        }
        if touches_after && !is_habit(after) {
            report(cx, block, (lines.end.saturating_sub(1), lines.end), "after", what);
        }
    }
}

/// Reports the first of two lines; the blank one belongs before the second.
fn report(cx: &mut Context<'_, '_>, block: &Element, lines: (usize, usize), side: &str, what: &str) {
    let facts = cx.facts;
    let (Some(place), Some(next)) = (facts.lines.get(lines.0), facts.lines.get(lines.1)) else { return };
    let depth = facts.ancestors(block).filter(|around| around.kind == Kind::Quote).count();
    // A blank line in a tight list makes paragraphs of its items.
    let safe = !facts.ancestors(block).any(|around| around.kind == Kind::Item);
    let source = cx.source();
    let prefix = quote_prefix(next.text(source), depth);
    let edit = Edit::insert(next.span.start, format!("{prefix}{}", line_break(source, next.span.end)));
    let fix = Fix { title: format!("Add a blank line {side} it"), safe, edits: vec![edit] };
    cx.report(place.span, format!("There is no blank line {side} this {what}."), vec![fix]);
}

/// Whether a line keeps the blocks around it apart: it is blank, or readers see nothing of it.
fn separates(cx: &Context<'_, '_>, index: usize) -> bool {
    let source = cx.source();
    let Some(line) = cx.facts.lines.get(index) else { return true };
    let settings = &cx.document.settings;
    let content = line.content(source);
    match line.place {
        Place::FrontMatter | Place::Template => true,
        Place::Html => {
            content.starts_with("<!--") || content.trim_end().ends_with("-->") || line.is_blank(source)
        }
        // Attributes belong right at their block.
        _ if settings.grammar == Grammar::Kramdown && content.starts_with("{:") => true,
        _ if settings.block_attributes && content.starts_with('{') => true,
        // The edge of a container, which is no text to those that have them.
        _ if content.starts_with(":::") => true,
        _ => line.is_blank(source),
    }
}

/// The markers of the block quotes that a blank line needs to stay in them.
fn quote_prefix(line: &str, depth: usize) -> &str {
    let mut end = 0;
    let mut left = depth;
    for (at, c) in line.char_indices() {
        match c {
            '>' if left > 0 => {
                left -= 1;
                end = at + 1;
            }
            ' ' | '\t' => {}
            _ => break,
        }
    }
    line.get(..end).unwrap_or("")
}

/// The line break that stands at the end of a line; that of most posts at the end of the text.
pub(super) fn line_break(source: &str, line_end: usize) -> &'static str {
    let rest = source.get(line_end..).unwrap_or("");
    if rest.starts_with("\r\n") { "\r\n" } else { "\n" }
}

/// The lines of a block, without blank ones at its end.
pub(super) fn lines_of(cx: &Context<'_, '_>, block: &Element) -> Range<usize> {
    let source = cx.source();
    let mut lines = cx.facts.lines_of(source, block.span);
    let is_blank =
        |index: usize| cx.facts.lines.get(index).is_some_and(|line| line.content(source).trim().is_empty());
    while lines.end > lines.start + 1 && is_blank(lines.end - 1) {
        lines.end -= 1;
    }
    lines
}
