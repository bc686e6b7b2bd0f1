//! Owns the rules of retext-smartypants (<https://github.com/retextjs/retext-smartypants>) as remark-smartypants
//! applies them: quotes over the text of the whole post, then dashes and dots in each text. They see text after
//! entities and escapes are read, and addresses that are their own text.

use super::*;
use crate::characters::is_mark;
use crate::text_runs::is_inline;
use pulldown_cmark::{Tag, TagEnd};

/// The post's text in one: code as letters, a space before each block.
#[derive(Default)]
struct Flat {
    text: String,
    /// Where each text of the post begins in it, and the index of its event.
    texts: Vec<(usize, usize)>,
}

impl Flat {
    fn of(events: &[Spanned<'_>]) -> Flat {
        let mut flat = Flat::default();
        let (mut fresh, mut in_code, mut images) = (true, false, 0usize);
        for (index, (event, _)) in events.iter().enumerate() {
            if !is_inline(event) {
                fresh = true;
                in_code = matches!(event, Event::Start(Tag::CodeBlock(_)));
                continue;
            }
            if std::mem::take(&mut fresh) {
                flat.text.push(' ');
                images = 0;
            }
            match event {
                Event::Start(Tag::Image { .. }) => images += 1,
                Event::End(TagEnd::Image) => images = images.saturating_sub(1),
                _ if in_code || images > 0 => {}
                Event::Text(text) => {
                    flat.texts.push((flat.text.len(), index));
                    flat.text.push_str(text);
                }
                Event::Code(text) => flat.text.extend(text.chars().map(|_| 'A')),
                Event::SoftBreak => flat.text.push('\n'),
                _ => {}
            }
        }
        flat
    }

    fn before(&self, place: usize) -> Option<char> {
        self.text.get(..place)?.chars().next_back()
    }

    fn from(&self, place: usize) -> &str {
        self.text.get(place..).unwrap_or("")
    }

    /// Whether the quote at `place`, which has no other of its kind beside it, opens; and the one right after it, too.
    fn opens(&self, place: usize) -> (bool, bool) {
        let rest = self.from(place);
        let mut after = rest.chars().skip(1);
        let (quote, next) = (rest.chars().next(), after.next());
        let before = self.before(place);
        if next.is_some_and(is_sign) {
            let run = run(rest.get(1..).unwrap_or(""));
            let word_follows = run.rest.chars().next().is_some_and(is_word);
            if !word_follows {
                return (false, false);
            }
            if run.length == 1 && matches!(next, Some('"' | '\'')) {
                return (true, true);
            }
        }
        // The word before the character before, as far as it matters how long it is.
        let start = place - before.map_or(0, char::len_utf8);
        let word =
            || self.text.get(..start).unwrap_or("").chars().rev().take(3).take_while(|c| is_word(*c)).count();
        // A quote right after the end of a sentence belongs to it, unless the sentence goes on.
        let ended = before.is_some_and(|c| ".!?…‽".contains(c));
        let goes_on = next.is_some_and(|c| c.is_lowercase() || c.is_numeric());
        let within_word = quote == Some('\'') && matches!(before, Some('.' | '?')) && word() > 0;
        let belongs = !goes_on || quote == Some('"') && before == Some('.');
        if ended && next.is_some() && belongs && !(within_word && next.is_some_and(is_word)) {
            return (false, false);
        }
        // A hyphen at the end of a word is of the word, a slash after a short one as well.
        let in_word = match before {
            Some('-') => word() > 0,
            Some('/') => (1..=2).contains(&word()),
            Some(c) => is_word(c),
            None => false,
        };
        let opens = match next {
            _ if is_decade(rest) => false,
            Some(next) if is_word(next) && !in_word => {
                !(before.is_none() && quote == Some('\'') && is_s(rest))
            }
            Some(next) => !in_word && !next.is_whitespace(),
            None => false,
        };
        (opens, false)
    }
}

/// Equal characters at the start of a text, and what is after them.
struct Run<'t> {
    length: usize,
    rest: &'t str,
}

