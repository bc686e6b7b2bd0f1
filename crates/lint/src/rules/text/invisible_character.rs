//! Owns the rule `invisible-character`.

use crate::rule::rule;
use crate::scripts::{has_no_spaces, is_emoji, is_right_to_left, joins, rare};
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A character stands in the text that nobody sees.
    ///
    /// **Why.** It came along when text was copied. Searching does not find the word that it is in, code with it does
    /// not run when a reader copies it, and an address with it leads nowhere.
    ///
    #[doc = " ````md bad"]
    #[doc = " The pass\u{200b}word is on the fridge."]
    #[doc = " ````"]
    ///
    #[doc = " ````md bad"]
    #[doc = " ```sh"]
    #[doc = " make\u{feff} install"]
    #[doc = " ```"]
    #[doc = " ````"]
    ///
    #[doc = " ````md bad"]
    #[doc = " Type `apt\u{ad}get` and wait."]
    #[doc = " ````"]
    ///
    #[doc = " ````md good"]
    #[doc = " The password is on the fridge. A family: 👩\u{200d}👧. In Persian: می\u{200c}خواهم."]
    #[doc = " "]
    #[doc = " A flag: 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}. A long word: Donau\u{ad}dampf\u{ad}schiff."]
    #[doc = " ````"]
    ///
    /// **Fix.** Removes it; for a soft hyphen in code, writes a hyphen. Joiners within emoji, marks in text that runs from right to left, and places where a line
    /// of Thai or Japanese may break are meant and left alone.
    ///
    /// **Source.** Unicode Technical Report 36, section 2; Unicode Standard, section 23.2.
    INVISIBLE_CHARACTER { id: "invisible-character", group: Text, severity: Warning, check: check }
}

/// What readers do not see there.
fn name(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' => "a control character",
        '\u{ad}' => "a soft hyphen",
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => "a Hangul filler",
        '\u{180e}' | '\u{200b}' => "a zero-width space",
        '\u{200c}' => "a zero-width non-joiner",
        '\u{200d}' => "a zero-width joiner",
        '\u{200e}' | '\u{200f}' | '\u{61c}' => "a mark of writing direction",
        '\u{2028}' => "a line separator",
        '\u{2029}' => "a paragraph separator",
        '\u{2060}' => "a word joiner",
        '\u{2061}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => "a format character",
        '\u{feff}' => "a byte order mark",
        '\u{fffc}' => "the place of an object that was not copied",
        '\u{e0000}'..='\u{e007f}' => "a hidden letter",
        _ => return None,
    })
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut done = 0;
    for (start, first) in rare(source) {
        let Some(what) = name(first).filter(|_| start >= done) else { continue };
        // The mark at the very start belongs to the file.
        if start == 0 && first == '\u{feff}' {
            continue;
        }
        let rest = source.get(start..).unwrap_or("");
        let end = start + rest.find(|next| name(next).is_none()).unwrap_or(rest.len());
        done = end;
        let (before, after) = (source.get(..start).unwrap_or(""), source.get(end..).unwrap_or(""));
        let around = Around { before, after };
        let run = rest.get(..end - start).unwrap_or("");
        let count = run.chars().count();
        if around.is_meant(cx, start, first, run) {
            continue;
        }
        let code = u32::from(first);
        let message = match count {
            1 => format!("Nobody sees this character: {what} (U+{code:04X})."),
            _ => {
                format!("Nobody sees these {count} characters, of which the first is {what} (U+{code:04X}).")
            }
        };
        // A soft hyphen in code is what a hyphen became when the code was set in type.
        let was_hyphen = first == '\u{ad}' && cx.facts.is_literal(start);
        let (title, text) = match count {
            _ if was_hyphen => ("Write a hyphen", "-"),
            1 => ("Remove it", around.replacement(first)),
            _ => ("Remove them", around.replacement(first)),
        };
        let edits = vec![Edit::replace(Span::new(start, end), text)];
        let safe = !was_hyphen && around.is_apart_from_markup();
        let fix = Fix { title: title.to_owned(), safe, edits };
        cx.report(around.visible(start, end), message, vec![fix]);
    }
}

/// The text on both sides.
struct Around<'a> {
    before: &'a str,
    after: &'a str,
}

