//! Owns what happens to events between the parser and the post: bare links, emoji, smart punctuation. Each works on the
//! inline content of one block while the parser goes on, and only where a byte of it may matter to one of them: most
//! text passes by untouched, and nothing is copied twice.

use crate::dialects::{Settings, Typographer};
use crate::emoji;
use crate::linkify::{self, BareLink};
use crate::markdown::{EVENT_EVERY, Spanned};
use crate::span::Span;
use crate::text_runs::is_inline;
use crate::typographer::{self, Memory};
use pulldown_cmark::{Event, Tag};

/// Takes the parser's events one by one.
pub(crate) struct Passes<'a, 's> {
    source: &'a str,
    settings: &'s Settings,
    events: Vec<Spanned<'a>>,
    bare_links: Vec<BareLink>,
    memory: Memory,
    /// Index of the first event of the inline content that is being read.
    start: Option<usize>,
    in_code: bool,
}

/// Which passes may find something in a text.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Signs {
    links: bool,
    emoji: bool,
    punctuation: bool,
}

impl<'a, 's> Passes<'a, 's> {
    /// `source` is the whole post, `body` how many bytes of it are Markdown.
    pub(crate) fn new(source: &'a str, body: usize, settings: &'s Settings) -> Passes<'a, 's> {
        let events = Vec::with_capacity(body / EVENT_EVERY);
        let memory = Memory::default();
        Passes { source, settings, events, bare_links: Vec::new(), memory, start: None, in_code: false }
    }

    pub(crate) fn push(&mut self, event: Spanned<'a>) {
        if is_inline(&event.0) {
            if self.start.is_none() && !self.in_code {
                self.start = Some(self.events.len());
            }
        } else {
            self.close();
            self.in_code = matches!(event.0, Event::Start(Tag::CodeBlock(_)));
        }
        self.events.push(event);
    }

    /// The events, and all bare links, whether or not the dialect links them.
    pub(crate) fn finish(mut self) -> (Vec<Spanned<'a>>, Vec<BareLink>) {
        self.close();
        (self.events, self.bare_links)
    }

    /// The inline content ends here.
    fn close(&mut self) {
        let Some(start) = self.start.take() else { return };
        let content = self.events.get(start..).unwrap_or(&[]);
        let (Some((_, first)), Some((_, last))) = (content.first(), content.last()) else { return };
        let signs = self.signs(Span::new(first.start, last.end.max(first.end)));
        if signs == Signs::default() {
            return;
        }
        let mut content: Vec<Spanned<'a>> = self.events.drain(start..).collect();
        if signs.links {
            self.bare_links.extend(linkify::all(self.source, &content));
            content = linkify::apply(self.source, content, self.settings);
        }
        if signs.emoji {
            content = emoji::replace(self.source, content);
        }
        if signs.punctuation {
            content = typographer::apply(self.source, content, self.settings.typographer, &mut self.memory);
        }
        self.events.append(&mut content);
    }

    fn signs(&self, span: Span) -> Signs {
        let bytes = span.slice(self.source).as_bytes();
        let curls = !matches!(self.settings.typographer, Typographer::Off | Typographer::PulldownCmark);
        let mut signs = Signs::default();
        for (at, byte) in bytes.iter().enumerate() {
            // Letters, spaces and most punctuation mean nothing to any pass.
            if !MEANS[usize::from(*byte)] {
                continue;
            }
            let follows = |text: &[u8]| {
                bytes.get(at + 1..at + 1 + text.len()).is_some_and(|next| next.eq_ignore_ascii_case(text))
            };
            match byte {
                b'\'' | b'"' | b'`' | b'&' => signs.punctuation |= curls,
                b'-' | b'<' | b'>' => signs.punctuation |= curls && follows(&[*byte]),
                b'.' => signs.punctuation |= curls && follows(b".."),
                b'@' => signs.links = true,
                b'w' | b'W' => signs.links |= follows(b"ww."),
                b':' => {
                    signs.links |= follows(b"//");
                    signs.emoji |= self.settings.emoji;
                }
                _ => {}
            }
        }
        signs
    }
}

/// Bytes that a pass may act on.
const MEANS: [bool; 256] = {
    let mut means = [false; 256];
    let bytes = b"'\"`&-<>.@wW:";
    let mut at = 0;
    while at < bytes.len() {
        means[bytes[at] as usize] = true;
        at += 1;
    }
    means
};
