//! Owns goldmark's rules, which are Hugo's (<https://gohugo.io/configuration/markup/#typographer>): they look at the
//! characters of the source before and after, markup included.

use super::passages::{Ahead, Passage, Stretch};
use super::*;
use crate::characters::{is_digit, is_letter, is_punctuation, is_punctuation_or_symbol};
use crate::span::Span;

/// `<<a>>` are guillemets around `a`: of two angles no tag begins at the second.
pub(super) fn angles<'a>(source: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let mut out: Vec<Spanned<'a>> = Vec::with_capacity(events.len());
    // Where a run of angles began that is text.
    let mut run: Option<Span> = None;
    for (event, span) in events {
        let odd = run.is_some_and(|run| run.end == span.start && run.len() % 2 == 1);
        if odd && matches!(event, Event::InlineHtml(_)) {
            out.push((Event::Text(CowStr::Borrowed(span.slice(source))), span));
            run = None;
            continue;
        }
        run = match &event {
            Event::Text(text) if text_runs::is_verbatim(source, text, span) && text.ends_with('<') => {
                let angles = text.len() - text.trim_end_matches('<').len();
                let own = Span::new(span.end - angles, span.end);
                match run {
                    Some(run) if run.end == span.start && own.start == span.start => {
                        Some(Span::new(run.start, span.end))
                    }
                    _ if text_runs::is_escaped(source, span) && own.start == span.start => {
                        Some(Span::new(own.start + 1, own.end)).filter(|own| !own.is_empty())
                    }
                    _ => Some(own),
                }
            }
            _ => None,
        };
        out.push((event, span));
    }
    out
}

/// How many quotes of each kind are open in the post so far: goldmark never closes them at the end of a block.
#[derive(Debug, Default)]
pub(super) struct Open {
    single: usize,
    double: usize,
}

pub(super) fn replacements(passage: &Passage<'_>, open: &mut Open) -> Vec<Replacement> {
    let mut found = Vec::new();
    let mut ahead = Ahead::default();
    for stretch in &passage.stretches {
        let mut at = stretch.span.start + usize::from(stretch.escaped);
        while at < stretch.span.end {
            let rest = passage.source.get(at..stretch.span.end).unwrap_or("");
            let Some(next) = rest.find(['\'', '"', '-', '.', '<', '>']) else { break };
            at += next;
            let rest = rest.get(next..).unwrap_or("");
            let (length, with) = match mark(rest).or_else(|| Some((1, quote(passage, at, &mut ahead, open)?)))
            {
                Some((length, with)) => (length, Some(with)),
                None => (1, None),
            };
            found.extend(with.map(|with| replacement(stretch, at, length, with)));
            at += length;
        }
    }
    found
}

fn replacement(stretch: &Stretch, at: usize, length: usize, with: &'static str) -> Replacement {
    let start = at - stretch.span.start;
    Replacement { event: stretch.event, range: start..start + length, with }
}

/// Dashes, ellipses and guillemets at the start of `text`.
fn mark(text: &str) -> Option<(usize, &'static str)> {
    const MARKS: [(&str, &str); 5] = [
        ("---", EM_DASH),
        ("--", EN_DASH),
        ("...", ELLIPSIS),
        ("<<", LEFT_GUILLEMET),
        (">>", RIGHT_GUILLEMET),
    ];
    MARKS.into_iter().find(|(mark, _)| text.starts_with(mark)).map(|(mark, with)| (mark.len(), with))
}

