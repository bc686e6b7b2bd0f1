//! Owns the tree of blocks: what a body is made of before its text is read.

use super::attributes::Attributes;
use super::text::Slice;
use crate::span::Span;
use pulldown_cmark::Alignment;

/// A block.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) span: Span,
    /// Attributes that its own markup gives it.
    pub(super) own: Attributes,
    /// Attributes from lists before and after it.
    pub(super) listed: Option<Attributes>,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// Blank lines.
    Blank {
        one_line: bool,
    },
    /// The end of a block where nothing is to be seen.
    Boundary(Boundary),
    Paragraph(Paragraph<'a>),
    Heading {
        level: u8,
        text: Slice<'a>,
        id: Option<String>,
    },
    Quote(Vec<Node<'a>>),
    Code {
        language: Option<String>,
        text: Slice<'a>,
    },
    Rule,
    List {
        ordered: bool,
        items: Vec<Node<'a>>,
    },
    Item(Vec<Node<'a>>),
    DefinitionList(Vec<Node<'a>>),
    Term(Slice<'a>),
    Definition(Vec<Node<'a>>),
    Table {
        alignments: Vec<Alignment>,
        sections: Vec<Section<'a>>,
    },
    Math(String),
    Html(HtmlElement<'a>),
    /// Written as it is.
    Raw(String),
}

#[derive(Debug)]
pub(super) struct Paragraph<'a> {
    pub(super) text: Slice<'a>,
    /// In a tight list: there is no element, only the text.
    pub(super) transparent: bool,
    /// In a task: whether it is done.
    pub(super) task: Option<bool>,
}

/// What ended a block.
#[derive(Debug)]
pub(super) enum Boundary {
    /// `^` on a line of its own.
    Marker,
    /// An attribute list, its definition or an extension.
    Attributes,
    /// The definition of an address.
    Link(String),
    Abbreviation(String),
    /// A footnote: its name, and which of all definitions it is.
    Footnote {
        name: String,
        serial: usize,
    },
}

/// Rows of a table.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) kind: SectionKind,
    pub(super) rows: Vec<Row<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionKind {
    Head,
    Body,
    Foot,
}

#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) span: Span,
    pub(super) cells: Vec<Slice<'a>>,
    /// What stands for a cell that it lacks.
    pub(super) empty: Slice<'a>,
}

/// An element of HTML in a body.
#[derive(Debug)]
pub(super) struct HtmlElement<'a> {
    pub(super) name: String,
    /// Where its opening tag stands.
    pub(super) opening: Span,
    pub(super) form: Form,
    pub(super) parts: Vec<Part<'a>>,
}

/// How an element of HTML is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With a closing tag.
    Pair,
    /// `<name />`.
    Single,
}

#[derive(Debug)]
pub(super) enum Part<'a> {
    /// Written as it is.
    Raw(String),
    Blocks(Vec<Node<'a>>),
    Text(Slice<'a>),
}

impl<'a> Node<'a> {
    pub(super) fn new(kind: Kind<'a>, span: Span) -> Node<'a> {
        Node { kind, span, own: Attributes::default(), listed: None }
    }

    pub(super) fn is_blank(&self) -> bool {
        matches!(self.kind, Kind::Blank { .. })
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.kind, Kind::Paragraph(_))
    }

    /// True for a paragraph of a tight list.
    pub(super) fn is_transparent(&self) -> bool {
        matches!(&self.kind, Kind::Paragraph(paragraph) if paragraph.transparent)
    }
}
