//! Owns rewriting a part of the post for the Markdown parser, and putting calls where it has read their words.

use super::call::{Call, Shows};
use super::markup::ends_in_tag;
use super::rewritten::{Origins, Rewritten};
use crate::dialects::Settings;
use crate::markdown::{self, Attributes, Definition, Parsed, Spanned};
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Rewrites parts of one post.
pub(super) struct Placer<'a, 'p> {
    source: &'a str,
    calls: &'p [Call],
    settings: &'p Settings,
    /// How the words that stand for calls begin: letters and digits, which mean nothing to any grammar.
    prefix: String,
    /// The calls inside each call, and those inside none.
    children: Vec<Vec<usize>>,
    top: Vec<usize>,
}

/// A part of some text.
enum Piece<'t> {
    Text(&'t str),
    Call(usize),
}

impl<'a, 'p> Placer<'a, 'p> {
    pub(super) fn new(source: &'a str, calls: &'p [Call], settings: &'p Settings) -> Placer<'a, 'p> {
        // A post cannot hold the words by chance: they depend on all of it.
        let mut hasher = DefaultHasher::new();
        source.hash(&mut hasher);
        let prefix = format!("call{:016x}n", hasher.finish());
        let mut children = vec![Vec::new(); calls.len()];
        let mut top = Vec::new();
        for (index, call) in calls.iter().enumerate() {
            match call.parent.and_then(|parent| children.get_mut(parent)) {
                Some(siblings) => siblings.push(index),
                None => top.push(index),
            }
        }
        Placer { source, calls, settings, prefix, children, top }
    }

    /// The body, in which calls are words.
    pub(super) fn body(&self, span: Span) -> Rewritten {
        let mut text = Rewritten::default();
        self.fill(&mut text, span, None);
        text
    }

    /// Adds a part of the post: the inside of the call `parent`, or what is in none.
    fn fill(&self, text: &mut Rewritten, span: Span, parent: Option<usize>) {
        let inside = match parent {
            Some(parent) => self.children.get(parent).map_or(&[][..], Vec::as_slice),
            None => self.top.as_slice(),
        };
        let head = parent.and_then(|parent| self.calls.get(parent)).map(|call| call.head);
        let indent = head.map_or(0, |head| self.indent(head.start));
        let mut done = span.start;
        for index in inside {
            let Some(call) = self.calls.get(*index) else { continue };
            self.copy(text, Span::new(done, call.span.start), indent);
            match &call.shows {
                Shows::Source(value) => text.replace(call.span, value),
                _ if call.language.interrupts() => text.replace(call.span, &self.as_block(call, *index)),
                _ => text.replace(call.span, &self.word(*index)),
            }
            done = call.span.end;
        }
        self.copy(text, Span::new(done, span.end), indent);
    }

    /// What is inside of a call, after definitions of the post that its links may use.
    pub(super) fn inside(&self, inner: Span, call: usize, definitions: &str) -> Rewritten {
        let mut text = Rewritten::default();
        if !definitions.is_empty() {
            text.replace(Span::new(inner.start, inner.start), definitions);
        }
        self.fill(&mut text, inner, Some(call));
        text
    }

    /// Definitions as Markdown. Those that stand in a quote, span lines or hold calls are left out.
    pub(super) fn definitions(&self, all: &[Definition]) -> String {
        let texts = all.iter().map(|definition| definition.span.slice(self.source).trim());
        let plain = texts.filter(|text| text.starts_with('[') && !text.contains(['\n', '{', '<']));
        let mut out: String = plain.map(|text| format!("{text}\n")).collect();
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }

    fn word(&self, index: usize) -> String {
        format!("{}{index}x", self.prefix)
    }

    /// The word of a call with blank lines about it where there are none.
    fn as_block(&self, call: &Call, index: usize) -> String {
        let indent = self.indent(call.span.start);
        let before = self.source.get(..call.span.start - indent).unwrap_or("");
        let after = self.source.get(call.span.end..).unwrap_or("");
        let last_line = before.strip_suffix('\n').map(|text| text.rsplit('\n').next().unwrap_or(""));
        let next_line = after.split('\n').nth(1);
        let has_text = |line: Option<&str>| line.is_some_and(|line| !line.trim().is_empty());
        let space = self.source.get(call.span.start - indent..call.span.start).unwrap_or("");
        let start = if has_text(last_line) { format!("\n{space}") } else { String::new() };
        let end = if has_text(next_line) { "\n" } else { "" };
        format!("{start}{}{end}", self.word(index))
    }

    /// How far from the start of its line `at` is, when only white space is between.
    fn indent(&self, at: usize) -> usize {
        let before = self.source.get(..at).unwrap_or("");
        let line = before.trim_end_matches([' ', '\t']);
        if line.is_empty() || line.ends_with('\n') { before.len() - line.len() } else { 0 }
    }

