//! Owns writing entries, items and collections as YAML text.

use super::{Place, Style, WIDTH, column, is_collection, is_flow, scalar};
use crate::front_matter::edit::Target;
use crate::front_matter::{Data, Entry, Node, Value};
use crate::span::{Edit, Span};

/// How lists stand in this header.
#[derive(Clone, Copy)]
enum ListStyle {
    Flow,
    /// Hyphens so many columns right of their key.
    Block(usize),
}

fn list_style(target: &Target<'_>) -> ListStyle {
    let of = |entry: &Entry| match &entry.value.value {
        Value::List(items) if is_flow(target.source, entry.value.span) => {
            (!items.is_empty()).then_some(ListStyle::Flow)
        }
        Value::List(_) => {
            let dash = column(target, entry.value.span.start);
            Some(ListStyle::Block(dash.saturating_sub(column(target, entry.key_span.start))))
        }
        _ => None,
    };
    target.header.entries.iter().find_map(of).unwrap_or(ListStyle::Block(2))
}

/// Ways to write a value on one line (or as a block scalar, where the place allows it).
pub(super) fn inline(data: &Data, style: Style, place: Place<'_>) -> Vec<String> {
    let flow = Place { flow: true, ..place };
    let quotes = if matches!(style, Style::Single | Style::Double) { style } else { Style::Plain };
    let one = |data: &Data| inline(data, quotes, flow).into_iter().next().unwrap_or_default();
    match data {
        Data::List(items) => vec![format!("[{}]", items.iter().map(one).collect::<Vec<_>>().join(", "))],
        Data::Map(entries) => {
            let pair =
                |(key, data): &(String, Data)| pairs(key, data, flow).into_iter().next().unwrap_or_default();
            vec![format!("{{{}}}", entries.iter().map(pair).collect::<Vec<_>>().join(", "))]
        }
        _ => scalar(data, style, place),
    }
}

/// Ways to write `key: value` on one line.
pub(super) fn pairs(key: &str, data: &Data, place: Place<'_>) -> Vec<String> {
    let key = key_text(key, place);
    inline(data, Style::Plain, place).into_iter().map(|value| format!("{key}: {value}")).collect()
}

fn key_text(key: &str, place: Place<'_>) -> String {
    let place = Place { flow: true, ..place };
    scalar(&Data::String(key.to_owned()), Style::Plain, place).into_iter().next().unwrap_or_default()
}

/// Ways to write an entry whose key stands in this column; without the indent of its first line.
pub(super) fn entry(target: &Target<'_>, key: &str, data: &Data, column: usize) -> Vec<String> {
    let place = Place { flow: false, indent: column + 2, line_end: target.line_end(), width: WIDTH };
    let mut ways = Vec::new();
    if let Some(lines) = collection(target, data, column) {
        ways.push(format!("{}:{}{lines}", key_text(key, place), target.line_end()));
    }
    ways.extend(pairs(key, data, place));
    ways
}

/// Ways to write an item whose text starts in this column.
pub(super) fn item(target: &Target<'_>, data: &Data, column: usize, style: Style) -> Vec<String> {
    let mut ways = Vec::new();
    if matches!(data, Data::Map(entries) if !entries.is_empty())
        && let Some(lines) = collection_lines(target, data, column)
    {
        ways.push(lines.trim_start_matches(' ').to_owned());
    }
    let place = Place { flow: false, indent: column, line_end: target.line_end(), width: WIDTH };
    ways.extend(inline(data, style, place));
    ways
}

/// The lines of a collection below a key in this column, where the file's style puts it on lines of its own.
fn collection(target: &Target<'_>, data: &Data, column: usize) -> Option<String> {
    match (data, list_style(target)) {
        (Data::List(items), ListStyle::Flow) if items.iter().all(is_scalar) => None,
        (Data::List(items), style) if !items.is_empty() => {
            let indent = match style {
                ListStyle::Block(indent) => indent,
                ListStyle::Flow => 2,
            };
            collection_lines(target, data, column + indent)
        }
        (Data::Map(entries), _) if !entries.is_empty() => collection_lines(target, data, column + 2),
        _ => None,
    }
}

fn is_scalar(data: &Data) -> bool {
    !matches!(data, Data::List(_) | Data::Map(_))
}

/// The lines of a collection with its parts in this column, without the last line end.
fn collection_lines(target: &Target<'_>, data: &Data, column: usize) -> Option<String> {
    let indent = " ".repeat(column);
    let lines: Vec<String> = match data {
        Data::List(items) => items
            .iter()
            .map(|data| {
                let text = item(target, data, column + 2, Style::Plain).into_iter().next()?;
                Some(format!("{indent}- {text}"))
            })
            .collect::<Option<_>>()?,
        Data::Map(entries) => entries
            .iter()
            .map(|(key, data)| {
                let text = entry(target, key, data, column).into_iter().next()?;
                Some(format!("{indent}{text}"))
            })
            .collect::<Option<_>>()?,
        _ => return None,
    };
    Some(lines.join(target.line_end()))
}

/// Gives an entry a collection as its value, on lines of its own where the file's style does so.
pub(super) fn set_collection(target: &Target<'_>, entry: &Entry, data: &Data) -> Option<Vec<Edit>> {
    let old: &Node = &entry.value;
    let column = column(target, entry.key_span.start);
    let old_block = is_collection(old) && !is_flow(target.source, old.span);
    let lines = if old_block {
        let parts = super::column(target, old.span.start);
        collection_lines(target, data, parts).filter(|lines| !lines.is_empty())?
    } else if is_collection(old) && !matches!(data, Data::Map(_)) {
        return None;
    } else {
        collection(target, data, column)?
    };
    let end = target.line_end();
    if old_block {
        let from = target.line_start(old.span.start);
        let comments = comment_lines(target, Span::new(from, old.span.end), column);
        return Some(vec![Edit::replace(Span::new(from, old.span.end), format!("{comments}{lines}"))]);
    }
    let colon = colon(target, entry);
    let stop = target.line_stop(old.span.end.max(colon));
    Some(vec![
        Edit::replace(Span::new(colon, old.span.end.max(colon)), ""),
        Edit::insert(stop, format!("{end}{lines}")),
    ])
}

/// Puts one line in the place of a block collection; its comments become lines of their own below it.
pub(super) fn replace_block(target: &Target<'_>, entry: &Entry, text: &str) -> Vec<Edit> {
    let colon = colon(target, entry);
    let old = entry.value.span;
    let column = column(target, entry.key_span.start);
    let first = target.next_line(colon);
    let last = target.line_stop(old.end);
    let comments = comment_lines(target, Span::new(first, last), column);
    let comments = comments.trim_end_matches(['\n', '\r']);
    let below =
        if comments.is_empty() { Span::new(target.line_stop(colon), last) } else { Span::new(first, last) };
    vec![Edit::insert(colon, format!(" {text}")), Edit::replace(below, comments)]
}

/// The comments in a stretch of lines, each on a line of its own in this column.
fn comment_lines(target: &Target<'_>, within: Span, column: usize) -> String {
    let indent = " ".repeat(column);
    crate::front_matter::yaml::comments(target.source, target.header.inner)
        .into_iter()
        .filter(|comment| within.start <= comment.start && comment.end <= within.end)
        .map(|comment| format!("{indent}{}{}", comment.slice(target.source), target.line_end()))
        .collect()
}

/// The place after the colon of an entry.
pub(super) fn colon(target: &Target<'_>, entry: &Entry) -> usize {
    let rest = target.source.get(entry.key_span.end..).unwrap_or("");
    entry.key_span.end + rest.find(':').map_or(0, |at| at + 1)
}
