//! Owns patching TOML headers.

mod tables;

use super::flow::Flow;
use super::{Parent, Target, permute};
use crate::front_matter::{Data, Entry, Node, Operation, Step};
use crate::span::{Edit, Span};

/// Ways to carry out an operation, the one closest to the file's style first.
pub(super) fn ways(target: &Target<'_>, operation: &Operation) -> Vec<Vec<Edit>> {
    let Some(parent) = target.parent() else {
        return Vec::new();
    };
    if let Some(flow) = flow_of(target, &parent) {
        return in_flow(target, &parent, &flow, operation).into_iter().collect();
    }
    let (entries, node) = match (parent, target.path.last()) {
        (Parent::Map(entries, node), _) => (entries, node),
        (Parent::List(items, _), Some(Step::Index(index))) => {
            return tables::ways(target, items, *index, operation);
        }
        _ => return Vec::new(),
    };
    match (operation, target.path.last()) {
        (Operation::Set(data), Some(Step::Key(key))) => match target.entry() {
            Some(entry) if is_table(target, entry) => {
                // A table has no value of its own to replace: it goes, and the key stands before the tables.
                let mut ways = add(target, entries, node, entries.len(), key, data);
                ways.iter_mut().for_each(|way| way.extend(remove(target, entry)));
                ways
            }
            Some(entry) => set(target, &entry.value, data),
            None => add(target, entries, node, entries.len(), key, data),
        },
        (Operation::Add(index, data), Some(Step::Key(key))) => add(target, entries, node, *index, key, data),
        (Operation::Remove, _) => target.entry().map_or_else(Vec::new, |entry| vec![remove(target, entry)]),
        (Operation::Rename(to), _) => {
            let one = target.entry().map(|entry| vec![renaming(target, entry, to)]);
            one.into_iter().chain(tables::rename(target, to)).collect()
        }
        (Operation::Move(to), Some(Step::Key(key))) => {
            let parts: Vec<Span> = entries.iter().map(|entry| line_part(target, entry)).collect();
            let from = entries.iter().position(|entry| entry.key == *key);
            from.map_or_else(Vec::new, |from| vec![permute(target.source, &parts, from, *to)])
        }
        _ => Vec::new(),
    }
}

/// The array or inline table that holds the target.
fn flow_of<'t>(target: &'t Target<'t>, parent: &Parent<'_>) -> Option<Flow<'t>> {
    let (span, parts) = match parent {
        Parent::Map(entries, Some(node)) => (node.span, entries.iter().map(entry_span).collect()),
        Parent::List(items, node) => {
            (node.span, items.iter().map(|item: &Node| item.span).collect::<Vec<_>>())
        }
        Parent::Map(_, None) => return None,
    };
    span.slice(target.source).starts_with(['[', '{']).then_some(Flow { target, span, parts })
}

fn in_flow(
    target: &Target<'_>,
    parent: &Parent<'_>,
    flow: &Flow<'_>,
    operation: &Operation,
) -> Option<Vec<Edit>> {
    let at = match (parent, target.path.last()?) {
        (Parent::Map(entries, _), Step::Key(key)) => entries.iter().position(|entry| entry.key == *key),
        (Parent::List(..), Step::Index(index)) => Some(*index),
        _ => None,
    };
    let style = match parent {
        Parent::List(items, _) => items.last().map_or('"', |item| quote_of(target, item)),
        Parent::Map(..) => '"',
    };
    match (operation, target.path.last()?) {
        (Operation::Set(data), Step::Key(key)) if at.is_none() => {
            Some(flow.insert(flow.parts.len(), &format!("{} = {}", key_text(key), toml(data, style))))
        }
        (Operation::Set(data), _) => {
            let node = target.node()?;
            Some(vec![Edit::replace(node.span, toml(data, quote_of(target, node)))])
        }
        (Operation::Add(index, data), Step::Key(key)) => {
            Some(flow.insert(*index, &format!("{} = {}", key_text(key), toml(data, style))))
        }
        (Operation::Insert(data), Step::Index(index)) => Some(flow.insert(*index, &toml(data, style))),
        (Operation::Remove, _) => Some(flow.remove(at?)),
        (Operation::Rename(to), _) => Some(vec![renaming(target, target.entry()?, to)]),
        (Operation::Move(to), _) => Some(permute(target.source, &flow.parts, at?, *to)),
        _ => None,
    }
}

fn set(target: &Target<'_>, node: &Node, data: &Data) -> Vec<Vec<Edit>> {
    let mut ways = Vec::new();
    if let Data::String(string) = data {
        ways.extend(several_lines(string, target.line_end()));
    }
    ways.push(toml(data, quote_of(target, node)));
    ways.into_iter().map(|text| vec![Edit::replace(node.span, text)]).collect()
}

