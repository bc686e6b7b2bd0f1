//! Owns struck-out, raised and lowered text where the parser sees none: one tilde or caret beside a letter
//! (`H~2~O`), and single tildes where only two strike.
//!
//! The parser takes `~` and `^` beside a letter as text; cmark-gfm, goldmark and remark pair any two whose flanks
//! allow it (<https://github.github.com/gfm/#strikethrough-extension->).

use super::Spanned;
use crate::dialects::{Settings, Strikethrough};
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// What one delimiter stands for.
#[derive(Clone, Copy)]
struct Mark {
    delimiter: u8,
    tag: fn() -> Tag<'static>,
    end: TagEnd,
}

const STRUCK: Mark = Mark { delimiter: b'~', tag: || Tag::Strikethrough, end: TagEnd::Strikethrough };
const LOWERED: Mark = Mark { delimiter: b'~', tag: || Tag::Subscript, end: TagEnd::Subscript };
const RAISED: Mark = Mark { delimiter: b'^', tag: || Tag::Superscript, end: TagEnd::Superscript };

/// The events with delimiters in text paired as the settings have it.
pub(super) fn pair<'a>(source: &'a str, events: Vec<Spanned<'a>>, settings: &Settings) -> Vec<Spanned<'a>> {
    let tilde = match settings.strikethrough {
        _ if settings.subscript => Some(LOWERED),
        Strikethrough::Del => Some(STRUCK),
        Strikethrough::Off | Strikethrough::DelBetweenWords | Strikethrough::DoubleS => None,
    };
    let caret = settings.superscript.then_some(RAISED);
    let marks: Vec<Mark> = [tilde, caret].into_iter().flatten().collect();
    let is_marked = |text: &str| text.bytes().any(|byte| marks.iter().any(|mark| mark.delimiter == byte));
    let is_marked = |event: &Event<'_>| matches!(event, Event::Text(text) if is_marked(text));
    if !events.iter().any(|(event, _)| is_marked(event)) {
        return events;
    }
    let pairs = pairs(source, &events, &marks);
    if pairs.is_empty() { events } else { split(source, events, pairs) }
}

/// A delimiter that opens or closes an element.
struct Delimiter {
    /// Which byte of the post it is.
    at: usize,
    mark: Mark,
    opens: bool,
    /// Where the other one is.
    other: usize,
}

/// Delimiters that may open, until their partners are found.
#[derive(Default)]
struct Openers {
    /// Which byte of the post each is, and which delimiter.
    stack: Vec<(usize, u8)>,
    tildes: usize,
}

impl Openers {
    fn push(&mut self, at: usize, delimiter: u8) {
        self.stack.push((at, delimiter));
        self.tildes += usize::from(delimiter == b'~');
    }

    /// Takes the last one of this delimiter and what was opened after it. Nothing is looked at twice.
    fn take(&mut self, delimiter: u8) -> Option<usize> {
        let carets = self.stack.len() - self.tildes;
        let there_is_one = if delimiter == b'~' { self.tildes > 0 } else { carets > 0 };
        while there_is_one && let Some((at, found)) = self.stack.pop() {
            self.tildes -= usize::from(found == b'~');
            if found == delimiter {
                return Some(at);
            }
        }
        None
    }
}

