//! Owns curly quotes, dashes, ellipses and guillemets.
//! <https://kramdown.gettalong.org/syntax.html#typographic-symbols>

use super::reader::{from, is_space, is_word};

/// Punctuation before which a quote closes.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() && c != '&'
}

/// What stands before a quote that closes by that alone.
fn closes_after(c: char) -> bool {
    !is_space(c) && !['\\', '[', '{', '(', '-'].contains(&c)
}

/// Quotes at the start of a text, with the character before them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quotes {
    /// Bytes before the quotes.
    pub(super) before: usize,
    /// What the quotes become.
    pub(super) curly: &'static [char],
}

fn curly(quote: char, opens: bool) -> &'static [char] {
    match (quote, opens) {
        ('"', true) => &['“'],
        ('"', false) => &['”'],
        (_, true) => &['‘'],
        (_, false) => &['’'],
    }
}

/// The quotes at the start of `text`, or after its first character.
pub(super) fn quotes(text: &str) -> Option<Quotes> {
    let mut characters = text.chars();
    let first = characters.next()?;
    let (second, third, fourth) = (characters.next(), characters.next(), characters.next());
    let is_quote = |c: char| c == '"' || c == '\'';
    let after_is_word = |c: Option<char>| c.is_some_and(is_word);
    if !is_quote(first) && (first == '\\' || !second.is_some_and(is_quote)) {
        return None;
    }
    let found = |before: usize, curly: &'static [char]| Some(Quotes { before, curly });
    if is_quote(first) {
        // Before emphasis it opens.
        if second.is_some_and(|c| c == '_' || c == '*') && third.is_some_and(|c| !is_space(c)) {
            return found(0, curly(first, true));
        }
        if let Some(mark) = second.filter(|c| is_punctuation(*c)) {
            let dots = third == Some('.') && fourth == Some('.');
            let no_edge = third.is_some_and(is_letter) == is_letter(mark);
            if !dots && no_edge {
                return found(0, curly(first, false));
            }
        }
    }
    // Two quotes before a word both open.
    let lead = if is_space(first) { first.len_utf8() } else { 0 };
    let at_quote = from(text, lead);
    for (pair, both) in [("\"'", &['“', '‘'][..]), ("'\"", &['‘', '“'][..])] {
        if at_quote.strip_prefix(pair).is_some_and(|rest| rest.starts_with(is_word)) {
            return found(lead, both);
        }
    }
    if let Some(rest) = at_quote.strip_prefix('\'')
        && rest.get(..2).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
        && from(rest, 2).starts_with('s')
    {
        return found(lead, &['’']);
    }
    if let Some(quote) = second.filter(|c| is_quote(*c)) {
        if is_space(first) && after_is_word(third) {
            return found(lead, curly(quote, true));
        }
        if closes_after(first) {
            return found(first.len_utf8(), curly(quote, false));
        }
    }
    if is_quote(first) {
        let ends = match second {
            None => true,
            Some('s') => !third.is_some_and(is_letter),
            Some(c) => is_space(c),
        };
        if ends {
            return found(0, curly(first, false));
        }
    }
    // The single quote comes first where both could be meant.
    for quote in ['\'', '"'] {
        if second == Some(quote) {
            return found(first.len_utf8(), curly(quote, true));
        }
        if first == quote {
            return found(0, curly(quote, true));
        }
    }
    None
}

/// A letter, digit or underscore of any script.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The symbol that the start of `text` stands for, and how many bytes do.
pub(super) fn symbol(text: &str) -> Option<(&'static str, usize)> {
    const SYMBOLS: [(&str, &str); 9] = [
        ("---", "—"),
        ("--", "–"),
        ("...", "…"),
        ("\\<<", "<<"),
        ("\\>>", ">>"),
        ("<< ", "«\u{a0}"),
        (" >>", "\u{a0}»"),
        ("<<", "«"),
        (">>", "»"),
    ];
    SYMBOLS
        .iter()
        .find(|(written, _)| text.starts_with(written))
        .map(|(written, symbol)| (*symbol, written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curled(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        while at < text.len() {
            let rest = from(text, at);
            match quotes(rest) {
                Some(found) => {
                    out.push_str(&rest[..found.before]);
                    out.extend(found.curly);
                    at += found.before + found.curly.len();
                }
                None => {
                    let c = rest.chars().next().unwrap();
                    out.push(c);
                    at += c.len_utf8();
                }
            }
        }
        out
    }

    #[test]
    fn quotes_open_and_close() {
        assert_eq!(curled("\"a\" 'b' it's the '90s \"'c'\""), "“a” ‘b’ it’s the ’90s “‘c’”");
        assert_eq!(curled("(\"x\") x\"y"), "(“x”) x”y");
    }
}
