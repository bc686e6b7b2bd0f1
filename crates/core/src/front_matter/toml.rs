//! Owns reading a TOML header into entries with spans, on toml_parser's events.

use super::{Entry, Node, Problem, Value};
use crate::span::Span;
use toml_parser::decoder::ScalarKind;
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

/// Deeper arrays and inline tables than this are refused by the parser.
const MAX_DEPTH: u32 = 80;

/// Entries of the header and what is wrong in it.
pub(super) fn read(source: &str, inner: Span) -> (Vec<Entry>, Vec<Problem>) {
    let toml = Source::new(inner.slice(source));
    let tokens = toml.lex().into_vec();
    let mut errors: Vec<ParseError> = Vec::new();
    let mut events: Vec<Event> = Vec::new();
    let mut collect = |event: Event| events.push(event);
    let mut guarded = RecursionGuard::new(&mut collect, MAX_DEPTH);
    parse_document(&tokens, &mut guarded, &mut errors);
    let mut reader = Reader {
        source: toml,
        base: inner.start,
        root: Vec::new(),
        table: Vec::new(),
        header: None,
        keys: Vec::new(),
        open: Vec::new(),
        errors,
        problems: Vec::new(),
    };
    for event in &events {
        reader.event(event);
    }
    reader.finish(inner)
}

/// Where the comments of a header stand.
pub(super) fn comments(source: &str, inner: Span) -> Vec<Span> {
    let tokens = Source::new(inner.slice(source)).lex().into_vec();
    tokens
        .iter()
        .filter(|token| token.kind() == toml_parser::lexer::TokenKind::Comment)
        .map(|token| Span::new(token.span().start(), token.span().end()).shifted(inner.start))
        .collect()
}

/// A dotted key while it is read.
type Keys = Vec<(String, Span)>;

/// An array or inline table whose end has not come yet; an inline table keeps the key that waits for it.
enum Open {
    Array { start: usize, keys: Keys, items: Vec<Node> },
    Inline { start: usize, keys: Keys, entries: Vec<Entry> },
}

struct Reader<'a> {
    source: Source<'a>,
    base: usize,
    root: Vec<Entry>,
    /// The table that `[…]` or `[[…]]` chose.
    table: Keys,
    /// True while between the brackets of `[[…]]`, false between those of `[…]`.
    header: Option<bool>,
    keys: Keys,
    open: Vec<Open>,
    errors: Vec<ParseError>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn event(&mut self, event: &Event) {
        let span = Span::new(event.span().start(), event.span().end()).shifted(self.base);
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                self.header = Some(event.kind() == EventKind::ArrayTableOpen);
                self.keys.clear();
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => {
                self.table = std::mem::take(&mut self.keys);
                let is_array = self.header.take() == Some(true);
                self.open_table(is_array, span);
            }
            EventKind::SimpleKey => {
                let mut key = String::new();
                if let Some(raw) = self.source.get(event) {
                    raw.decode_key(&mut key, &mut self.errors);
                }
                self.keys.push((key, span));
            }
            EventKind::Scalar => {
                let mut text = String::new();
                let kind = self.source.get(event).map(|raw| raw.decode_scalar(&mut text, &mut self.errors));
                let spelling = || span.slice_in(&self.source, self.base).to_owned();
                let value = match kind {
                    Some(ScalarKind::Boolean(truth)) => Value::Bool(truth),
                    Some(ScalarKind::DateTime) => Value::Date(spelling()),
                    Some(ScalarKind::Float | ScalarKind::Integer(_)) => Value::Number(spelling()),
                    _ => Value::String(text),
                };
                self.value(Node { value, span });
            }
            EventKind::ArrayOpen => {
                let keys = std::mem::take(&mut self.keys);
                self.open.push(Open::Array { start: span.start, keys, items: Vec::new() });
            }
            EventKind::InlineTableOpen => {
                let keys = std::mem::take(&mut self.keys);
                self.open.push(Open::Inline { start: span.start, keys, entries: Vec::new() });
            }
            EventKind::ArrayClose | EventKind::InlineTableClose => match self.open.pop() {
                Some(Open::Array { start, keys, items }) => {
                    self.keys = keys;
                    self.value(Node { value: Value::List(items), span: Span::new(start, span.end) });
                }
                Some(Open::Inline { start, keys, entries }) => {
                    self.keys = keys;
                    self.value(Node { value: Value::Map(entries), span: Span::new(start, span.end) });
                }
                None => {}
            },
            EventKind::Newline if self.open.is_empty() => self.keys.clear(),
            _ => {}
        }
    }

    /// Makes sure that the table of a `[header]` exists, even when nothing follows in it.
    fn open_table(&mut self, is_array: bool, span: Span) {
        let Some(((key, key_span), parents)) = self.table.split_last() else {
            return;
        };
        let Some(entries) = descend(&mut self.root, parents, span) else {
            self.problems.push(not_a_table(*key_span, key));
            return;
        };
        let place = Span::new(span.end, span.end);
        let map = Node { value: Value::Map(Vec::new()), span: place };
        match entries.iter_mut().find(|entry| entry.key == *key).map(|entry| &mut entry.value.value) {
            Some(Value::List(items)) if is_array => items.push(map),
            Some(Value::Map(_)) if !is_array => {}
            Some(_) => self.problems.push(not_a_table(*key_span, key)),
            None => {
                let value = if is_array { Node { value: Value::List(vec![map]), span: place } } else { map };
                entries.push(Entry { key: key.clone(), key_span: *key_span, value });
            }
        }
    }

    fn value(&mut self, node: Node) {
        let keys = std::mem::take(&mut self.keys);
        let (target, parents): (&mut Vec<Entry>, &[(String, Span)]) = match self.open.last_mut() {
            Some(Open::Array { items, .. }) => {
                items.push(node);
                return;
            }
            Some(Open::Inline { entries, .. }) => (entries, &[]),
            None => (&mut self.root, &self.table),
        };
        let Some(((key, key_span), dotted)) = keys.split_last() else {
            return;
        };
        let covers = Span::new(keys.first().map_or(node.span.start, |(_, span)| span.start), node.span.end);
        let entries = descend(target, parents, covers).and_then(|entries| descend(entries, dotted, covers));
        match entries {
            Some(entries) => {
                if entries.iter().any(|entry| entry.key == *key) {
                    self.problems.push(Problem {
                        span: *key_span,
                        message: format!("The key `{key}` is given twice."),
                    });
                }
                entries.push(Entry { key: key.clone(), key_span: *key_span, value: node });
            }
            None => self.problems.push(not_a_table(*key_span, key)),
        }
    }

    fn finish(mut self, inner: Span) -> (Vec<Entry>, Vec<Problem>) {
        for error in &self.errors {
            let place = error.unexpected().or(error.context());
            let span = place.map_or(inner, |place| Span::new(place.start(), place.end()).shifted(self.base));
            let text = error.description().trim_end_matches('.');
            self.problems.push(Problem { span, message: format!("TOML cannot be read here: {text}.") });
        }
        self.problems.sort_by_key(|problem| problem.span);
        (self.root, self.problems)
    }
}