fn pairs(source: &str, events: &[Spanned<'_>], marks: &[Mark]) -> Vec<Delimiter> {
    let mut found = Vec::new();
    // Delimiters pair within one element, so each that is open has its own openers.
    let mut open = vec![Openers::default()];
    for (event, span) in events {
        match event {
            Event::Start(_) => open.push(Openers::default()),
            Event::End(_) => {
                open.pop();
            }
            Event::Text(text) if text.contains(['~', '^']) && text.as_ref() == span.slice(source) => {
                if let Some(openers) = open.last_mut() {
                    search(source, *span, marks, openers, &mut found);
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|delimiter: &Delimiter| delimiter.at);
    found
}

fn search(source: &str, span: Span, marks: &[Mark], openers: &mut Openers, found: &mut Vec<Delimiter>) {
    for (offset, byte) in span.slice(source).bytes().enumerate() {
        let Some(mark) = marks.iter().find(|mark| mark.delimiter == byte) else { continue };
        let at = span.start + offset;
        let before = source.get(..at).and_then(|before| before.chars().next_back());
        let after = source.get(at + 1..).and_then(|after| after.chars().next());
        let own = Some(char::from(byte));
        let is_escaped = offset == 0 && before == Some('\\');
        if is_escaped || before == own || after == own {
            continue;
        }
        if closes(before, after)
            && let Some(opener) = openers.take(byte)
        {
            found.push(Delimiter { at: opener, mark: *mark, opens: true, other: at });
            found.push(Delimiter { at, mark: *mark, opens: false, other: opener });
        } else if closes(after, before) {
            openers.push(at, byte);
        }
    }
}

/// Whether a delimiter between these characters is right-flanking; with them swapped, left-flanking.
/// <https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run>
fn closes(before: Option<char>, after: Option<char>) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_punctuation = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    !is_space(before) && (!is_punctuation(before) || is_space(after) || is_punctuation(after))
}

fn split<'a>(source: &'a str, events: Vec<Spanned<'a>>, pairs: Vec<Delimiter>) -> Vec<Spanned<'a>> {
    let mut out = Vec::with_capacity(events.len() + pairs.len() * 2);
    let mut pairs = pairs.into_iter().peekable();
    for (event, span) in events {
        let Event::Text(text) = event else {
            out.push((event, span));
            continue;
        };
        if pairs.peek().is_none_or(|delimiter| delimiter.at >= span.end) {
            out.push((Event::Text(text), span));
            continue;
        }
        let mut from = span.start;
        while let Some(delimiter) = pairs.next_if(|delimiter| delimiter.at < span.end) {
            push_text(source, &mut out, Span::new(from, delimiter.at));
            from = delimiter.at + 1;
            out.push(if delimiter.opens {
                (Event::Start((delimiter.mark.tag)()), Span::new(delimiter.at, delimiter.other + 1))
            } else {
                (Event::End(delimiter.mark.end), Span::new(delimiter.other, delimiter.at + 1))
            });
        }
        push_text(source, &mut out, Span::new(from, span.end));
    }
    out
}

fn push_text<'a>(source: &'a str, out: &mut Vec<Spanned<'a>>, span: Span) {
    if !span.is_empty() {
        out.push((Event::Text(CowStr::Borrowed(span.slice(source))), span));
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::dialects;
    use pulldown_cmark::Event;

    /// The events in short: `<` and `>` around what is struck out, raised or lowered.
    #[track_caller]
    fn check(settings: &[(&str, &str)], source: &str, expected: &str) {
        let hugo = dialects::by_id("hugo").unwrap().settings.clone();
        let settings = settings.iter().fold(hugo, |all, (key, value)| all.apply(key, value).unwrap());
        let events = parse(source, 0, &settings).events;
        let inner = events.get(1..events.len() - 1).unwrap();
        let short: String = inner
            .iter()
            .map(|(event, _)| match event {
                Event::Start(_) => "<",
                Event::End(_) => ">",
                Event::Text(text) => text.as_ref(),
                _ => "",
            })
            .collect();
        assert_eq!(short, expected);
    }

    #[test]
    fn tildes_inside_words() {
        check(&[], "H~2~O and ~x~ y", "H<2>O and <x> y");
        check(&[], "a~b and c~ d", "a<b and c> d");
        check(&[], "a~ b~c", "a~ b~c");
        check(&[], r"a\~b~c", "a~b~c");
        check(&[], "a~~b~c", "a~~b~c");
        check(&[], "*a~b* c~d", "<a~b> c~d");
        check(&[], "```\n~a~ b~c~\n```\n", "~a~ b~c~\n");
    }

    #[test]
    fn sub_and_superscript() {
        let on = [("subscript", "on"), ("superscript", "on")];
        check(&on, "H~2~O x^2^ ~~gone~~", "H<2>O x<2> <gone>");
        check(&on, "a^b~c^d~e", "a<b~c>d~e");
        check(&[], "x^2^", "x^2^");
    }

    #[test]
    fn one_tilde_is_text_where_two_strike() {
        check(&[("strikethrough", "double-s")], "~a~ ~~b~~ c~d~e", "~a~ <b> c~d~e");
    }

    #[test]
    fn many_openers_come_to_an_end() {
        let source = format!("{}{}", "^a ".repeat(100_000), "a~ ".repeat(100_000));
        let settings = dialects::by_id("hugo").unwrap().settings.clone().apply("superscript", "on").unwrap();
        // With time that grows as the square of the length this would not come to an end.
        parse(&source, 0, &settings);
    }
}
