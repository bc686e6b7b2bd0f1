//! Owns ids in plain ASCII as Zola makes them with the Rust crate `slug` (<https://docs.rs/slug>).
//!
//! That crate knows a word for every character; whoever calls may bring these words along, as the command line does.
//! Limit: here we know those of Latin, Greek, Cyrillic and emoji; letters of other scripts end a word, as all characters
//! do for which there is none.

mod letters;

use super::Words;
use crate::characters::is_mark;
use crate::emoji;
use letters::{LATIN, LATIN_ADDITIONAL, LETTERS};

/// Lower case; what is no letter and no digit ends a word, and words are joined by single hyphens.
pub(super) fn slug(text: &str, words: Option<Words>) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match words {
            _ if c.is_ascii() => push(&mut slug, c),
            Some(words) => words(c).unwrap_or("-").chars().for_each(|c| push(&mut slug, c)),
            None => push_known(&mut slug, c),
        }
    }
    let end = slug.trim_end_matches('-').len();
    slug.truncate(end);
    slug
}

/// The word for a character, of those that are known here.
fn push_known(slug: &mut String, c: char) {
    if let Some(base) = without_accent(c) {
        push(slug, base);
    } else if let Ok(at) = LETTERS.binary_search_by_key(&c, |letter| letter.0) {
        let word = LETTERS.get(at).map_or("", |letter| letter.1);
        word.chars().for_each(|c| push(slug, c));
    } else if let Some(letter) = flag_letter(c) {
        push(slug, letter);
    } else if let Some(name) = emoji::name_of(c) {
        // After it a word ends, before it none does.
        name.chars().chain(['-']).for_each(|c| push(slug, c));
    } else if !is_mark(c) && !is_invisible(c) {
        push(slug, '-');
    }
}

fn push(slug: &mut String, c: char) {
    if c.is_ascii_alphanumeric() {
        slug.push(c.to_ascii_lowercase());
    } else if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// The letter of half a flag: 🇫🇷 is F and R.
fn flag_letter(c: char) -> Option<char> {
    let place = u32::from(c).checked_sub(0x1F1E6).filter(|place| *place < 26)?;
    char::from_u32(u32::from('a') + place)
}

/// What joins or turns text and is not seen: it does not end a word. A space without width does.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The ASCII letter that a Latin letter is without its accents.
pub(super) fn without_accent(c: char) -> Option<char> {
    let at = |table: &str, from: u32| {
        let place = usize::try_from(u32::from(c).checked_sub(from)?).ok()?;
        table.as_bytes().get(place).map(|byte| char::from(*byte)).filter(|base| *base != '.')
    };
    at(LATIN_ADDITIONAL, 0x1E00).or_else(|| at(LATIN, 0xC0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> String {
        super::slug(text, None)
    }

    #[test]
    fn latin_greek_and_cyrillic() {
        assert_eq!(slug("Crème Brûlée, Œuvres & Smørrebrød ß"), "creme-brulee-oeuvres-smorrebrod-ss");
        assert_eq!(slug("Привет, мир! Объезд"), "privet-mir-ob-ezd");
        assert_eq!(slug("Ξένος θεός Ώρα"), "ksenos-theos-ora");
        assert_eq!(slug("Tiếng Việt"), "tieng-viet");
        assert_eq!(slug("Cafe\u{301} re\u{301}sume\u{301}"), "cafe-resume");
    }

    #[test]
    fn words_are_joined_by_single_hyphens() {
        assert_eq!(slug("  x86_64 --force (what's new?) "), "x86-64-force-what-s-new");
        assert_eq!(slug("It’s 50 % – “half” …"), "it-s-50-half");
        assert_eq!(slug("Salt & pepper © — more"), "salt-pepper-c-more");
        assert_eq!(slug("?!"), "");
    }

    #[test]
    fn emoji_have_names() {
        assert_eq!(slug("Launch 🚀 day"), "launch-rocket-day");
        assert_eq!(slug("❤️ hearts✨ 🇫🇷 x"), "heart-heartssparkles-fr-x");
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(LETTERS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(LATIN.is_ascii() && LATIN.len() == 0x190 && LATIN_ADDITIONAL.len() == 0x100);
    }

    #[test]
    fn a_caller_may_know_more_words() {
        let words: Words = |c| (c == '道').then_some("Dao ");
        assert_eq!(super::slug("道 é 1", Some(words)), "dao-1");
    }
}