/// The entries of the table at a path, made where missing; of an array of tables, its last one.
/// Every table on the way is stretched over `covers`.
fn descend<'e>(
    mut entries: &'e mut Vec<Entry>,
    path: &[(String, Span)],
    covers: Span,
) -> Option<&'e mut Vec<Entry>> {
    for (key, key_span) in path {
        let index = entries.iter().position(|entry| entry.key == *key).unwrap_or_else(|| {
            let value = Node { value: Value::Map(Vec::new()), span: covers };
            entries.push(Entry { key: key.clone(), key_span: *key_span, value });
            entries.len() - 1
        });
        let node = &mut entries.get_mut(index)?.value;
        let place = &mut node.span;
        entries = match &mut node.value {
            Value::Map(entries) => {
                *place = stretched(*place, covers);
                entries
            }
            Value::List(items) => {
                *place = stretched(*place, covers);
                let last = items.last_mut()?;
                last.span = stretched(last.span, covers);
                match &mut last.value {
                    Value::Map(entries) => entries,
                    _ => return None,
                }
            }
            _ => return None,
        };
    }
    Some(entries)
}

/// A table's place grows with what is put into it; until then it is empty, after its header.
fn stretched(span: Span, covers: Span) -> Span {
    if span.is_empty() { covers } else { Span::new(span.start, span.end.max(covers.end)) }
}

fn not_a_table(span: Span, key: &str) -> Problem {
    Problem { span, message: format!("`{key}` has a value already and cannot be a table too.") }
}

impl Span {
    fn slice_in<'a>(self, source: &Source<'a>, base: usize) -> &'a str {
        Span::new(self.start.saturating_sub(base), self.end.saturating_sub(base)).slice(source.input())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests_support::outline;
    use insta::assert_snapshot;

    #[test]
    fn scalars_and_arrays() {
        assert_snapshot!(outline("+++\ntitle = \"A\\tB\" # note\nraw = 'C:\\x'\ndate = 2023-05-06T10:00:00Z\nday = 2023-05-06\nn = 1_000\nf = 1.10\ntags = [\n  \"x\",\n  \"y\",\n]\n+++\n"), @r#"
        title = "A\tB" at `"A\tB"`
        raw = "C:\\x" at `'C:\x'`
        date = date 2023-05-06T10:00:00Z at `2023-05-06T10:00:00Z`
        day = date 2023-05-06 at `2023-05-06`
        n = number 1_000 at `1_000`
        f = number 1.10 at `1.10`
        tags = ["x" at `"x"`, "y" at `"y"`] at `[⏎  "x",⏎  "y",⏎]`
        "#);
    }

    #[test]
    fn tables() {
        assert_snapshot!(outline("+++\na.b = 1\n[extra]\nmath = true\n[extra.deep]\nx = {y = 1, z.w = 2}\n[[resources]]\nsrc = 'a'\n[[resources]]\nsrc = 'b'\n+++\n"), @r#"
        a = {b = number 1 at `1`} at `a.b = 1`
        extra = {math = true at `true`, deep = {x = {y = number 1 at `1`, z = {w = number 2 at `2`} at `z.w = 2`} at `{y = 1, z.w = 2}`} at `x = {y = 1, z.w = 2}`} at `math = true⏎[extra.deep]⏎x = {y = 1, z.w = 2}`
        resources = [{src = "a" at `'a'`} at `src = 'a'`, {src = "b" at `'b'`} at `src = 'b'`] at `src = 'a'⏎[[resources]]⏎src = 'b'`
        "#);
    }

    #[test]
    fn errors() {
        assert_snapshot!(outline("+++\na = 1\nb = oops\na = 2\n+++\n"), @r#"
        a = number 1 at `1`
        b = "oops" at `oops`
        a = number 2 at `2`
        ! TOML cannot be read here: string values must be quoted. at `oops`
        ! The key `a` is given twice. at `a`
        "#);
        assert_snapshot!(outline("+++\na = 1\n[a]\nb = 2\n+++\n"), @"
        a = number 1 at `1⏎[a]⏎b = 2`
        ! `a` has a value already and cannot be a table too. at `a`
        ! `b` has a value already and cannot be a table too. at `b`
        ");
    }
}
