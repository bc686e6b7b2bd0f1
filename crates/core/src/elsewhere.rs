//! Owns how a post will look elsewhere: which of its blocks come out differently under other rules, and in what.

mod seen;
mod tokens;

use crate::document::Document;
use crate::html::{self, Caps};
use crate::span::Span;

pub use seen::Kind;

/// So many differences are listed, and so many bytes of HTML in all. What is beyond is only counted.
const MOST: usize = 200;
const MOST_BYTES: usize = 1 << 20;

/// A part of a post that comes out differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands in the post, in bytes. It covers whole blocks of both sides.
    pub span: Span,
    /// In what the two differ.
    pub kind: Kind,
    /// The one side's HTML, not safe to insert into a page. Empty where that side shows nothing.
    pub a_html: String,
    /// The other side's.
    pub b_html: String,
}

/// What comes out differently of a post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// In text order.
    pub differences: Vec<Difference>,
    /// How many more there are.
    pub more: usize,
    /// Why not the whole post was compared, as a sentence.
    pub shortened: Option<&'static str>,
}

/// Compares two readings of one text block by block. Where a block of one side is several of the other, they are one
/// difference. What no reader of a page can tell apart is none: the order of attributes, the spelling of characters,
/// white space, comments.
pub fn compare(a: &Document<'_>, b: &Document<'_>) -> Comparison {
    let a = html::render(a, Caps::PREVIEW, None);
    let b = html::render(b, Caps::PREVIEW, None);
    let shortened = a.shortened.or(b.shortened);
    let sides = a
        .blocks
        .into_iter()
        .map(|block| (block, false))
        .chain(b.blocks.into_iter().map(|block| (block, true)));
    let mut blocks: Vec<_> = sides.collect();
    // Not only to merge the two: footnotes come last on their side, wherever they are defined.
    blocks.sort_by_key(|(block, of_b)| (block.span, *of_b));
    let mut found = Comparison { shortened, ..Comparison::default() };
    let mut bytes = 0;
    let mut part: Option<Part> = None;
    for (block, of_b) in blocks {
        let open = part.as_ref().is_some_and(|part| part.shares(block.span));
        if !open {
            part.take().into_iter().for_each(|part| found.add(part, &mut bytes));
        }
        let part = part.get_or_insert_with(|| Part::at(block.span));
        part.span.end = part.span.end.max(block.span.end);
        let side = if of_b { &mut part.b_html } else { &mut part.a_html };
        side.push_str(&block.html);
    }
    part.into_iter().for_each(|part| found.add(part, &mut bytes));
    found
}

/// Blocks of both sides that stand in the same part of the text.
struct Part {
    span: Span,
    a_html: String,
    b_html: String,
}

impl Part {
    fn at(span: Span) -> Part {
        Part { span, a_html: String::new(), b_html: String::new() }
    }

    /// Whether a block that starts no earlier than this part has text in common with it.
    fn shares(&self, span: Span) -> bool {
        span.start < self.span.end || span == self.span
    }
}

impl Comparison {
    /// Takes a part up where its sides differ. `bytes` counts the HTML that is listed.
    fn add(&mut self, part: Part, bytes: &mut usize) {
        let Part { span, a_html, b_html } = part;
        if a_html == b_html {
            return;
        }
        let Some(kind) = seen::difference(&a_html, &b_html) else {
            return;
        };
        *bytes += a_html.len() + b_html.len();
        if self.differences.len() < MOST && *bytes <= MOST_BYTES {
            self.differences.push(Difference { span, kind, a_html, b_html });
        } else {
            self.more += 1;
        }
    }
}

#[cfg(test)]
mod tests;
