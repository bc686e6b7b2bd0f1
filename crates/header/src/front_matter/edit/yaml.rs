//! Owns patching YAML headers.

mod blocks;

use super::flow::Flow;
use super::yaml_scalar::{Place, Style, WIDTH, scalar};
use super::{Parent, Target, permute};
use crate::front_matter::{Data, Entry, Node, Operation, Step, Value};
use crate::span::{Edit, Span};

/// Ways to carry out an operation, the one closest to the file's style first.
pub(super) fn ways(target: &Target<'_>, operation: &Operation) -> Vec<Vec<Edit>> {
    let Some(parent) = target.parent() else {
        return below_nothing(target, operation);
    };
    match (operation, target.path.last()) {
        (Operation::Set(data), Some(Step::Key(key))) => match (target.entry(), parent) {
            (Some(entry), _) => set(target, Some(entry), &entry.value, data),
            (None, Parent::Map(entries, node)) => add(target, entries, node, entries.len(), key, data),
            _ => Vec::new(),
        },
        (Operation::Set(data), Some(Step::Index(_))) => {
            target.node().map_or_else(Vec::new, |node| set(target, None, node, data))
        }
        (Operation::Add(index, data), Some(Step::Key(key))) => match parent {
            Parent::Map(entries, node) => add(target, entries, node, *index, key, data),
            Parent::List(..) => Vec::new(),
        },
        (Operation::Insert(data), Some(Step::Index(index))) => match parent {
            Parent::List(items, node) => insert(target, items, node, *index, data),
            Parent::Map(..) => Vec::new(),
        },
        (Operation::Remove, Some(step)) => remove(target, &parent, step),
        (Operation::Rename(to), _) => target.entry().map_or_else(Vec::new, |entry| {
            let style = Style::of(entry.key_span.slice(target.source));
            let place = Place { flow: true, indent: 0, line_end: target.line_end(), width: WIDTH };
            let texts = scalar(&Data::String(to.clone()), style, place);
            texts.into_iter().map(|text| vec![Edit::replace(entry.key_span, text)]).collect()
        }),
        (Operation::Move(to), Some(step)) => {
            let (parts, from) = parts(target, &parent, step);
            from.map_or_else(Vec::new, |from| vec![permute(target.source, &parts, from, *to)])
        }
        _ => Vec::new(),
    }
}

/// The parent has no value yet: give it one that holds just this.
fn below_nothing(target: &Target<'_>, operation: &Operation) -> Vec<Vec<Edit>> {
    let (Some((step, parents)), Operation::Set(data) | Operation::Add(0, data) | Operation::Insert(data)) =
        (target.path.split_last(), operation)
    else {
        return Vec::new();
    };
    let whole = match step {
        Step::Key(key) => Data::Map(vec![(key.clone(), data.clone())]),
        Step::Index(_) => Data::List(vec![data.clone()]),
    };
    let above = Target { source: target.source, header: target.header, path: parents };
    above.node().map_or_else(Vec::new, |node| set(&above, above.entry(), node, &whole))
}

/// Gives a value another value.
fn set(target: &Target<'_>, entry: Option<&Entry>, node: &Node, data: &Data) -> Vec<Vec<Edit>> {
    let flow = inside_flow(target);
    let old_block = is_collection(node) && !is_flow(target.source, node.span);
    let mut ways = Vec::new();
    if matches!(data, Data::List(_) | Data::Map(_)) && !flow {
        ways.extend(entry.and_then(|entry| blocks::set_collection(target, entry, data)));
    }
    if let (Data::Null, false, false, Some(entry)) = (data, flow, old_block, entry) {
        ways.push(vec![Edit::replace(Span::new(blocks::colon(target, entry), node.span.end), "")]);
    }
    let column = column(target, entry.map_or(node.span.start, |entry| entry.key_span.start));
    let place =
        Place { flow, indent: column + 2, line_end: target.line_end(), width: width_of(target, node) };
    let style = match node.value {
        Value::String(_) => Style::of(node.span.slice(target.source)),
        Value::List(ref items) => sibling_style(target, items),
        _ => Style::Plain,
    };
    for text in blocks::inline(data, style, place) {
        ways.push(match entry {
            Some(entry) if old_block => blocks::replace_block(target, entry, &text),
            // Nothing stands after the colon or hyphen yet.
            _ if node.span.is_empty() => vec![Edit::insert(node.span.start, format!(" {text}"))],
            _ => vec![Edit::replace(node.span, text)],
        });
    }
    ways
}

/// The longest line of folded text, without its indentation.
fn width_of(target: &Target<'_>, node: &Node) -> usize {
    let text = node.span.slice(target.source);
    let lines = text.lines().skip(1).filter(|_| text.starts_with('>'));
    lines.map(|line| line.trim().chars().count()).max().map_or(WIDTH, |longest| longest.max(20))
}

