//! Owns what happens to events between the parser and the post: what a dialect reads otherwise than the parser, bare
//! links, emoji, smart punctuation. Each works on the inline content of one block while the parser goes on, and only
//! where a byte of it may matter to one of them: most text passes by untouched, and nothing is copied twice.

use super::{EVENT_EVERY, Spanned, definition_lists, excerpt, single_tildes, tasks, tildes};
use crate::byte_kinds::ByteKinds;
use crate::dialects::{Excerpt, Settings, Strikethrough, TaskLists, Typographer};
use crate::emoji;
use crate::linkify::{self, BareLink};
use crate::span::Span;
use crate::text_runs::is_inline;
use crate::typographer::{self, Memory};
use pulldown_cmark::{Event, Tag};

/// Takes the parser's events one by one.
pub(super) struct Passes<'a, 's> {
    source: &'a str,
    settings: &'s Settings,
    events: Vec<Spanned<'a>>,
    bare_links: Vec<BareLink>,
    memory: Memory,
    /// Which signs mean anything under these settings.
    meaningful: u8,
    definitions: definition_lists::Division,
    /// Whether a mark that divides its paragraph may still come.
    excerpt: bool,
    /// Index of the first event of the inline content that is being read.
    start: Option<usize>,
    in_code: bool,
}

/// What in a text may be a sign that a pass finds something there.
const LINK: u8 = 1;
const EMOJI: u8 = 2;
const PUNCTUATION: u8 = 4;
const TILDE: u8 = 8;

/// What each byte may be a sign of.
const SIGNS: ByteKinds =
    ByteKinds::new(&[(b"'\"`&-<>.", PUNCTUATION), (b".@:", LINK), (b":", EMOJI), (b"~^", TILDE)]);

impl<'a, 's> Passes<'a, 's> {
    /// `source` is the whole post, `body` the part of it that is Markdown.
    pub(super) fn new(source: &'a str, body: &str, settings: &'s Settings) -> Passes<'a, 's> {
        let curls = !matches!(settings.typographer, Typographer::Off | Typographer::PulldownCmark);
        let pairs = settings.subscript
            || settings.superscript
            || matches!(settings.strikethrough, Strikethrough::Del | Strikethrough::DoubleS);
        let kinds = [(true, LINK), (settings.emoji, EMOJI), (curls, PUNCTUATION), (pairs, TILDE)];
        Passes {
            source,
            settings,
            events: Vec::with_capacity(body.len() / EVENT_EVERY),
            bare_links: Vec::new(),
            memory: Memory::default(),
            meaningful: kinds.into_iter().filter_map(|(is_on, kind)| is_on.then_some(kind)).sum(),
            definitions: definition_lists::Division::default(),
            excerpt: settings.excerpt == Excerpt::More && body.contains(excerpt::MARK),
            start: None,
            in_code: false,
        }
    }

    pub(super) fn push(&mut self, event: Spanned<'a>) {
        if is_inline(&event.0) {
            if self.start.is_none() && !self.in_code {
                self.start = Some(self.events.len());
            }
        } else {
            self.close();
            self.in_code = matches!(event.0, Event::Start(Tag::CodeBlock(_)));
            if self.settings.definition_lists && !self.definitions.shows(self.source, &event) {
                return;
            }
        }
        self.events.push(event);
    }

    /// The events, and all bare links, whether or not the dialect links them.
    pub(super) fn finish(mut self) -> (Vec<Spanned<'a>>, Vec<BareLink>) {
        self.close();
        (self.events, self.bare_links)
    }

    /// The inline content ends here.
    fn close(&mut self) {
        let Some(start) = self.start.take() else { return };
        let (before, content) = self.events.split_at_checked(start).unwrap_or_default();
        let (Some(first), Some(last)) = (content.first(), content.last()) else { return };
        let span = Span::new(first.1.start, last.1.end.max(first.1.end));
        let signs = self.signs(span);
        let has_box =
            self.settings.task_lists == TaskLists::Goldmark && tasks::begins(self.source, before, first);
        // The block around the content, where the content may divide it.
        let term = match before.last() {
            Some((Event::Start(Tag::DefinitionListTitle), span)) if self.settings.definition_lists => {
                Some(*span)
            }
            _ => None,
        };
        let excerpt = self.excerpt && content.iter().any(|(event, _)| excerpt::is_mark(event));
        let paragraph = match before.last() {
            Some((Event::Start(Tag::Paragraph), span)) if excerpt => Some(*span),
            _ => None,
        };
        self.excerpt &= !excerpt;
        if signs == 0 && !has_box && term.is_none() && paragraph.is_none() {
            return;
        }
        let mut content: Vec<Spanned<'a>> = self.events.drain(start..).collect();
        if signs & TILDE != 0 {
            if self.settings.strikethrough == Strikethrough::DoubleS {
                content = single_tildes::undo(self.source, content);
            }
            content = tildes::pair(self.source, content, self.settings);
        }
        if has_box {
            content = tasks::replace(self.source, content);
        }
        if let Some(term) = term {
            content = definition_lists::divide(content, term);
        }
        if let Some(paragraph) = paragraph {
            content = excerpt::divide(self.source, content, paragraph);
        }
        if signs & LINK != 0 {
            content = linkify::apply(self.source, content, self.settings, &mut self.bare_links);
        }
        if signs & EMOJI != 0 {
            content = emoji::replace(self.source, content);
        }
        if signs & PUNCTUATION != 0 {
            content = typographer::apply(self.source, content, self.settings.typographer, &mut self.memory);
        }
        self.events.append(&mut content);
    }

    /// What a pass may find here.
    fn signs(&self, span: Span) -> u8 {
        let bytes = span.slice(self.source).as_bytes();
        let mut found = 0;
        let mut from = 0;
        while let Some(at) = SIGNS.find(bytes, from, self.meaningful) {
            found |= signs_at(bytes, at) & self.meaningful;
            from = at + 1;
        }
        found
    }
}

/// What the byte at this place is a sign of, with those about it.
fn signs_at(bytes: &[u8], at: usize) -> u8 {
    let Some(byte) = bytes.get(at) else { return 0 };
    let follows = |text: &[u8]| bytes.get(at + 1..).is_some_and(|rest| rest.starts_with(text));
    let when = |is_there: bool, kind: u8| if is_there { kind } else { 0 };
    match byte {
        b'-' | b'<' | b'>' => when(follows(&[*byte]), PUNCTUATION),
        b'.' => when(follows(b".."), PUNCTUATION) | when(linkify::follows_www(bytes, at), LINK),
        b':' => EMOJI | when(follows(b"//"), LINK),
        byte => SIGNS.of(*byte),
    }
}
