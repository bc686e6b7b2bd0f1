//! Owns lines in braces: attribute lists, their definitions, and extensions.
//! <https://kramdown.gettalong.org/syntax.html#extensions>

use super::attributes::Attributes;
use super::blocks::Blocks;
use super::lines;
use super::reader::{first_line, from, is_space, name_length};
use super::tree::{Boundary, Kind, Node};
use std::ops::Range;

/// The start of an extension: `{::name options}` or `{::name options /}`.
#[derive(Debug)]
pub(super) struct Opening<'t> {
    pub(super) name: &'t str,
    pub(super) options: &'t str,
    /// It has no body.
    pub(super) closed: bool,
    pub(super) length: usize,
}

/// The extension that begins at the start of `text`, whose first `}` stands at `close`.
pub(super) fn opening(text: &str, close: usize) -> Option<Opening<'_>> {
    let rest = text.strip_prefix("{::")?;
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let name = rest.get(..length).filter(|name| !name.is_empty())?;
    let inner = text.get(3 + length..close)?;
    let (options, closed) = inner.strip_suffix('/').map_or((inner, false), |options| (options, true));
    (options.is_empty() || options.starts_with(is_space)).then_some(Opening {
        name,
        options,
        closed,
        length: close + 1,
    })
}

/// Where the body of an extension ends that begins at `at`, and where its closing mark ends.
pub(super) fn closing(text: &str, at: usize, name: &str, at_line_start: bool) -> Option<(usize, usize)> {
    let mut search = at;
    loop {
        let found = search + from(text, search).find("{:/")?;
        let inner = from(text, found + 3);
        let named = inner.strip_prefix(name).and_then(|rest| rest.strip_prefix('}'));
        let rest = inner.strip_prefix('}').or(named);
        search = found + 3;
        let Some(rest) = rest else { continue };
        let end = text.len() - rest.len();
        if !at_line_start {
            return Some((found, end));
        }
        let before = text.get(at..found).unwrap_or("").trim_end_matches(' ');
        let tail = first_line(rest);
        if (before.is_empty() || before.ends_with('\n')) && lines::is_blank(tail) {
            return Some((at + before.len(), end + tail.len()));
        }
    }
}

impl Blocks<'_, '_, '_> {
    pub(super) fn extension(&mut self) -> bool {
        let text = self.text();
        if !lines::outdented(from(text.as_str(), self.reader.at)).is_some_and(|rest| rest.starts_with("{:")) {
            return false;
        }
        self.list_definition() || self.block_extension() || self.attribute_list()
    }

    /// `{:name: .class #id}`.
    fn list_definition(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let Some(rest) = lines::outdented(from(source, start)).and_then(|rest| rest.strip_prefix("{:"))
        else {
            return false;
        };
        let length = name_length(rest).unwrap_or(0);
        let Some(list) = from(rest, length).strip_prefix(':').filter(|_| length > 0) else { return false };
        let first = source.len() - list.len();
        let Some(close) = lines::closing_brace(source, &mut self.reader.braces, first) else { return false };
        let tail = first_line(from(source, close + 1));
        if close == first || !lines::is_blank(tail) {
            return false;
        }
        let name = rest.get(..length).unwrap_or("").to_owned();
        let lists = &mut self.post.definitions.lists;
        lists.entry(name).or_default().read(source.get(first..close).unwrap_or(""));
        self.push(Kind::Boundary(Boundary::Attributes), start..close + 1 + tail.len());
        true
    }

    /// `{::comment}`, `{::nomarkdown}` and `{::options /}` on lines of their own.
    fn block_extension(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let Some(rest) = lines::outdented(from(source, start)) else { return false };
        let start_of_rest = source.len() - rest.len();
        let Some(close) = self.reader.braces.find(source, "}", start_of_rest) else { return false };
        let Some(found) = opening(rest, close - start_of_rest) else { return false };
        let after = start_of_rest + found.length;
        let tail = first_line(from(source, after));
        if !lines::is_blank(tail) || self.reader.unclosed_extensions.iter().any(|name| name == found.name) {
            return false;
        }
        let first = after + tail.len();
        let (body, end): (Range<usize>, usize) = if found.closed {
            (first..first, first)
        } else if let Some((last, end)) = closing(source, first, found.name, true) {
            (first..last, end)
        } else {
            if self.reader.unclosed_extensions.len() < 8 {
                self.reader.unclosed_extensions.push(found.name.to_owned());
            }
            return false;
        };
        let content = source.get(body).unwrap_or("");
        match found.name {
            "comment" if found.closed => self.reader.at = end,
            "comment" => self.push_raw(format!("<!-- {content} -->\n"), start..end),
            "nomarkdown" if found.closed || !is_for_html(found.options) => self.reader.at = end,
            "nomarkdown" => self.push_raw(content.to_owned(), start..end),
            "options" => self.push(Kind::Boundary(Boundary::Attributes), start..end),
            _ => return false,
        }
        true
    }

    /// `{: .class #id}`: for the block before, else for the one after.
    fn attribute_list(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let Some(found) = lines::attribute_line(source, &mut self.reader.braces, start) else { return false };
        let list = source.get(found.list).unwrap_or("");
        let last = self.children.last_mut().filter(|last| {
            !matches!(last.kind, Kind::Blank { .. } | Kind::Boundary(Boundary::Marker | Boundary::Attributes))
        });
        let Some(last) = last else {
            self.pending.get_or_insert_default().read(list);
            self.reader.at = found.end;
            return true;
        };
        if let Node { kind: Kind::Boundary(boundary), .. } = last {
            let boundary = std::mem::replace(boundary, Boundary::Attributes);
            if let Some(attributes) = self.attributes_of(&boundary) {
                attributes.read(list);
            }
            if let Some(Node { kind: Kind::Boundary(place), .. }) = self.children.last_mut() {
                *place = boundary;
            }
        } else {
            last.listed.get_or_insert_default().read(list);
        }
        if lines::attribute_line(source, &mut self.reader.braces, found.end).is_some() {
            self.reader.at = found.end;
        } else {
            self.push(Kind::Boundary(Boundary::Attributes), start..found.end);
        }
        true
    }
}

/// True where an extension's options leave its body to HTML.
pub(super) fn is_for_html(options: &str) -> bool {
    let mut read = Attributes::default();
    read.read(options);
    let kind = read.pairs.iter().find(|(key, _)| key == "type");
    kind.is_none_or(|(_, kinds)| kinds.is_empty() || kinds.split(is_space).any(|kind| kind == "html"))
}
