//! Owns abbreviations: `*[HTML]: Hypertext Markup Language` marks every word HTML in text.
//! <https://kramdown.gettalong.org/syntax.html#abbreviations>

use super::attributes::Attributes;
use super::reader::{from, is_word};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Longer abbreviations than this, in bytes, are not looked for.
const LONGEST: usize = 100;

/// What is known of one.
#[derive(Debug, Default)]
pub(super) struct Abbreviation {
    pub(super) title: String,
    pub(super) attributes: Attributes,
}

/// All abbreviations of a post.
#[derive(Debug, Default)]
pub(super) struct Abbreviations {
    known: HashMap<String, Abbreviation>,
    lengths: BTreeSet<usize>,
}

impl Abbreviations {
    pub(super) fn define(&mut self, short: String, meaning: Abbreviation) {
        if short.len() <= LONGEST {
            self.lengths.insert(short.len());
            self.known.insert(short, meaning);
        }
    }

    pub(super) fn attributes_of(&mut self, short: &str) -> Option<&mut Attributes> {
        self.known.get_mut(short).map(|found| &mut found.attributes)
    }

    pub(super) fn get(&self, short: &str) -> Option<&Abbreviation> {
        self.known.get(short)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The first abbreviation in `text` from `at` on that stands as a word: after no word character, and before none.
    pub(super) fn find(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let mut may_begin = true;
        for (offset, c) in from(text, at).char_indices() {
            let start = at + offset;
            if may_begin && let Some(length) = self.length_at(from(text, start)) {
                return Some(start..start + length);
            }
            may_begin = !is_word(c);
        }
        None
    }

    /// Length of the longest abbreviation at the start.
    fn length_at(&self, text: &str) -> Option<usize> {
        self.lengths.iter().rev().copied().find(|length| {
            text.get(..*length).is_some_and(|short| self.known.contains_key(short))
                && !from(text, *length).starts_with(is_word)
        })
    }
}
