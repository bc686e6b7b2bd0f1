//! Owns which alphabet a dictionary is for: a Russian name in an English post is no fault of English.

/// An alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Other,
}

/// So many letters tell a dictionary's alphabet.
const ENOUGH: usize = 2_000;

impl Script {
    fn of(letter: char) -> Script {
        match letter {
            '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
            '\u{400}'..='\u{52F}' => Script::Cyrillic,
            _ => Script::Other,
        }
    }

    /// The alphabet that most of the letters at the beginning belong to.
    pub(crate) fn of_text(text: &str) -> Script {
        let mut counts = [0; 3];
        for letter in text.chars().filter(|c| c.is_alphabetic()).take(ENOUGH) {
            match Script::of(letter) {
                Script::Latin => counts[0] += 1,
                Script::Cyrillic => counts[1] += 1,
                Script::Other => counts[2] += 1,
            }
        }
        let [latin, cyrillic, other] = counts;
        if cyrillic > latin && cyrillic > other {
            Script::Cyrillic
        } else if other > latin {
            Script::Other
        } else {
            Script::Latin
        }
    }

    /// Whether any letter of a word belongs to it.
    pub(crate) fn is_in(self, word: &str) -> bool {
        word.chars().any(|c| c.is_alphabetic() && Script::of(c) == self)
    }
}
