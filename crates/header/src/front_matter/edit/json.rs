//! Owns patching JSON headers.

use super::flow::Flow;
use super::{Parent, Target, permute};
use crate::front_matter::{Data, Entry, Node, Operation, Step};
use crate::span::{Edit, Span};

/// The one way to carry out an operation, if there is one.
pub(super) fn ways(target: &Target<'_>, operation: &Operation) -> Vec<Vec<Edit>> {
    let way = way(target, operation);
    way.into_iter().collect()
}

fn way(target: &Target<'_>, operation: &Operation) -> Option<Vec<Edit>> {
    let parent = target.parent()?;
    let (span, parts) = match &parent {
        Parent::Map(entries, node) => (
            node.map_or_else(|| braces(target), |node| Some(node.span))?,
            entries.iter().map(entry_span).collect(),
        ),
        Parent::List(items, node) => {
            (node.span, items.iter().map(|item: &Node| item.span).collect::<Vec<_>>())
        }
    };
    let flow = Flow { target, span, parts };
    let at = match (&parent, target.path.last()?) {
        (Parent::Map(entries, _), Step::Key(key)) => entries.iter().position(|entry| entry.key == *key),
        (Parent::List(..), Step::Index(index)) => Some(*index),
        _ => None,
    };
    match (operation, target.path.last()?) {
        (Operation::Set(data), Step::Key(key)) if at.is_none() => {
            Some(flow.insert(flow.parts.len(), &format!("{}: {}", text(key), json(data))))
        }
        (Operation::Set(data), _) => Some(vec![Edit::replace(target.node()?.span, json(data))]),
        (Operation::Add(index, data), Step::Key(key)) => {
            Some(flow.insert(*index, &format!("{}: {}", text(key), json(data))))
        }
        (Operation::Insert(data), Step::Index(index)) => Some(flow.insert(*index, &json(data))),
        (Operation::Remove, _) => Some(flow.remove(at?)),
        (Operation::Rename(to), _) => Some(vec![Edit::replace(target.entry()?.key_span, text(to))]),
        (Operation::Move(to), _) => Some(permute(target.source, &flow.parts, at?, *to)),
        _ => None,
    }
}

/// The braces of the header itself; between `---json` fences there may be space around them.
fn braces(target: &Target<'_>) -> Option<Span> {
    let inner = target.header.inner;
    let open = inner.slice(target.source).find('{')?;
    let close = inner.slice(target.source).rfind('}')?;
    Some(Span::new(inner.start + open, inner.start + close + 1))
}

fn entry_span(entry: &Entry) -> Span {
    Span::new(entry.key_span.start, entry.value.span.end)
}

/// A value as JSON on one line. JSON has no dates; they are text.
pub(super) fn json(data: &Data) -> String {
    match data {
        Data::Null => "null".to_owned(),
        Data::Bool(truth) => truth.to_string(),
        Data::Number(number) => number.clone(),
        Data::Date(date) => text(date),
        Data::String(string) => text(string),
        Data::List(items) => format!("[{}]", items.iter().map(json).collect::<Vec<_>>().join(", ")),
        Data::Map(entries) => {
            let pair = |(key, data): &(String, Data)| format!("{}: {}", text(key), json(data));
            format!("{{{}}}", entries.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}

/// RFC 8259 section 7.
fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
