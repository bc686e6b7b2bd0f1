//! Owns the headers of posts as values: reading and changing them without loss, what is known about their keys, and
//! whether a post will be published.
//!
//! A crate of its own so that it can be compiled for size: a header is short, the body of a post is not.
//!
//! Invariant: nothing here fails. Any text can be read; what is wrong with it is data.
//! Invariant: positions are byte offsets on character boundaries ([`Span`]). No wasm, no serde, no input or output,
//! no clock.

pub mod front_matter;
pub mod jsonc;
pub mod schema;
pub mod span;
pub mod verdict;

pub use front_matter::FrontMatter;
pub use span::{Edit, Span};
