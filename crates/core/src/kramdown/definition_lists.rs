//! Owns definition lists: terms, then `: definitions`. <https://kramdown.gettalong.org/syntax.html#definition-lists>

use super::attributes::Attributes;
use super::blocks::Blocks;
use super::lines;
use super::lists::{attributes_of_item, continuation, first_line_of_item, make_transparent};
use super::reader::{Next, first_line, from};
use super::text::{Builder, Slice, Text};
use super::tree::{Kind, Node, Paragraph};

/// A definition while its lines are gathered.
struct OpenDefinition<'a> {
    start: usize,
    end: usize,
    content: Builder<'a>,
    attributes: Option<Attributes>,
    /// A blank line came before it: its text is a paragraph.
    is_paragraph: bool,
}

impl<'a> Blocks<'_, '_, 'a> {
    pub(super) fn definition_list(&mut self) -> bool {
        let text = self.text();
        let start = self.reader.at;
        if !self.post.settings.definition_lists
            || lines::definition_marker(from(text.as_str(), start), 3).is_none()
            || self.is_too_deep()
        {
            return false;
        }
        let Some((terms, blank_before)) = self.terms() else { return false };
        let Kind::Paragraph(Paragraph { text: names, .. }) = terms.kind else { return false };
        let (definitions, end) = self.gather_definitions(&text, blank_before);
        self.reader.at = end;
        let mut children = split_terms(&names);
        let mut blank = None;
        for open in definitions {
            let mut inside = self.nested(open.content.finish(), Vec::new());
            if !inside.is_empty() {
                blank = inside.pop_if(|last| last.is_blank());
                if !open.is_paragraph {
                    make_transparent(&mut inside);
                }
            }
            let span = self.slice(open.start..open.end).trimmed().span();
            children.push(Node { listed: open.attributes, ..Node::new(Kind::Definition(inside), span) });
        }
        let mut span = text.span(start..end).trim_end(text.source());
        span.start = terms.span.start.min(span.start);
        self.pending = None;
        let blank_between = self.children.pop_if(|last| last.is_blank());
        match self.children.last_mut() {
            Some(Node { kind: Kind::DefinitionList(before), span: all, .. }) => {
                before.extend(children);
                all.end = span.end;
            }
            _ => {
                self.children.extend(blank_between);
                let list = Node::new(Kind::DefinitionList(children), span);
                self.children.push(Node { listed: terms.listed, ..list });
            }
        }
        self.children.extend(blank);
        true
    }

    /// Takes the paragraph before, which holds the terms; whether a blank line stands between.
    fn terms(&mut self) -> Option<(Node<'a>, bool)> {
        let blank = matches!(self.children.last()?.kind, Kind::Blank { one_line: true });
        let terms = self.children.len().checked_sub(1 + usize::from(blank))?;
        if !self.children.get(terms)?.is_paragraph() {
            return None;
        }
        if blank {
            self.children.pop();
        }
        Some((self.children.pop()?, blank))
    }

    fn gather_definitions(
        &mut self,
        text: &Text<'a>,
        blank_before: bool,
    ) -> (Vec<OpenDefinition<'a>>, usize) {
        let source = text.as_str();
        let mut found: Vec<OpenDefinition<'a>> = Vec::new();
        let mut at = self.reader.at;
        let (mut most_spaces, mut indent) = (3, 0);
        let (mut is_paragraph, mut last_is_blank) = (blank_before, false);
        while at < source.len() {
            let line = first_line(from(source, at));
            if let Some(marker) = lines::definition_marker(line, most_spaces) {
                let first = first_line_of_item(source, &mut self.reader.braces, at + marker, marker);
                indent = first.indent;
                most_spaces = indent.saturating_sub(1).min(3);
                let mut content = Builder::from(text);
                content.push_part(text, first.content);
                let (start, end) = (at, at + line.len());
                found.push(OpenDefinition {
                    start,
                    end,
                    content,
                    attributes: first.attributes,
                    is_paragraph,
                });
                (is_paragraph, last_is_blank) = (false, false);
                at = end;
                continue;
            }
            let Some(open) = found.last_mut().filter(|_| lines::end_of_block(line).is_none()) else { break };
            if let Some(more) = continuation(source, &mut self.reader.braces, at, indent, !last_is_blank) {
                open.content.push(&" ".repeat(more.spaces));
                open.content.push_part(text, at + more.skipped..at + line.len());
                (is_paragraph, last_is_blank) = (false, false);
                at += line.len();
                open.end = at;
                continue;
            }
            let blank = lines::blank_lines(from(source, at));
            if blank == 0 {
                break;
            }
            open.content.push_part(text, at..at + blank);
            (is_paragraph, last_is_blank) = (true, true);
            at += blank;
        }
        (found, at)
    }
}

/// Each line of a paragraph as a term.
fn split_terms<'a>(names: &Slice<'a>) -> Vec<Node<'a>> {
    let text = names.text.as_str();
    let mut braces = Next::default();
    let mut at = names.range.start;
    let mut terms = Vec::new();
    for line in names.as_str().split_inclusive('\n') {
        let end = at + line.len();
        let whole = Slice { range: at..end, ..names.clone() }.trimmed();
        let (listed, start) = match attributes_of_item(text, &mut braces, whole.range.start, whole.range.end)
        {
            Some((attributes, after)) => (Some(attributes), after),
            None => (None, whole.range.start),
        };
        let term = Slice { range: start..whole.range.end.max(start), ..names.clone() };
        terms.push(Node { listed, ..Node::new(Kind::Term(term), whole.span()) });
        at = end;
    }
    terms
}
