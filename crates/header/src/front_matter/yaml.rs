//! Owns reading a YAML header into entries with spans, on granit-parser's events.
//!
//! The parser's spans need care (each case has a test): a missing value has an empty span after the key,
//! a block scalar's span starts at its content, a block collection's span ends at the next token.

use super::value::{is_date, is_number};
use super::{Entry, Node, Problem, Value};
use crate::span::Span;
use granit_parser::{Event, Parser, ScalarStyle, Span as Place, StructureStyle, Tag};
use std::collections::HashMap;

/// Aliases are expanded up to this many nodes in all, against "billion laughs" headers.
const MAX_EXPANDED: usize = 10_000;

/// Entries of the header and what is wrong in it. On a syntax error, the entries before it.
pub(super) fn read(source: &str, inner: Span, tagged: &mut Vec<Span>) -> (Vec<Entry>, Vec<Problem>) {
    let text = inner.slice(source);
    let mut reader = Reader {
        source,
        base: inner.start,
        open: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        expanded: 0,
        problems: Vec::new(),
        tagged,
    };
    let options = granit_parser::options! { emit_comments: false, emit_unresolved_aliases: true };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((Event::DocumentStart(..), place)) => {
                documents += 1;
                if documents == 2 {
                    let span = reader.span(&place);
                    reader.report(span, "A second YAML document begins here; a header is one document.");
                    break;
                }
            }
            Ok((event, place)) => reader.event(event, &place),
            Err(error) => {
                let at = inner.start + error.marker().byte_offset().unwrap_or(0).min(text.len());
                reader.report(line_around(source, at, inner), &sentence(&error.info()));
                break;
            }
        }
    }
    reader.finish(inner)
}

/// The rest of the line from `at`, or the whole line where nothing is left of it.
fn line_around(source: &str, at: usize, inner: Span) -> Span {
    let end = source
        .get(at..inner.end)
        .and_then(|rest| rest.find(['\n', '\r']))
        .map_or(inner.end, |length| at + length);
    if end > at {
        return Span::new(at, end);
    }
    let before = source.get(inner.start..at).unwrap_or("");
    let start =
        before.trim_end().rfind(['\n', '\r']).map_or(inner.start, |line_end| inner.start + line_end + 1);
    Span::new(start, at).trim_end(source)
}

fn sentence(message: &str) -> String {
    if message.starts_with("mapping values are not allowed") {
        // By far the most common mistake: `title: Rust: the book`.
        return "YAML cannot be read here: a value with a colon and a space in it needs quotes around it."
            .to_owned();
    }
    format!("YAML cannot be read here: {}.", message.trim_end_matches('.'))
}

/// A collection whose end has not come yet.
enum Open {
    List { start: usize, anchor: usize, items: Vec<Node> },
    Map { start: usize, anchor: usize, entries: Vec<Entry>, key: Option<(String, Span)> },
}

struct Reader<'a> {
    source: &'a str,
    base: usize,
    open: Vec<Open>,
    root: Option<Node>,
    anchors: HashMap<usize, Node>,
    expanded: usize,
    problems: Vec<Problem>,
    tagged: &'a mut Vec<Span>,
}

