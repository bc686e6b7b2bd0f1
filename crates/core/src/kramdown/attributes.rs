//! Owns attribute lists, `.class #id key="value" name`, and what they make of an element's attributes.
//! <https://kramdown.gettalong.org/syntax.html#attribute-list-definitions>

use super::reader::{from, is_space, is_word, name_length};
use std::collections::HashMap;

/// More attributes than this are not kept: one definition can be used by every element of a post.
const MOST: usize = 100;

/// To classes of as many bytes none is added, for the same reason.
const LONGEST_CLASS: usize = 10_000;

/// A list: its attributes, and the names of lists that it includes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub(super) names: Vec<String>,
    pub(super) pairs: Vec<(String, String)>,
}

/// Lists by name.
pub(super) type NamedLists = HashMap<String, Attributes>;

impl Attributes {
    /// Adds what a list in braces says.
    pub(super) fn read(&mut self, list: &str) {
        let mut at = Some(0);
        while let Some(start) = at {
            let end = self.item(from(list, start)).map_or(start, |length| start + length);
            at = from(list, end).find(is_space).map(|white| end + white + 1);
        }
    }

    /// Adds the item at the start of `text` and gives its length.
    fn item(&mut self, text: &str) -> Option<usize> {
        let ends = |at: usize| from(text, at).chars().next().is_none_or(is_space);
        if let Some(name) = name_length(text) {
            let key = text.get(..name)?;
            if let Some((value, length)) = quoted(from(text, name)) {
                self.set(key, value);
                return Some(name + length);
            }
            if ends(name) && self.names.len() < MOST {
                self.names.push(key.to_owned());
                return Some(name);
            }
            return None;
        }
        let mut at = 0;
        let mut found = Vec::new();
        while let Some(mark) = from(text, at).chars().next().filter(|c| ['.', '#'].contains(c)) {
            let word = from(text, at + 1);
            let length = if mark == '.' {
                word.find(|c| is_space(c) || c == '.' || c == '#').unwrap_or(word.len())
            } else if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
                word.find(|c| !is_word(c) && c != ':' && c != '-').unwrap_or(word.len())
            } else {
                0
            };
            if length == 0 {
                return None;
            }
            found.push((mark, word.get(..length)?));
            at += 1 + length;
        }
        if found.is_empty() || !ends(at) {
            return None;
        }
        for (mark, word) in found {
            self.set(if mark == '.' { "class" } else { "id" }, word.to_owned());
        }
        Some(at)
    }

    /// Sets an attribute; a class is added to those that are there.
    pub(super) fn set(&mut self, key: &str, value: String) {
        let is_full = self.pairs.len() >= MOST;
        match self.pairs.iter_mut().find(|(known, _)| known == key) {
            Some((_, classes)) if key == "class" && classes.len() < LONGEST_CLASS => {
                classes.push(' ');
                classes.push_str(&value);
            }
            Some(_) if key == "class" => {}
            Some((_, old)) => *old = value,
            None if !is_full => self.pairs.push((key.to_owned(), value)),
            None => {}
        }
    }

    /// Adds another list, with the lists that it includes; each of them counts once.
    pub(super) fn add(&mut self, other: &Attributes, lists: &NamedLists) {
        let mut used = Vec::new();
        self.add_unless_used(other, lists, &mut used);
    }

    fn add_unless_used<'l>(&mut self, other: &'l Attributes, lists: &'l NamedLists, used: &mut Vec<&'l str>) {
        for name in &other.names {
            if let Some(list) = lists.get(name)
                && used.len() < MOST
                && !used.contains(&name.as_str())
            {
                used.push(name);
                self.add_unless_used(list, lists, used);
            }
        }
        for (key, value) in &other.pairs {
            self.set(key, value.clone());
        }
    }

    /// True where the list includes this name.
    pub(super) fn includes(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }
}

/// `="value"` at the start of `text`: the value, and the length of all.
fn quoted(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('=')?;
    let quote = rest.chars().next().filter(|c| ['"', '\''].contains(c))?;
    let mut value = String::new();
    let mut characters = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == '\\'
            && let Some((_, escaped)) = characters.next_if(|(_, next)| *next == '}' || *next == quote)
        {
            value.push(escaped);
        } else if c == quote && from(rest, at + 1).chars().next().is_none_or(is_space) {
            return Some((value, at + 2));
        } else {
            value.push(c);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str) -> String {
        let mut attributes = Attributes::default();
        attributes.read(list);
        let pairs = attributes.pairs.iter().map(|(key, value)| format!("{key}={value}"));
        pairs.chain(attributes.names.iter().map(|name| format!("+{name}"))).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn classes_ids_pairs_and_names() {
        assert_eq!(read(".a .b#c key=\"v w\" name"), "class=a b|id=c|key=v w|+name");
        assert_eq!(read("width=\"10%\" x='a\"b' y=\"\\\"\""), "width=10%|x=a\"b|y=\"");
        assert_eq!(read(" width=100 #1 a=b .ok"), "class=ok");
    }

    #[test]
    fn lists_include_each_other_once() {
        let mut lists = NamedLists::new();
        lists.entry("a".into()).or_default().read("b .x");
        lists.entry("b".into()).or_default().read("a .y");
        let mut list = Attributes::default();
        list.read("a #i");
        let mut own = Attributes::default();
        own.add(&list, &lists);
        assert_eq!(own.pairs, [("class".into(), "y x".into()), ("id".into(), "i".into())]);
    }
}