    /// Copies a part of the post, every further line of it without so much white space at its start.
    fn copy(&self, text: &mut Rewritten, span: Span, indent: usize) {
        if indent == 0 {
            return text.copy(self.source, span);
        }
        let mut at = span.start;
        for (number, line) in span.slice(self.source).split_inclusive('\n').enumerate() {
            let space = line.len() - line.trim_start_matches([' ', '\t']).len();
            // What begins in mid-line is no start of a line.
            let skipped = if number > 0 { space.min(indent) } else { 0 };
            if skipped > 0 {
                text.replace(Span::new(at, at + skipped), "");
            }
            text.copy(self.source, Span::new(at + skipped, at + line.len()));
            at += line.len();
        }
    }

    /// Text that stands for a part of the post.
    pub(super) fn value(&self, value: &str, span: Span) -> Rewritten {
        let mut text = Rewritten::default();
        text.replace(span, value);
        text
    }

    /// Parses a rewritten part; all places are those of the post.
    pub(super) fn parse(&self, text: &Rewritten) -> Parsed<'a> {
        let Parsed { events, mut attributes, mut undefined, mut definitions, mut bare_links } =
            markdown::parse(&text.text, 0, self.settings);
        for reference in &mut undefined {
            reference.span = text.origin(reference.span);
            reference.label = self.plain(&reference.label).into_string();
        }
        for definition in &mut definitions {
            definition.span = text.origin(definition.span);
            definition.label = self.plain(&definition.label).into_string();
        }
        for link in &mut bare_links {
            link.span = text.origin(link.span);
        }
        // Those that were only lent have no place here.
        definitions.retain(|definition| !definition.span.is_empty());
        let events = self.place(text, events, &mut attributes);
        Parsed { events, attributes, undefined, definitions, bare_links }
    }

    /// The events of the post for those of a rewritten part. `attributes` count events, whose number changes.
    fn place(
        &self,
        text: &Rewritten,
        events: Vec<Spanned<'_>>,
        attributes: &mut Attributes,
    ) -> Vec<Spanned<'a>> {
        let mut out: Vec<Spanned<'a>> = Vec::with_capacity(events.len());
        let mut origins = Origins::of(text);
        // Whether a tag is open at the end of the HTML so far.
        let mut in_tag = false;
        let mut attributes = attributes.iter_mut().peekable();
        for (index, (event, span)) in events.into_iter().enumerate() {
            while let Some(own) = attributes.next_if(|(at, _)| *at <= index) {
                own.0 = out.len();
            }
            let (origin, is_same) = origins.origin(span);
            // What stands so in the post has no call in it.
            let own = |content: &str| {
                let written = origin.slice(self.source);
                (is_same && content == written).then_some(CowStr::Borrowed(written))
            };
            match event {
                Event::Text(content) => {
                    in_tag = false;
                    match own(&content) {
                        Some(content) => out.push((Event::Text(content), origin)),
                        None => self.split(&content, origin, &mut out),
                    }
                }
                Event::Code(content) => self.code(&content, origin, &mut out),
                Event::Html(html) => self.html(&html, origin, &mut in_tag, &mut out, Event::Html),
                Event::InlineHtml(html) => self.html(&html, origin, &mut in_tag, &mut out, Event::InlineHtml),
                Event::End(TagEnd::Paragraph) => {
                    if !stands_alone(&mut out) {
                        out.push((Event::End(TagEnd::Paragraph), origin));
                    }
                }
                other => {
                    in_tag = false;
                    out.push((self.filled(other).into_static(), origin));
                }
            }
        }
        out
    }

    /// Text with the calls in it as events of their own.
    fn split(&self, content: &str, origin: Span, out: &mut Vec<Spanned<'a>>) {
        let mut at = origin.start;
        for piece in self.pieces(content) {
            match piece {
                Piece::Text(piece) => {
                    let is_all = piece.len() == content.len();
                    let until = if is_all { origin.end } else { at + piece.len() };
                    let span = Span::new(at.min(origin.end), until.min(origin.end));
                    out.push((Event::Text(owned(piece)), self.on_boundaries(span)));
                    at = until;
                }
                Piece::Call(index) => {
                    let Some(call) = self.calls.get(index) else { continue };
                    out.push((Event::InlineHtml(CowStr::Borrowed("")), call.span));
                    at = call.span.end;
                }
            }
        }
    }

    /// A code span with calls in it: several events that all have the place of the span, so that they are known to be
    /// one; the first of them is code.
    fn code(&self, content: &str, origin: Span, out: &mut Vec<Spanned<'a>>) {
        let mut needs_code = true;
        for piece in self.pieces(content) {
            let call = match piece {
                Piece::Text(piece) => {
                    out.push((Event::Code(owned(piece)), origin));
                    None
                }
                Piece::Call(index) => self.calls.get(index),
            };
            if let Some(call) = call {
                if needs_code {
                    out.push((Event::Code(CowStr::Borrowed("")), origin));
                }
                out.push((Event::InlineHtml(CowStr::Borrowed("")), call.span));
            }
            needs_code = false;
        }
    }

    /// HTML with the calls between its tags as events of their own, and those inside of tags as text.
    fn html(
        &self,
        html: &str,
        origin: Span,
        in_tag: &mut bool,
        out: &mut Vec<Spanned<'a>>,
        event: fn(CowStr<'static>) -> Event<'static>,
    ) {
        let mut written = String::new();
        for piece in self.pieces(html) {
            match piece {
                Piece::Text(piece) => {
                    *in_tag = ends_in_tag(piece, *in_tag);
                    written.push_str(piece);
                }
                Piece::Call(index) if *in_tag => {
                    crate::html::escape_text(&mut written, &self.text_of(index));
                }
                // Where HTML is left out, so is what stands in it.
                Piece::Call(_) if !self.settings.raw_html => {}
                Piece::Call(index) => {
                    let Some(call) = self.calls.get(index) else { continue };
                    if !written.is_empty() {
                        out.push((event(std::mem::take(&mut written).into()), origin));
                    }
                    out.push((Event::InlineHtml(CowStr::Borrowed("")), call.span));
                }
            }
        }
        if !written.is_empty() || html.is_empty() {
            out.push((event(written.into()), origin));
        }
    }

    /// An event whose addresses and names have text in place of calls.
    fn filled<'e>(&self, event: Event<'e>) -> Event<'e> {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => Event::Start(Tag::Link {
                link_type,
                dest_url: self.plain_in(dest_url),
                title: self.plain_in(title),
                id: self.plain_in(id),
            }),
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => Event::Start(Tag::Image {
                link_type,
                dest_url: self.plain_in(dest_url),
                title: self.plain_in(title),
                id: self.plain_in(id),
            }),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(self.plain_in(info))))
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                Event::Start(Tag::FootnoteDefinition(self.plain_in(label)))
            }
            Event::FootnoteReference(label) => Event::FootnoteReference(self.plain_in(label)),
            Event::InlineMath(text) => Event::InlineMath(self.plain_in(text)),
            Event::DisplayMath(text) => Event::DisplayMath(self.plain_in(text)),
            other => other,
        }
    }

    fn plain_in<'e>(&self, text: CowStr<'e>) -> CowStr<'e> {
        let may_hold = text.len() > self.prefix.len();
        if may_hold && text.contains(&self.prefix) { self.plain(&text) } else { text }
    }

    fn plain(&self, text: &str) -> CowStr<'static> {
        let mut out = String::with_capacity(text.len());
        for piece in self.pieces(text) {
            match piece {
                Piece::Text(piece) => out.push_str(piece),
                Piece::Call(index) => out.push_str(&self.text_of(index)),
            }
        }
        out.into()
    }

    /// A call where no element can stand: what it stands for, or itself as written.
    fn text_of(&self, index: usize) -> String {
        match self.calls.get(index) {
            Some(Call { shows: Shows::Text(text), .. }) => text.clone(),
            Some(call) => call.span.slice(self.source).to_owned(),
            None => String::new(),
        }
    }

    fn pieces<'t>(&self, text: &'t str) -> impl Iterator<Item = Piece<'t>> {
        let mut rest = text;
        let mut pending = None;
        std::iter::from_fn(move || {
            if let Some(index) = pending.take() {
                return Some(Piece::Call(index));
            }
            if rest.is_empty() {
                return None;
            }
            let Some((before, index, after)) = self.first_call(rest) else {
                return Some(Piece::Text(std::mem::take(&mut rest)));
            };
            rest = after;
            if before.is_empty() {
                return Some(Piece::Call(index));
            }
            pending = Some(index);
            Some(Piece::Text(before))
        })
    }

    /// What is before the first word that stands for a call, that call, and what is after it.
    fn first_call<'t>(&self, text: &'t str) -> Option<(&'t str, usize, &'t str)> {
        let (before, after) = text.split_once(&self.prefix)?;
        let (index, after) = after.split_once('x')?;
        Some((before, index.parse().ok()?, after))
    }

    fn on_boundaries(&self, span: Span) -> Span {
        let back = |mut at: usize| {
            while !self.source.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        Span::new(back(span.start), back(span.end))
    }
}

fn owned(text: &str) -> CowStr<'static> {
    text.to_owned().into()
}

/// Takes the paragraph that is about to end away when a call is all that it has.
fn stands_alone(out: &mut Vec<Spanned<'_>>) -> bool {
    let is_call = |event: &Event<'_>| matches!(event, Event::InlineHtml(html) if html.is_empty());
    let [.., (Event::Start(Tag::Paragraph), _), (call, span)] = out.as_slice() else { return false };
    let (alone, span) = (is_call(call), *span);
    if alone {
        out.truncate(out.len() - 2);
        out.push((Event::Html(CowStr::Borrowed("")), span));
    }
    alone
}
