//! Owns kramdown's grammar with its GFM input, the Markdown that Jekyll reads: a post's body → the events that every
//! dialect has, and the attributes of its elements.
//!
//! As kramdown does, a body becomes a tree of blocks first ([`blocks`]), because definitions further down decide what
//! text further up means; then the text in the blocks becomes spans ([`spans`]) while the tree is written as events
//! ([`emit`]). What is inside a quote or a list item is a text of its own, whose bytes know their place in the post
//! ([`text`]).
//!
//! Grammar: <https://kramdown.gettalong.org/syntax.html>, <https://github.com/kramdown/parser-gfm>.
//!
//! Invariant: time is linear in the length of the body. Nesting is bounded ([`MOST_NESTING`]), and so is how much of a
//! text is read again because what seemed to open has no end ([`spans`]).

mod abbreviations;
mod attributes;
mod block_html;
mod blocks;
mod code_blocks;
mod code_spans;
mod definition_lists;
mod definitions;
mod emit;
mod emphasis;
mod entities;
mod extensions;
mod html;
mod ids;
mod lines;
mod links;
mod lists;
mod math;
mod output;
mod reader;
mod span_extensions;
mod span_html;
mod span_text;
mod spans;
mod strikes;
mod symbols;
mod tables;
mod text;
mod toc;
mod tree;
mod typography;

#[cfg(test)]
mod tests;

use crate::dialects::Settings;
use crate::markdown::Parsed;

/// Blocks, and spans in a text, stand inside each other at most this often; what is deeper is text.
const MOST_NESTING: usize = 60;

/// Parses the text from `body_start` on.
pub(crate) fn parse<'a>(source: &'a str, body_start: usize, settings: &Settings) -> Parsed<'a> {
    let (tree, definitions) = blocks::parse(text::Text::body(source, body_start), settings);
    emit::emit(&tree, &definitions, settings)
}
