//! Owns the ids of github.com and of the library github-slugger that follows it
//! (<https://github.com/Flet/github-slugger>).

use crate::characters::{is_connector, is_digit, is_mark};

/// Lower case; what is alphabetic, marks, digits, `-` and `_` stay; each space becomes a hyphen; all else goes.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut add = |c: char| match c {
        ' ' => slug.push('-'),
        _ if c == '-' || c.is_alphabetic() || is_mark(c) || is_digit(c) || is_connector(c) => slug.push(c),
        _ => {}
    };
    if text.is_ascii() {
        text.chars().for_each(|c| add(c.to_ascii_lowercase()));
    } else {
        text.to_lowercase().chars().for_each(add);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn examples() {
        assert_eq!(slug("Hello, World!"), "hello-world");
        assert_eq!(slug("Crème brûlée — №1"), "crème-brûlée--1");
        assert_eq!(slug("a_b-c  d\te"), "a_b-c--de");
        assert_eq!(slug("日本語 の हिन्दी"), "日本語-の-हिन्दी");
        // The selector of the coloured form is a mark; superscripts are no decimal digits.
        assert_eq!(slug("I ❤️ it²"), "i-\u{fe0f}-it");
        assert_eq!(slug("ΟΔΟΣ"), "οδος");
    }
}