impl Reader<'_> {
    fn span(&self, place: &Place) -> Span {
        place
            .byte_range()
            .map_or(Span::new(self.base, self.base), |range| Span::from(range).shifted(self.base))
    }

    fn report(&mut self, span: Span, message: &str) {
        self.problems.push(Problem { span, message: message.to_owned() });
    }

    fn event(&mut self, event: Event<'_>, place: &Place) {
        let span = self.span(place);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let span = self.scalar_span(span, style, &text);
                let by_its_looks = tag.as_ref().is_none_or(|tag| is_core_tag(tag));
                let value = if style == ScalarStyle::Plain && by_its_looks {
                    plain(&text, span)
                } else {
                    Value::String(text.into_owned())
                };
                if tag.is_some() {
                    self.tagged.push(span);
                }
                self.node(Node { value, span }, anchor);
            }
            Event::SequenceStart(_, anchor, tag) => {
                if tag.is_some() {
                    self.tagged.push(span);
                }
                self.open.push(Open::List { start: span.start, anchor, items: Vec::new() });
            }
            Event::MappingStart(style, anchor, tag) => {
                if tag.is_some() {
                    self.tagged.push(span);
                }
                // A block mapping is announced after its first key has been read.
                let start = if style == StructureStyle::Block { usize::MAX } else { span.start };
                self.open.push(Open::Map { start, anchor, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            Event::Alias(id) => {
                let target = self.anchors.get(&id).cloned();
                let value = match target {
                    Some(node) if self.room_for(&node) => node.value,
                    _ => Value::String(span.slice(self.source).to_owned()),
                };
                self.node(Node { value, span }, 0);
            }
            Event::UnresolvedAlias(name) => {
                self.report(
                    span,
                    &format!("`*{name}` refers to an anchor `&{name}` that does not come before it."),
                );
                self.node(Node { value: Value::String(format!("*{name}")), span }, 0);
            }
            _ => {}
        }
    }

    fn room_for(&mut self, node: &Node) -> bool {
        self.expanded += count(node);
        self.expanded <= MAX_EXPANDED
    }

    /// Where a scalar stands as a person sees it: from the quote, or from the `|` or `>` of a block scalar.
    fn scalar_span(&self, span: Span, style: ScalarStyle, text: &str) -> Span {
        match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let before = self.source.get(self.base..span.start).unwrap_or("");
                let indicator = before.rfind(['|', '>']).map_or(span.start, |at| self.base + at);
                Span::new(indicator, span.end).trim_end(self.source)
            }
            ScalarStyle::Plain if text == "~" && span.is_empty() => span,
            _ => span.trim_end(self.source),
        }
    }

    fn node(&mut self, node: Node, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { start, entries, key, .. }) => match key.take() {
                None => {
                    *start = (*start).min(node.span.start);
                    let text = match node.value {
                        Value::String(text) | Value::Number(text) | Value::Date(text) => text,
                        _ => node.span.slice(self.source).to_owned(),
                    };
                    *key = Some((text, node.span));
                }
                Some((key, key_span)) => {
                    let mut value = node;
                    if value.span.is_empty() {
                        value.span = place_of_missing_value(self.source, key_span.end);
                    }
                    entries.push(Entry { key, key_span, value });
                }
            },
        }
    }

    /// `end` is the place after the closing bracket of a flow collection.
    fn close(&mut self, end: usize) {
        match self.open.pop() {
            Some(Open::List { start, anchor, items }) => {
                let (start, end) = if self.source.get(start..).is_some_and(|text| text.starts_with('[')) {
                    (start, end)
                } else {
                    (self.dash_before(start), items.last().map_or(start, |item| item.span.end))
                };
                self.node(Node { value: Value::List(items), span: Span::new(start, end) }, anchor);
            }
            Some(Open::Map { start, anchor, entries, .. }) => {
                let (start, end) = if start == usize::MAX { (end, end) } else { (start, end) };
                let is_flow = self.source.get(start..).is_some_and(|text| text.starts_with('{'));
                let end =
                    if is_flow { end } else { entries.last().map_or(start, |entry| entry.value.span.end) };
                self.node(Node { value: Value::Map(entries), span: Span::new(start, end) }, anchor);
            }
            None => {}
        }
    }

    /// A block list is announced at its first item, after the hyphen.
    fn dash_before(&self, start: usize) -> usize {
        let before = self.source.get(self.base..start).unwrap_or("").trim_end_matches([' ', '\t']);
        if before.ends_with('-') { self.base + before.len() - 1 } else { start }
    }

    fn finish(mut self, inner: Span) -> (Vec<Entry>, Vec<Problem>) {
        if let Some(Open::Map { entries, .. }) = self.open.first_mut() {
            return (std::mem::take(entries), self.problems);
        }
        match self.root.take().map(|node| (node.value, node.span)) {
            None | Some((Value::Null, _)) => (Vec::new(), self.problems),
            Some((Value::Map(entries), _)) => (entries, self.problems),
            Some((_, span)) => {
                if self.problems.is_empty() {
                    let span = if span.is_empty() { inner } else { span };
                    self.report(span, "The header is not a list of `key: value` entries.");
                }
                (Vec::new(), self.problems)
            }
        }
    }
}

/// Where the comments of a header stand.
pub(super) fn comments(source: &str, inner: Span) -> Vec<Span> {
    let options = granit_parser::options! { emit_unresolved_aliases: true };
    Parser::new_from_str_with_options(inner.slice(source), options)
        .map_while(Result::ok)
        .filter(|(event, _)| matches!(event, Event::Comment(..)))
        .filter_map(|(_, place)| place.byte_range())
        .map(|range| Span::from(range).shifted(inner.start))
        .collect()
}

