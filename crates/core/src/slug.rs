//! Owns heading ids: one algorithm per [`HeadingIds`], what of a heading counts for it, and what repeats get.

mod counted;
mod github;
mod hugo;
mod kramdown;
mod transliterate;
mod underscores;

use crate::dialects::HeadingIds;
use std::collections::HashMap;

pub(crate) use counted::Counted;
pub(crate) use kramdown::slug as kramdown;

/// The word in ASCII for a character of any script; none where there is none. A table of all of them is larger than the
/// rest of this crate, so whoever has room for it brings it along.
pub type Words = fn(char) -> Option<&'static str>;

/// Makes ids for the headings of one post, in order.
#[derive(Debug)]
pub struct Slugger {
    kind: HeadingIds,
    words: Option<Words>,
    /// Ids that are taken, each with the last number that was tried after it.
    used: HashMap<String, usize>,
}

impl Slugger {
    /// A slugger that has seen no heading yet. `own` are the ids that headings of the post give themselves (`{#id}`);
    /// `words` are for ids in ASCII, instead of those of a few scripts that are known here.
    pub fn new<'i>(kind: HeadingIds, own: impl Iterator<Item = &'i str>, words: Option<Words>) -> Slugger {
        let mut slugger = Slugger { kind, words, used: HashMap::new() };
        // Zola keeps all of them free before it makes any.
        if matches!(kind, HeadingIds::Slug | HeadingIds::Underscores) {
            slugger.used.extend(own.map(|id| (id.to_owned(), 0)));
        }
        slugger
    }

    /// The id of the next heading, from what of it counts; none where the dialect gives none.
    pub fn id(&mut self, text: &str) -> Option<String> {
        let base = match self.kind {
            HeadingIds::Off => return None,
            HeadingIds::Github | HeadingIds::Docusaurus => github::slug(text),
            HeadingIds::Hugo => hugo::slug(text)?,
            HeadingIds::HugoAscii => hugo::ascii_slug(text)?,
            HeadingIds::Slug => transliterate::slug(text, self.words),
            HeadingIds::Underscores => underscores::slug(text),
            HeadingIds::Kramdown => return self.counted(kramdown::slug(text)),
        };
        Some(self.free(base))
    }

    /// Takes note of an id that the heading at hand gives itself.
    pub fn reserve(&mut self, id: &str) {
        if matches!(self.kind, HeadingIds::Hugo | HeadingIds::HugoAscii) {
            self.used.entry(id.to_owned()).or_insert(0);
        }
    }

    /// The id itself, or with the first number after it that makes one not yet taken.
    fn free(&mut self, base: String) -> String {
        let Some(last) = self.used.get(&base).copied() else {
            self.used.insert(base.clone(), 0);
            return base;
        };
        let mut number = last;
        let id = loop {
            number += 1;
            let id = [base.as_str(), "-", &number.to_string()].concat();
            if !self.used.contains_key(&id) {
                break id;
            }
        };
        self.used.entry(base).and_modify(|last| *last = number);
        self.used.insert(id.clone(), 0);
        id
    }

    /// The id with the number of times that it was made before, whether or not another heading has that already.
    fn counted(&mut self, base: String) -> Option<String> {
        let id = match self.used.get_mut(&base) {
            Some(times) => {
                *times += 1;
                format!("{base}-{times}")
            }
            None => {
                self.used.insert(base.clone(), 0);
                base
            }
        };
        Some(id).filter(|id| !id.is_empty())
    }
}

/// A title as the last part of an address: lower case, words joined by single hyphens, letters of every script.
pub fn for_address(title: &str) -> String {
    let words = github::slug(title);
    words.split(['-', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: HeadingIds, headings: &[&str], expected: &[&str]) {
        let mut slugger = Slugger::new(kind, std::iter::empty(), None);
        let ids: Vec<_> = headings.iter().map(|text| slugger.id(text)).collect();
        let ids: Vec<_> = ids.iter().map(|id| id.as_deref().unwrap_or("none")).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn repeats_get_the_next_free_number() {
        let headings = ["Part", "Part 1", "Part", "Part-1", "?", "!"];
        check(HeadingIds::Github, &headings, &["part", "part-1", "part-2", "part-1-1", "", "-1"]);
        check(HeadingIds::Hugo, &headings, &["part", "part-1", "part-2", "part-1-1", "heading", "heading-1"]);
        check(HeadingIds::Slug, &headings, &["part", "part-1", "part-2", "part-1-1", "", "-1"]);
    }

    #[test]
    fn kramdown_counts_and_does_not_look() {
        let headings = ["Part", "Part 1", "Part", "Part-1", "?", "!"];
        check(HeadingIds::Kramdown, &headings, &["part", "part-1", "part-1", "part-1-1", "none", "-1"]);
    }

    #[test]
    fn ids_that_the_post_gives_itself() {
        let after = |kind| {
            let mut slugger = Slugger::new(kind, ["same"].into_iter(), None);
            let before = slugger.id("same").unwrap();
            slugger.reserve("same");
            [before, slugger.id("same").unwrap()]
        };
        assert_eq!(after(HeadingIds::Hugo), ["same", "same-1"]);
        assert_eq!(after(HeadingIds::Slug), ["same-1", "same-2"]);
        assert_eq!(after(HeadingIds::Docusaurus), ["same", "same-1"]);
    }

    #[test]
    fn titles_as_addresses() {
        assert_eq!(for_address("  C++ & _Rust_: what's new? "), "c-rust-whats-new");
        assert_eq!(for_address("Über 日本"), "über-日本");
    }
}
