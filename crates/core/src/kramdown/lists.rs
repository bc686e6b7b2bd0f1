//! Owns ordered and unordered lists, and GFM's task lists.
//! <https://kramdown.gettalong.org/syntax.html#lists>

use super::attributes::Attributes;
use super::blocks::Blocks;
use super::lines;
use super::reader::{Next, first_line, from, is_space, name_length};
use super::text::{Builder, Text};
use super::tree::{Kind, Node};
use crate::dialects::TaskLists;
use std::ops::Range;

/// The first line of an item or a definition.
pub(super) struct FirstLine {
    /// How far lines are indented that belong to it.
    pub(super) indent: usize,
    /// Its content, in the text.
    pub(super) content: Range<usize>,
    /// Its attribute list.
    pub(super) attributes: Option<Attributes>,
}

/// Reads the first line of an item, whose marker of `marker` bytes ends at `at`.
pub(super) fn first_line_of_item(text: &str, braces: &mut Next, at: usize, marker: usize) -> FirstLine {
    let line = first_line(from(text, at));
    let end = at + line.len();
    let lead = line.len() - line.trim_start_matches(is_space).len();
    let (attributes, start) = match attributes_of_item(text, braces, at + lead, end) {
        Some((attributes, after)) => (Some(attributes), after),
        None => (None, at + lead),
    };
    let indent = if lines::is_blank(from(text, start).get(..end.saturating_sub(start)).unwrap_or("")) {
        4
    } else {
        let white = line.chars().take_while(|c| [' ', '\t'].contains(c));
        white.fold(marker, |column, c| if c == '\t' { column + 4 - column % 4 } else { column + 1 })
    };
    FirstLine { indent, content: start.min(end)..end, attributes }
}

/// The attribute list at `at`, and where what follows it begins.
pub(super) fn attributes_of_item(
    text: &str,
    braces: &mut Next,
    at: usize,
    end: usize,
) -> Option<(Attributes, usize)> {
    let inner = from(text, at).strip_prefix("{:")?;
    let named = from(inner, name_length(inner).unwrap_or(0)).starts_with(':');
    if named || inner.starts_with('/') {
        return None;
    }
    let close = lines::closing_brace(text, braces, at + 2).filter(|close| *close < end && *close > at + 2)?;
    let mut attributes = Attributes::default();
    attributes.read(text.get(at + 2..close)?);
    let tail = text.get(close + 1..end)?;
    Some((attributes, end - tail.trim_start_matches(is_space).len()))
}

/// A further line of an item.
pub(super) struct Continuation {
    /// Spaces that stand for its tabs.
    pub(super) spaces: usize,
    /// Bytes before the rest of it.
    pub(super) skipped: usize,
    /// It was indented as far as the item wants.
    pub(super) indented: bool,
}

/// What a line that is not blank is to an item: indented enough to belong to it, or lazy where that `may_be_lazy`.
pub(super) fn continuation(
    text: &str,
    braces: &mut Next,
    at: usize,
    indent: usize,
    may_be_lazy: bool,
) -> Option<Continuation> {
    let line = first_line(from(text, at));
    if lines::is_blank(line) || !line.ends_with('\n') {
        return None;
    }
    if !is_indented(line, indent) {
        let stops =
            lines::is_block_tag(line, indent.min(3)) || lines::attribute_line(text, braces, at).is_some();
        if !may_be_lazy || stops {
            return None;
        }
    }
    let untabbed = line.trim_start_matches('\t');
    let tabs = line.len() - untabbed.len();
    let spaces = untabbed.len() - untabbed.trim_start_matches(' ').len();
    if tabs * 4 + spaces < indent {
        return Some(Continuation { spaces: tabs * 4, skipped: tabs, indented: false });
    }
    let of_tabs = indent.min(tabs * 4);
    Some(Continuation { spaces: tabs * 4 - of_tabs, skipped: tabs + (indent - of_tabs), indented: true })
}

/// True where a line begins with as many tabs or groups of four spaces, and single spaces, as make the indentation.
fn is_indented(line: &str, indent: usize) -> bool {
    let mut rest = line;
    for _ in 0..indent / 4 {
        match rest.strip_prefix('\t').or_else(|| rest.strip_prefix("    ")) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    spaces >= indent % 4 || rest.starts_with('\t')
}

/// An item while its lines are gathered: its text is in parts, each parsed on its own.
struct OpenItem<'a> {
    start: usize,
    end: usize,
    parts: Vec<Builder<'a>>,
    attributes: Option<Attributes>,
}

/// How the lines of a list were gathered.
struct Gathered<'a> {
    items: Vec<OpenItem<'a>>,
    end: usize,
    ended_by_marker: bool,
}

impl<'a> Blocks<'_, '_, 'a> {
    pub(super) fn list(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        let Some(marker) = lines::list_marker(from(text.as_str(), start), 3) else { return false };
        if self.is_too_deep() {
            return false;
        }
        let gathered = self.gather_items(&text, marker.ordered);
        let mut list = self.node(Kind::Rule, start..gathered.end);
        self.reader.at = gathered.end;
        let (items, blank) = self.items(gathered);
        list.kind = Kind::List { ordered: marker.ordered, items };
        if self.post.settings.task_lists != TaskLists::Off {
            find_tasks(&mut list);
        }
        self.children.push(list);
        self.children.extend(blank);
        true
    }

