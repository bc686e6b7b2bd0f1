//! Owns what many rules need to know of a post, found in one pass over its events: its elements by kind, its lines and
//! what each belongs to, its prose.

mod kind;
mod lines;

use crate::header::Header;
use crate::html::{self, Tag as HtmlTag};
use foreword_core::templates::Call;
use foreword_core::{Document, Span};
use pulldown_cmark::{Event, Tag};
use std::cell::OnceCell;
use std::ops::Range;

pub use kind::Kind;
pub use lines::{Line, Place};

/// An element: all but text and line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: Kind,
    /// All of it. That of a block may end with its last line's break, that of a list with blank lines.
    pub span: Span,
    /// From the start of what it holds to its end; empty where it holds nothing. Of a link: its text.
    pub inner: Span,
    /// Its events, its own start and end included.
    pub events: Range<usize>,
    /// Index of the element around it.
    pub parent: Option<usize>,
}

/// The facts of a post.
#[derive(Debug)]
pub struct Facts {
    /// Elements in the order of their starts. What template calls hold stands after the rest.
    pub elements: Vec<Element>,
    /// Every line of the post, the header's too.
    pub lines: Vec<Line>,
    /// Where text stands that readers read: no code, no raw HTML, no addresses. Sorted; neighbours are one.
    pub prose: Vec<Span>,
    /// Where nothing is Markdown: code, raw HTML, formulas, template tags. Sorted; none overlap.
    pub literals: Vec<Span>,
    /// Raw HTML, in lines of text and in blocks. Sorted; neighbours are one.
    pub html: Vec<Span>,
    by_kind: [Vec<usize>; Kind::COUNT],
    /// What rules about the header share, once one of them has asked.
    pub(crate) header: OnceCell<Header>,
    /// The opening tags of raw HTML, likewise.
    tags: OnceCell<Vec<HtmlTag>>,
}

impl Facts {
    /// Finds them.
    pub fn new(document: &Document<'_>) -> Facts {
        let mut facts = Facts {
            elements: Vec::with_capacity(document.events.len() / 3),
            lines: Vec::new(),
            prose: Vec::new(),
            literals: document.calls.iter().flat_map(not_markdown).collect(),
            html: Vec::new(),
            by_kind: Default::default(),
            header: OnceCell::new(),
            tags: OnceCell::new(),
        };
        facts.read(document);
        join(&mut facts.prose);
        join(&mut facts.literals);
        join(&mut facts.html);
        facts.lines = lines::read(document, &facts);
        facts
    }

    fn read(&mut self, document: &Document<'_>) {
        let mut open: Vec<usize> = Vec::new();
        let mut in_code = false;
        for (index, (event, span)) in document.events.iter().enumerate() {
            let around = open.last().and_then(|last| self.elements.get_mut(*last));
            if let Some(element) = around.filter(|_| !matches!(event, Event::End(_))) {
                let inner = &mut element.inner;
                *inner =
                    if inner.is_empty() { *span } else { Span::new(inner.start, span.end.max(inner.end)) };
            }
            match event {
                Event::End(_) => {
                    if let Some(element) = open.pop().and_then(|last| self.elements.get_mut(last)) {
                        element.events.end = index + 1;
                        in_code &= element.kind != Kind::CodeBlock;
                    }
                    continue;
                }
                Event::Text(_) if !in_code => self.prose.push(*span),
                Event::InlineHtml(html) | Event::Html(html) => {
                    self.literals.push(*span);
                    // A template call is an event without text.
                    if !html.is_empty() {
                        self.html.push(*span);
                    }
                }
                Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.literals.push(*span),
                Event::Start(Tag::CodeBlock(_)) => {
                    in_code = true;
                    self.literals.push(*span);
                }
                _ => {}
            }
            let Some(kind) = Kind::of(event) else { continue };
            let number = self.elements.len();
            self.elements.push(Element {
                kind,
                span: *span,
                inner: Span::new(span.end, span.end),
                events: index..index + 1,
                parent: open.last().copied(),
            });
            if let Some(list) = self.by_kind.get_mut(kind as usize) {
                list.push(number);
            }
            if matches!(event, Event::Start(_)) {
                open.push(number);
            }
        }
    }

