//! Owns finding literals in JavaScript and TypeScript. Nothing is run: what is computed is not found.

use super::data::Value;

/// Objects deeper than this are passed over.
const MAX_DEPTH: usize = 64;

#[derive(Clone, Debug, PartialEq)]
enum Token<'t> {
    Word(&'t str),
    Text(&'t str),
    Sign(char),
}

/// The literals in objects, each with its path from the outermost of them. The owner is what that object belongs to: the
/// function that it is an argument of, or the name that it is given.
pub(super) fn literals(script: &str) -> Vec<(String, Value)> {
    let tokens = tokens(script);
    let mut found = Vec::new();
    // For every open bracket: the key or owner of an object; none where it is no object with known keys.
    let mut open: Vec<Option<String>> = Vec::new();
    for (at, (token, line)) in tokens.iter().enumerate() {
        let token_at = |offset: isize| tokens.get(at.checked_add_signed(offset)?).map(|(token, _)| token);
        match token {
            Token::Sign('{') if open.len() < MAX_DEPTH => {
                let is_inside = open.last().is_some_and(Option::is_some);
                open.push(match (token_at(-1), token_at(-2)) {
                    (Some(Token::Sign(':')), Some(Token::Word(key) | Token::Text(key))) if is_inside => {
                        Some((*key).to_owned())
                    }
                    (Some(Token::Sign('(' | '=')), Some(Token::Word(owner))) => Some((*owner).to_owned()),
                    (Some(Token::Word("default")), Some(Token::Word("export"))) => Some("default".to_owned()),
                    _ => None,
                });
            }
            Token::Sign('{' | '(' | '[') => open.push(None),
            Token::Sign('}' | ')' | ']') => {
                open.pop();
            }
            Token::Word(key) | Token::Text(key)
                if token_at(1) == Some(&Token::Sign(':'))
                    && matches!(token_at(-1), Some(Token::Sign('{' | ',')))
                    && matches!(token_at(3), Some(Token::Sign(',' | '}'))) =>
            {
                let text = match token_at(2) {
                    Some(Token::Text(text)) => *text,
                    Some(Token::Word(word)) if is_literal(word) => *word,
                    _ => continue,
                };
                // From the outermost object around on, all have to be known.
                let known = open.iter().rev().take_while(|part| part.is_some()).flatten();
                let mut path: Vec<&str> = known.map(String::as_str).collect();
                let Some(owner) = path.pop() else { continue };
                path.reverse();
                path.push(key);
                let value = Value { path: path.join("."), text: text.to_owned(), line: *line };
                found.push((owner.to_owned(), value));
            }
            _ => {}
        }
    }
    found
}

/// The names that are the first argument of a function whose name fits.
pub(super) fn argument_names(script: &str, is_function: impl Fn(&str) -> bool) -> Vec<String> {
    let tokens = tokens(script);
    let names = tokens.windows(3).filter_map(|window| match window {
        [(Token::Word(function), _), (Token::Sign('('), _), (Token::Word(name), _)] => {
            is_function(function).then(|| (*name).to_owned())
        }
        _ => None,
    });
    names.collect()
}

fn is_literal(word: &str) -> bool {
    matches!(word, "true" | "false") || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words, texts and signs with their lines, from 1. Comments are none; of a text with placeholders nothing is known.
fn tokens(script: &str) -> Vec<(Token<'_>, usize)> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = script;
    while let Some(next) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let length_to = |end: &str, from: usize| {
            rest.get(from..).and_then(|rest| rest.find(end)).map_or(rest.len(), |at| from + at + end.len())
        };
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            length_to("*/", 2)
        } else if matches!(next, '"' | '\'' | '`') {
            let length = text_length(rest, next);
            let text = rest.get(1..length - 1).unwrap_or("");
            let is_plain = !(text.contains('\\') || next == '`' && text.contains("${"));
            tokens.push((if is_plain { Token::Text(text) } else { Token::Sign(next) }, line));
            length
        } else if is_word(next) {
            let length = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            tokens.push((Token::Word(rest.get(..length).unwrap_or("")), line));
            length
        } else {
            if !next.is_whitespace() {
                tokens.push((Token::Sign(next), line));
            }
            next.len_utf8()
        };
        let (read, after) = rest.split_at(length);
        line += read.matches('\n').count();
        rest = after;
    }
    tokens
}

/// The length of the text at the start, with its quotes; a quote that nothing on its line ends stands for itself.
fn text_length(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' if quote != '`' => return 1,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    1
}
