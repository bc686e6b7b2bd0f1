//! Owns counting words, characters and reading time.

/// Words a person reads in a minute.
const READING_SPEED: usize = 220;

/// Counts over readable text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Words; each Chinese, Japanese or Korean character counts as one.
    pub words: usize,
    /// Unicode scalar values, white space included.
    pub characters: usize,
}

impl Stats {
    /// Counts one run of text. A run that ends in the middle of a word makes that word count twice.
    pub fn add(&mut self, text: &str) {
        let mut in_word = false;
        for c in text.chars() {
            self.characters += 1;
            if is_ideographic(c) {
                self.words += 1;
                in_word = false;
            } else if c.is_alphanumeric() {
                if !in_word {
                    self.words += 1;
                }
                in_word = true;
            } else if c.is_whitespace() || "—–/…".contains(c) {
                in_word = false;
            }
        }
    }

    /// Whole minutes, at least one for a text that has words.
    pub fn reading_minutes(self) -> usize {
        if self.words == 0 { 0 } else { self.words.div_ceil(READING_SPEED) }
    }
}

/// Scripts that are written without spaces between words: Han, Hiragana, Katakana, Hangul.
pub(crate) fn is_ideographic(c: char) -> bool {
    matches!(u32::from(c),
        0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> usize {
        let mut stats = Stats::default();
        stats.add(text);
        stats.words
    }

    #[test]
    fn words_as_a_person_counts_them() {
        assert_eq!(words("It's a well-known 3.5 € fact — really"), 6);
        assert_eq!(words("日本語 text"), 4);
        assert_eq!(words("  * - "), 0);
    }

    #[test]
    fn reading_time_is_rounded_up() {
        let minutes = |words| Stats { words, characters: 0 }.reading_minutes();
        assert_eq!([0, 1, 220, 221].map(minutes), [0, 1, 1, 2]);
    }
}