impl Around<'_> {
    fn previous(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    fn next(&self) -> Option<char> {
        self.after.chars().next()
    }

    fn either(&self, test: fn(char) -> bool) -> bool {
        self.previous().is_some_and(test) || self.next().is_some_and(test)
    }

    /// True where the writer needs it.
    fn is_meant(&self, cx: &Context<'_, '_>, at: usize, first: char, run: &str) -> bool {
        let (previous, next) = (self.previous(), self.next());
        match first {
            '\u{200c}' => self.either(joins),
            '\u{200d}' => self.either(joins) || previous.is_some_and(is_emoji) && next.is_some_and(is_emoji),
            '\u{200e}' | '\u{200f}' | '\u{61c}' => {
                let line = cx.facts.lines.get(cx.facts.line_at(at));
                line.is_some_and(|line| line.text(cx.source()).chars().any(is_right_to_left))
            }
            '\u{200b}' => self.lets_break() || self.keeps_markup_apart(),
            '\u{2060}' | '\u{feff}' => self.keeps_markup_apart(),
            // Colours in what a terminal shows.
            '\u{1b}' => cx.facts.is_literal(at),
            // The second half of a garbled letter: a rule of its own.
            '\u{ad}' if matches!(previous, Some('\u{c2}'..='\u{f4}')) => true,
            // A hint where to break a word.
            '\u{ad}' => {
                let in_prose = cx.facts.prose.partition_point(|span| span.start <= at);
                let in_prose = in_prose.checked_sub(1).and_then(|before| cx.facts.prose.get(before));
                run.len() == '\u{ad}'.len_utf8()
                    && in_prose.is_some_and(|span| span.contains(at))
                    && previous.is_some_and(char::is_alphabetic)
                    && next.is_some_and(char::is_alphabetic)
            }
            // The flags of England, Scotland and Wales.
            '\u{e0020}'..='\u{e007f}' => previous.is_some_and(is_emoji),
            _ => false,
        }
    }

    /// True between letters of a script without spaces; markup between them does not count.
    fn lets_break(&self) -> bool {
        const MARKUP: [char; 4] = ['*', '_', '~', '`'];
        let previous = self.before.trim_end_matches(MARKUP).chars().next_back();
        let next = self.after.trim_start_matches(MARKUP).chars().next();
        previous.is_some_and(has_no_spaces) || next.is_some_and(has_no_spaces)
    }

    /// True in `@` and a name that should mention nobody, and in braces that should start nothing.
    fn keeps_markup_apart(&self) -> bool {
        let is_mark =
            |character: char| character.is_ascii_punctuation() && !matches!(character, '.' | ',' | '!' | '?');
        match (self.previous(), self.next()) {
            (Some('@' | '#'), Some(next)) => next.is_alphanumeric(),
            (Some(previous), Some(next)) => is_mark(previous) && is_mark(next),
            _ => false,
        }
    }

    /// A line separator between words becomes a space.
    fn replacement(&self, first: char) -> &'static str {
        let is_word = |side: Option<char>| side.is_some_and(|character| !character.is_whitespace());
        let separates =
            matches!(first, '\u{2028}' | '\u{2029}') && is_word(self.previous()) && is_word(self.next());
        if separates { " " } else { "" }
    }

    /// True where nothing else can come of it than the same text: not at the start of a line nor beside marks.
    fn is_apart_from_markup(&self) -> bool {
        let line = self.before.rsplit(['\n', '\r']).next().unwrap_or("");
        let is_plain = |character: char| {
            !character.is_ascii_punctuation()
                || matches!(character, '.' | ',' | '!' | '?' | '\'' | '"' | ')' | '(')
        };
        !line.trim().is_empty() && self.previous().is_none_or(is_plain) && self.next().is_none_or(is_plain)
    }

    /// The character with its neighbours, so that there is something to underline.
    fn visible(&self, start: usize, end: usize) -> Span {
        let is_seen = |character: &char| !matches!(character, '\n' | '\r');
        let before = self.previous().filter(is_seen).map_or(0, char::len_utf8);
        let after = self.next().filter(is_seen).map_or(0, char::len_utf8);
        Span::new(start - before, end + after)
    }
}
