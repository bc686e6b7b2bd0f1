//! Owns looking ahead in a text without looking at the same bytes again and again.

/// Remembers where a needle was found last: as often as it is asked from ever later places, all questions together
/// read the text once.
#[derive(Debug, Default)]
pub(super) struct Next {
    known: Option<(usize, Option<usize>)>,
}

impl Next {
    /// The first place at or after `from` where `needle` stands in `text`, always the same two.
    pub(super) fn find(&mut self, text: &str, needle: &str, from: usize) -> Option<usize> {
        if let Some((asked, found)) = self.known
            && asked <= from
            && found.is_none_or(|at| from <= at)
        {
            return found;
        }
        let found = text.get(from..).and_then(|rest| rest.find(needle)).map(|at| from + at);
        self.known = Some((from, found));
        found
    }
}

/// White space of kramdown's patterns.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// A letter, digit or underscore of kramdown's patterns.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Length of the name at the start: a word character, then word characters and hyphens.
pub(super) fn name_length(text: &str) -> Option<usize> {
    text.starts_with(is_word).then(|| text.find(|c| !is_word(c) && c != '-').unwrap_or(text.len()))
}

/// The text up to and with its first line end.
pub(super) fn first_line(text: &str) -> &str {
    text.find('\n').and_then(|end| text.get(..=end)).unwrap_or(text)
}

/// The text from a place on; nothing where the place is none.
pub(super) fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("")
}
