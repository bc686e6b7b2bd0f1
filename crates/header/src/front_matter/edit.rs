//! Owns changing one thing in a header without touching another byte.
//!
//! An operation becomes patches of the text, closest to the file's own style first. Each is tried: the patched
//! header is read again and must be exactly what the operation means ([`super::data::expected`]), with every
//! comment outside the patched place still there. The first that passes is the edit; where none passes the
//! operation is refused, with the reason.

mod flow;
mod json;
mod toml;
mod yaml;
mod yaml_scalar;

use super::data::{Data, Operation, Step, expected};
use super::{End, Entry, Format, FrontMatter, Node, Value};
use crate::span::{Edit, Span, apply};

/// Why an operation was not carried out. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The kind of reason.
    pub kind: RefusalKind,
    /// The reason, as a sentence.
    pub message: String,
    /// The place in the text that is the reason.
    pub span: Span,
}

/// Kinds of refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RefusalKind {
    /// The text has no header.
    NoHeader,
    /// The header is not valid, or not closed.
    Invalid,
    /// A key stands twice.
    DuplicateKey,
    /// The path leads nowhere, or the new key exists already.
    NoSuchPlace,
    /// The value has a YAML tag, whose meaning is not known here.
    Tagged,
    /// It cannot be changed without changing something else: an anchor that is used later, a comment inside.
    Entangled,
}

/// The edits that carry out an operation. None at all when it changes nothing.
pub fn edit(source: &str, path: &[Step], operation: &Operation) -> Result<Vec<Edit>, Refusal> {
    let header = readable(source)?;
    let before = Data::map(&header.entries);
    let wanted = expected(&before, path, operation).ok_or_else(|| no_such_place(&header))?;
    if wanted == before {
        return Ok(Vec::new());
    }
    if let Some(span) = tagged(&header, path, operation) {
        return Err(Refusal {
            kind: RefusalKind::Tagged,
            message: "This value has a YAML tag; change it in the text.".to_owned(),
            span,
        });
    }
    let target = Target { source, header: &header, path };
    let ways = match header.format {
        Format::Yaml => yaml::ways(&target, operation),
        Format::Toml => toml::ways(&target, operation),
        Format::Json => json::ways(&target, operation),
    };
    let comments = comments(&header, source);
    // In TOML a key that is added stands before the tables, wherever those are in the order of keys.
    let ordered = header.format != Format::Toml || matches!(operation, Operation::Move(_));
    let wanted = Wanted { data: &wanted, ordered };
    ways.into_iter().find(|way| holds(source, &header, &comments, &wanted, way)).ok_or_else(|| Refusal {
        kind: RefusalKind::Entangled,
        message: "This cannot be changed without changing something else too; change it in the text."
            .to_owned(),
        span: target.node().map_or(header.open, |node| node.span),
    })
}

/// The header, if it is whole and valid.
pub(super) fn readable(source: &str) -> Result<FrontMatter, Refusal> {
    let header = FrontMatter::read(source).ok_or(Refusal {
        kind: RefusalKind::NoHeader,
        message: "This post has no front matter.".to_owned(),
        span: Span::new(0, 0),
    })?;
    check_valid(&header)?;
    Ok(header)
}

fn check_valid(header: &FrontMatter) -> Result<(), Refusal> {
    if header.end != End::Closed {
        return Err(Refusal {
            kind: RefusalKind::Invalid,
            message: "The front matter has no closing fence.".to_owned(),
            span: header.open,
        });
    }
    match header.problems.first() {
        None => Ok(()),
        Some(problem) => Err(Refusal {
            kind: if problem.is_repeated_key() { RefusalKind::DuplicateKey } else { RefusalKind::Invalid },
            message: problem.message.clone(),
            span: problem.span,
        }),
    }
}

fn no_such_place(header: &FrontMatter) -> Refusal {
    Refusal {
        kind: RefusalKind::NoSuchPlace,
        message: "There is no such entry, or the new key exists already.".to_owned(),
        span: header.open,
    }
}

/// A tagged value that the operation would give another value.
fn tagged(header: &FrontMatter, path: &[Step], operation: &Operation) -> Option<Span> {
    let node = locate(&header.entries, path)?;
    let sets = matches!(operation, Operation::Set(_));
    header
        .tagged
        .iter()
        .copied()
        .find(|span| sets && node.span.start <= span.start && span.end <= node.span.end)
}

/// What a patched header must mean.
struct Wanted<'a> {
    data: &'a Data,
    ordered: bool,
}

