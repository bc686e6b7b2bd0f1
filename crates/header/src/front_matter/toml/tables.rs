//! Owns the tables of a TOML header while it is read, and TOML's rules on what may be defined twice.
//!
//! Rules: <https://toml.io/en/v1.1.0#table>. A table is defined once; what a `[header]` or a dotted key only
//! passes through may still get parts from the like of it. Inline tables and arrays are whole where they stand.

use super::super::{Entry, Node, Problem, Value};
use crate::span::Span;

/// A key with its place.
pub(super) type Key = (String, Span);

/// A dotted key.
pub(super) type Keys = Vec<Key>;

/// How a table came to be, which decides what may be added to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Passed through by a header of a table inside it.
    Implicit,
    /// By its own `[header]`, or as the root.
    Header,
    /// By a dotted key.
    Dotted,
}

/// A table that is still open to additions.
pub(super) struct Table {
    kind: Kind,
    /// Grows with what is put into it; until then it is empty, after the header.
    span: Span,
    entries: Vec<(Key, Item)>,
}

enum Item {
    /// A value that nothing can be added to.
    Whole(Node),
    Table(Table),
    /// What `[[header]]`s make; the last one is open.
    Tables(Vec<Table>, Span),
}

/// What an addition is: it decides which tables it may pass through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Through {
    Header,
    DottedKey,
}

impl Table {
    /// The root of a header or an inline table.
    pub(super) fn new(span: Span) -> Table {
        Table { kind: Kind::Header, span, entries: Vec::new() }
    }

    /// The entries, all tables closed.
    pub(super) fn into_entries(self) -> Vec<Entry> {
        let entry = |((key, key_span), item): (Key, Item)| Entry { key, key_span, value: item.into_node() };
        self.entries.into_iter().map(entry).collect()
    }

    fn into_node(self) -> Node {
        let span = self.span;
        Node { value: Value::Map(self.into_entries()), span }
    }

    /// Carries out a `[header]` or `[[header]]` whose end is at `close`. A table that is defined already gives a
    /// problem too, but is opened again, so that what follows is not lost.
    pub(super) fn open(
        &mut self,
        path: &[Key],
        is_array: bool,
        close: Span,
    ) -> Result<Option<Problem>, Problem> {
        let Some((key, parents)) = path.split_last() else {
            return Ok(None);
        };
        let parent = self.descend(parents, Through::Header, close)?;
        let place = Span::new(close.end, close.end);
        let made = Table { kind: Kind::Header, span: place, entries: Vec::new() };
        match parent.item(&key.0) {
            None if is_array => parent.entries.push((key.clone(), Item::Tables(vec![made], place))),
            None => parent.entries.push((key.clone(), Item::Table(made))),
            Some(Item::Whole(_)) => return Err(has_value(key)),
            Some(Item::Tables(tables, _)) if is_array => tables.push(made),
            Some(Item::Tables(..)) => {
                return Err(problem(key, "`{}` is a list of tables; write `[[…]]` to add one to it."));
            }
            Some(Item::Table(_)) if is_array => {
                return Err(problem(key, "`{}` is one table and cannot be a list of tables too."));
            }
            Some(Item::Table(table)) if table.kind == Kind::Implicit => table.kind = Kind::Header,
            Some(Item::Table(_)) => return Ok(Some(problem(key, "The table `{}` is given twice."))),
        }
        Ok(None)
    }

    /// The open table at a path, which is about to get `covers`: all tables on the way grow by it.
    pub(super) fn stretch(&mut self, path: &[Key], covers: Span) -> Option<&mut Table> {
        path.iter().try_fold(self, |table, (key, _)| {
            let table = match table.item(key)? {
                Item::Table(table) => table,
                Item::Tables(tables, span) => {
                    *span = stretched(*span, covers);
                    tables.last_mut()?
                }
                Item::Whole(_) => return None,
            };
            table.span = stretched(table.span, covers);
            Some(table)
        })
    }

    /// Adds `keys = node`. A second value of a key is kept beside the first.
    pub(super) fn add(&mut self, keys: &[Key], node: Node, covers: Span) -> Result<(), Problem> {
        let Some((key, dotted)) = keys.split_last() else {
            return Ok(());
        };
        let table = self.descend(dotted, Through::DottedKey, covers)?;
        let twice = table.item(&key.0).is_some();
        table.entries.push((key.clone(), Item::Whole(node)));
        if twice { Err(problem(key, "The key `{}` is given twice.")) } else { Ok(()) }
    }

    /// The table at a path, made where missing.
    fn descend(&mut self, path: &[Key], through: Through, covers: Span) -> Result<&mut Table, Problem> {
        let mut table = self;
        for key in path {
            if table.item(&key.0).is_none() {
                let kind = if through == Through::Header { Kind::Implicit } else { Kind::Dotted };
                let made = Table { kind, span: covers, entries: Vec::new() };
                table.entries.push((key.clone(), Item::Table(made)));
            }
            table = match table.item(&key.0) {
                Some(Item::Table(inner)) if through == Through::Header || inner.kind == Kind::Dotted => inner,
                Some(Item::Tables(tables, span)) if through == Through::Header => {
                    *span = stretched(*span, covers);
                    tables.last_mut().ok_or_else(|| has_value(key))?
                }
                Some(Item::Table(_) | Item::Tables(..)) => {
                    return Err(problem(
                        key,
                        "`{}` is a table of its own; put this entry below its `[…]` line.",
                    ));
                }
                _ => return Err(has_value(key)),
            };
            table.span = stretched(table.span, covers);
        }
        Ok(table)
    }

    fn item(&mut self, key: &str) -> Option<&mut Item> {
        self.entries.iter_mut().find(|((other, _), _)| other == key).map(|(_, item)| item)
    }
}

impl Item {
    fn into_node(self) -> Node {
        match self {
            Item::Whole(node) => node,
            Item::Table(table) => table.into_node(),
            Item::Tables(tables, span) => {
                Node { value: Value::List(tables.into_iter().map(Table::into_node).collect()), span }
            }
        }
    }
}

fn stretched(span: Span, covers: Span) -> Span {
    if span.is_empty() { covers } else { Span::new(span.start, span.end.max(covers.end)) }
}

fn has_value(key: &Key) -> Problem {
    problem(key, "`{}` has a value already and cannot be a table too.")
}

/// A problem at a key, with its name in the place of `{}`.
fn problem((key, span): &Key, message: &str) -> Problem {
    Problem { span: *span, message: message.replacen("{}", key, 1) }
}