fn run(text: &str) -> Run<'_> {
    let rest = text.chars().next().map_or("", |first| text.trim_start_matches(first));
    Run { length: text.len() - rest.len(), rest }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

fn is_sign(c: char) -> bool {
    !is_word(c) && !c.is_whitespace()
}

/// Length of `. . .` at the start of a text.
fn spaced_dots(text: &str) -> Option<usize> {
    let mut rest = text;
    for nth in 0..3 {
        let dots = if nth == 0 { rest } else { rest.strip_prefix(|c: char| c.is_whitespace())?.trim_start() };
        rest = dots.strip_prefix('.')?.trim_start_matches('.');
    }
    Some(text.len() - rest.len())
}

/// `'80s` and nothing more.
fn is_decade(text: &str) -> bool {
    let decade = text.as_bytes().get(1..4);
    let matches =
        matches!(decade, Some([tens, ones, b's']) if tens.is_ascii_digit() && ones.is_ascii_digit());
    matches && !text.get(4..).and_then(|rest| rest.chars().next()).is_some_and(is_word)
}

/// `'s` and nothing more.
fn is_s(text: &str) -> bool {
    text.get(1..).is_some_and(|rest| rest.starts_with('s') && !rest.chars().nth(1).is_some_and(is_word))
}

pub(super) fn replacements(events: &[Spanned<'_>]) -> Vec<Replacement> {
    let flat = Flat::of(events);
    let mut found = Vec::new();
    let mut opened_at = None;
    for &(start, event) in &flat.texts {
        let Some((Event::Text(text), _)) = events.get(event) else { continue };
        let mut at = 0;
        while let Some(next) = text.get(at..).and_then(|rest| rest.find(['\'', '"', '-', '.', '`'])) {
            at += next;
            let place = start + at;
            let rest = text.get(at..).unwrap_or("");
            let mark = rest.chars().next().unwrap_or(' ');
            let length = spaced_dots(rest).unwrap_or(run(rest).length);
            let with = match (mark, length) {
                ('-', 2) => Some(EM_DASH),
                ('.', 3..) => Some(ELLIPSIS),
                ('`', 2) => Some(LEFT_DOUBLE),
                ('\'', 2) => Some(RIGHT_DOUBLE),
                ('\'' | '"', 1) => {
                    let alone = flat.before(place) != Some(mark) && !flat.from(place + 1).starts_with(mark);
                    alone.then(|| {
                        let (opens, next_opens) =
                            if opened_at == Some(place) { (true, false) } else { flat.opens(place) };
                        opened_at = next_opens.then_some(place + 1);
                        match (mark, opens) {
                            ('"', true) => LEFT_DOUBLE,
                            ('"', false) => RIGHT_DOUBLE,
                            (_, true) => LEFT_SINGLE,
                            (_, false) => RIGHT_SINGLE,
                        }
                    })
                }
                _ => None,
            };
            found.extend(with.map(|with| Replacement { event, range: at..at + length, with }));
            at += length.max(1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::html;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let found = html(source, Typographer::Smartypants);
        assert_eq!(found.trim().trim_start_matches("<p>").trim_end_matches("</p>"), expected);
    }

    #[test]
    fn quotes() {
        check("He left. \"Hi\" (\"yo\"), \"*x*\"", "He left. “Hi” (“yo”), “<em>x</em>”");
        check("it's 'a' dogs' 5'10\" the '80s 'tis", "it’s ‘a’ dogs’ 5’10” the ’80s ‘tis");
        check(
            "\"'Quoted' words\" \"(a)\" \"- y\" \"\"x\"\"",
            "“‘Quoted’ words” “(a)” ”- y” &quot;&quot;x&quot;&quot;",
        );
        check("日本\"語\"だ end.\"Next x-\"y\" a/'b' abc/'d'", "日本”語”だ end.”Next x-”y” a/’b’ abc/‘d’");
        check("\"`x`\" \\\"y\\\" &quot;z&quot;", "“<code>x</code>” “y” “z”");
    }

    #[test]
    fn dashes_and_dots() {
        check("a - b -- c --- d ... e ..... ''f'' . . . g", "a - b — c --- d … e … ”f” … g");
    }
}
