//! Owns the ids that Jekyll's headings get: kramdown with its parser for GitHub's Markdown and `auto_ids`
//! (<https://kramdown.gettalong.org/converter/html.html#auto-ids>).

use crate::characters::{is_connector, is_digit, is_letter, is_mark};

/// Lower case; letters, marks, digits, `-` and `_` stay; spaces and tabs become hyphens; all else goes.
pub(crate) fn slug(text: &str) -> String {
    // Each character for itself, as Ruby lowers it: a sigma is never a final one.
    let lower = text.chars().flat_map(char::to_lowercase);
    lower
        .filter_map(|c| match c {
            ' ' | '\t' => Some('-'),
            _ => (c == '-' || is_letter(c) || is_mark(c) || is_digit(c) || is_connector(c)).then_some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn examples() {
        assert_eq!(slug("C++ & Ünï_x — 2ⅷ\tΟΔΟΣ"), "c--ünï_x--2-οδοσ");
        assert_eq!(slug("हिन्दी ❤️"), "हिन्दी-\u{fe0f}");
        assert_eq!(slug("?!"), "");
    }
}
