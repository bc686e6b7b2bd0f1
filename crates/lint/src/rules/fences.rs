//! Owns what rules need to know of fenced code blocks.

use crate::{Context, Element, Kind, Place};
use foreword_core::Span;
use foreword_core::dialects::Grammar;
use pulldown_cmark::{CodeBlockKind, Event, Tag};
use std::ops::Range;

/// What a fence begins with.
const MARKS: [char; 2] = ['`', '~'];

/// A fenced code block.
pub(super) struct Fence<'d> {
    pub(super) element: &'d Element,
    /// `` ` `` or `~`.
    pub(super) sign: char,
    /// The signs that open it.
    pub(super) opening: Span,
    /// The signs that close it; none where the end of something around it does.
    pub(super) closing: Option<Span>,
    /// What stands after the opening signs.
    pub(super) info: &'d str,
    /// Its lines, delimiters included.
    pub(super) lines: Range<usize>,
}

/// The info string of a code block; none where it is indented.
pub(super) fn info<'d>(cx: &Context<'d, '_>, block: &Element) -> Option<&'d str> {
    let kramdown = cx.document.settings.grammar == Grammar::Kramdown;
    match cx.document.events.get(block.events.start) {
        Some((Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), _)) => Some(info.trim()),
        // kramdown makes no difference between indented code and fences without a language.
        Some(_) if kramdown && block.span.slice(cx.source()).trim_start().starts_with(MARKS) => Some(""),
        _ => None,
    }
}

/// All fenced code blocks, in order.
pub(super) fn all<'d>(cx: &Context<'d, '_>) -> Vec<Fence<'d>> {
    let facts = cx.facts;
    facts.all(Kind::CodeBlock).filter_map(|block| of(cx, block)).collect()
}

fn of<'d>(cx: &Context<'d, '_>, element: &'d Element) -> Option<Fence<'d>> {
    let source = cx.source();
    let info = info(cx, element)?;
    let lines = cx.facts.lines_of(source, element.span);
    let opening = run(source, element.span.start)?;
    let last = cx.facts.lines.get(lines.end.checked_sub(1)?)?;
    let closes = lines.len() > 1 && last.place == Place::Fence;
    let indent = last.text(source).len() - last.content(source).len();
    let closing = if closes { run(source, last.span.start + indent) } else { None };
    let sign = source.get(opening.start..)?.chars().next()?;
    Some(Fence { element, sign, opening, closing, info, lines })
}

/// The signs at this place, after spaces.
fn run(source: &str, start: usize) -> Option<Span> {
    let rest = source.get(start..)?;
    let text = rest.trim_start_matches([' ', '\t']);
    let start = start + rest.len() - text.len();
    let sign = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = text.len() - text.trim_start_matches(sign).len();
    (length > 2).then(|| Span::new(start, start + length))
}

/// The sign and the length of the fence that a line of code would open or close elsewhere, and what stands after it.
pub(super) fn delimiter(line: &str) -> Option<(char, usize, &str)> {
    let text = line.trim_start_matches([' ', '\t', '>']);
    let sign = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = text.trim_start_matches(sign);
    let length = text.len() - rest.len();
    let rest = rest.trim();
    (length > 2 && !(sign == '`' && rest.contains('`'))).then_some((sign, length, rest))
}
