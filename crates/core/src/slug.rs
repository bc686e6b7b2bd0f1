//! Owns heading ids: one algorithm per [`HeadingIds`], with numbers for repeats.

use crate::dialects::HeadingIds;
use std::collections::HashMap;

/// Makes ids for the headings of one post, in order.
#[derive(Debug)]
pub struct Slugger {
    kind: HeadingIds,
    used: HashMap<String, usize>,
}

impl Slugger {
    /// A slugger that has seen no heading yet.
    pub fn new(kind: HeadingIds) -> Slugger {
        Slugger { kind, used: HashMap::new() }
    }

    /// The id of the next heading, from its plain text; none where the dialect gives none.
    pub fn id(&mut self, text: &str) -> Option<String> {
        let base = match self.kind {
            // The parser of kramdown's grammar gives its headings their ids.
            HeadingIds::Off | HeadingIds::Kramdown => return None,
            HeadingIds::Github | HeadingIds::Slug | HeadingIds::Underscores => github(text),
            HeadingIds::Hugo | HeadingIds::HugoAscii => {
                let slug = github(text.trim());
                if slug.is_empty() { "heading".to_owned() } else { slug }
            }
        };
        Some(self.unique(base))
    }

    /// Takes note of an id that the post gives itself (`{#id}`).
    pub fn reserve(&mut self, id: &str) {
        self.used.entry(id.to_owned()).or_insert(0);
    }

    fn unique(&mut self, base: String) -> String {
        if !self.used.contains_key(&base) {
            self.used.insert(base.clone(), 0);
            return base;
        }
        let mut number = self.used.get(&base).copied().unwrap_or(0);
        loop {
            number += 1;
            let id = format!("{base}-{number}");
            if !self.used.contains_key(&id) {
                self.used.insert(base, number);
                self.used.insert(id.clone(), 0);
                return id;
            }
        }
    }
}

/// A title as the last part of an address: lower case, words joined by single hyphens, letters of every script.
pub fn for_address(title: &str) -> String {
    let words = github(title);
    words.split(['-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// github-slugger: lower case; letters, marks, numbers, `-` and `_` stay; each space becomes a hyphen;
/// all else goes. <https://github.com/Flet/github-slugger>
fn github(text: &str) -> String {
    let lower = text.to_lowercase();
    lower
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            '-' | '_' => Some(c),
            _ if c.is_alphanumeric() || is_mark(c) => Some(c),
            _ => None,
        })
        .collect()
}

/// Combining marks of the scripts that posts use most; the standard library has no test for them.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(u32::from(c),
        0x0300..=0x036F | 0x0483..=0x0487 | 0x0591..=0x05BD | 0x0610..=0x061A | 0x064B..=0x065F
        | 0x0900..=0x0903 | 0x093A..=0x094F | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0E31 | 0x0E34..=0x0E3A
        | 0x0E47..=0x0E4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0x3099..=0x309A
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_ids() {
        let mut slugger = Slugger::new(HeadingIds::Github);
        let ids = [
            "Hello, World!",
            "Hello World",
            "hello world",
            "Crème brûlée — №1",
            "日本語 の",
            "a_b-c",
            "",
            "",
        ]
        .map(|text| slugger.id(text).unwrap());
        assert_eq!(
            ids,
            [
                "hello-world",
                "hello-world-1",
                "hello-world-2",
                "crème-brûlée--1",
                "日本語-の",
                "a_b-c",
                "",
                "-1"
            ]
        );
    }

    #[test]
    fn a_number_never_collides_with_a_heading_that_has_it() {
        let mut slugger = Slugger::new(HeadingIds::Github);
        let ids = ["a-1", "a", "a"].map(|text| slugger.id(text).unwrap());
        assert_eq!(ids, ["a-1", "a", "a-2"]);
    }

    #[test]
    fn an_empty_goldmark_id_is_heading() {
        let mut slugger = Slugger::new(HeadingIds::Hugo);
        assert_eq!(slugger.id("!!!").unwrap(), "heading");
        assert_eq!(slugger.id("?").unwrap(), "heading-1");
    }
}
