//! Owns dividing text into spans: which construct a character begins, and the simple ones themselves.
//! <https://kramdown.gettalong.org/syntax.html#span-level-elements>
//!
//! What seems to open an element is read up to its end; where there is none, it is text and what follows is read
//! again. How much is read again is bounded for each text; when that is used up, what could open is text.

use super::MOST_NESTING;
use super::attributes::Attributes;
use super::code_spans::Backticks;
use super::definitions::Definitions;
use super::html;
use super::output::Output;
use super::reader::{Next, from, is_space};
use super::text::{Slice, Text};
use crate::byte_kinds::ByteKinds;
use crate::dialects::Settings;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event};
use std::ops::Range;
use std::rc::Rc;

/// Bytes that can begin something. A space can, too, but only right before one of them.
const SPECIAL: ByteKinds = ByteKinds::new(&[(b"*_`<[]!\"'$\\{&-.>~\n", 1)]);

/// So many spaces before such a byte can begin something together with it.
const SPACES: usize = 2;

/// How often a text's bytes are read again.
const READ_AGAIN: usize = 8;

/// Bytes that any text may read again.
const READ_AGAIN_AT_LEAST: usize = 50_000;

/// What an element is, as far as what is inside depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Text,
    Emphasis,
    Strong,
    Link,
    Image,
    Struck,
    /// An element of HTML with Markdown in it.
    Html,
    /// An element of HTML without.
    RawHtml,
    /// One whose text is no text but a script or a style.
    Script,
}

impl Inside {
    /// True in HTML.
    pub(super) fn is_html(self) -> bool {
        self == Inside::Html || self.is_raw()
    }

    /// True in HTML without Markdown.
    pub(super) fn is_raw(self) -> bool {
        matches!(self, Inside::RawHtml | Inside::Script)
    }
}

/// What came last in an element: an attribute list belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Last {
    Nothing,
    Text,
    /// An element: its event, and its entry among the attributes.
    Element {
        event: usize,
        entry: Option<usize>,
    },
    /// An element of HTML: its event, name and attributes.
    Html {
        event: usize,
        name: String,
        attributes: Attributes,
        end: &'static str,
    },
    /// Something that no attributes can be given.
    Symbol,
}

/// An element while its content is read.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) inside: Inside,
    pub(super) last: Last,
    /// Images among its content.
    pub(super) images: usize,
}

impl Frame {
    pub(super) fn new(inside: Inside) -> Frame {
        Frame { inside, last: Last::Nothing, images: 0 }
    }
}

/// Where an element's content ends.
pub(super) enum Stop<'n> {
    Nowhere,
    Mark {
        mark: char,
        width: usize,
    },
    /// The bracket that closes as many as are open.
    Bracket {
        open: usize,
    },
    Tag {
        name: &'n str,
    },
}

/// A text while it is divided.
pub(super) struct Spans<'p, 'a> {
    pub(super) definitions: &'p Definitions<'a>,
    pub(super) settings: &'p Settings,
    pub(super) out: &'p mut Output<'a>,
    pub(super) text: Rc<Text<'a>>,
    pub(super) source: &'p str,
    /// First byte of what is read; what stands before is not seen.
    pub(super) start: usize,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) frames: Vec<Frame>,
    /// The elements that count begin here: struck text knows nothing of those around.
    pub(super) base: usize,
    pub(super) pending: Range<usize>,
    /// The text stands in HTML or a footnote, where GFM adds nothing to kramdown.
    pub(super) by_itself: bool,
    /// Bytes that may still be read again.
    pub(super) fuel: usize,
    pub(super) brackets: Next,
    pub(super) angles: Next,
    pub(super) line_ends: Next,
    pub(super) comments: Next,
    pub(super) braces: Next,
    pub(super) formulas: Next,
    pub(super) tildes: Next,
    /// Nothing closes struck text that opens here or later.
    pub(super) unstruck: Option<usize>,
    pub(super) backticks: Backticks,
}

/// Writes the spans of a text as events. It stands `by_itself` in HTML or in a footnote. `checkbox` is the event of a
/// checkbox before it and its entry among the attributes.
pub(super) fn write<'a>(
    slice: &Slice<'a>,
    definitions: &Definitions<'a>,
    settings: &Settings,
    by_itself: bool,
    checkbox: Option<(usize, usize)>,
    out: &mut Output<'a>,
) {
    let Range { start, end } = slice.range;
    let mut spans = Spans {
        definitions,
        settings,
        out,
        text: Rc::clone(&slice.text),
        source: slice.text.as_str(),
        start,
        at: start,
        end,
        frames: vec![Frame::new(Inside::Text)],
        base: 0,
        pending: start..start,
        by_itself,
        fuel: (end - start) * READ_AGAIN + READ_AGAIN_AT_LEAST,
        brackets: Next::default(),
        angles: Next::default(),
        line_ends: Next::default(),
        comments: Next::default(),
        braces: Next::default(),
        formulas: Next::default(),
        tildes: Next::default(),
        unstruck: None,
        backticks: Backticks::default(),
    };
    if let Some((event, entry)) = checkbox {
        spans.came(Last::Element { event, entry: Some(entry) });
    }
    spans.content(&mut Stop::Nowhere);
}

