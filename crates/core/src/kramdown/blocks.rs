//! Owns dividing a text into blocks: which construct a line begins, and the simple ones themselves.
//! <https://kramdown.gettalong.org/syntax.html#block-level-elements---main-structural-elements>

use super::MOST_NESTING;
use super::attributes::Attributes;
use super::definitions::Definitions;
use super::lines;
use super::reader::{Next, first_line, from, is_space};
use super::text::{Builder, Slice, Text};
use super::tree::{Boundary, Kind, Node, Paragraph};
use crate::dialects::Settings;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// What all texts of one post share while its tree is made.
#[derive(Debug)]
pub(super) struct Post<'s, 'a> {
    pub(super) settings: &'s Settings,
    pub(super) definitions: Definitions<'a>,
    depth: usize,
}

/// A text while it is divided.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) text: Rc<Text<'a>>,
    /// Where the next block begins; a line, or the rest of one after HTML.
    pub(super) at: usize,
    pub(super) braces: Next,
    pub(super) comments: Next,
    pub(super) instructions: Next,
    pub(super) formulas: Next,
    /// Fences that nothing closes from here on: character → the shortest.
    pub(super) unclosed_fences: HashMap<char, usize>,
    /// Extensions that nothing closes from here on.
    pub(super) unclosed_extensions: Vec<String>,
}

impl<'a> Reader<'a> {
    fn new(text: Text<'a>) -> Reader<'a> {
        Reader {
            text: Rc::new(text),
            at: 0,
            braces: Next::default(),
            comments: Next::default(),
            instructions: Next::default(),
            formulas: Next::default(),
            unclosed_fences: HashMap::new(),
            unclosed_extensions: Vec::new(),
        }
    }
}

/// One level of blocks.
pub(super) struct Blocks<'p, 's, 'a> {
    pub(super) post: &'p mut Post<'s, 'a>,
    pub(super) reader: &'p mut Reader<'a>,
    pub(super) children: Vec<Node<'a>>,
    /// An attribute list for the block that comes next.
    pub(super) pending: Option<Attributes>,
    /// The element of HTML that these are in.
    pub(super) element: Option<&'p str>,
}

/// The tree of a body, and what it defines.
pub(super) fn parse<'a>(body: Text<'a>, settings: &Settings) -> (Vec<Node<'a>>, Definitions<'a>) {
    let mut post = Post { settings, definitions: Definitions::default(), depth: 0 };
    let mut reader = Reader::new(body);
    let mut blocks =
        Blocks { post: &mut post, reader: &mut reader, children: Vec::new(), pending: None, element: None };
    blocks.all();
    let children = blocks.children;
    (children, post.definitions)
}

impl<'p, 's, 'a> Blocks<'p, 's, 'a> {
    /// Reads blocks up to the end of the text, or up to the closing tag of the element that they are in: then true.
    pub(super) fn all(&mut self) -> bool {
        while self.reader.at < self.reader.text.as_str().len() {
            if self.closing_tag_of_element() {
                return true;
            }
            self.block();
        }
        false
    }