/// What stands for the quote at `at`; none where it stays straight.
fn quote(passage: &Passage<'_>, at: usize, ahead: &mut Ahead, open: &mut Open) -> Option<&'static str> {
    let line = ahead.line(passage, at);
    let mark = line.chars().next().filter(|c| *c == '\'' || *c == '"')?;
    let before = passage.before(at).unwrap_or('\n');
    let after = ahead.after_run(line, at).chars().next().unwrap_or(' ');
    let flank = Flank::of(before, after);
    if mark == '"' { double(line, before, flank, open) } else { single(line, before, flank, open) }
}

/// Whether a run of quotes can open or close, as delimiters of emphasis can
/// (<https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run>).
#[derive(Clone, Copy)]
struct Flank {
    opens: bool,
    closes: bool,
}

impl Flank {
    fn of(before: char, after: char) -> Flank {
        let (space_before, space_after) = (before.is_whitespace(), after.is_whitespace());
        let (mark_before, mark_after) = (is_punctuation_or_symbol(before), is_punctuation_or_symbol(after));
        Flank {
            opens: !space_after && (!mark_after || space_before || mark_before),
            closes: !space_before && (!mark_before || space_after || mark_after),
        }
    }

    fn only_opens(self) -> bool {
        self.opens && !self.closes
    }

    /// Closes, or could do both and has punctuation after it that ends the line or has more or a space after it.
    fn ends(self, line: &str) -> bool {
        let mark_after = || line.chars().nth(1).is_some_and(is_punctuation);
        let end_after = || line.as_bytes().get(2).is_none_or(|byte| is_ascii_end(*byte));
        self.closes && (!self.opens || mark_after() && end_after())
    }
}

fn is_ascii_end(byte: u8) -> bool {
    byte.is_ascii_punctuation() || byte.is_ascii_whitespace()
}

fn double(line: &str, before: char, flank: Flank, open: &mut Open) -> Option<&'static str> {
    if flank.only_opens() {
        open.double += 1;
        return Some(LEFT_DOUBLE);
    }
    let after_inches = line.starts_with("\"\"") && is_digit(before);
    if open.double == 0 || !flank.ends(line) || after_inches {
        return None;
    }
    open.double -= 1;
    Some(RIGHT_DOUBLE)
}

fn single(line: &str, before: char, flank: Flank, open: &mut Open) -> Option<&'static str> {
    let bytes = line.as_bytes();
    let after = line.chars().nth(1);
    let ends_at = |place: usize| bytes.get(place).is_none_or(|byte| is_ascii_end(*byte));
    // '90s
    let decade = || {
        let digits = bytes.get(1..4).is_some_and(
            |next| matches!(next, [tens, ones, b's'] if tens.is_ascii_digit() && ones.is_ascii_digit()),
        );
        let end = line.get(4..).and_then(|rest| rest.chars().next());
        digits && end.is_none_or(|c| c.is_whitespace() || is_punctuation_or_symbol(c))
    };
    // 'twas, 'em, 'net
    let short = || {
        (is_punctuation(before) || before.is_whitespace())
            && matches!(bytes.get(1), Some(b't' | b'e' | b'n' | b'l'))
    };
    let in_word = || (is_digit(before) || is_letter(before)) && after.is_some_and(is_letter);
    if flank.only_opens() && decade() || short() || in_word() {
        return Some(RIGHT_SINGLE);
    }
    if flank.only_opens() {
        // I'm, you'd; I've, I'll, you're after something that is no letter
        let one = matches!(bytes.get(1), Some(b's' | b'm' | b't' | b'd')) && ends_at(2);
        let two = matches!(bytes.get(1..3), Some(b"ve" | b"ll" | b"re")) && ends_at(3);
        if one || two {
            return Some(RIGHT_SINGLE);
        }
        open.single += 1;
        return Some(LEFT_SINGLE);
    }
    // Smiths', doin': whatever follows, unless it is a digit or the last character.
    if bytes.len() > 2 && after.is_some_and(|c| !is_digit(c)) {
        return Some(RIGHT_SINGLE);
    }
    if open.single == 0 || !flank.ends(line) {
        return None;
    }
    open.single -= 1;
    Some(RIGHT_SINGLE)
}

#[cfg(test)]
mod tests {
    use super::super::tests::html;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(html(source, Typographer::Goldmark), format!("<p>{expected}</p>\n"));
    }

    #[test]
    fn quotes() {
        check("He said \"hi\" (\"yo\"), \"*x*\"", "He said “hi” (“yo”), “<em>x</em>”");
        check("it's 'a' dogs' 5'10 the '90s 'twas", "it’s ‘a’ dogs’ 5'10 the ’90s ’twas");
        check("12\" x 日本\"語\"", "12&quot; x 日本&quot;語&quot;");
    }

    #[test]
    fn what_one_paragraph_opens_another_closes() {
        assert_eq!(
            html("\"a\n\n12\" x\n\n12\" y\n", Typographer::Goldmark),
            "<p>“a</p>\n<p>12” x</p>\n<p>12&quot; y</p>\n"
        );
    }

    #[test]
    fn marks() {
        check("a -- b --- c ---- d ... e ....", "a – b — c —- d … e ….");
        check("<<a>> x << y >> \\<<b\\>>", "«a» x « y » &lt;&lt;b&gt;&gt;");
        check("\\\"x\\\" &quot;y&quot; \\-- z", "&quot;x&quot; &quot;y&quot; -- z");
    }
}
