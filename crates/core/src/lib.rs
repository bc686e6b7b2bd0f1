//! Owns posts as values: text → front matter, blocks, HTML, dialect, outline, statistics.
//!
//! Invariant: nothing here fails. Any text gives a [`Document`]; what is wrong with it is data in it.
//! Invariant: positions are byte offsets on character boundaries ([`Span`]); [`text::LineIndex`] is the one
//! place that turns them into UTF-16. No wasm, no serde, no input or output, no clock.

pub mod blocks;
mod byte_kinds;
mod characters;
pub mod dialects;
pub mod document;
pub mod elsewhere;
pub mod emoji;
pub mod generators;
pub mod html;
mod kramdown;
pub mod linkify;
pub mod markdown;
pub mod outline;
pub mod prose;
pub mod site;
pub mod slug;
pub mod stats;
pub mod summary;
pub mod templates;
pub mod text;
mod text_runs;
mod typographer;

pub use document::{Context, Document};
pub use foreword_header::{Edit, FrontMatter, Span, front_matter, jsonc, schema, span, verdict};
