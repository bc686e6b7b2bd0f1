//! Owns what kind of character one is, as Unicode's general categories say: what the standard library does not tell.

mod tables;

use tables::{DIGITS, MARKS, NOT_LETTERS, PUNCTUATION, SYMBOLS};

fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    let at = ranges.partition_point(|range| range.1 < code);
    ranges.get(at).is_some_and(|range| range.0 <= code)
}

/// A mark (`M`): an accent or vowel sign that belongs to the letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    !c.is_ascii() && is_in(&MARKS, c)
}

/// A letter (`L`): neither a vowel sign nor a Roman numeral, though both are alphabetic.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && (c.is_ascii() || !(is_in(&MARKS, c) || is_in(&NOT_LETTERS, c)))
}

/// A decimal digit (`Nd`) of any script.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && is_in(&DIGITS, c)
}

/// Punctuation that joins words (`Pc`), such as `_`.
pub(crate) fn is_connector(c: char) -> bool {
    matches!(
        c,
        '_' | '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{FE33}' | '\u{FE34}' | '\u{FE4D}'
            ..='\u{FE4F}' | '\u{FF3F}'
    )
}

/// Punctuation (`P`); of ASCII not `$`, `+`, `<`, `=`, `>`, `^`, `` ` ``, `|` and `~`, which are symbols.
pub(crate) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation() && !"$+<=>^`|~".contains(c);
    }
    is_in(&PUNCTUATION, c)
}

/// Punctuation or a symbol (`P` or `S`): what CommonMark calls a Unicode punctuation character.
/// <https://spec.commonmark.org/0.31.2/#unicode-punctuation-character>
pub(crate) fn is_punctuation_or_symbol(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_punctuation() } else { is_in(&PUNCTUATION, c) || is_in(&SYMBOLS, c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_in_order() {
        for table in [&MARKS[..], &DIGITS, &NOT_LETTERS, &PUNCTUATION, &SYMBOLS] {
            assert!(table.iter().all(|(from, to)| from <= to));
            assert!(table.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }

    #[test]
    fn kinds_of_characters() {
        assert!(is_mark('\u{301}') && is_mark('ि') && !is_mark('a') && !is_mark('é'));
        assert!(is_letter('é') && is_letter('語') && !is_letter('ि') && !is_letter('Ⅷ') && !is_letter('ⓐ'));
        assert!(is_digit('7') && is_digit('७') && !is_digit('²') && !is_digit('a'));
        assert!(is_punctuation('"') && is_punctuation('。') && !is_punctuation('$') && !is_punctuation('€'));
        assert!(
            is_punctuation_or_symbol('$') && is_punctuation_or_symbol('→') && !is_punctuation_or_symbol('é')
        );
    }
}