    /// The blocks of a text inside this one, after those that it already has.
    pub(super) fn nested(&mut self, text: Text<'a>, children: Vec<Node<'a>>) -> Vec<Node<'a>> {
        let mut reader = Reader::new(text);
        self.post.depth += 1;
        let mut blocks =
            Blocks { post: self.post, reader: &mut reader, children, pending: None, element: None };
        blocks.all();
        let children = blocks.children;
        self.post.depth -= 1;
        children
    }

    /// The blocks of this text that are in an element of HTML; whether its closing tag was found.
    pub(super) fn in_element(&mut self, element: &str) -> (Vec<Node<'a>>, bool) {
        self.post.depth += 1;
        let mut blocks = Blocks {
            post: self.post,
            reader: self.reader,
            children: Vec::new(),
            pending: None,
            element: Some(element),
        };
        let found = blocks.all();
        let children = blocks.children;
        self.post.depth -= 1;
        (children, found)
    }

    /// True where nothing more can stand inside.
    pub(super) fn is_too_deep(&self) -> bool {
        self.post.depth >= MOST_NESTING
    }

    /// Reads one block.
    fn block(&mut self) {
        let _ = self.blank()
            || self.indented_code()
            || self.fenced_code()
            || self.quote()
            || self.heading()
            || self.rule()
            || self.list()
            || self.definition_list()
            || self.html()
            || self.underlined_heading()
            || self.math()
            || self.table()
            || self.footnote_definition()
            || self.link_definition()
            || self.abbreviation_definition()
            || self.extension()
            || self.end_of_block()
            || self.paragraph();
    }

    /// The text, to be held while blocks are added.
    pub(super) fn text(&self) -> Rc<Text<'a>> {
        Rc::clone(&self.reader.text)
    }

    pub(super) fn slice(&self, range: Range<usize>) -> Slice<'a> {
        Slice { text: self.text(), range }
    }

    /// A node that stands at `range`, with the attributes that wait for one.
    pub(super) fn node(&mut self, kind: Kind<'a>, range: Range<usize>) -> Node<'a> {
        let span = self.slice(range).trimmed().span();
        Node { listed: self.pending.take(), ..Node::new(kind, span) }
    }

    /// Adds a block that stands at `range`, and goes on after it.
    pub(super) fn push(&mut self, kind: Kind<'a>, range: Range<usize>) {
        self.reader.at = range.end;
        let node = self.node(kind, range);
        self.children.push(node);
    }

    /// Adds HTML that stands at `range` and takes no attributes.
    pub(super) fn push_raw(&mut self, html: String, range: Range<usize>) {
        let pending = self.pending.take();
        self.push(Kind::Raw(html), range);
        self.pending = pending;
    }

    /// True where a block may begin that needs something to end the one before.
    pub(super) fn is_after_boundary(&self) -> bool {
        self.pending.is_some()
            || self
                .children
                .last()
                .is_none_or(|last| matches!(last.kind, Kind::Blank { .. } | Kind::Boundary(Boundary::Marker)))
    }

    /// True where a block may end that needs something to follow.
    pub(super) fn is_before_boundary(&mut self, at: usize) -> bool {
        let text = self.text();
        let rest = from(text.as_str(), at);
        rest.is_empty()
            || lines::blank_lines(rest) > 0
            || lines::end_of_block(rest).is_some()
            || lines::attribute_line(text.as_str(), &mut self.reader.braces, at).is_some()
    }

    fn blank(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let length = lines::blank_lines(from(text.as_str(), start));
        if length == 0 {
            return false;
        }
        if let Some(Node { kind: Kind::Blank { one_line }, .. }) = self.children.last_mut() {
            *one_line = false;
            self.reader.at += length;
        } else {
            self.push(Kind::Blank { one_line: length == 1 }, start..start + length);
        }
        true
    }

    fn quote(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        if !lines::is_quote(from(source, start)) || self.is_too_deep() {
            return false;
        }
        let mut inside = Builder::from(&text);
        let mut at = start;
        loop {
            let line = first_line(from(source, at));
            let marked = lines::outdented(line).and_then(|rest| rest.strip_prefix('>'));
            let content = marked.map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest));
            inside.push_part(&text, at + line.len() - content.len()..at + line.len());
            at += line.len();
            if lines::ends_lazy(source, &mut self.reader.braces, at) {
                break;
            }
        }
        let mut node = self.node(Kind::Rule, start..at);
        self.reader.at = at;
        node.kind = Kind::Quote(self.nested(inside.finish(), Vec::new()));
        self.children.push(node);
        true
    }

    fn heading(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let line = first_line(from(text.as_str(), start));
        let Some((level, before)) = lines::heading(line) else { return false };
        let (mut content, id) = heading_text(from(line, before));
        let marks = content.trim_end_matches('#');
        if marks.len() < content.len() && marks.ends_with([' ', '\t']) {
            content = marks.trim_end_matches(is_space);
        }
        if content.is_empty() {
            return false;
        }
        let (content, id) = (start + before..start + before + content.len(), id.map(str::to_owned));
        let kind = Kind::Heading { level, text: self.slice(content), id };
        self.push(kind, start..start + line.len());
        true
    }

    fn underlined_heading(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let line = first_line(from(text.as_str(), start));
        let Some(rest) = lines::outdented(line).filter(|rest| !rest.starts_with([' ', '\t', '\n'])) else {
            return false;
        };
        let under = first_line(from(text.as_str(), start + line.len()));
        let Some(mark) = under.chars().next().filter(|mark| ['-', '='].contains(mark)) else { return false };
        if !under.ends_with('\n')
            || !lines::is_blank(under.trim_start_matches(['-', '=']))
            || !self.is_after_boundary()
        {
            return false;
        }
        let (content, id) = heading_text(rest);
        if content.is_empty() {
            return false;
        }
        let before = start + line.len() - rest.len();
        let (content, id) = (before..before + content.len(), id.map(str::to_owned));
        let level = if mark == '=' { 1 } else { 2 };
        let kind = Kind::Heading { level, text: self.slice(content), id };
        self.push(kind, start..start + line.len() + under.len());
        true
    }

    fn rule(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let line = first_line(from(text.as_str(), start));
        let found = lines::is_rule(line);
        if found {
            self.push(Kind::Rule, start..start + line.len());
        }
        found
    }

    fn end_of_block(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let length = lines::end_of_block(from(text.as_str(), start));
        if let Some(length) = length {
            self.push(Kind::Boundary(Boundary::Marker), start..start + length);
        }
        length.is_some()
    }

    fn paragraph(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let mut end = start;
        loop {
            end += first_line(from(source, end)).len();
            if lines::ends_paragraph(source, &mut self.reader.braces, end) {
                break;
            }
        }
        let slice = self.slice(start..end).trimmed();
        if let Some(Node { kind: Kind::Paragraph(before), span, .. }) = self.children.last_mut()
            && Rc::ptr_eq(&before.text.text, &text)
        {
            before.text.range.end = slice.range.end;
            *span = before.text.span();
            self.reader.at = end;
        } else {
            let paragraph = Paragraph { text: slice, transparent: false, task: None };
            self.push(Kind::Paragraph(paragraph), start..end);
        }
        true
    }
}

/// A heading's text, and the id in `{#id}` at its end.
fn heading_text(line: &str) -> (&str, Option<&str>) {
    let text = line.trim_end_matches(is_space);
    let Some(inner) = text.strip_suffix('}') else { return (text, None) };
    let Some(at) = inner.rfind("{#") else { return (text, None) };
    let (before, id) = (inner.get(..at).unwrap_or(""), from(inner, at + 2));
    let named = id.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ':')
        && id.chars().all(|c| c.is_alphanumeric() || ['_', ':', '-', '.', '\u{b7}'].contains(&c));
    if named && before.ends_with([' ', '\t']) {
        (before.trim_end_matches(is_space), Some(id))
    } else {
        (text, None)
    }
}
