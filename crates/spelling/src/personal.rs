//! Owns the writer's own words: those that no dictionary has, in the forms that a sentence gives them.

use std::collections::HashSet;

/// A list of words.
#[derive(Clone, Debug, Default)]
pub struct Personal {
    words: HashSet<String>,
}

impl Personal {
    /// The list of these words.
    pub fn new(words: impl IntoIterator<Item = String>) -> Personal {
        Personal { words: words.into_iter().collect() }
    }

    /// Whether a word is in the list: as it is, with a capital at the start of a sentence, or with a possessive `'s`.
    pub fn has(&self, word: &str) -> bool {
        let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        self.has_form(word) || stem.is_some_and(|stem| self.has_form(stem))
    }

    fn has_form(&self, word: &str) -> bool {
        self.words.contains(word) || (!self.words.is_empty() && self.words.contains(&uncapitalised(word)))
    }
}

fn uncapitalised(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.collect::<String>() + rest.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_may_come_and_an_ending_but_a_capital_does_not_go() {
        let personal = Personal::new(["wharfside", "Zola"].map(str::to_owned));
        for word in ["wharfside", "Wharfside", "wharfside's", "Zola", "Zola’s"] {
            assert!(personal.has(word), "{word}");
        }
        for word in ["zola", "wharfsides", "wharf", "", "'s"] {
            assert!(!personal.has(word), "{word}");
        }
    }
}
