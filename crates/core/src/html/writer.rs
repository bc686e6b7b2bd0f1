//! Owns the fold over the events of one block.

use super::Caps;
use super::escape::{escape_text, escape_url};
use super::footnotes::Notes;
use crate::document::Document;
use crate::span::Span;
use crate::text::LineIndex;
use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};
use std::collections::HashMap;
use std::ops::Range;

/// What stands for raw HTML where the dialect leaves it out; goldmark writes the same.
const OMITTED: &str = "<!-- raw HTML omitted -->";

/// Writes the blocks of one document in order; numbers of footnotes and caps run on from block to block.
pub(super) struct Writer<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) notes: Notes,
    pub(super) out: String,
    caps: Caps,
    positions: Option<&'d LineIndex<'d>>,
    /// UTF-16 offset of the block being written.
    block_start: usize,
    /// Index of the event being written.
    pub(super) at: usize,
    /// Heading ids by event.
    ids: HashMap<usize, &'d str>,
    depth: usize,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    cells: usize,
    shortened: Option<&'static str>,
}

impl<'d, 'a> Writer<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, caps: Caps, positions: Option<&'d LineIndex<'d>>) -> Self {
        let ids =
            document.headings.iter().filter_map(|heading| Some((heading.event, heading.id.as_deref()?)));
        Writer {
            document,
            notes: Notes::default(),
            out: String::new(),
            caps,
            positions,
            block_start: 0,
            at: 0,
            ids: ids.collect(),
            depth: 0,
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            cells: 0,
            shortened: None,
        }
    }

    pub(super) fn shorten(&mut self, why: &'static str) {
        self.shortened.get_or_insert(why);
    }

    pub(super) fn shortened(&self) -> Option<&'static str> {
        self.shortened
    }

    /// The HTML of these events as a block of its own.
    pub(super) fn block(&mut self, span: Span, events: Range<usize>) -> String {
        self.block_start = self.positions.map_or(0, |index| index.utf16(span.start));
        self.depth = 0;
        let mut at = events.start;
        while at < events.end {
            at = self.event(at);
        }
        std::mem::take(&mut self.out)
    }

    /// Writes one event, with an image all of its content; gives the index of the next.
    fn event(&mut self, at: usize) -> usize {
        let Some((event, span)) = self.document.events.get(at) else {
            return at + 1;
        };
        self.at = at;
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => return self.end_of(at) + 1,
            Event::Start(Tag::Image { dest_url, title, .. }) => return self.image(at, dest_url, title),
            Event::Start(Tag::TableRow) if self.cells >= self.caps.cells => {
                self.shorten("Some tables are cut: the post has more table cells than a page can show.");
                return self.end_of(at) + 1;
            }
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth <= self.caps.nesting {
                    self.start(at, tag, *span);
                } else {
                    self.shorten(
                        "Some of the post is shown flat: it is nested more deeply than a page can show.",
                    );
                }
            }
            Event::End(tag) => {
                if self.depth <= self.caps.nesting {
                    self.end(*tag);
                }
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Text(text) => escape_text(&mut self.out, text),
            Event::Code(text) => {
                self.open_inline("code");
                escape_text(&mut self.out, text);
                self.out.push_str("</code>");
            }
            Event::InlineMath(text) => self.math("inline", text),
            Event::DisplayMath(text) => self.math("display", text),
            Event::Html(html) if self.document.settings.raw_html => self.out.push_str(html),
            Event::InlineHtml(html) if self.document.settings.raw_html => self.out.push_str(html),
            Event::Html(_) => {}
            Event::InlineHtml(_) => self.out.push_str(OMITTED),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br />\n"),
            Event::Rule => {
                self.fresh_line();
                self.open("hr", *span);
                self.out.push_str(" />\n");
            }
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::TaskListMarker(checked) => self.checkbox(*checked),
        }
        at + 1
    }

    /// Begins a line unless one has just begun.
    fn fresh_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// `<name`, with the position where those are wanted; the caller writes the rest.
    fn open(&mut self, name: &str, span: Span) {
        self.out.push('<');
        self.out.push_str(name);
        if let Some(index) = self.positions {
            let offset = index.utf16(span.start).saturating_sub(self.block_start);
            self.out.push_str(&format!(" data-o=\"{offset}\""));
        }
        self.write_own_attributes();
    }

    /// A block-level element on a line of its own, with its content on the same line or the next.
    fn open_block(&mut self, name: &str, span: Span, after: &str) {
        self.fresh_line();
        self.open(name, span);
        self.out.push_str(after);
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.open_block("p", span, ">"),
            Tag::Heading { level, classes, attrs, .. } => {
                self.heading(at, *level as u8, classes, attrs, span)
            }
            Tag::BlockQuote(None) => self.open_block("blockquote", span, ">\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = alert(*kind);
                self.open_block("div", span, "");
                self.out.push_str(&format!(
                    " class=\"markdown-alert markdown-alert-{class}\">\n<p class=\"markdown-alert-title\">{title}</p>\n"
                ));
            }
            Tag::CodeBlock(kind) => {
                self.open_block("pre", span, "><code");
                if let CodeBlockKind::Fenced(info) = kind
                    && let Some(language) =
                        if self.is_kramdown() { Some(info.as_ref()) } else { language(info) }
                {
                    self.attribute("class", &format!("language-{language}"));
                }
                self.out.push('>');
            }
            Tag::HtmlBlock => {
                if !self.document.settings.raw_html {
                    self.fresh_line();
                    self.out.push_str(OMITTED);
                    self.out.push('\n');
                }
            }
            Tag::List(None) => self.open_block("ul", span, ">\n"),
            Tag::List(Some(1)) => self.open_block("ol", span, ">\n"),
            Tag::List(Some(start)) => self.open_block("ol", span, &format!(" start=\"{start}\">\n")),
            Tag::Item => {
                let after =
                    if !self.is_kramdown() && self.is_task(at) { " class=\"task-list-item\">" } else { ">" };
                self.open_block("li", span, after);
            }
            Tag::DefinitionList => self.open_block("dl", span, ">\n"),
            Tag::DefinitionListTitle => self.open_block("dt", span, ">"),
            Tag::DefinitionListDefinition => self.open_block("dd", span, ">"),
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.open_block("table", span, ">");
                self.body_without_head(at);
            }
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.out.push_str("<thead>");
                self.open("tr", span);
                self.out.push('>');
            }
            Tag::TableRow => {
                self.column = 0;
                self.open("tr", span);
                self.out.push('>');
            }
            Tag::TableCell => {
                self.cells += 1;
                self.out.push_str(if self.in_head { "<th" } else { "<td" });
                let alignment = match self.alignments.get(self.column) {
                    Some(Alignment::Left) => "left",
                    Some(Alignment::Center) => "center",
                    Some(Alignment::Right) => "right",
                    _ => "",
                };
                if !alignment.is_empty() {
                    self.attribute("style", &format!("text-align: {alignment}"));
                }
                self.out.push('>');
            }
            Tag::Emphasis => self.open_inline("em"),
            Tag::Strong => self.open_inline("strong"),
            Tag::Strikethrough => self.open_inline("del"),
            Tag::Superscript => self.out.push_str("<sup>"),
            Tag::Subscript => self.out.push_str("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title),
            Tag::Image { .. } | Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::Heading(level) => self.out.push_str(&format!("</h{}>\n", level as u8)),
            TagEnd::BlockQuote(None) => {
                self.fresh_line();
                self.out.push_str("</blockquote>\n");
            }
            TagEnd::BlockQuote(Some(_)) => {
                self.fresh_line();
                self.out.push_str("</div>\n");
            }
            TagEnd::CodeBlock => self.out.push_str("</code></pre>\n"),
            TagEnd::List(ordered) => self.out.push_str(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::DefinitionList => self.out.push_str("</dl>\n"),
            TagEnd::DefinitionListTitle => self.out.push_str("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.out.push_str("</dd>\n"),
            TagEnd::Table => self.out.push_str("</tbody></table>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.out.push_str("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.out.push_str(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Superscript => self.out.push_str("</sup>"),
            TagEnd::Subscript => self.out.push_str("</sub>"),
            TagEnd::Link => self.out.push_str("</a>"),
            TagEnd::HtmlBlock | TagEnd::Image | TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn heading(
        &mut self,
        at: usize,
        level: u8,
        classes: &[CowStr<'_>],
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        span: Span,
    ) {
        self.open_block(&format!("h{level}"), span, "");
        if let Some(id) = self.ids.get(&at).copied() {
            self.attribute("id", id);
        }
        if !classes.is_empty() {
            let classes: Vec<&str> = classes.iter().map(|class| class.as_ref()).collect();
            self.attribute("class", &classes.join(" "));
        }
        for (name, value) in attributes {
            self.attribute(name, value.as_deref().unwrap_or(""));
        }
        self.out.push('>');
    }

    fn link(&mut self, kind: LinkType, destination: &str, title: &str) {
        self.out.push_str("<a href=\"");
        if kind == LinkType::Email {
            self.out.push_str("mailto:");
        }
        self.url(destination);
        self.out.push('"');
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.write_own_attributes();
        self.out.push('>');
    }

    /// An address as an attribute value; kramdown leaves it as it is.
    fn url(&mut self, url: &str) {
        if self.is_kramdown() {
            escape_text(&mut self.out, url);
        } else {
            escape_url(&mut self.out, url);
        }
    }

    fn image(&mut self, at: usize, destination: &str, title: &str) -> usize {
        let end = self.end_of(at);
        self.out.push_str("<img src=\"");
        self.url(destination);
        self.out.push_str("\" alt=\"");
        let alternative = self.plain_text(at + 1..end);
        escape_text(&mut self.out, &alternative);
        self.out.push('"');
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.write_own_attributes();
        self.out.push_str(" />");
        end + 1
    }

    /// The text of events without markup: what `alt` shows.
    fn plain_text(&self, events: Range<usize>) -> String {
        let mut text = String::new();
        for (event, _) in self.document.events.get(events).unwrap_or(&[]) {
            match event {
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

    /// Index of the end event that belongs to the start event at `at`.
    fn end_of(&self, at: usize) -> usize {
        let mut depth = 0usize;
        let events = &self.document.events;
        for (index, (event, _)) in events.iter().enumerate().skip(at) {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index;
            }
        }
        events.len()
    }

    /// True when the list item at `at` begins with a checkbox.
    fn is_task(&self, at: usize) -> bool {
        let event = |index: usize| self.document.events.get(index).map(|(event, _)| event);
        match event(at + 1) {
            Some(Event::TaskListMarker(_)) => true,
            Some(Event::Start(Tag::Paragraph)) => matches!(event(at + 2), Some(Event::TaskListMarker(_))),
            _ => false,
        }
    }
}

/// The language of a fence: the first word of its info string, up to a comma.
fn language(info: &str) -> Option<&str> {
    info.split([' ', '\t', ',']).next().filter(|word| !word.is_empty())
}

fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Caution"),
    }
}