impl<'p, 'a> Spans<'p, 'a> {
    /// What is still to be read.
    pub(super) fn rest(&self) -> &'p str {
        self.source.get(self.at..self.end).unwrap_or("")
    }

    /// What was read.
    pub(super) fn before(&self) -> &'p str {
        self.source.get(self.start..self.at).unwrap_or("")
    }

    pub(super) fn frame(&mut self) -> Option<&mut Frame> {
        self.frames.last_mut()
    }

    pub(super) fn inside(&self) -> Inside {
        self.frames.last().map_or(Inside::Text, |frame| frame.inside)
    }

    /// True inside of such an element.
    pub(super) fn is_in(&self, inside: Inside) -> bool {
        self.frames.iter().skip(self.base).any(|frame| frame.inside == inside)
    }

    /// True where GFM's line breaks count: not inside of HTML.
    pub(super) fn has_gfm_breaks(&self) -> bool {
        let is_html = |frame: &Frame| frame.inside.is_html() || frame.inside == Inside::Struck;
        !self.by_itself && !self.frames.iter().any(is_html)
    }

    /// True where nothing more may open.
    pub(super) fn is_exhausted(&self) -> bool {
        self.fuel == 0 || self.frames.len() > MOST_NESTING
    }

    /// Reads the content of a new element; whether its end was found, and what is known of it.
    pub(super) fn element(&mut self, inside: Inside, stop: &mut Stop<'_>) -> bool {
        self.frames.push(Frame::new(inside));
        let found = self.content(stop);
        self.frames.pop();
        found
    }

    /// Goes on at `at`; what is between is not taken as text.
    pub(super) fn go_on_at(&mut self, at: usize) {
        self.flush();
        self.at = at;
        self.pending = at..at;
    }

    /// Goes back to `at`: what was read since is read again.
    pub(super) fn back(&mut self, at: usize) {
        self.fuel = self.fuel.saturating_sub(self.at.saturating_sub(at));
        self.at = at;
    }

    fn content(&mut self, stop: &mut Stop<'_>) -> bool {
        while self.at < self.end {
            self.plain();
            if self.at >= self.end {
                break;
            }
            if self.stops(stop) {
                self.flush();
                return true;
            }
            self.step();
        }
        self.flush();
        false
    }

    /// Takes text in which nothing can begin.
    fn plain(&mut self) {
        let rest = self.rest();
        let special = SPECIAL.find(rest.as_bytes(), 0, 1);
        let plain = rest.as_bytes().get(..special.unwrap_or(0)).unwrap_or_default();
        let spaces = plain.iter().rev().take(SPACES).take_while(|byte| **byte == b' ').count();
        let skip = special.map_or(rest.len(), |at| at - spaces);
        let quoted = from(rest, skip).starts_with(['"', '\'']) && !self.inside().is_raw();
        // The character before a quote decides what the quote becomes.
        let last = if quoted { rest.get(..skip).and_then(|plain| plain.chars().next_back()) } else { None };
        self.take(skip - last.map_or(0, char::len_utf8));
    }

    fn stops(&mut self, stop: &mut Stop<'_>) -> bool {
        let rest = self.rest();
        match stop {
            Stop::Nowhere => false,
            Stop::Mark { mark, width } => {
                let marks = rest.chars().take(3).take_while(|c| c == mark).count();
                let after = from(rest, *width).chars().next();
                marks >= *width
                    && !self.before().ends_with(is_space)
                    && (*width == 2 || marks != 2)
                    && (*mark != '_' || !after.is_some_and(char::is_alphanumeric))
                    && self.frame().is_some_and(|frame| frame.last != Last::Nothing)
            }
            Stop::Bracket { open } => {
                if rest.starts_with(']') {
                    *open = open.saturating_sub(1);
                } else if rest.starts_with('[') || rest.starts_with("![") {
                    *open += 1;
                } else {
                    return false;
                }
                let images = self.frame().map_or(0, |frame| frame.images);
                *open == images
            }
            Stop::Tag { name } => html::closing_tag(rest)
                .is_some_and(|(closing, _)| closing == *name || html::canonical_name(closing) == *name),
        }
    }

    /// Reads what begins here.
    fn step(&mut self) {
        let rest = self.rest();
        if self.inside().is_raw() {
            if !self.tag() {
                self.take_character();
            }
            return;
        }
        let Some(first) = rest.chars().next() else { return };
        let done = match first {
            '*' | '_' => {
                self.emphasis();
                true
            }
            '`' => self.code(),
            '<' => self.autolink() || self.tag(),
            '[' => self.footnote() || self.link(),
            '!' => self.link(),
            _ => false,
        };
        let done = done
            || self.quotes()
            || match first {
                '$' => self.formula(),
                '{' => self.braces(),
                '&' => self.reference(),
                _ => false,
            }
            || self.symbol()
            || match first {
                ' ' | '\\' | '\n' => self.line_break() || self.escape(),
                '~' => self.struck(),
                _ => false,
            };
        if !done {
            self.take_character();
        }
    }

    /// Takes bytes as text.
    pub(super) fn take(&mut self, length: usize) {
        if length == 0 {
            return;
        }
        if self.pending.end != self.at {
            self.flush();
            self.pending = self.at..self.at;
        }
        self.at += length;
        self.pending.end = self.at;
        self.came(Last::Text);
    }

    fn take_character(&mut self) {
        self.take(self.rest().chars().next().map_or(0, char::len_utf8));
    }

    /// Notes what came last.
    pub(super) fn came(&mut self, last: Last) {
        if let Some(frame) = self.frame() {
            frame.last = last;
        }
    }

    /// Writes an event that stands at `range`.
    pub(super) fn write(&mut self, event: Event<'a>, range: Range<usize>) -> usize {
        self.flush();
        self.out.push(event, self.text.span(range))
    }

    /// Where a range stands in the post.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.text.span(range)
    }

    /// A range's text, borrowed where it can be.
    pub(super) fn cow(&self, range: Range<usize>) -> CowStr<'a> {
        self.text.cow(range)
    }
}