fn add(
    target: &Target<'_>,
    entries: &[Entry],
    node: Option<&Node>,
    index: usize,
    key: &str,
    data: &Data,
) -> Vec<Vec<Edit>> {
    if let Some(flow) = flow_of(target, node, entries.iter().map(entry_span).collect()) {
        let place = Place { flow: true, indent: 0, line_end: target.line_end(), width: WIDTH };
        let texts = blocks::pairs(key, data, place);
        return texts.into_iter().map(|text| flow.insert(index, &text)).collect();
    }
    let end = target.line_end();
    let column = entries.first().map_or(0, |first| column(target, first.key_span.start));
    let indent = " ".repeat(column);
    let texts = blocks::entry(target, key, data, column);
    let place = |text: String| match entries.get(index) {
        Some(next) if begins_line(target, next.key_span.start) => {
            Edit::insert(target.line_start(next.key_span.start), format!("{indent}{text}{end}"))
        }
        Some(next) => Edit::insert(next.key_span.start, format!("{text}{end}{indent}")),
        None => {
            let at = entries.last().map_or(target.header.inner.end, |last| after(target, &last.value));
            let before = target.source.get(..at).unwrap_or("");
            let gap = if before.is_empty() || before.ends_with(['\n', '\r']) { "" } else { end };
            Edit::insert(at, format!("{gap}{indent}{text}{end}"))
        }
    };
    texts.into_iter().map(|text| vec![place(text)]).collect()
}

fn insert(target: &Target<'_>, items: &[Node], node: &Node, index: usize, data: &Data) -> Vec<Vec<Edit>> {
    if let Some(flow) = flow_of(target, Some(node), items.iter().map(|item| item.span).collect()) {
        let place = Place { flow: true, indent: 0, line_end: target.line_end(), width: WIDTH };
        let texts = blocks::inline(data, sibling_style(target, items), place);
        return texts.into_iter().map(|text| flow.insert(index, &text)).collect();
    }
    let Some(first) = items.first() else {
        return Vec::new();
    };
    let end = target.line_end();
    let dash = dash(target, first);
    let dash_column = column(target, dash);
    let indent = " ".repeat(dash_column);
    let gap = Span::new(dash + 1, first.span.start).slice(target.source);
    let gap = if gap.is_empty() || gap.contains('\n') { " " } else { gap };
    let texts = blocks::item(target, data, dash_column + 1 + gap.len(), sibling_style(target, items));
    let place = |text: String| match items.get(index) {
        Some(next) if begins_line(target, self::dash(target, next)) => {
            Edit::insert(target.line_start(self::dash(target, next)), format!("{indent}-{gap}{text}{end}"))
        }
        Some(next) => Edit::insert(self::dash(target, next), format!("-{gap}{text}{end}{indent}")),
        None => {
            let at = items.last().map_or(target.header.inner.end, |last| after(target, last));
            let before = target.source.get(..at).unwrap_or("");
            let line_gap = if before.ends_with(['\n', '\r']) { "" } else { end };
            Edit::insert(at, format!("{line_gap}{indent}-{gap}{text}{end}"))
        }
    };
    texts.into_iter().map(|text| vec![place(text)]).collect()
}

fn remove(target: &Target<'_>, parent: &Parent<'_>, step: &Step) -> Vec<Vec<Edit>> {
    let (parts, at) = parts(target, parent, step);
    let Some(at) = at else {
        return Vec::new();
    };
    let node = match parent {
        Parent::Map(_, node) => *node,
        Parent::List(_, node) => Some(*node),
    };
    if let Some(flow) = flow_of(target, node, flow_parts(parent)) {
        return vec![flow.remove(at)];
    }
    if parts.len() == 1 && node.is_some() {
        let empty = if matches!(parent, Parent::Map(..)) { "{}" } else { "[]" };
        return match (target.parent_entry(), node) {
            (Some(entry), _) => vec![blocks::replace_block(target, entry, empty)],
            (None, Some(node)) => vec![vec![Edit::replace(node.span, empty)]],
            _ => Vec::new(),
        };
    }
    let start = |index: usize| match parent {
        Parent::Map(entries, _) => entries.get(index).map(|entry| entry.key_span.start),
        Parent::List(items, _) => items.get(index).map(|item| dash(target, item)),
    };
    let value = match parent {
        Parent::Map(entries, _) => entries.get(at).map(|entry| &entry.value),
        Parent::List(items, _) => items.get(at),
    };
    let (Some(from), Some(value)) = (start(at), value) else {
        return Vec::new();
    };
    let gone = if begins_line(target, from) {
        Span::new(target.line_start(from), after(target, value))
    } else {
        // The first entry of a list item stands behind its hyphen: the next one takes its place.
        Span::new(from, start(at + 1).unwrap_or(from))
    };
    vec![vec![Edit::replace(gone, "")]]
}

