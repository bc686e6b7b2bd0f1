//! Owns where expressions in braces end, and those that are nothing but text.

use super::super::cursor::Cursor;

/// Finds ends of expressions; after one without an end it finds none any more, as MDX then reads nothing.
#[derive(Debug, Default)]
pub(super) struct Braces {
    pub(super) gave_up: bool,
}

impl Braces {
    /// The offset after the brace that closes the one at `start`.
    pub(super) fn end(&mut self, source: &str, start: usize) -> Option<usize> {
        if self.gave_up {
            return None;
        }
        let mut cursor = Cursor::new(source, start);
        let mut depth = 0usize;
        while let Some(next) = cursor.next() {
            match next {
                '{' => depth += 1,
                '}' if depth <= 1 => return Some(cursor.at),
                '}' => depth -= 1,
                '"' | '\'' => skip_string(&mut cursor, next),
                '`' => {
                    cursor.take_until("`");
                }
                '/' if cursor.sees("*") && cursor.take_until("*/").is_none() => break,
                _ => {}
            }
        }
        self.gave_up = true;
        None
    }
}

/// Moves over the rest of a string; an apostrophe in text, which nothing ends on its line, is passed over.
fn skip_string(cursor: &mut Cursor<'_>, quote: char) {
    let mut ahead = *cursor;
    while let Some(next) = ahead.next() {
        match next {
            '\\' => {
                ahead.next();
            }
            '\n' => return,
            _ if next == quote => {
                *cursor = ahead;
                return;
            }
            _ => {}
        }
    }
}

/// The text of a string literal.
pub(super) fn text(expression: &str) -> Option<&str> {
    let quote = expression.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inside = expression.get(1..)?.strip_suffix(quote)?;
    (!inside.contains([quote, '\\', '$'])).then_some(inside)
}
