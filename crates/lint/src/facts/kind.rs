//! Owns the kinds of elements.

use pulldown_cmark::{Event, Tag};

macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $name:ident),* $(,)?) => {
        /// What an element is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            $($(#[doc = $doc])* $name),*
        }

        impl Kind {
            pub(super) const COUNT: usize = [$(Kind::$name),*].len();
        }
    };
}

kinds! {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// A block quote.
    Quote,
    /// A code block, fenced or indented.
    CodeBlock,
    /// A block of raw HTML.
    HtmlBlock,
    /// A list.
    List,
    /// A list's item.
    Item,
    /// A footnote's definition.
    Footnote,
    /// A list of terms and their definitions, or a part of it.
    Definition,
    /// A table.
    Table,
    /// A table's first row.
    TableHead,
    /// Another row of a table.
    TableRow,
    /// A cell of a table.
    TableCell,
    /// A thematic break.
    ThematicBreak,
    /// `*text*`
    Emphasis,
    /// `**text**`
    Strong,
    /// `~~text~~`, and superscripts and subscripts.
    Span,
    /// A link.
    Link,
    /// An image.
    Image,
    /// A code span.
    Code,
    /// A tag or comment in a line of text.
    InlineHtml,
    /// A formula.
    Math,
    /// A use of a footnote.
    FootnoteReference,
    /// The box of a task.
    TaskMarker,
    /// A line break that readers see.
    HardBreak,
}

impl Kind {
    /// The kind of the element that an event starts or is; none for text, for a line break that is a space and for a
    /// piece of an HTML block.
    pub(super) fn of(event: &Event<'_>) -> Option<Kind> {
        Some(match event {
            Event::Start(tag) => match tag {
                Tag::Paragraph => Kind::Paragraph,
                Tag::Heading { .. } => Kind::Heading,
                Tag::BlockQuote(_) => Kind::Quote,
                Tag::CodeBlock(_) => Kind::CodeBlock,
                Tag::HtmlBlock | Tag::MetadataBlock(_) => Kind::HtmlBlock,
                Tag::List(_) => Kind::List,
                Tag::Item => Kind::Item,
                Tag::FootnoteDefinition(_) => Kind::Footnote,
                Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                    Kind::Definition
                }
                Tag::Table(_) => Kind::Table,
                Tag::TableHead => Kind::TableHead,
                Tag::TableRow => Kind::TableRow,
                Tag::TableCell => Kind::TableCell,
                Tag::Emphasis => Kind::Emphasis,
                Tag::Strong => Kind::Strong,
                Tag::Strikethrough | Tag::Superscript | Tag::Subscript => Kind::Span,
                Tag::Link { .. } => Kind::Link,
                Tag::Image { .. } => Kind::Image,
            },
            Event::Rule => Kind::ThematicBreak,
            Event::Code(_) => Kind::Code,
            Event::InlineHtml(_) => Kind::InlineHtml,
            Event::InlineMath(_) | Event::DisplayMath(_) => Kind::Math,
            Event::FootnoteReference(_) => Kind::FootnoteReference,
            Event::TaskListMarker(_) => Kind::TaskMarker,
            Event::HardBreak => Kind::HardBreak,
            Event::End(_) | Event::Text(_) | Event::SoftBreak | Event::Html(_) => return None,
        })
    }
}
