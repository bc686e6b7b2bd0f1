//! Owns the tags of elements: which event opens and closes what.

use super::writer::Writer;
use crate::dialects::Strikethrough;
use crate::span::Span;
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// Names and closing tags of headings, by level less one.
const HEADINGS: [(&str, &str); 6] = [
    ("h1", "</h1>\n"),
    ("h2", "</h2>\n"),
    ("h3", "</h3>\n"),
    ("h4", "</h4>\n"),
    ("h5", "</h5>\n"),
    ("h6", "</h6>\n"),
];

fn heading_tags(level: u8) -> (&'static str, &'static str) {
    HEADINGS.get(usize::from(level.saturating_sub(1))).copied().unwrap_or(("h6", "</h6>\n"))
}

impl Writer<'_, '_> {
    pub(super) fn start(&mut self, at: usize, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.paragraph(at, span),
            Tag::Heading { level, classes, attrs, .. } => {
                self.heading(at, *level as u8, classes, attrs, span)
            }
            Tag::BlockQuote(kind) => self.quote(*kind, span),
            Tag::HtmlBlock => self.start_raw_block(),
            Tag::List(first) => self.list(at, *first, span),
            Tag::Item => self.item(at, span),
            Tag::DefinitionList => self.open_block("dl", span, ">\n"),
            Tag::DefinitionListTitle => self.open_block("dt", span, ">"),
            Tag::DefinitionListDefinition => self.open_block("dd", span, ">"),
            Tag::Table(alignments) => self.table(at, alignments, span),
            Tag::TableHead => self.table_head(span),
            Tag::TableRow => self.table_row(span),
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.open_inline("em"),
            Tag::Strong => self.open_inline("strong"),
            Tag::Strikethrough if self.strikes_with_s() => self.out.push_str("<s>"),
            Tag::Strikethrough => self.open_inline("del"),
            Tag::Superscript => self.out.push_str("<sup>"),
            Tag::Subscript => self.out.push_str("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(at, *link_type, dest_url, title, span),
            Tag::FootnoteDefinition(label) => self.start_note_in_place(label, span),
            // These two are written whole.
            Tag::Image { .. } | Tag::CodeBlock(_) => {}
            Tag::MetadataBlock(_) => {}
        }
    }

    pub(super) fn end(&mut self, at: usize, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => self.out.push_str(heading_tags(level as u8).1),
            TagEnd::BlockQuote(kind) => self.end_quote(kind),
            TagEnd::List(ordered) => self.out.push_str(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::DefinitionList => self.out.push_str("</dl>\n"),
            TagEnd::DefinitionListTitle => self.out.push_str("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.out.push_str("</dd>\n"),
            TagEnd::Table => self.end_table(at),
            TagEnd::TableHead => self.end_table_head(at),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.end_table_cell(),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough if self.strikes_with_s() => self.out.push_str("</s>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Superscript => self.out.push_str("</sup>"),
            TagEnd::Subscript => self.out.push_str("</sub>"),
            TagEnd::Link => self.end_link(at, span),
            TagEnd::FootnoteDefinition => self.end_note_in_place(),
            TagEnd::HtmlBlock | TagEnd::Image | TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn strikes_with_s(&self) -> bool {
        self.settings.strikethrough == Strikethrough::DoubleS
    }

    fn heading(
        &mut self,
        at: usize,
        level: u8,
        classes: &[CowStr<'_>],
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        span: Span,
    ) {
        self.open_block(heading_tags(level).0, span, "");
        if let Some(id) = self.ids.get(&at).copied() {
            self.attribute("id", id);
        }
        if !classes.is_empty() {
            let classes: Vec<&str> = classes.iter().map(|class| class.as_ref()).collect();
            self.attribute("class", &classes.join(" "));
        }
        for (name, value) in attributes {
            let value = value.as_deref().unwrap_or("");
            self.attribute(name, unquoted(value));
        }
        self.out.push('>');
    }

    /// The text of events without markup.
    pub(super) fn plain_text(&self, events: std::ops::Range<usize>, with_code: bool) -> String {
        let mut text = String::new();
        for (event, _) in self.document.events.get(events).unwrap_or(&[]) {
            match event {
                Event::Code(_) if !with_code => {}
                Event::Text(piece)
                | Event::Code(piece)
                | Event::InlineMath(piece)
                | Event::DisplayMath(piece) => {
                    text.push_str(piece);
                }
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }
}

/// The value of an attribute without the quotes around it, which the parser leaves there.
fn unquoted(value: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_do_not_belong_to_a_value() {
        assert_eq!(unquoted("\"2\""), "2");
        assert_eq!(unquoted("'a b'"), "a b");
        assert_eq!(unquoted("\""), "\"");
        assert_eq!(unquoted("it's"), "it's");
    }
}