fn count(node: &Node) -> usize {
    let mut total = 0;
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        total += 1;
        match &node.value {
            Value::List(items) => open.extend(items),
            Value::Map(entries) => open.extend(entries.iter().map(|entry| &entry.value)),
            _ => {}
        }
    }
    total
}

/// After the colon, on the key's own line.
fn place_of_missing_value(source: &str, key_end: usize) -> Span {
    let colon = source.get(key_end..).and_then(|rest| rest.find(':')).map_or(key_end, |at| key_end + at + 1);
    Span::new(colon, colon)
}

/// True for tags that only say what their scalar is read as anyway, like `!!int 42`.
fn is_core_tag(tag: &Tag) -> bool {
    tag.handle() == "tag:yaml.org,2002:"
        && matches!(tag.suffix(), "int" | "float" | "bool" | "null" | "timestamp")
}

/// YAML 1.2's core schema, with dates. `yes` and `no` stay text here, as they do for every generator
/// but those on YAML 1.1.
fn plain(text: &str, span: Span) -> Value {
    match text {
        "~" if span.is_empty() => Value::Null,
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if is_number(text) => Value::Number(text.to_owned()),
        _ if is_date(text) => Value::Date(text.to_owned()),
        _ => Value::String(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests_support::outline;
    use insta::assert_snapshot;

    #[test]
    fn scalars_in_every_style() {
        assert_snapshot!(outline("---\nplain: a b # note\nsingle: 'it''s'\ndouble: \"a\\tb\"\nliteral: |\n  one\n  two\nfolded: >-\n  one\n  two\nnone:\ntilde: ~\nversion: 1.10\ndate: 2023-03-09T10:53:13+01:00\nyes: yes\n---\n"), @r#"
        plain = "a b" at `a b`
        single = "it's" at `'it''s'`
        double = "a\tb" at `"a\tb"`
        literal = "one\ntwo\n" at `|⏎  one⏎  two`
        folded = "one two" at `>-⏎  one⏎  two`
        none = nothing at ``
        tilde = nothing at `~`
        version = number 1.10 at `1.10`
        date = date 2023-03-09T10:53:13+01:00 at `2023-03-09T10:53:13+01:00`
        yes = "yes" at `yes`
        "#);
    }

    #[test]
    fn collections_in_block_and_flow_style() {
        assert_snapshot!(outline("---\nflow: [a, \"b, c\"]\nblock:\n- x\n- y: 1\n  z: 2\n\nmap:\n  inner:\n    deep: true\nempty: []\nbraces: {a: 1}\n---\n"), @r#"
        flow = ["a" at `a`, "b, c" at `"b, c"`] at `[a, "b, c"]`
        block = ["x" at `x`, {y = number 1 at `1`, z = number 2 at `2`} at `y: 1⏎  z: 2`] at `- x⏎- y: 1⏎  z: 2`
        map = {inner = {deep = true at `true`} at `deep: true`} at `inner:⏎    deep: true`
        empty = [] at `[]`
        braces = {a = number 1 at `1`} at `{a: 1}`
        "#);
    }

    #[test]
    fn anchors_are_expanded_within_bounds() {
        assert_snapshot!(outline("---\na: &x [1]\nb: *x\nc: *nowhere\n---\n"), @r#"
        a = [number 1 at `1`] at `[1]`
        b = [number 1 at `1`] at `*x`
        c = "*nowhere" at `*nowhere`
        ! `*nowhere` refers to an anchor `&nowhere` that does not come before it. at `*nowhere`
        "#);
        let mut laughs = String::from("---\na0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for level in 1..9 {
            let before = format!("*a{}", level - 1);
            laughs.push_str(&format!("a{level}: &a{level} [{}]\n", [before.as_str(); 9].join(", ")));
        }
        laughs.push_str("---\n");
        assert!(outline(&laughs).len() < 2_000_000);
    }

    #[test]
    fn errors_keep_the_entries_before_them() {
        assert_snapshot!(outline("---\ntitle: Rust: The Book\n---\n"), @r#"
        title = "Rust" at `Rust`
        ! YAML cannot be read here: a value with a colon and a space in it needs quotes around it. at `: The Book`
        "#);
        assert_snapshot!(outline("---\na: 1\nb: [x\n---\n"), @"
        a = number 1 at `1`
        ! YAML cannot be read here: unclosed bracket '['. at `[x`
        ");
        assert_snapshot!(outline("---\njust text\n---\n"), @"! The header is not a list of `key: value` entries. at `just text`");
    }
}
