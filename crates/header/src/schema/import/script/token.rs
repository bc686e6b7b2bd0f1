//! Owns dividing a script into words, strings and signs.

/// More tokens than this are not read.
const MAX_TOKENS: usize = 100_000;
/// A word or sign of a script.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A name, keyword or number.
    Word(&'a str),
    /// What a string literal says.
    Text(String),
    /// Any other character.
    Sign(char),
    /// `=>`
    Arrow,
    /// `...`
    Spread,
}

/// The tokens of a script, without white space and comments.
pub(super) fn tokens(script: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = script;
    while let Some(next) = rest.chars().next() {
        if tokens.len() >= MAX_TOKENS {
            break;
        }
        let skip = |rest: &str, end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        let length = if rest.starts_with("//") {
            skip(rest, "\n")
        } else if rest.starts_with("/*") {
            skip(rest, "*/")
        } else if rest.starts_with("=>") {
            tokens.push(Token::Arrow);
            2
        } else if rest.starts_with("...") {
            tokens.push(Token::Spread);
            3
        } else if matches!(next, '"' | '\'' | '`') {
            let (text, length) = quoted(rest, next);
            tokens.push(Token::Text(text));
            length
        } else if is_word(next) {
            let is_number = next.is_ascii_digit();
            let length = rest.find(|c: char| !(is_word(c) || is_number && c == '.')).unwrap_or(rest.len());
            tokens.push(Token::Word(rest.get(..length).unwrap_or("")));
            length
        } else {
            if !next.is_whitespace() {
                tokens.push(Token::Sign(next));
            }
            next.len_utf8()
        };
        rest = rest.get(length..).unwrap_or("");
    }
    tokens
}

/// The text of the string literal at the start, and its length with the quotes.
fn quoted(text: &str, quote: char) -> (String, usize) {
    let mut out = String::new();
    let mut escaped = false;
    for (at, next) in text.char_indices().skip(1) {
        match next {
            _ if escaped => {
                escaped = false;
                out.push(match next {
                    'n' => '\n',
                    't' => '\t',
                    other => other,
                });
            }
            '\\' => escaped = true,
            _ if next == quote => return (out, at + 1),
            // A quote in a regular expression or comment of another kind; text does not span lines.
            '\n' if quote != '`' => return (out, at),
            _ => out.push(next),
        }
    }
    (out, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_white_space_are_no_tokens() {
        let sign = Token::Sign;
        let found = tokens("a /* b */ => ...'c\\n' // d\n 1.5");
        let text = Token::Text("c\n".to_owned());
        assert_eq!(found, [Token::Word("a"), Token::Arrow, Token::Spread, text, Token::Word("1.5")]);
        assert_eq!(tokens("(é)"), [sign('('), Token::Word("é"), sign(')')]);
    }

    #[test]
    fn a_quote_without_its_end_spoils_one_line_only() {
        assert_eq!(tokens("/'/\nb").last(), Some(&Token::Word("b")));
        assert_eq!(tokens("`a\nb").len(), 1);
    }
}
