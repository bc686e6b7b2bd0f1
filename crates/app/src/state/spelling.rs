//! Owns what is known of spell checking.

/// Spell checking, as the kernel last said.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spelling {
    /// Whether it is on.
    pub(crate) on: bool,
    /// What the words of the open post are checked as.
    pub(crate) language: Option<String>,
    /// The writer's own words, in the order of the alphabet.
    pub(crate) words: Vec<String>,
}
