//! Owns passing over code, for languages that are not read in it.

use super::cursor::{Cursor, line_end};
use std::collections::HashMap;

/// Longer runs of backquotes open no code span here.
const LONGEST_RUN: usize = 32;

/// The offset after the fenced code block that begins on the line at `start`, if one does.
pub(super) fn after_fence(source: &str, start: usize) -> Option<usize> {
    // Most lines begin none, which their first bytes tell.
    if !source.get(start..)?.trim_start_matches(BEFORE_FENCE).starts_with(['`', '~']) {
        return None;
    }
    let (fence, length, info) = fence(line(source, start))?;
    // Backquotes in the info string make it a code span.
    if fence == '`' && info.contains('`') {
        return None;
    }
    let mut at = next_line(source, start);
    while at < source.len() {
        let text = line(source, at);
        let after = next_line(source, at);
        if self::fence(text)
            .is_some_and(|(c, count, rest)| c == fence && count >= length && rest.trim().is_empty())
        {
            return Some(after);
        }
        at = after;
    }
    Some(source.len())
}

/// What may stand before a fence on its line.
const BEFORE_FENCE: [char; 6] = [' ', '\t', '>', '-', '*', '+'];

/// The sign of a line of a fence, how often it stands there, and what comes after.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let text = line.trim_start_matches(BEFORE_FENCE);
    let sign = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = text.trim_start_matches(sign);
    let length = text.len() - rest.len();
    (length >= 3).then_some((sign, length, rest))
}

/// The line at an offset that is its start, without its end.
pub(super) fn line(source: &str, start: usize) -> &str {
    source.get(start..line_end(source, start)).unwrap_or("")
}

/// The start of the line after the one that `at` is on.
pub(super) fn next_line(source: &str, at: usize) -> usize {
    let rest = source.get(at..).unwrap_or("");
    at + rest.find('\n').map_or(rest.len(), |end| end + 1)
}

/// Finds where code spans end.
#[derive(Debug, Default)]
pub(super) struct Spans {
    /// For a run's length, up to where none like it comes.
    none_before: HashMap<usize, usize>,
}

impl Spans {
    /// The offset after the code span that the backquotes at `start` open, else after these.
    pub(super) fn after(&mut self, source: &str, start: usize) -> usize {
        let mut cursor = Cursor::new(source, start);
        let length = cursor.take_while(|c| c == '`').len();
        let after = cursor.at;
        let known = self.none_before.get(&length).is_some_and(|end| after < *end);
        if length > LONGEST_RUN || known {
            return after;
        }
        loop {
            let start = cursor.at;
            let text = cursor.take_while(|c| c != '`');
            let block_end = end_of_block(text);
            if block_end < text.len() || cursor.peek().is_none() {
                self.none_before.insert(length, start + block_end);
                return after;
            }
            if cursor.take_while(|c| c == '`').len() == length {
                return cursor.at;
            }
        }
    }
}

/// Where the first blank line of a text is; its length where there is none.
fn end_of_block(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && line.trim().is_empty() && line.ends_with('\n') {
            return at;
        }
        at += line.len();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences() {
        assert_eq!(after_fence("```js\na\n```\nb", 0), Some(12));
        assert_eq!(after_fence("~~~~\n~~~\n~~~~", 0), Some(13));
        assert_eq!(after_fence("```\na", 0), Some(5));
        assert_eq!(after_fence("``` a ```\n", 0), None);
    }

    #[test]
    fn spans() {
        let after = |source| Spans::default().after(source, 0);
        assert_eq!(after("`a` b"), 3);
        assert_eq!(after("``a`b`` c"), 7);
        assert_eq!(after("`a\nb` c"), 5);
        assert_eq!(after("`a\n\nb` c"), 1);
        assert_eq!(after("`a"), 1);
    }
}
