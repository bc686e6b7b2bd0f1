//! Owns patching what is spread over lines of its own in TOML: lists of `[[tables]]`, keys that stand in several
//! headers or dotted keys.

use super::{key_text, renamed, toml};
use crate::front_matter::edit::{Target, permute};
use crate::front_matter::{Data, Entry, Node, Operation, Step};
use crate::span::{Edit, Span};

/// The way to carry out an operation on a list of `[[tables]]`.
pub(super) fn ways(
    target: &Target<'_>,
    items: &[Node],
    index: usize,
    operation: &Operation,
) -> Vec<Vec<Edit>> {
    if items.len() == 1 && *operation == Operation::Remove {
        // An empty list cannot be written with headers.
        let path = target.path.get(..target.path.len() - 1).unwrap_or(&[]);
        let list = Target { source: target.source, header: target.header, path };
        return super::ways(&list, &Operation::Set(Data::List(Vec::new())));
    }
    way(target, items, index, operation).into_iter().collect()
}

fn way(target: &Target<'_>, items: &[Node], index: usize, operation: &Operation) -> Option<Vec<Edit>> {
    let sections = sections(target, items)?;
    match operation {
        Operation::Remove => Some(vec![Edit::replace(*sections.get(index)?, "")]),
        Operation::Insert(Data::Map(entries)) => {
            let end = target.line_end();
            let first = sections.first()?.start;
            let header = Span::new(first, target.line_stop(first)).slice(target.source);
            // Without the comment behind it.
            let header = header.get(..header.find("]]")? + 2)?;
            let line = |(key, data): &(String, Data)| format!("{} = {}{end}", key_text(key), toml(data, '"'));
            let lines: String = entries.iter().map(line).collect();
            let at = sections.get(index).map_or(sections.last()?.end, |section| section.start);
            Some(vec![Edit::insert(at, format!("{header}{end}{lines}"))])
        }
        Operation::Move(to) => {
            let parts: Vec<Span> = sections.iter().map(|section| section.trim_end(target.source)).collect();
            Some(permute(target.source, &parts, index, *to))
        }
        _ => None,
    }
}

/// Every table of a list, from its `[[header]]` to the one of the next, the last to the end of its last value.
fn sections(target: &Target<'_>, items: &[Node]) -> Option<Vec<Span>> {
    let starts: Vec<usize> = items.iter().map(|item| header_line(target, item)).collect::<Option<_>>()?;
    let ends = starts.iter().skip(1).copied().chain(items.last().map(|last| target.next_line(last.span.end)));
    Some(starts.iter().zip(ends).map(|(start, end)| Span::new(*start, end)).collect())
}

/// The start of the `[[header]]` line above the first value of a table.
fn header_line(target: &Target<'_>, item: &Node) -> Option<usize> {
    let mut at = target.line_start(item.span.start);
    loop {
        if Span::new(at, target.line_stop(at)).slice(target.source).trim_start().starts_with("[[") {
            return Some(at);
        }
        if at <= target.header.inner.start {
            return None;
        }
        at = target.line_start(at - 1);
    }
}

/// A key in a table that so far exists only through the headers of tables inside it (`a` of `[a.b]`): it gets a
/// header of its own before the first of those.
pub(super) fn own_header(target: &Target<'_>, entries: &[Entry], pair: &str) -> Option<Vec<Edit>> {
    let (_, parents) = target.path.split_last()?;
    let keys: Vec<String> = parents
        .iter()
        .map(|step| match step {
            Step::Key(key) => Some(key_text(key)),
            Step::Index(_) => None,
        })
        .collect::<Option<_>>()?;
    let at = target.line_start(entries.first()?.key_span.start);
    let end = target.line_end();
    (!keys.is_empty()).then(|| vec![Edit::insert(at, format!("[{}]{end}{pair}{end}{end}", keys.join(".")))])
}

/// A new `[table]` behind all others.
pub(super) fn section(target: &Target<'_>, key: &str, pairs: &[(String, Data)], quote: char) -> Edit {
    let (end, at) = (target.line_end(), target.header.inner.end);
    let before = target.source.get(target.header.inner.start..at).unwrap_or("");
    let gap = match before {
        "" => "",
        before if before.ends_with('\n') => end,
        _ => return Edit::insert(at, String::new()),
    };
    let line = |(key, data): &(String, Data)| format!("{} = {}{end}", key_text(key), toml(data, quote));
    Edit::insert(at, format!("{gap}[{}]{end}{}", key_text(key), pairs.iter().map(line).collect::<String>()))
}

/// Gives a key another name wherever it stands.
pub(super) fn rename(target: &Target<'_>, to: &str) -> Option<Vec<Edit>> {
    let keys: Vec<&str> = target
        .path
        .iter()
        .map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            // Headers do not say which table of a list they are in.
            Step::Index(_) => None,
        })
        .collect::<Option<_>>()?;
    let places = crate::front_matter::toml::places_of_key(target.source, target.header.inner, &keys);
    Some(places.into_iter().map(|place| Edit::replace(place, renamed(target, place, to))).collect())
}