fn add(
    target: &Target<'_>,
    entries: &[Entry],
    node: Option<&Node>,
    index: usize,
    key: &str,
    data: &Data,
) -> Vec<Vec<Edit>> {
    let end = target.line_end();
    let quote = entries.iter().map(|entry| quote_of(target, &entry.value)).next().unwrap_or('"');
    let dotted = entries.iter().rev().find_map(|entry| dots_before(target, entry)).unwrap_or("");
    let text = format!("{dotted}{} = {}", key_text(key), toml(data, quote));
    let mut ways = Vec::new();
    if let (Data::Map(pairs), None) = (data, node) {
        ways.push(vec![tables::section(target, key, pairs, quote)]);
    }
    if let Some(next) = entries.get(index) {
        let start = target.line_start(next.key_span.start);
        let indent: String = Span::new(start, next.key_span.start)
            .slice(target.source)
            .chars()
            .take_while(|c| c.is_whitespace())
            .collect();
        ways.push(vec![Edit::insert(start, format!("{indent}{text}{end}"))]);
    }
    // After the last entry that is no table: what follows a table's header belongs to the table.
    let last = entries.iter().rev().find(|entry| !is_table(target, entry));
    let at = match (last, node) {
        (Some(last), _) => target.next_line(last.value.span.end),
        (None, Some(node)) => target.next_line(node.span.start),
        (None, None) => {
            entries.first().map_or(target.header.inner.end, |table| target.line_start(table.key_span.start))
        }
    };
    ways.push(vec![Edit::insert(at, format!("{text}{end}"))]);
    ways.extend(tables::own_header(target, entries, &text));
    ways
}

/// What stands before a key on its line in a table of dotted keys: `a.b.` before the `c` of `a.b.c = 1`.
fn dots_before<'t>(target: &'t Target<'_>, entry: &Entry) -> Option<&'t str> {
    let start = target.line_start(entry.key_span.start);
    let before = Span::new(start, entry.key_span.start).slice(target.source).trim_start();
    (before.ends_with('.') && !before.starts_with('[')).then_some(before)
}

fn remove(target: &Target<'_>, entry: &Entry) -> Vec<Edit> {
    let start = target.line_start(entry.key_span.start);
    vec![Edit::replace(Span::new(start, target.next_line(entry.value.span.end)), "")]
}

fn line_part(target: &Target<'_>, entry: &Entry) -> Span {
    Span::new(target.line_start(entry.key_span.start), target.line_stop(entry.value.span.end))
}

/// True for the value of a `[header]`, as opposed to an inline one.
fn is_table(target: &Target<'_>, entry: &Entry) -> bool {
    let line = target.line_start(entry.key_span.start);
    Span::new(line, entry.key_span.start).slice(target.source).trim_start().starts_with('[')
}

fn entry_span(entry: &Entry) -> Span {
    Span::new(entry.key_span.start, entry.value.span.end)
}

/// The quotation mark of a string; the usual one for all else.
fn quote_of(target: &Target<'_>, node: &Node) -> char {
    if node.span.slice(target.source).starts_with('\'') { '\'' } else { '"' }
}

fn renaming(target: &Target<'_>, entry: &Entry, to: &str) -> Edit {
    Edit::replace(entry.key_span, renamed(target, entry.key_span, to))
}

/// A key in the place of another, in the same quotes.
fn renamed(target: &Target<'_>, place: Span, to: &str) -> String {
    match place.slice(target.source).chars().next() {
        Some(quote @ ('"' | '\'')) => string(to, quote),
        _ => key_text(to),
    }
}

fn key_text(key: &str) -> String {
    let bare =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if bare { key.to_owned() } else { string(key, '"') }
}

/// A value as TOML on one line. TOML has no null; an empty string is the nearest.
fn toml(data: &Data, quote: char) -> String {
    match data {
        Data::Null => "\"\"".to_owned(),
        Data::Bool(truth) => truth.to_string(),
        Data::Number(text) | Data::Date(text) => text.clone(),
        Data::String(text) => string(text, quote),
        Data::List(items) => {
            format!("[{}]", items.iter().map(|item| toml(item, quote)).collect::<Vec<_>>().join(", "))
        }
        Data::Map(entries) => {
            let pair = |(key, data): &(String, Data)| format!("{} = {}", key_text(key), toml(data, quote));
            format!("{{ {} }}", entries.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}

/// TOML 1.1, "String".
fn string(text: &str, quote: char) -> String {
    if quote == '\'' && !text.contains(|c: char| c == '\'' || c.is_control()) {
        return format!("'{text}'");
    }
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// A multi-line string, where line ends of the file are line ends of the text.
fn several_lines(text: &str, line_end: &str) -> Option<String> {
    let lines: Vec<&str> = text.split(line_end).collect();
    let fits = lines.len() > 1 && lines.iter().all(|line| !line.contains('\n'));
    let lines: Vec<String> = lines.into_iter().map(escaped).collect();
    fits.then(|| format!("\"\"\"{line_end}{}\"\"\"", lines.join(line_end)))
}
