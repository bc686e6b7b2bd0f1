//! Owns reading arguments as several languages write them: `"text"`, `name="text"`, `name: value`, separated by commas
//! or white space.

use super::call::Argument;
use super::cursor::Cursor;
use crate::span::Span;

/// The arguments in a part of the post.
pub(super) fn arguments(source: &str, within: Span) -> Vec<Argument> {
    let text = source.get(..within.end).unwrap_or(source);
    let mut cursor = Cursor::new(text, within.start);
    let mut found = Vec::new();
    loop {
        cursor.take_while(|c| c.is_whitespace() || c == ',');
        let start = cursor.at;
        if cursor.peek().is_none() {
            return found;
        }
        let first = value(&mut cursor);
        let end_of_first = cursor.at;
        cursor.skip_space();
        let is_name = !text.get(start..).is_some_and(|rest| rest.starts_with(['"', '\'', '`']));
        if is_name && (cursor.takes("=") || cursor.takes(":")) {
            cursor.skip_space();
            let second = value(&mut cursor);
            found.push(Argument { name: Some(first), value: second, span: Span::new(start, cursor.at) });
        } else {
            cursor.at = end_of_first;
            found.push(Argument { name: None, value: first, span: Span::new(start, end_of_first) });
        }
    }
}

/// A quoted text, or what stands there up to white space, comma or sign of equality, brackets with all they hold.
fn value(cursor: &mut Cursor<'_>) -> String {
    if let Some(text) = quoted(cursor) {
        return text;
    }
    let start = cursor.at;
    let mut open = 0usize;
    while let Some(next) = cursor.peek() {
        match next {
            '[' | '{' | '(' => open += 1,
            ']' | '}' | ')' => open = open.saturating_sub(1),
            _ if open == 0 && (next.is_whitespace() || matches!(next, ',' | '=' | ':')) => break,
            _ => {}
        }
        cursor.next();
    }
    if cursor.at == start {
        // A sign where a value should be: it is one.
        cursor.next();
    }
    cursor.source.get(start..cursor.at).unwrap_or("").trim_end().to_owned()
}

/// A text in quotes of any kind that ends; `\` takes its meaning from the next character.
fn quoted(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut ahead = *cursor;
    let quote = ahead.next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let mut text = String::new();
    while let Some(next) = ahead.next() {
        match next {
            '\\' if ahead.peek() == Some(quote) => text.extend(ahead.next()),
            _ if next == quote => {
                *cursor = ahead;
                return Some(text);
            }
            _ => text.push(next),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[(Option<&str>, &str)]) {
        let found = arguments(source, Span::new(0, source.len()));
        let found: Vec<_> = found.iter().map(|one| (one.name.as_deref(), one.value.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn with_and_without_names() {
        check("\"a b\", 'c'", &[(None, "a b"), (None, "c")]);
        check("src=\"x.png\" alt='it\\'s'", &[(Some("src"), "x.png"), (Some("alt"), "it's")]);
        check("id: 5, list = [1, 2]", &[(Some("id"), "5"), (Some("list"), "[1, 2]")]);
        check("{ a: 1, b: 2 }", &[(None, "{ a: 1, b: 2 }")]);
        check("figure.html src=x", &[(None, "figure.html"), (Some("src"), "x")]);
    }

    #[test]
    fn what_is_wrong_comes_to_an_end() {
        check("\"a", &[(None, "\"a")]);
        check("= =", &[(Some("="), "")]);
        check("[a", &[(None, "[a")]);
    }
}
