//! Owns a post's header: where it stands, in which language, its entries with their places.

mod convert;
mod data;
mod edit;
mod json;
mod path;
mod source;
mod split;
#[cfg(test)]
mod tests_support;
mod toml;
mod value;
mod yaml;

use crate::span::Span;
use std::collections::HashSet;

pub use convert::{add_header, convert, remove_header};
pub use data::{Data, Operation, Step};
pub use edit::{Refusal, RefusalKind, edit};
pub use path::parse_path;
pub use source::{set_source, source_of};
pub use split::{BYTE_ORDER_MARK, split};
pub use value::{Entry, Node, Value};

/// The language of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Between `---` lines.
    Yaml,
    /// Between `+++` lines, or between `---toml` and `---`.
    Toml,
    /// A JSON object at the start, or between `---json` and `---`.
    Json,
}

/// How a header ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With its closing fence or brace.
    Closed,
    /// Not at all. `insert_at` is where the closing `fence` probably belongs.
    Missing {
        /// Byte offset of the start of a line.
        insert_at: usize,
        /// What is missing, without a line end.
        fence: &'static str,
    },
}

/// The header of a post.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontMatter {
    /// Its language.
    pub format: Format,
    /// All of it, with both fences and the line end of the last.
    pub span: Span,
    /// The opening fence without its line end.
    pub open: Span,
    /// What is between the fences.
    pub inner: Span,
    /// How it ends.
    pub end: End,
    /// Top-level entries in text order.
    pub entries: Vec<Entry>,
    /// What is wrong in it.
    pub problems: Vec<Problem>,
    /// Places of values with a YAML tag.
    pub tagged: Vec<Span>,
}

/// A syntax error in a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, as a sentence.
    pub message: String,
}

impl Problem {
    /// True when it is a key or table that stands twice, which some generators let pass.
    pub fn is_repeated_key(&self) -> bool {
        self.message.ends_with("is given twice.")
    }
}

impl FrontMatter {
    /// The header of `source`, or none where the text does not start with one.
    pub fn read(source: &str) -> Option<FrontMatter> {
        let split = split(source)?;
        let mut tagged = Vec::new();
        let (entries, mut problems) = match split.format {
            Format::Yaml => yaml::read(source, split.inner, &mut tagged),
            Format::Toml => toml::read(source, split.inner),
            Format::Json => json::read(source, split.inner),
        };
        if split.format == Format::Yaml && entries.is_empty() && is_prose(split.inner.slice(source)) {
            return None;
        }
        if split.end != End::Closed {
            // The entries of a guessed header are good enough to show; its errors are only guesses.
            problems.clear();
        }
        report_duplicates(&entries, &mut problems);
        Some(FrontMatter {
            format: split.format,
            span: split.span,
            open: split.open,
            inner: split.inner,
            end: split.end,
            entries,
            problems,
            tagged,
        })
    }

    /// The value of the first of these top-level keys that is present.
    pub fn get(&self, keys: &[&str]) -> Option<&Node> {
        keys.iter().find_map(|key| {
            let entry = self.entries.iter().find(|entry| entry.key == *key)?;
            Some(&entry.value)
        })
    }

    /// The text of the first of these top-level keys that holds text.
    pub fn text(&self, keys: &[&str]) -> Option<&str> {
        match &self.get(keys)?.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

/// True for text between two thematic breaks, which no generator would take for a header: it begins with a blank line
/// and no line of it begins like a key.
fn is_prose(inner: &str) -> bool {
    let begins_like_key = |line: &str| {
        let name = line.trim_start().trim_start_matches(['"', '\'']);
        let length =
            name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(byte)).count();
        let after = name.get(length..).unwrap_or("").trim_start_matches(['"', '\'']);
        length > 0
            && after
                .strip_prefix(':')
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let mut lines = inner.lines();
    lines.next().is_some_and(|first| first.trim().is_empty())
        && !inner.trim().is_empty()
        && !lines.any(begins_like_key)
}

/// A key given twice: every parser takes another one of the two, so say so.
fn report_duplicates(entries: &[Entry], problems: &mut Vec<Problem>) {
    let known: HashSet<Span> = problems.iter().map(|problem| problem.span).collect();
    let mut seen = HashSet::new();
    for entry in entries {
        if !seen.insert(entry.key.as_str()) && !known.contains(&entry.key_span) {
            problems.push(Problem {
                span: entry.key_span,
                message: format!("The key `{}` is given twice.", entry.key),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_post_in_three_languages() {
        let yaml = "---\ntitle: A\ntags: [x, y]\ndraft: true\nweight: 010\n---\n";
        let toml = "+++\ntitle = 'A'\ntags = [\"x\", 'y']\ndraft = true\nweight = 10\n+++\n";
        let json = "{\"title\": \"A\", \"tags\": [\"x\", \"y\"], \"draft\": true, \"weight\": 10}\n";
        for source in [yaml, toml, json] {
            let header = FrontMatter::read(source).unwrap();
            assert_eq!(header.problems, [], "{source}");
            assert_eq!(header.text(&["title"]), Some("A"));
            assert!(matches!(&header.get(&["tags"]).unwrap().value, Value::List(list) if list.len() == 2));
            assert_eq!(header.get(&["draft"]).unwrap().value, Value::Bool(true));
            let weight = header.get(&["weight"]).unwrap();
            assert_eq!(weight.value, Value::Number(weight.span.slice(source).to_owned()));
            assert_eq!(header.span.end, source.len());
        }
    }

    #[test]
    fn duplicate_keys_are_reported_at_the_second() {
        let source = "---\na: 1\na: 2\n---\n";
        let header = FrontMatter::read(source).unwrap();
        assert_eq!(header.problems.len(), 1);
        assert_eq!(header.problems[0].span, Span::new(9, 10));
    }

    #[test]
    fn prose_between_two_rules_is_no_header() {
        assert_eq!(
            FrontMatter::read("---\n\n_Adapted by [**A** and others](https://b.c/d)._\n\n---\n\nText\n"),
            None
        );
        assert_eq!(FrontMatter::read("\n---\n\nSome words, more.\n\n---\n"), None);
        // A header with an error is still one, and so is an empty one.
        for header in [
            "---\n\ntitle: \"a\n---\n",
            "---\nSome words\n---\n",
            "---\n---\n",
            "---\n\n---\n",
            "---\n\ntitle: a\n---\n",
        ] {
            assert!(FrontMatter::read(header).is_some(), "{header:?}");
        }
    }
}