    /// The elements of a kind, in order.
    pub fn all(&self, kind: Kind) -> All<'_> {
        All { elements: &self.elements, numbers: self.numbers(kind).iter() }
    }

    /// The same as indices into the elements.
    pub fn numbers(&self, kind: Kind) -> &[usize] {
        self.by_kind.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// The element around another.
    pub fn parent(&self, element: &Element) -> Option<&Element> {
        self.elements.get(element.parent?)
    }

    /// The elements around another, from the inside out.
    pub fn ancestors<'f>(&'f self, element: &'f Element) -> impl Iterator<Item = &'f Element> {
        std::iter::successors(self.parent(element), |inner| self.parent(inner))
    }

    /// The elements right inside another, in order.
    pub fn children(&self, number: usize) -> impl Iterator<Item = &Element> {
        let end = self.elements.get(number).map_or(0, |element| element.events.end);
        let later = self.elements.iter().skip(number + 1);
        later
            .take_while(move |child| child.events.start < end)
            .filter(move |child| child.parent == Some(number))
    }

    /// Whether nothing at this place is Markdown.
    pub fn is_literal(&self, offset: usize) -> bool {
        let after = self.literals.partition_point(|span| span.start <= offset);
        after.checked_sub(1).and_then(|at| self.literals.get(at)).is_some_and(|span| span.contains(offset))
    }

    /// The opening tags of the raw HTML, in order. `source` is the whole post.
    pub(crate) fn tags(&self, source: &str) -> &[HtmlTag] {
        self.tags.get_or_init(|| html::tags(source, &self.html))
    }

    /// Whether this place is in a heading, of whose text its id may be made.
    pub fn is_in_heading(&self, offset: usize) -> bool {
        let headings = self.numbers(Kind::Heading);
        let starts = |number: &usize| self.elements.get(*number).map_or(0, |heading| heading.span.start);
        let after = headings.partition_point(|number| starts(number) <= offset);
        let heading = after.checked_sub(1).and_then(|at| self.elements.get(*headings.get(at)?));
        heading.is_some_and(|heading| heading.span.contains(offset))
    }

    /// The index of the line that holds this place.
    pub fn line_at(&self, offset: usize) -> usize {
        self.lines.partition_point(|line| line.span.start <= offset).saturating_sub(1)
    }

    /// The indices of the lines of a range of the text; blank ones at its end do not count.
    pub fn lines_of(&self, source: &str, span: Span) -> Range<usize> {
        let end = span.trim_end(source).end;
        self.line_at(span.start)..self.line_at(end.saturating_sub(1).max(span.start)) + 1
    }
}

/// The elements of a kind, in order. Nearly every rule walks them, so that a step is compiled once and not in each.
#[derive(Clone, Debug)]
pub struct All<'f> {
    elements: &'f [Element],
    numbers: std::slice::Iter<'f, usize>,
}

impl<'f> Iterator for All<'f> {
    type Item = &'f Element;

    #[inline(never)]
    fn next(&mut self) -> Option<&'f Element> {
        self.elements.get(*self.numbers.next()?)
    }
}

impl DoubleEndedIterator for All<'_> {
    #[inline(never)]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.elements.get(*self.numbers.next_back()?)
    }
}

/// The text of an element's events, without markup; a line break is a space.
pub fn text_of(document: &Document<'_>, element: &Element) -> String {
    let mut text = String::new();
    for (event, _) in document.events.get(element.events.clone()).unwrap_or(&[]) {
        match event {
            Event::Text(piece) | Event::Code(piece) | Event::InlineMath(piece) => text.push_str(piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// What is no Markdown in a template's call: its tag, and what it takes as text.
fn not_markdown(call: &Call) -> impl Iterator<Item = Span> {
    [Some(call.head), call.inner().filter(|_| call.is_literal)].into_iter().flatten()
}

/// Sorts ranges and joins those that touch or overlap.
fn join(spans: &mut Vec<Span>) {
    if !spans.windows(2).all(|pair| matches!(pair, [a, b] if a.start <= b.start)) {
        spans.sort_unstable();
    }
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.iter() {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(*span),
        }
    }
    *spans = joined;
}

#[cfg(test)]
mod tests;
