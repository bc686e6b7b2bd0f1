//! Owns what a post defines for all of its text: addresses of links, footnotes, abbreviations, attribute lists.
//! <https://kramdown.gettalong.org/syntax.html#link-definitions>

use super::abbreviations::{Abbreviation, Abbreviations};
use super::attributes::{Attributes, NamedLists};
use super::blocks::Blocks;
use super::code_blocks::indented_lines;
use super::lines;
use super::reader::{first_line, from, is_space, name_length};
use super::text::Builder;
use super::tree::{Boundary, Kind, Node};
use crate::dialects::Footnotes;
use crate::markdown::Definition;
use crate::span::Span;
use std::collections::HashMap;
use std::ops::Range;

/// All definitions of a post.
#[derive(Debug, Default)]
pub(super) struct Definitions<'a> {
    /// By normal label.
    pub(super) links: HashMap<String, LinkDefinition>,
    pub(super) footnotes: HashMap<String, FootnoteDefinition<'a>>,
    pub(super) abbreviations: Abbreviations,
    pub(super) lists: NamedLists,
    /// Every definition of an address, in text order.
    pub(super) written: Vec<Definition>,
    serial: usize,
}

/// `[label]: destination "title"`.
#[derive(Debug)]
pub(super) struct LinkDefinition {
    pub(super) destination: String,
    pub(super) title: Option<String>,
    /// For every link that uses it.
    pub(super) attributes: Attributes,
}

/// `[^name]: text`.
#[derive(Debug)]
pub(super) struct FootnoteDefinition<'a> {
    /// Which of all definitions it is: of those with one name the last counts.
    pub(super) serial: usize,
    pub(super) span: Span,
    pub(super) content: Vec<Node<'a>>,
}

/// A label as labels are compared: in lower case, white space as one space.
pub(super) fn normal_label(label: &str) -> String {
    let mut normal = String::with_capacity(label.len());
    let mut in_space = false;
    for c in label.chars() {
        if !is_space(c) {
            normal.extend(c.to_lowercase());
        } else if !in_space {
            normal.push(' ');
        }
        in_space = is_space(c);
    }
    normal
}

impl Blocks<'_, '_, '_> {
    pub(super) fn footnote_definition(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let line = first_line(from(source, start));
        let Some(rest) = lines::outdented(line).and_then(|rest| rest.strip_prefix("[^")) else {
            return false;
        };
        let length = name_length(rest).unwrap_or(0);
        let Some(first) = from(rest, length).strip_prefix("]:").filter(|_| length > 0) else { return false };
        if self.post.settings.footnotes == Footnotes::Off || self.is_too_deep() {
            return false;
        }
        let name = rest.get(..length).unwrap_or("").to_owned();
        let next = start + line.len();
        let end = indented_lines(source, &mut self.reader.braces, next);
        let mut content = Builder::from(&text);
        content.push_part(&text, next - first.len()..next);
        let mut at = next;
        while at < end {
            let line = first_line(from(source, at));
            content.push_part(&text, at + lines::code_indent(line).unwrap_or(0)..at + line.len());
            at += line.len();
        }
        let serial = self.post.definitions.serial;
        self.post.definitions.serial += 1;
        let boundary = Kind::Boundary(Boundary::Footnote { name: name.clone(), serial });
        let node = self.node(boundary, start..end);
        let span = node.span;
        self.reader.at = end;
        let content = self.nested(content.finish(), Vec::new());
        self.post.definitions.footnotes.insert(name, FootnoteDefinition { serial, span, content });
        self.children.push(node);
        true
    }

    pub(super) fn link_definition(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let line = first_line(from(source, start));
        let Some(rest) = lines::outdented(line).and_then(|rest| rest.strip_prefix('[')) else { return false };
        let Some((label, rest)) = rest.split_once(']').filter(|(label, _)| !label.is_empty()) else {
            return false;
        };
        let Some(rest) = rest.strip_prefix(':') else { return false };
        let next_line = first_line(from(source, start + line.len()));
        let Some(address) = address(rest.trim_start_matches([' ', '\t']), next_line) else { return false };
        let end = start + line.len() + if address.uses_next_line { next_line.len() } else { 0 };
        let normal = normal_label(label);
        self.post
            .definitions
            .written
            .push(Definition { label: label.to_owned(), span: text.span(start..end) });
        let definition = LinkDefinition {
            destination: address.destination.to_owned(),
            title: address.title.map(str::to_owned),
            attributes: self.pending.clone().unwrap_or_default(),
        };
        self.post.definitions.links.insert(normal.clone(), definition);
        self.push(Kind::Boundary(Boundary::Link(normal)), start..end);
        true
    }

    pub(super) fn abbreviation_definition(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let line = first_line(from(text.as_str(), start));
        let Some(rest) = lines::outdented(line).and_then(|rest| rest.strip_prefix("*[")) else {
            return false;
        };
        let short_end = rest.match_indices("]:").map(|(at, _)| at).find(|at| *at > 0);
        let Some((short, long)) = short_end.and_then(|at| Some((rest.get(..at)?, rest.get(at + 2..)?)))
        else {
            return false;
        };
        let (short, long) = (short.to_owned(), long.trim_matches(is_space).to_owned());
        let attributes = self.pending.clone().unwrap_or_default();
        self.post.definitions.abbreviations.define(short.clone(), Abbreviation { title: long, attributes });
        self.push(Kind::Boundary(Boundary::Abbreviation(short)), start..start + line.len());
        true
    }

    /// Gives an attribute list to what a boundary defined.
    pub(super) fn attributes_of(&mut self, boundary: &Boundary) -> Option<&mut Attributes> {
        let definitions = &mut self.post.definitions;
        match boundary {
            Boundary::Link(label) => Some(&mut definitions.links.get_mut(label)?.attributes),
            Boundary::Abbreviation(short) => definitions.abbreviations.attributes_of(short),
            Boundary::Footnote { .. } | Boundary::Marker | Boundary::Attributes => None,
        }
    }
}

