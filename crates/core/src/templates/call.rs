//! Owns what a call is, and the tags that calls are made of.

use super::Language;
use super::markup::Part;
use crate::span::Span;
use std::ops::Range;

/// An argument of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Its name; none where its position tells what it is.
    pub name: Option<String>,
    /// Its value, without quotes.
    pub value: String,
    /// The whole argument.
    pub span: Span,
}

/// How a call stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Among other text.
    Inline,
    /// Alone on its lines.
    Block,
    /// Around text that belongs to it.
    Paired {
        /// What is between its tags.
        inner: Span,
    },
}

/// What takes the place of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Text that the Markdown parser reads in its place.
    Source(String),
    /// Text that is no Markdown.
    Text(String),
    /// Markup, as the generator makes it.
    Markup(Vec<Part>),
    /// A card with its name, its arguments and its inner Markdown.
    Card,
}

/// A template construct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The language that it is written in.
    pub language: Language,
    /// All of it, from the first tag to the last.
    pub span: Span,
    /// Its only or opening tag.
    pub head: Span,
    /// Its name.
    pub name: String,
    /// Its arguments, in text order.
    pub arguments: Vec<Argument>,
    /// How it stands in the text.
    pub kind: Kind,
    /// What is wrong with it, as a sentence.
    pub problem: Option<String>,
    /// What takes its place.
    pub shows: Shows,
    /// The call that it stands in.
    pub(super) parent: Option<usize>,
    /// True when what is inside is text for it and not Markdown.
    pub is_literal: bool,
    /// Its Markdown, as ranges of the document's events: its inside, or one range per part that is Markdown.
    pub(crate) contents: Vec<Range<usize>>,
}

impl Call {
    /// What is between its tags, where there are two.
    pub fn inner(&self) -> Option<Span> {
        match self.kind {
            Kind::Paired { inner } => Some(inner),
            Kind::Inline | Kind::Block => None,
        }
    }

    /// The value of a named argument; an empty one counts as none.
    pub fn named(&self, name: &str) -> Option<&str> {
        let argument = self.arguments.iter().find(|argument| argument.name.as_deref() == Some(name))?;
        Some(argument.value.as_str()).filter(|value| !value.is_empty())
    }

    /// The value of an argument by its position among those without a name, from 0; an empty one counts as none.
    pub fn positional(&self, index: usize) -> Option<&str> {
        let argument = self.arguments.iter().filter(|argument| argument.name.is_none()).nth(index)?;
        Some(argument.value.as_str()).filter(|value| !value.is_empty())
    }
}

/// A fault in a template construct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What, as a sentence.
    pub message: String,
}

/// What a tag does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It stands for itself.
    Alone,
    /// It belongs to a closing tag, if there is one.
    MayOpen,
    /// It needs a closing tag.
    MustOpen,
    /// It closes the last open tag of its name; of any name where it has none.
    Closes,
    /// It is text.
    Becomes(String),
}

/// One pair of delimiters with what is between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) language: Language,
    pub(super) span: Span,
    pub(super) name: String,
    pub(super) arguments: Vec<Argument>,
    pub(super) role: Role,
    pub(super) problem: Option<String>,
}
