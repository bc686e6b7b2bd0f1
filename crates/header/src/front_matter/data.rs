//! Owns values without places, and what an operation does to them: the meaning against which every edit
//! of a header is checked.

use super::{Entry, Node, Value};

/// A value as a generator sees it. Numbers and dates keep their spelling.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as spelt.
    Number(String),
    /// A date or date-time, as spelt.
    Date(String),
    /// Text.
    String(String),
    /// A list.
    List(Vec<Data>),
    /// A map, in order.
    Map(Vec<(String, Data)>),
}

impl From<&Node> for Data {
    fn from(node: &Node) -> Data {
        match &node.value {
            Value::Null => Data::Null,
            Value::Bool(truth) => Data::Bool(*truth),
            Value::Number(text) => Data::Number(text.clone()),
            Value::Date(text) => Data::Date(text.clone()),
            Value::String(text) => Data::String(text.clone()),
            Value::List(items) => Data::List(items.iter().map(Data::from).collect()),
            Value::Map(entries) => Data::map(entries),
        }
    }
}

impl Data {
    /// The map of these entries.
    pub fn map(entries: &[Entry]) -> Data {
        Data::Map(entries.iter().map(|entry| (entry.key.clone(), Data::from(&entry.value))).collect())
    }

    /// The value at a path, where there is one.
    pub fn at(&self, path: &[Step]) -> Option<&Data> {
        path.iter().try_fold(self, |data, step| match (data, step) {
            (Data::Map(entries), Step::Key(key)) => {
                entries.iter().find(|entry| entry.0 == *key).map(|entry| &entry.1)
            }
            (Data::List(items), Step::Index(index)) => items.get(*index),
            _ => None,
        })
    }

    /// Takes the value at a path out of account; false where there is none.
    pub(super) fn blank(&mut self, path: &[Step]) -> bool {
        self.at_mut(path).map(|value| *value = Data::Null).is_some()
    }

    /// True when both mean the same without regard to the order of keys.
    pub(super) fn same_entries(&self, other: &Data) -> bool {
        match (self, other) {
            (Data::Map(a), Data::Map(b)) => {
                a.len() == b.len()
                    && a.iter().all(|(key, value)| {
                        b.iter().any(|(other_key, other)| key == other_key && value.same_entries(other))
                    })
            }
            (Data::List(a), Data::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(one, other)| one.same_entries(other))
            }
            _ => self == other,
        }
    }

    fn at_mut(&mut self, path: &[Step]) -> Option<&mut Data> {
        path.iter().try_fold(self, |data, step| match (data, step) {
            (Data::Map(entries), Step::Key(key)) => {
                entries.iter_mut().find(|entry| entry.0 == *key).map(|entry| &mut entry.1)
            }
            (Data::List(items), Step::Index(index)) => items.get_mut(*index),
            _ => None,
        })
    }
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// The item at an index, from 0.
    Index(usize),
}

/// What is to be done at a path.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// Gives the value there another value; adds the key where its map does not have it.
    Set(Data),
    /// Adds a key to the map that the path's last step is a key of, before the entry at this index.
    Add(usize, Data),
    /// Inserts an item into a list; the path ends with the index that it gets.
    Insert(Data),
    /// Takes the entry or item away.
    Remove,
    /// Gives the entry another key.
    Rename(String),
    /// Moves the entry or item to this index among its siblings.
    Move(usize),
}

/// What `data` is after the operation; none where the path leads nowhere or a key would stand twice.
pub(super) fn expected(data: &Data, path: &[Step], operation: &Operation) -> Option<Data> {
    let mut data = data.clone();
    let (last, parents) = path.split_last()?;
    match (data.at_mut(parents)?, last) {
        (Data::Map(entries), Step::Key(key)) => in_map(entries, key, operation)?,
        (parent @ Data::Null, Step::Key(key)) => {
            let mut entries = Vec::new();
            in_map(&mut entries, key, operation)?;
            *parent = Data::Map(entries);
        }
        (Data::List(items), Step::Index(index)) => in_list(items, *index, operation)?,
        (parent @ Data::Null, Step::Index(0)) => {
            let mut items = Vec::new();
            in_list(&mut items, 0, operation)?;
            *parent = Data::List(items);
        }
        _ => return None,
    }
    Some(data)
}

fn in_map(entries: &mut Vec<(String, Data)>, key: &str, operation: &Operation) -> Option<()> {
    let at = entries.iter().position(|entry| entry.0 == key);
    match (operation, at) {
        (Operation::Set(value), Some(at)) => entries.get_mut(at)?.1 = value.clone(),
        (Operation::Set(value), None) => entries.push((key.to_owned(), value.clone())),
        (Operation::Add(index, value), None) if *index <= entries.len() => {
            entries.insert(*index, (key.to_owned(), value.clone()));
        }
        (Operation::Remove, Some(at)) => {
            entries.remove(at);
        }
        (Operation::Rename(to), Some(at)) if entries.iter().all(|entry| entry.0 != *to) => {
            entries.get_mut(at)?.0 = to.clone();
        }
        (Operation::Move(to), Some(at)) if *to < entries.len() => {
            let entry = entries.remove(at);
            entries.insert(*to, entry);
        }
        _ => return None,
    }
    Some(())
}

fn in_list(items: &mut Vec<Data>, index: usize, operation: &Operation) -> Option<()> {
    match operation {
        Operation::Insert(value) if index <= items.len() => items.insert(index, value.clone()),
        Operation::Set(value) => *items.get_mut(index)? = value.clone(),
        Operation::Remove if index < items.len() => {
            items.remove(index);
        }
        Operation::Move(to) if index < items.len() && *to < items.len() => {
            let item = items.remove(index);
            items.insert(*to, item);
        }
        _ => return None,
    }
    Some(())
}
