//! Owns writing the tree of blocks as events.

use super::attributes::Attributes;
use super::definitions::{Definitions, FootnoteDefinition};
use super::html;
use super::ids::{Ids, text_for_id};
use super::output::Output;
use super::spans;
use super::text::Slice;
use super::toc::{Contents, Entry};
use super::tree::{Boundary, Form, HtmlElement, Kind, Node, Paragraph, Part, Row, Section, SectionKind};
use crate::dialects::{HeadingIds, Settings};
use crate::markdown::Parsed;
use crate::span::Span;
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Tag, TagEnd};

/// Writes a tree as events.
pub(super) fn emit<'a>(tree: &[Node<'a>], definitions: &Definitions<'a>, settings: &Settings) -> Parsed<'a> {
    let mut emitter = Emitter {
        definitions,
        settings,
        out: Output::default(),
        ids: Ids::default(),
        by_itself: 0,
        in_footnote: false,
        waiting: Vec::new(),
        contents: None,
        entries: Vec::new(),
    };
    emitter.nodes(tree);
    let Emitter { mut out, contents, entries, .. } = emitter;
    if let Some(contents) = contents {
        contents.insert(&entries, &mut out);
    }
    out.settle();
    out.attributes.sort_by_key(|(event, _)| *event);
    Parsed {
        events: out.events,
        attributes: out.attributes.into_iter().map(|(event, attributes)| (event, attributes.pairs)).collect(),
        undefined: out.undefined,
        definitions: definitions.written.clone(),
        bare_links: Vec::new(),
    }
}

struct Emitter<'p, 'a> {
    definitions: &'p Definitions<'a>,
    settings: &'p Settings,
    out: Output<'a>,
    ids: Ids,
    /// Elements of HTML and footnotes around, inside of which GFM makes no ids.
    by_itself: usize,
    in_footnote: bool,
    /// Footnotes that are defined inside of the one being written.
    waiting: Vec<&'p FootnoteDefinition<'a>>,
    contents: Option<Contents>,
    entries: Vec<Entry>,
}

impl<'p, 'a> Emitter<'p, 'a> {
    fn nodes(&mut self, nodes: &'p [Node<'a>]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn text(&mut self, slice: &Slice<'a>) {
        self.text_after(slice, None);
    }

    fn text_after(&mut self, slice: &Slice<'a>, checkbox: Option<(usize, usize)>) {
        spans::write(slice, self.definitions, self.settings, self.by_itself > 0, checkbox, &mut self.out);
    }

    /// A node's attributes: its own, then those of lists.
    fn attributes(&self, node: &Node<'a>) -> Attributes {
        let mut attributes = node.own.clone();
        if let Some(listed) = &node.listed {
            attributes.add(listed, &self.definitions.lists);
        }
        attributes
    }

    /// Writes the start or the only event of a node.
    fn open(&mut self, node: &Node<'a>, event: Event<'a>) {
        let event = self.out.push(event, node.span);
        let attributes = self.attributes(node);
        if !attributes.pairs.is_empty() {
            self.out.give(event, None, &attributes);
        }
    }