/// The parts of a collection as they are moved, and which of them the step names.
fn parts(target: &Target<'_>, parent: &Parent<'_>, step: &Step) -> (Vec<Span>, Option<usize>) {
    let whole_line = |start: usize, value: &Node| {
        let next = after(target, value);
        let text = Span::new(start, next).slice(target.source);
        let line_end = if text.ends_with("\r\n") { 2 } else { usize::from(text.ends_with('\n')) };
        Span::new(start, next - line_end)
    };
    match (parent, step) {
        (Parent::Map(entries, node), Step::Key(key)) => {
            let flow = flow_of(target, *node, Vec::new()).is_some();
            let part = |entry: &Entry| {
                if flow { entry_span(entry) } else { whole_line(entry.key_span.start, &entry.value) }
            };
            let at = entries.iter().position(|entry| entry.key == *key);
            (entries.iter().map(part).collect(), at)
        }
        (Parent::List(items, node), Step::Index(index)) => {
            let flow = is_flow(target.source, node.span);
            let part = |item: &Node| if flow { item.span } else { whole_line(item.span.start, item) };
            (items.iter().map(part).collect(), Some(*index).filter(|index| *index < items.len()))
        }
        _ => (Vec::new(), None),
    }
}

fn flow_parts(parent: &Parent<'_>) -> Vec<Span> {
    match parent {
        Parent::Map(entries, _) => entries.iter().map(entry_span).collect(),
        Parent::List(items, _) => items.iter().map(|item| item.span).collect(),
    }
}

fn entry_span(entry: &Entry) -> Span {
    Span::new(entry.key_span.start, entry.value.span.end.max(entry.key_span.end))
}

/// The collection as one between brackets, if it is; the header itself may be one too.
fn flow_of<'t>(target: &'t Target<'t>, node: Option<&Node>, parts: Vec<Span>) -> Option<Flow<'t>> {
    let span = match node {
        Some(node) => Some(node.span).filter(|span| is_flow(target.source, *span)),
        None => root_braces(target),
    };
    span.map(|span| Flow { target, span, parts })
}

/// The braces of a header that is one flow map.
fn root_braces(target: &Target<'_>) -> Option<Span> {
    let inner = target.header.inner;
    let first = target.header.entries.first()?;
    let open = Span::new(inner.start, first.key_span.start).slice(target.source).rfind('{')?;
    let close = inner.slice(target.source).rfind('}')?;
    Some(Span::new(inner.start + open, inner.start + close + 1))
}

fn inside_flow(target: &Target<'_>) -> bool {
    let deepest = target.path.len();
    root_braces(target).is_some()
        || (1..deepest).any(|length| {
            let path = target.path.get(..length).unwrap_or(&[]);
            super::locate(&target.header.entries, path).is_some_and(|node| is_flow(target.source, node.span))
        })
}

fn is_flow(source: &str, span: Span) -> bool {
    span.slice(source).starts_with(['[', '{'])
}

fn is_collection(node: &Node) -> bool {
    matches!(node.value, Value::List(_) | Value::Map(_))
}

/// How the strings of a list are quoted.
fn sibling_style(target: &Target<'_>, items: &[Node]) -> Style {
    match items.last() {
        Some(item) if matches!(item.value, Value::String(_)) => {
            match Style::of(item.span.slice(target.source)) {
                quoted @ (Style::Single | Style::Double) => quoted,
                _ => Style::Plain,
            }
        }
        _ => Style::Plain,
    }
}

/// Bytes before a place on its line: YAML indents by spaces only.
fn column(target: &Target<'_>, at: usize) -> usize {
    at - target.line_start(at).min(at)
}

fn begins_line(target: &Target<'_>, at: usize) -> bool {
    Span::new(target.line_start(at), at).slice(target.source).trim().is_empty()
}

/// The hyphen of an item of a block list.
fn dash(target: &Target<'_>, item: &Node) -> usize {
    let before = target.source.get(target.header.inner.start..item.span.start).unwrap_or("");
    before.rfind('-').map_or(item.span.start, |at| target.header.inner.start + at)
}

/// The start of the line after a value; after a block scalar that keeps its trailing blank lines, after those.
fn after(target: &Target<'_>, value: &Node) -> usize {
    let mut at = target.next_line(value.span.end);
    if ends_with_kept_lines(target.source, value) {
        while at < target.header.inner.end
            && Span::new(at, target.line_stop(at)).slice(target.source).trim().is_empty()
        {
            at = target.next_line(at);
        }
    }
    at
}

fn ends_with_kept_lines(source: &str, node: &Node) -> bool {
    let mut node = node;
    loop {
        node = match &node.value {
            Value::List(items) if !items.is_empty() => match items.last() {
                Some(last) => last,
                None => return false,
            },
            Value::Map(entries) if !entries.is_empty() => match entries.last() {
                Some(last) => &last.value,
                None => return false,
            },
            _ => {
                let text = node.span.slice(source);
                let header = text.lines().next().unwrap_or("");
                return text.starts_with(['|', '>']) && header.contains('+');
            }
        };
    }
}