/// What a label leads to.
struct Address<'t> {
    destination: &'t str,
    title: Option<&'t str>,
    uses_next_line: bool,
}

/// The address that the rest of a definition's line and the line after it give.
fn address<'t>(rest: &'t str, next_line: &'t str) -> Option<Address<'t>> {
    let rest = rest.trim_end_matches([' ', '\t', '\n']);
    let in_angles = rest.strip_prefix('<').and_then(|inner| inner.split_once('>'));
    let (destination, tail) = match in_angles {
        Some((destination, tail))
            if tail.is_empty() || same_line_title(tail).is_some_and(|found| found.start == 0) =>
        {
            (destination, tail)
        }
        _ => {
            let end = same_line_title(rest).map_or(rest.len(), |found| found.start);
            (rest.get(..end)?, from(rest, end))
        }
    };
    if rest.is_empty() {
        return None;
    }
    if !tail.is_empty() {
        let title = same_line_title(tail).and_then(|found| tail.get(found));
        let title = title.map(|title| title.trim_start_matches([' ', '\t']));
        let title = title.and_then(|title| title.get(1..title.len().saturating_sub(1)));
        return Some(Address { destination, title, uses_next_line: false });
    }
    // An opening quote without its end makes it no definition.
    let quoted = |quote: &str| {
        destination.match_indices(quote).any(|(at, _)| {
            at > 0 && destination.get(..at).is_some_and(|before| before.ends_with([' ', '\t']))
        })
    };
    if quoted("\"") || quoted("'") {
        return None;
    }
    let title = next_line.trim_matches([' ', '\t', '\n']);
    let title = title
        .strip_prefix('"')
        .and_then(|title| title.strip_suffix('"'))
        .or_else(|| title.strip_prefix('\'').and_then(|title| title.strip_suffix('\'')));
    let title = title.filter(|title| !title.is_empty() && next_line.ends_with('\n'));
    Some(Address { destination, title, uses_next_line: title.is_some() })
}

/// Where white space and a quoted title stand that reach to the end of the line.
fn same_line_title(line: &str) -> Option<Range<usize>> {
    let quote = line.chars().next_back().filter(|c| ['"', '\''].contains(c))?;
    let body = line.get(..line.len() - 1)?;
    let opening = body.match_indices(quote).find(|(at, _)| {
        *at + 1 < body.len() && body.get(..*at).is_some_and(|before| before.ends_with([' ', '\t']))
    })?;
    let start = body.get(..opening.0)?.trim_end_matches([' ', '\t']).len();
    Some(start..line.len())
}
