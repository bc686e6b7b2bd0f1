//! Owns dividing text into spans: which construct a character begins, and the simple ones themselves.
//! <https://kramdown.gettalong.org/syntax.html#span-level-elements>
//!
//! What seems to open an element is read up to its end; where there is none, it is text and what follows is read
//! again. How much is read again is bounded for each text; when that is used up, what could open is text.

use super::MOST_NESTING;
use super::attributes::Attributes;
use super::code_spans::{Backticks, run};
use super::definitions::Definitions;
use super::emit::Output;
use super::entities::{self, Reference};
use super::extensions;
use super::html;
use super::lines;
use super::reader::{Next, from, is_space, name_length};
use super::text::{Slice, Text};
use super::typography;
use crate::dialects::{Footnotes, Settings, Strikethrough, Typographer};
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use std::ops::Range;
use std::rc::Rc;

/// Bytes that can begin something.
const SPECIAL: &[u8] = b"*_`<[]!\"'$\\{&-. >~\n";

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
    fn is_html(self) -> bool {
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
    settings: &'p Settings,
    pub(super) out: &'p mut Output<'a>,
    text: Rc<Text<'a>>,
    pub(super) source: &'p str,
    /// First byte of what is read; what stands before is not seen.
    pub(super) start: usize,
    pub(super) at: usize,
    pub(super) end: usize,
    frames: Vec<Frame>,
    /// The elements that count begin here: struck text knows nothing of those around.
    base: usize,
    pending: Range<usize>,
    /// The text stands in HTML or a footnote, where GFM adds nothing to kramdown.
    by_itself: bool,
    /// Bytes that may still be read again.
    fuel: usize,
    pub(super) brackets: Next,
    pub(super) angles: Next,
    pub(super) line_ends: Next,
    pub(super) comments: Next,
    braces: Next,
    formulas: Next,
    tildes: Next,
    /// Nothing closes struck text that opens here or later.
    unstruck: Option<usize>,
    backticks: Backticks,
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
    fn has_gfm_breaks(&self) -> bool {
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
        let skip = rest.bytes().position(|byte| SPECIAL.contains(&byte)).unwrap_or(rest.len());
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

    /// Writes what was taken as text.
    pub(super) fn flush(&mut self) {
        let range = std::mem::replace(&mut self.pending, self.at..self.at);
        if range.is_empty() {
            return;
        }
        if self.inside().is_raw() {
            return self.write_raw(range);
        }
        self.write_words(range);
    }

    /// Writes text, its abbreviations marked.
    pub(super) fn write_words(&mut self, range: Range<usize>) {
        let text = self.source.get(..range.end).unwrap_or("");
        let mut done = range.start;
        let abbreviations = &self.definitions.abbreviations;
        if !abbreviations.is_empty() {
            while let Some(found) = abbreviations.find(text, done) {
                self.write_text(done..found.start);
                self.write_abbreviation(found.clone());
                done = found.end;
            }
        }
        self.write_text(done..range.end);
    }

    /// Writes text line by line.
    fn write_text(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let mut after_break = matches!(self.out.events.last(), Some((Event::HardBreak, _)));
        for line in self.source.get(range).unwrap_or("").split_inclusive('\n') {
            let content = line.trim_end_matches('\n').len();
            if content > 0 {
                let range = at..at + content;
                self.out.push(Event::Text(self.text.cow(range.clone())), self.text.span(range));
            }
            if content < line.len() && !(after_break && content == 0) {
                let hard = self.settings.hard_breaks && self.has_gfm_breaks();
                let event = if hard { Event::HardBreak } else { Event::SoftBreak };
                self.out.push(event, self.text.span(at + content..at + line.len()));
            }
            after_break = false;
            at += line.len();
        }
    }

    /// Writes text inside of HTML: references in it are those of HTML.
    fn write_raw(&mut self, range: Range<usize>) {
        let raw = self.source.get(range.clone()).unwrap_or("");
        let span = self.text.span(range.clone());
        let has_unknown = || {
            let references = raw.match_indices('&').map(|(at, _)| entities::reference(from(raw, at)));
            references.flatten().any(|(reference, _)| reference == Reference::Unknown)
        };
        if self.inside() != Inside::Script && !has_unknown() {
            let text = if raw.contains('&') { entities::decoded(raw).into() } else { self.text.cow(range) };
            self.out.push(Event::Text(text), span);
        } else {
            let mut escaped = String::new();
            entities::escape(&mut escaped, raw, false);
            self.out.push(Event::InlineHtml(escaped.into()), span);
        }
    }

    fn write_abbreviation(&mut self, range: Range<usize>) {
        let short = self.source.get(range.clone()).unwrap_or("");
        let Some(found) = self.definitions.abbreviations.get(short) else { return };
        let mut attributes = Attributes::default();
        attributes.add(&found.attributes, &self.definitions.lists);
        if !found.title.is_empty() {
            attributes.set("title", found.title.clone());
        }
        let mut opening = String::new();
        html::write_opening(&mut opening, "abbr", &attributes.pairs);
        opening.push('>');
        let span = self.text.span(range.clone());
        self.out.push(Event::InlineHtml(opening.into()), span);
        self.out.push(Event::Text(self.text.cow(range)), span);
        self.out.push(Event::InlineHtml("</abbr>".into()), span);
    }

    /// `` `code` ``; a run that nothing closes is text.
    fn code(&mut self) -> bool {
        let text = self.source.get(..self.end).unwrap_or("");
        let Some(found) = self.backticks.span(text, self.at) else {
            self.take(run(self.rest()));
            return true;
        };
        let range = self.at..found.end;
        let code = self.cow(found.content);
        let event = self.write(Event::Code(code), range);
        self.at = found.end;
        self.came(Last::Element { event, entry: None });
        true
    }

    fn footnote(&mut self) -> bool {
        if self.settings.footnotes == Footnotes::Off {
            return false;
        }
        let Some(name) = self.rest().strip_prefix("[^") else { return false };
        let length = name_length(name).unwrap_or(0);
        if length == 0 || !from(name, length).starts_with(']') {
            return false;
        }
        let whole = self.at..self.at + length + 3;
        let name = self.at + 2..self.at + 2 + length;
        if !self.definitions.footnotes.contains_key(self.source.get(name.clone()).unwrap_or("")) {
            self.take(length + 3);
            return true;
        }
        let label = self.cow(name);
        self.write(Event::FootnoteReference(label), whole.clone());
        self.at = whole.end;
        self.came(Last::Symbol);
        true
    }

    fn quotes(&mut self) -> bool {
        let rest = self.rest();
        let Some(found) =
            Some(rest).filter(|_| self.settings.typographer != Typographer::Off).and_then(typography::quotes)
        else {
            return false;
        };
        self.take(found.before);
        for c in found.curly {
            self.replace(c.to_string().into(), 1);
        }
        true
    }

    fn symbol(&mut self) -> bool {
        if self.settings.typographer == Typographer::Off {
            return false;
        }
        let found = typography::symbol(self.rest());
        if let Some((symbol, length)) = found {
            self.replace(symbol.into(), length);
        }
        found.is_some()
    }

    /// Writes a symbol in place of bytes.
    fn replace(&mut self, symbol: CowStr<'a>, length: usize) {
        self.write(Event::Text(symbol), self.at..self.at + length);
        self.at += length;
        self.came(Last::Symbol);
    }

    fn formula(&mut self) -> bool {
        if !self.settings.math || !self.rest().starts_with("$$") {
            return false;
        }
        let first = self.at + 2;
        let Some(last) = self.formulas.find(self.source, "$$", first).filter(|last| last + 2 <= self.end)
        else {
            return false;
        };
        let formula = self.source.get(first..last).unwrap_or("").trim_matches(is_space).to_owned();
        let event = self.write(Event::InlineMath(formula.into()), self.at..last + 2);
        self.at = last + 2;
        self.came(Last::Element { event, entry: None });
        true
    }

    fn reference(&mut self) -> bool {
        let Some((reference, length)) = entities::reference(self.rest()) else { return false };
        match reference {
            Reference::Known(c) => self.replace(c.to_string().into(), length),
            Reference::Unknown => self.take(length),
        }
        true
    }

    /// Two spaces or two backslashes at the end of a line, or one backslash as GFM has it.
    fn line_break(&mut self) -> bool {
        let rest = self.rest();
        let marks = [("  \n", true), ("\\\\\n", true), ("\\\n", self.has_gfm_breaks())];
        let Some((mark, _)) = marks.iter().find(|(mark, allowed)| *allowed && rest.starts_with(mark)) else {
            return false;
        };
        // The line end stays: it can decide what a quote after it becomes.
        let length = mark.len() - 1;
        self.write(Event::HardBreak, self.at..self.at + length);
        self.at += length;
        self.came(Last::Symbol);
        true
    }

    fn escape(&mut self) -> bool {
        const ESCAPED: &str = "\\.*_+`<>()[]{}#!:|\"'$=-~";
        let found =
            self.rest().strip_prefix('\\').is_some_and(|rest| rest.starts_with(|c| ESCAPED.contains(c)));
        if found {
            self.flush();
            self.at += 1;
            self.pending = self.at..self.at;
            self.take(1);
        }
        found
    }

    /// `~~struck~~`, whose content is read by itself.
    fn struck(&mut self) -> bool {
        let Some(inner) = self.rest().strip_prefix("~~") else { return false };
        if self.settings.strikethrough == Strikethrough::Off
            || self.is_exhausted()
            || inner.chars().next().is_none_or(|c| is_space(c) || c == '~')
        {
            return false;
        }
        let first = self.at + 2;
        // What could close struck text inside of this has closed this.
        if self.is_in(Inside::Struck) || self.unstruck.is_some_and(|known| known <= first) {
            return false;
        }
        let mut search = first;
        let last = loop {
            let Some(last) = self.tildes.find(self.source, "~~", search).filter(|last| last + 2 <= self.end)
            else {
                self.unstruck = Some(first);
                return false;
            };
            let before = self.source.get(first..last).and_then(|before| before.chars().next_back());
            if before.is_some_and(|c| !is_space(c) && c != '~') {
                break last;
            }
            search = last + 1;
        };
        let whole = self.at..last + 2;
        let event = self.write(Event::Start(Tag::Strikethrough), whole.clone());
        let outer = (self.start, self.end, self.base);
        (self.start, self.at, self.end, self.base) = (first, first, last, self.frames.len());
        self.pending = first..first;
        self.element(Inside::Struck, &mut Stop::Nowhere);
        (self.start, self.end, self.base) = outer;
        self.at = last + 2;
        self.pending = self.at..self.at;
        self.write(Event::End(TagEnd::Strikethrough), whole);
        self.came(Last::Element { event, entry: None });
        true
    }

    /// `{: .class}` after an element, and extensions in text.
    fn braces(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("{::") {
            return self.span_extension();
        }
        if !rest.starts_with("{:") {
            return false;
        }
        let first = self.at + 2;
        let Some(close) =
            lines::closing_brace(self.source, &mut self.braces, first).filter(|close| *close < self.end)
        else {
            return false;
        };
        let mut list = Attributes::default();
        list.read(self.source.get(first..close).unwrap_or(""));
        let lists = &self.definitions.lists;
        let mut given = Attributes::default();
        given.add(&list, lists);
        let Some(Frame { last, .. }) = self.frames.last_mut() else { return false };
        match last {
            Last::Nothing | Last::Text => return false,
            Last::Symbol => {}
            Last::Element { event, entry } => *entry = Some(self.out.give(*event, *entry, &given)),
            Last::Html { event, name, attributes, end } => {
                attributes.add(&given, lists);
                let mut opening = String::new();
                html::write_opening(&mut opening, name, &attributes.pairs);
                opening.push_str(end);
                self.out.replace(*event, Event::InlineHtml(opening.into()));
            }
        }
        self.flush();
        self.at = close + 1;
        self.pending = self.at..self.at;
        true
    }

    fn span_extension(&mut self) -> bool {
        let close = self.braces.find(self.source, "}", self.at).filter(|close| *close < self.end);
        let Some(found) = close.and_then(|close| extensions::opening(self.rest(), close - self.at)) else {
            return false;
        };
        if !["comment", "nomarkdown", "options"].contains(&found.name) {
            return false;
        }
        let first = self.at + found.length;
        let text = self.source.get(..self.end).unwrap_or("");
        let (last, end) = if found.closed {
            (first, first)
        } else if self.is_exhausted() {
            return false;
        } else if let Some(closing) = extensions::closing(text, first, found.name, false) {
            closing
        } else {
            self.fuel = self.fuel.saturating_sub(self.end - first);
            return false;
        };
        let body = self.source.get(first..last).unwrap_or("");
        let written = match found.name {
            "comment" => format!("<!-- {body} -->"),
            "nomarkdown" if extensions::is_for_html(found.options) => body.to_owned(),
            "nomarkdown" | "options" => String::new(),
            _ => return false,
        };
        if !found.closed {
            self.write(Event::InlineHtml(written.into()), self.at..end);
            self.came(Last::Symbol);
        }
        self.flush();
        self.at = end;
        self.pending = end..end;
        true
    }
}
