//! Owns kramdown's rules, which are Jekyll's (<https://kramdown.gettalong.org/syntax.html#typographic-symbols>): they
//! see the source, with the character before a quote only where no other mark-up has used it.

use super::passages::{Passage, Stretch};
use super::*;

pub(super) fn replacements(passage: &Passage<'_>) -> Vec<Replacement> {
    let mut found = Vec::new();
    for stretch in passage.stretches.iter().filter(|stretch| !stretch.in_image) {
        let text = passage.source.get(stretch.span.start..passage.span.end).unwrap_or("");
        let end = stretch.span.len();
        // Where the scanner stands: characters before it are used.
        let mut used = usize::from(stretch.escaped);
        let mut at = used;
        while let Some(next) = text.get(at..end).and_then(|rest| rest.find(['\'', '"', '-', '.', '<', '>'])) {
            at += next;
            let rest = text.get(at..).unwrap_or("");
            let before = text.get(used..at).and_then(|before| before.chars().next_back());
            let replacements = match rest.as_bytes().first() {
                Some(b'\'' | b'"') if before != Some('\\') => quote(before, rest),
                _ => symbol(rest),
            };
            if replacements.is_empty() {
                at += 1;
                continue;
            }
            for (length, with) in replacements {
                found.push(replacement(stretch, at, length.min(end - at), with));
                at += length;
            }
            used = at.min(end);
            at = used;
        }
    }
    found
}

fn replacement(stretch: &Stretch, start: usize, length: usize, with: &'static str) -> Replacement {
    Replacement { event: stretch.event, range: start..start + length, with }
}

/// Dashes, ellipses and guillemets at the start of `text`, the space inside of guillemets with them.
fn symbol(text: &str) -> Vec<(usize, &'static str)> {
    const MARKS: [(&str, &str); 5] = [
        ("---", EM_DASH),
        ("--", EN_DASH),
        ("...", ELLIPSIS),
        ("<<", LEFT_GUILLEMET),
        (">>", RIGHT_GUILLEMET),
    ];
    let mark = MARKS.into_iter().find(|(mark, _)| text.starts_with(mark));
    mark.map(|(mark, with)| (mark.len(), with)).into_iter().collect()
}

/// What stands for the quote at the start of `text`, and for the one after it where they go together.
fn quote(before: Option<char>, text: &str) -> Vec<(usize, &'static str)> {
    let mark = text.chars().next().unwrap_or(' ');
    let mut after = text.chars().skip(1);
    let next = after.next();
    let next_is_word = next.is_some_and(is_word);
    // What precedes the quote takes part unless it is itself what a rule begins with.
    let opens_line = before.is_none();
    if opens_line && opens_emphasis(text) {
        return vec![(1, left(mark))];
    }
    if opens_line && closes_before_punctuation(text) {
        return vec![(1, right(mark))];
    }
    let space_before = before.is_some_and(is_space);
    let other = if mark == '"' { '\'' } else { '"' };
    if next == Some(other) && after.next().is_some_and(is_word) && (opens_line || space_before) {
        return vec![(1, left(mark)), (1, left(other))];
    }
    if mark == '\'' && (opens_line || space_before) && is_decade(text) {
        return vec![(1, RIGHT_SINGLE)];
    }
    if space_before && next_is_word {
        return vec![(1, left(mark))];
    }
    // The first of two quotes is then what precedes the second.
    if let Some(second @ ('"' | '\'')) = next.filter(|_| opens_line) {
        return vec![(1, if mark == '"' { "\"" } else { "'" }), (1, right(second))];
    }
    let closes = before.is_some_and(|c| !is_space(c) && !"\\[{(-".contains(c));
    let ends = opens_line && (next.is_none_or(is_space) || is_s(text));
    vec![(1, if closes || ends { right(mark) } else { left(mark) })]
}

fn left(mark: char) -> &'static str {
    if mark == '"' { LEFT_DOUBLE } else { LEFT_SINGLE }
}

fn right(mark: char) -> &'static str {
    if mark == '"' { RIGHT_DOUBLE } else { RIGHT_SINGLE }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{B}' | '\u{C}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// One or two `*` or `_` after the quote, and then no space.
fn opens_emphasis(text: &str) -> bool {
    let marks = text.chars().skip(1).take(2).take_while(|c| "*_".contains(*c)).count();
    let follows = |count: usize| text.chars().nth(1 + count).is_some_and(|c| !is_space(c));
    (1..=marks).any(follows)
}

/// ASCII punctuation after the quote, no word after that, and no ellipsis.
fn closes_before_punctuation(text: &str) -> bool {
    let mut after = text.chars().skip(1);
    let mark = after.next().filter(char::is_ascii_punctuation);
    let dots = text.get(2..).is_some_and(|rest| rest.starts_with(".."));
    mark.is_some_and(|mark| is_word(mark) == after.next().is_some_and(is_word)) && !dots
}

/// `'80s`, whatever follows.
fn is_decade(text: &str) -> bool {
    let decade = text.as_bytes().get(1..4);
    matches!(decade, Some([tens, ones, b's']) if tens.is_ascii_digit() && ones.is_ascii_digit())
}

/// `'s` and nothing more.
fn is_s(text: &str) -> bool {
    text.get(1..).is_some_and(|rest| rest.starts_with('s') && !rest.chars().nth(1).is_some_and(is_word))
}

#[cfg(test)]
mod tests {
    use super::super::tests::html;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(html(source, Typographer::Kramdown), format!("<p>{expected}</p>\n"));
    }

    #[test]
    fn quotes() {
        check("He said \"hi\" (\"yo\"), \"*x*\"", "He said “hi” (“yo”), “<em>x</em>”");
        check("it's 'a' dogs' 5'10\" the '80s", "it’s ‘a’ dogs’ 5’10” the ’80s");
        check("\"'Quoted' words\" a=\"2\"", "“‘Quoted’ words” a=”2”");
    }

    #[test]
    fn of_two_quotes_without_anything_before_the_first_stays() {
        check("`x`''y \\\"\"\"z", "<code>x</code>'’y &quot;&quot;”z");
    }

    #[test]
    fn symbols() {
        check("a - b -- c --- d ... e", "a - b – c — d … e");
        check("<< x >> \\\"y\\\"", "« x » &quot;y&quot;");
    }
}