    /// Writes an element with the blocks inside.
    fn element(&mut self, node: &Node<'a>, tag: Tag<'a>, children: &'p [Node<'a>]) {
        let end = tag.to_end();
        self.open(node, Event::Start(tag));
        self.nodes(children);
        self.out.push(Event::End(end), node.span);
    }

    fn node(&mut self, node: &'p Node<'a>) {
        match &node.kind {
            Kind::Blank { .. } => {}
            Kind::Boundary(boundary) => self.boundary(boundary),
            Kind::Paragraph(paragraph) => self.paragraph(node, paragraph),
            Kind::Heading { level, text, id } => self.heading(node, *level, text, id.as_deref()),
            Kind::Quote(children) => self.element(node, Tag::BlockQuote(None), children),
            Kind::Code { language, text } => self.code(node, language.as_deref(), text),
            Kind::Rule => self.open(node, Event::Rule),
            Kind::List { ordered, items } => {
                let listed = node.listed.as_ref();
                if self.contents.is_none() && listed.is_some_and(|listed| listed.includes("toc")) {
                    let attributes = self.attributes(node);
                    let at = self.out.events.len();
                    self.contents = Some(Contents { ordered: *ordered, attributes, span: node.span, at });
                } else {
                    self.element(node, Tag::List(ordered.then_some(1)), items);
                }
            }
            Kind::Item(children) => self.element(node, Tag::Item, children),
            Kind::DefinitionList(children) => self.element(node, Tag::DefinitionList, children),
            Kind::Term(text) => {
                self.open(node, Event::Start(Tag::DefinitionListTitle));
                self.text(text);
                self.out.push(Event::End(TagEnd::DefinitionListTitle), node.span);
            }
            Kind::Definition(children) => self.element(node, Tag::DefinitionListDefinition, children),
            Kind::Table { alignments, sections } => self.table(node, alignments, sections),
            Kind::Math(formula) => self.open(node, Event::DisplayMath(CowStr::from(formula.clone()))),
            Kind::Html(element) => self.html(node, element),
            Kind::Raw(raw) => self.raw(raw.clone(), node.span),
        }
    }

    fn boundary(&mut self, boundary: &Boundary) {
        let Boundary::Footnote { name, serial } = boundary else { return };
        let definitions = self.definitions;
        let Some(found) = definitions.footnotes.get(name).filter(|found| found.serial == *serial) else {
            return;
        };
        if self.in_footnote {
            self.waiting.push(found);
            return;
        }
        self.footnote(name, found);
        while let Some(found) = self.waiting.pop() {
            let name = definitions.footnotes.iter().find(|(_, known)| known.serial == found.serial);
            if let Some((name, _)) = name {
                self.footnote(name, found);
            }
        }
    }

    fn footnote(&mut self, name: &str, footnote: &'p FootnoteDefinition<'a>) {
        let label = CowStr::from(name.to_owned());
        self.out.push(Event::Start(Tag::FootnoteDefinition(label)), footnote.span);
        (self.in_footnote, self.by_itself) = (true, self.by_itself + 1);
        self.nodes(&footnote.content);
        (self.in_footnote, self.by_itself) = (false, self.by_itself - 1);
        self.out.push(Event::End(TagEnd::FootnoteDefinition), footnote.span);
    }

    fn paragraph(&mut self, node: &Node<'a>, paragraph: &Paragraph<'a>) {
        if !paragraph.transparent {
            self.open(node, Event::Start(Tag::Paragraph));
        }
        let checkbox = paragraph.task.map(|done| {
            let place = Span::new(node.span.start, node.span.start);
            let event = self.out.push(Event::TaskListMarker(done), place);
            let mut attributes = Attributes::default();
            attributes.set("class", "task-list-item-checkbox".to_owned());
            (event, self.out.give(event, None, &attributes))
        });
        self.text_after(&paragraph.text, checkbox);
        if !paragraph.transparent {
            self.out.push(Event::End(TagEnd::Paragraph), node.span);
        }
    }

    fn heading(&mut self, node: &Node<'a>, level: u8, text: &Slice<'a>, id: Option<&str>) {
        let level = HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6);
        let tag = |id: Option<String>| {
            let id = id.filter(|id| !id.trim().is_empty()).map(CowStr::from);
            Event::Start(Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() })
        };
        let mut attributes = self.attributes(node);
        let listed = attributes.pairs.iter().position(|(key, _)| key == "id");
        let listed = listed.map(|at| attributes.pairs.remove(at).1);
        let start = self.out.push(tag(None), node.span);
        if !attributes.pairs.is_empty() {
            self.out.give(start, None, &attributes);
        }
        self.text(text);
        let end = self.out.push(Event::End(TagEnd::Heading(level)), node.span);
        let content = self.out.events.get(start + 1..end).unwrap_or(&[]);
        let id = match (listed.or(id.map(str::to_owned)), self.settings.heading_ids, self.by_itself) {
            (Some(id), ..) => Some(id),
            (None, HeadingIds::Kramdown, 0) => Some(self.ids.gfm(&text_for_id(content))),
            (None, HeadingIds::Kramdown, _) => Some(self.ids.own(&text_for_id(content))),
            (None, ..) => None,
        };
        let classes = attributes.pairs.iter().find(|(key, _)| key == "class");
        let is_left_out =
            classes.is_some_and(|(_, classes)| classes.split(' ').any(|class| class == "no_toc"));
        if let Some(id) = id.clone().filter(|_| !is_left_out) {
            self.entries.push(Entry { level: level as u8, id, events: start + 1..end });
        }
        self.out.replace(start, tag(id));
    }

    fn code(&mut self, node: &Node<'a>, language: Option<&str>, text: &Slice<'a>) {
        let mut attributes = self.attributes(node);
        let mut language = language.map(str::to_owned);
        // A class of a list can name the language too.
        for (_, classes) in attributes.pairs.iter_mut().filter(|(key, _)| key == "class") {
            let named =
                classes.split(' ').find_map(|class| class.strip_prefix("language-")).map(str::to_owned);
            if let Some(named) = named {
                let others =
                    classes.split(' ').filter(|class| class.strip_prefix("language-") != Some(&named));
                *classes = others.collect::<Vec<_>>().join(" ");
                language = language.or(Some(named));
            }
        }
        attributes.pairs.retain(|(key, value)| key != "class" || !value.is_empty());
        let kind = match language {
            Some(language) => CodeBlockKind::Fenced(language.into()),
            None => CodeBlockKind::Indented,
        };
        let start = self.out.push(Event::Start(Tag::CodeBlock(kind)), node.span);
        if !attributes.pairs.is_empty() {
            self.out.give(start, None, &attributes);
        }
        if !text.range.is_empty() {
            self.out.push(Event::Text(text.text.cow(text.range.clone())), text.span());
        }
        self.out.push(Event::End(TagEnd::CodeBlock), node.span);
    }

    fn table(&mut self, node: &Node<'a>, alignments: &[Alignment], sections: &[Section<'a>]) {
        self.open(node, Event::Start(Tag::Table(alignments.to_vec())));
        let mut before: Option<SectionKind> = None;
        for section in sections {
            // The writer opens the first body; further ones and the foot are HTML.
            let between = match (before, section.kind) {
                (None | Some(SectionKind::Head), _) => "",
                (_, SectionKind::Foot) => "</tbody><tfoot>",
                _ => "</tbody><tbody>",
            };
            let span =
                section.rows.first().map_or(node.span, |row| Span::new(row.span.start, row.span.start));
            if !between.is_empty() {
                self.out.push(Event::Html(between.into()), span);
            }
            match section.kind {
                SectionKind::Head => self.head(&section.rows),
                _ => section.rows.iter().for_each(|row| self.row(row, Tag::TableRow, TagEnd::TableRow)),
            }
            before = Some(section.kind);
        }
        self.out.push(Event::End(TagEnd::Table), node.span);
    }

    fn head(&mut self, rows: &[Row<'a>]) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        let span = Span::new(first.span.start, last.span.end);
        self.out.push(Event::Start(Tag::TableHead), span);
        for (number, row) in rows.iter().enumerate() {
            if number > 0 {
                self.out.push(Event::Html("</tr><tr>".into()), Span::new(row.span.start, row.span.start));
            }
            self.cells(row);
        }
        self.out.push(Event::End(TagEnd::TableHead), span);
    }

    fn row(&mut self, row: &Row<'a>, tag: Tag<'a>, end: TagEnd) {
        self.out.push(Event::Start(tag), row.span);
        self.cells(row);
        self.out.push(Event::End(end), row.span);
    }

    fn cells(&mut self, row: &Row<'a>) {
        for cell in &row.cells {
            let span = cell.span();
            self.out.push(Event::Start(Tag::TableCell), span);
            if cell.range.is_empty() {
                self.out.push(Event::Text("\u{a0}".into()), span);
            }
            self.text(cell);
            self.out.push(Event::End(TagEnd::TableCell), span);
        }
    }

    /// Writes HTML as a block.
    fn raw(&mut self, raw: String, span: Span) {
        self.out.push(Event::Start(Tag::HtmlBlock), span);
        self.out.push(Event::Html(raw.into()), span);
        self.out.push(Event::End(TagEnd::HtmlBlock), span);
    }

    fn html(&mut self, node: &'p Node<'a>, element: &'p HtmlElement<'a>) {
        let mut raw = String::new();
        html::write_opening(&mut raw, &element.name, &self.attributes(node).pairs);
        if element.form == Form::Single {
            raw.push_str(" />\n");
            return self.raw(raw, node.span);
        }
        raw.push('>');
        self.by_itself += 1;
        for part in &element.parts {
            match part {
                Part::Raw(html) => raw.push_str(html),
                Part::Blocks(children) => {
                    raw.push('\n');
                    self.raw_before(&mut raw, element.opening);
                    self.nodes(children);
                }
                Part::Text(text) => {
                    self.raw_before(&mut raw, element.opening);
                    self.text(text);
                }
            }
        }
        self.by_itself -= 1;
        raw.push_str("</");
        raw.push_str(&element.name);
        raw.push_str(">\n");
        let is_whole = element.parts.iter().all(|part| matches!(part, Part::Raw(..)));
        let span = if is_whole { node.span } else { Span::new(node.span.end, node.span.end) };
        self.raw(raw, span);
    }

    fn raw_before(&mut self, raw: &mut String, opening: Span) {
        let written = std::mem::take(raw);
        let end = self.out.place();
        let span = if end > opening.start { Span::new(end, end) } else { opening };
        if !written.is_empty() {
            self.raw(written, span);
        }
    }
}
