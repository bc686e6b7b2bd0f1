//! Owns Hugo's ids, `markup.goldmark.parser.autoHeadingIDType` `github` and `github-ascii`
//! (<https://gohugo.io/configuration/markup/#parserautoidtype>).

use super::transliterate;
use crate::characters::{is_digit, is_letter};

/// Lower case; letters, digits, `-` and `_` stay, each space becomes a hyphen, all else goes, marks too.
/// Where nothing is left, `heading`; of an empty heading none.
pub(super) fn slug(text: &str) -> Option<String> {
    id(text, |c| is_letter(c) || is_digit(c))
}

/// The same with accents taken off; what is not ASCII even so goes.
pub(super) fn ascii_slug(text: &str) -> Option<String> {
    let plain: String = text.chars().map(|c| transliterate::without_accent(c).unwrap_or(c)).collect();
    id(&plain, |c| c.is_ascii_alphanumeric())
}

fn id(text: &str, stays: fn(char) -> bool) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    // One character for one, as Go lowers it: `İ` is `i`, and a sigma is never a final one.
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let kept = text.trim().chars().filter_map(|c| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        _ => stays(c).then(|| lower(c)),
    });
    let id: String = kept.collect();
    Some(if id.is_empty() { "heading".to_owned() } else { id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_stay() {
        assert_eq!(slug("Ünï ß ² ½ Ⅷ ⓐ ʰ _x_ ー々").unwrap(), "ünï-ß-----ʰ-_x_-ー々");
        assert_eq!(slug("हिन्दी में").unwrap(), "हनद-म");
        assert_eq!(slug("İ ΟΔΟΣ a\tb").unwrap(), "i-οδοσ-ab");
    }

    #[test]
    fn without_anything_left() {
        assert_eq!(slug("?!").unwrap(), "heading");
        assert_eq!(slug("  ").unwrap(), "heading");
        assert_eq!(slug(""), None);
    }

    #[test]
    fn ascii_only() {
        assert_eq!(ascii_slug("Crème Brûlée ß 日本").unwrap(), "creme-brulee--");
    }
}