/// True when the patched text means what was wanted and has lost no comment outside the patched places.
fn holds(source: &str, header: &FrontMatter, comments: &[Span], wanted: &Wanted<'_>, way: &[Edit]) -> bool {
    let patched = apply(source, way);
    let Some(after) = FrontMatter::read(&patched) else {
        return false;
    };
    let body_kept = patched.get(after.span.end..) == source.get(header.span.end..);
    let sound = after.problems.is_empty() && after.end == End::Closed && after.format == header.format;
    let data = Data::map(&after.entries);
    let as_wanted = if wanted.ordered { data == *wanted.data } else { data.same_entries(wanted.data) };
    if !body_kept || !sound || !as_wanted {
        return false;
    }
    let mut left: Vec<&str> =
        self::comments(&after, &patched).into_iter().map(|span| span.slice(&patched)).collect();
    comments.iter().all(|comment| {
        let removed_whole = way.iter().any(|edit| {
            edit.text.is_empty() && edit.span.start <= comment.start && comment.end <= edit.span.end
        });
        let text = comment.slice(source);
        match left.iter().position(|other| *other == text) {
            Some(at) => {
                left.swap_remove(at);
                true
            }
            None => removed_whole,
        }
    })
}

pub(super) fn comments(header: &FrontMatter, source: &str) -> Vec<Span> {
    match header.format {
        Format::Yaml => super::yaml::comments(source, header.inner),
        Format::Toml => super::toml::comments(source, header.inner),
        Format::Json => Vec::new(),
    }
}

/// What an operation is about.
pub(super) struct Target<'a> {
    pub(super) source: &'a str,
    pub(super) header: &'a FrontMatter,
    pub(super) path: &'a [Step],
}

/// A map or list with its parts, as patches see them.
pub(super) enum Parent<'a> {
    Map(&'a [Entry], Option<&'a Node>),
    List(&'a [Node], &'a Node),
}

impl<'a> Target<'a> {
    /// The value at the path.
    pub(super) fn node(&self) -> Option<&'a Node> {
        locate(&self.header.entries, self.path)
    }

    /// The entry that the path's last key names.
    pub(super) fn entry(&self) -> Option<&'a Entry> {
        match (self.parent()?, self.path.last()?) {
            (Parent::Map(entries, _), Step::Key(key)) => entries.iter().find(|entry| entry.key == *key),
            _ => None,
        }
    }

    /// The collection that holds what the path's last step names; the header itself has no node.
    pub(super) fn parent(&self) -> Option<Parent<'a>> {
        let (_, parents) = self.path.split_last()?;
        if parents.is_empty() {
            return Some(Parent::Map(&self.header.entries, None));
        }
        let node = locate(&self.header.entries, parents)?;
        match &node.value {
            Value::Map(entries) => Some(Parent::Map(entries, Some(node))),
            Value::List(items) => Some(Parent::List(items, node)),
            _ => None,
        }
    }

    /// The entry whose value is the collection that holds what the path names.
    pub(super) fn parent_entry(&self) -> Option<&'a Entry> {
        let (_, parents) = self.path.split_last()?;
        Target { source: self.source, header: self.header, path: parents }.entry()
    }

    /// The line end of the header.
    pub(super) fn line_end(&self) -> &'static str {
        if self.header.span.slice(self.source).contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The start of the line that holds a byte.
    pub(super) fn line_start(&self, at: usize) -> usize {
        let before = self.source.get(..at).unwrap_or("");
        before.rfind(['\n', '\r']).map_or(0, |line_end| line_end + 1).max(self.header.inner.start)
    }

    /// The end of the line that holds a byte, before its line end.
    pub(super) fn line_stop(&self, at: usize) -> usize {
        let rest = self.source.get(at..self.header.inner.end).unwrap_or("");
        rest.find(['\n', '\r']).map_or(self.header.inner.end, |length| at + length)
    }

    /// The start of the next line.
    pub(super) fn next_line(&self, at: usize) -> usize {
        let stop = self.line_stop(at);
        let rest = self.source.get(stop..self.header.inner.end).unwrap_or("");
        stop + if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) }
    }
}

/// The value at a path below these entries.
pub(super) fn locate<'a>(entries: &'a [Entry], path: &[Step]) -> Option<&'a Node> {
    let (first, rest) = path.split_first()?;
    let Step::Key(key) = first else {
        return None;
    };
    let node = &entries.iter().find(|entry| entry.key == *key)?.value;
    rest.iter().try_fold(node, |node, step| match (&node.value, step) {
        (Value::Map(entries), Step::Key(key)) => {
            entries.iter().find(|entry| entry.key == *key).map(|entry| &entry.value)
        }
        (Value::List(items), Step::Index(index)) => items.get(*index),
        _ => None,
    })
}

/// The texts of `parts` in another order, each in the place of another, with all between them left as it is.
pub(super) fn permute(source: &str, parts: &[Span], from: usize, to: usize) -> Vec<Edit> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    if from >= order.len() || to >= order.len() {
        return Vec::new();
    }
    let moved = order.remove(from);
    order.insert(to, moved);
    parts
        .iter()
        .enumerate()
        .zip(order)
        .filter(|((place, _), which)| place != which)
        .filter_map(|((_, span), which)| Some(Edit::replace(*span, parts.get(which)?.slice(source))))
        .collect()
}