    fn gather_items(&mut self, text: &Text<'a>, ordered: bool) -> Gathered<'a> {
        let source = text.as_str();
        let mut items: Vec<OpenItem<'a>> = Vec::new();
        let mut at = self.reader.at;
        let (mut most_spaces, mut indent) = (3, 0);
        let (mut has_list, mut last_is_blank, mut ended_by_marker) = (false, false, false);
        while at < source.len() {
            let line = first_line(from(source, at));
            if last_is_blank && lines::is_rule(line) {
                break;
            }
            if let Some(length) = lines::end_of_block(line) {
                at += length;
                ended_by_marker = true;
                break;
            }
            if let Some(marker) =
                lines::list_marker(line, most_spaces).filter(|found| found.ordered == ordered)
            {
                let first =
                    first_line_of_item(source, &mut self.reader.braces, at + marker.length, marker.length);
                indent = first.indent;
                most_spaces = indent.saturating_sub(1).min(3);
                has_list = lines::list_marker(source.get(first.content.clone()).unwrap_or(""), 3).is_some();
                last_is_blank = false;
                let mut content = Builder::from(text);
                content.push_part(text, first.content);
                let end = at + line.len();
                items.push(OpenItem { start: at, end, parts: vec![content], attributes: first.attributes });
                at = end;
                continue;
            }
            let Some(item) = items.last_mut() else { break };
            if let Some(found) = continuation(source, &mut self.reader.braces, at, indent, !last_is_blank) {
                let rest = at + found.skipped..at + line.len();
                let begins_list = || {
                    let content = source.get(rest.clone()).unwrap_or("");
                    found.spaces <= 3 && lines::list_marker(content, 3 - found.spaces).is_some()
                };
                let mut spaces = found.spaces;
                if !has_list && found.indented && begins_list() {
                    item.parts.push(Builder::from(text));
                    has_list = true;
                } else if has_list && !found.indented && begins_list() {
                    spaces += indent + 4;
                }
                if let Some(part) = item.parts.last_mut() {
                    part.push(&" ".repeat(spaces));
                    part.push_part(text, rest);
                }
                last_is_blank = false;
                at += line.len();
                item.end = at;
                continue;
            }
            let blank = lines::blank_lines(from(source, at));
            if blank == 0 {
                break;
            }
            if let Some(part) = item.parts.last_mut() {
                part.push_part(text, at..at + blank);
            }
            has_list = true;
            last_is_blank = true;
            at += blank;
        }
        Gathered { items, end: at, ended_by_marker }
    }

    /// The items with their blocks, and the blank lines that belong after the list.
    fn items(&mut self, gathered: Gathered<'a>) -> (Vec<Node<'a>>, Option<Node<'a>>) {
        let count = gathered.items.len();
        let mut items: Vec<Node<'a>> = Vec::with_capacity(count);
        let mut blank = None;
        let mut any_tight = false;
        for (index, open) in gathered.items.into_iter().enumerate() {
            let mut children = Vec::new();
            for part in open.parts {
                children = self.nested(part.finish(), children);
            }
            let is_last = index + 1 == count;
            if !children.is_empty() {
                drop_boundary(&mut children);
                let tight = is_tight(&children, is_last && !gathered.ended_by_marker);
                if tight && (!is_last || count == 1 || any_tight) {
                    make_transparent(&mut children);
                }
                blank = children.pop_if(|last| last.is_blank());
            }
            any_tight |= children.first().is_none_or(|first| !first.is_paragraph() || first.is_transparent());
            let span = self.slice(open.start..open.end).trimmed().span();
            let item = Node { listed: open.attributes, ..Node::new(Kind::Item(children), span) };
            items.push(item);
        }
        (items, blank.filter(|_| !gathered.ended_by_marker))
    }
}

/// Takes out the end that an attribute list made after a first paragraph.
fn drop_boundary(children: &mut Vec<Node<'_>>) {
    let listed = children.first().is_some_and(|first| first.is_paragraph() && first.listed.is_some());
    if listed && matches!(children.get(1), Some(Node { kind: Kind::Boundary(_), .. })) {
        children.remove(1);
    }
}

/// True where nothing makes an item's first paragraph one: no blank line follows it, unless that ends the list.
fn is_tight(children: &[Node<'_>], ends_list: bool) -> bool {
    children.first().is_some_and(Node::is_paragraph)
        && (!children.get(1).is_some_and(Node::is_blank) || (ends_list && children.len() == 2))
}

/// Makes the first paragraph one without element. Where a block follows it directly, a line end does too, and before
/// that a backslash is a line break, which ends nothing there.
pub(super) fn make_transparent(children: &mut [Node<'_>]) {
    let continues = children.get(1).is_some_and(|next| !next.is_blank());
    if let Some(Node { kind: Kind::Paragraph(paragraph), .. }) = children.first_mut() {
        paragraph.transparent = true;
        if continues && paragraph.text.as_str().ends_with('\\') {
            paragraph.text.range.end -= 1;
        }
    }
}

/// Finds the items that are tasks; from the first of them on, all items are marked.
fn find_tasks(list: &mut Node<'_>) {
    let Kind::List { items, .. } = &mut list.kind else { return };
    let mut found = false;
    for item in items {
        let Kind::Item(children) = &mut item.kind else { continue };
        let Some(Node { kind: Kind::Paragraph(paragraph), .. }) = children.first_mut() else { continue };
        let text = paragraph.text.as_str();
        let inner = text.trim_start_matches(is_space);
        let done = match inner.get(..3) {
            Some("[ ]") => Some(false),
            Some("[x]" | "[X]") => Some(true),
            _ => None,
        };
        let after = from(inner, 3);
        // A transparent paragraph is followed by a line end where more follows in the item.
        if let Some(done) = done.filter(|_| after.starts_with(is_space)) {
            paragraph.task = Some(done);
            paragraph.text.range.start += text.len() - after.trim_start_matches(is_space).len();
            found = true;
        }
        if found {
            item.own.set("class", "task-list-item".to_owned());
        }
    }
    if found {
        list.own.set("class", "task-list".to_owned());
    }
}
