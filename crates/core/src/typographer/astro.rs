//! Owns the rules of Astro 7's Markdown engine (<https://docs.astro.build/en/guides/markdown-content/>): those of
//! pulldown-cmark, with double quotes that also open and close beside letters of scripts without spaces.

use super::passages::{Passage, Stretch};
use super::*;
use crate::characters::is_punctuation_or_symbol;

/// The quotes that are open, within one link or outside of all.
#[derive(Default)]
struct Open {
    link: usize,
    /// Index of the replacement for a single quote that may turn out to open.
    single: Option<usize>,
    double: bool,
}

pub(super) fn replacements(passage: &Passage<'_>) -> Vec<Replacement> {
    let mut found = Vec::new();
    let mut scopes = vec![Open::default()];
    for stretch in &passage.stretches {
        // Links are numbered in the order in which they open: what is left of the stack holds this one.
        while scopes.last().is_some_and(|scope| scope.link > stretch.link) {
            scopes.pop();
        }
        if scopes.last().is_none_or(|scope| scope.link != stretch.link) {
            scopes.push(Open { link: stretch.link, ..Open::default() });
        }
        if let Some(open) = scopes.last_mut() {
            within(passage, stretch, open, &mut found);
        }
    }
    found
}

fn within(passage: &Passage<'_>, stretch: &Stretch, open: &mut Open, found: &mut Vec<Replacement>) {
    let mut at = stretch.span.start + usize::from(stretch.escaped);
    let put = |found: &mut Vec<Replacement>, at: usize, length: usize, with| {
        let start = at - stretch.span.start;
        found.push(Replacement { event: stretch.event, range: start..start + length, with });
    };
    while let Some(rest) = passage.source.get(at..stretch.span.end).filter(|rest| !rest.is_empty()) {
        let Some(next) = rest.find(['\'', '"', '-', '.']) else { break };
        at += next;
        let rest = rest.get(next..).unwrap_or("");
        let length = match rest.as_bytes().first() {
            Some(b'-') => {
                let run = rest.len() - rest.trim_start_matches('-').len();
                dashes(run).into_iter().for_each(|(from, length, with)| put(found, at + from, length, with));
                run
            }
            Some(b'.') if rest.starts_with("...") => {
                put(found, at, 3, ELLIPSIS);
                3
            }
            Some(b'\'') => {
                let flank = Flank::of(passage, at, '\'');
                match open.single.take() {
                    Some(opener) if flank.closes => {
                        if let Some(opener) = found.get_mut(opener) {
                            opener.with = LEFT_SINGLE;
                        }
                    }
                    before => open.single = if flank.opens { Some(found.len()) } else { before },
                }
                put(found, at, 1, RIGHT_SINGLE);
                1
            }
            Some(b'"') => {
                let flank = Flank::of(passage, at, '"');
                let closes = flank.closes && (open.double || !flank.opens);
                open.double = if closes { false } else { open.double || flank.opens };
                put(found, at, 1, if closes { RIGHT_DOUBLE } else { LEFT_DOUBLE });
                1
            }
            _ => 1,
        };
        at += length;
    }
}

/// What stands for so many hyphens: long dashes for three, short ones for two, never one of them alone.
fn dashes(run: usize) -> Vec<(usize, usize, &'static str)> {
    let (long, short) = match run {
        0 | 1 => (0, 0),
        _ if run.is_multiple_of(3) => (run / 3, 0),
        _ if run.is_multiple_of(2) => (0, run / 2),
        _ if run % 3 == 2 => (run / 3, 1),
        _ => (run / 3 - 1, 2),
    };
    let long = (0..long).map(|nth| (nth * 3, 3, EM_DASH));
    let from = long.len() * 3;
    long.chain((0..short).map(|nth| (from + nth * 2, 2, EN_DASH))).collect()
}

#[derive(Clone, Copy)]
struct Flank {
    opens: bool,
    closes: bool,
}

impl Flank {
    fn of(passage: &Passage<'_>, at: usize, mark: char) -> Flank {
        let before = passage.before(at).filter(|c| *c != '\n');
        let after = passage.from(at).chars().nth(1);
        let next_is_word = after.is_some_and(|c| !is_punctuation_or_symbol(c));
        let next_is_space = after.is_none_or(char::is_whitespace);
        let Some(before) = before else {
            return Flank { opens: !next_is_space, closes: false };
        };
        let (space_before, mark_before) = (before.is_whitespace(), is_punctuation_or_symbol(before));
        let opens = if mark == '"' {
            // A quote after a digit is an inch mark.
            space_before || mark_before || next_is_word && !before.is_ascii_digit()
        } else {
            space_before || mark_before && before != ']' && before != ')'
        };
        let closes = next_is_space || !next_is_word || mark == '"' && !mark_before;
        Flank { opens: opens && !next_is_space, closes: closes && !space_before }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::html;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(html(source, Typographer::Astro), format!("<p>{expected}</p>\n"));
    }

    #[test]
    fn quotes() {
        check("He said \"hi\" (\"yo\"), \"*x*\"", "He said “hi” (“yo”), “<em>x</em>”");
        check("it's 'a' dogs' 5'10 the '90s", "it’s ‘a’ dogs’ 5’10 the ’90s");
        check("24\" 日本\"語\"だ", "24” 日本“語”だ");
        check("\"a [\"b\"](x) c\"", "“a <a href=\"x\">“b”</a> c”");
    }

    #[test]
    fn dashes_and_dots() {
        check("a - b -- c --- d ---- e ----- f ...", "a - b – c — d –– e —– f …");
        check("\\\"x\\\" \\-- z", "&quot;x&quot; -- z");
    }
}
