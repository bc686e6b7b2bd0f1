//! Owns code in text: where a run of backticks is closed. <https://kramdown.gettalong.org/syntax.html#code-spans>

use super::reader::{from, is_space};
use std::ops::Range;

/// Code in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CodeSpan {
    pub(super) content: Range<usize>,
    pub(super) end: usize,
}

/// Knows which runs of backticks nothing closes, so that no text is searched again and again.
#[derive(Debug, Default)]
pub(super) struct Backticks {
    /// From the place on, no run is as long as this.
    unclosed: Option<(usize, usize)>,
}

/// Length of the run of backticks at the start.
pub(super) fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

impl Backticks {
    /// The code whose opening backticks stand at `at`; `text` ends where the code must end too.
    pub(super) fn span(&mut self, text: &str, at: usize) -> Option<CodeSpan> {
        let length = run(from(text, at));
        let start = at + length;
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if length == 1 && before.is_none_or(is_space) && from(text, start).starts_with(is_space) {
            return None;
        }
        if self.unclosed.is_some_and(|(place, shortest)| place <= start && shortest <= length) {
            return None;
        }
        let marks = text.get(at..start)?;
        let Some(found) = from(text, start).find(marks) else {
            self.unclosed = Some((start, length));
            return None;
        };
        let (mut content, end) = (start..start + found, start + found + length);
        if length > 1 {
            let inner = text.get(content.clone())?;
            content.start += usize::from(inner.starts_with(' '));
            content.end -= usize::from(inner.ends_with(' ') && content.start < content.end);
        }
        Some(CodeSpan { content, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&str> {
        Backticks::default().span(text, text.find('`')?).and_then(|span| text.get(span.content))
    }

    #[test]
    fn backticks_close_at_the_same_number() {
        assert_eq!(code("a `b c` d"), Some("b c"));
        assert_eq!(code("`` a`b ``"), Some("a`b"));
        assert_eq!(code("`a``b"), Some("a"));
        assert_eq!(code("a ` b `"), None);
        assert_eq!(code("`` a`"), None);
    }
}
