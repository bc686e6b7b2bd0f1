//! Owns reading a TOML header into entries with spans, on toml_parser's events. TOML 1.1 is read: it allows all
//! that TOML 1.0 does, and more.

mod scalar;
mod tables;
mod wording;

use super::{Entry, Node, Problem, Value};
use crate::span::Span;
use tables::{Key, Keys, Table};
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

/// Deeper arrays and inline tables than this are refused by the parser.
const MAX_DEPTH: u32 = 80;
/// What is said of keys that go deeper.
const TOO_DEEP: &str = "This key is nested too deeply to be read.";

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
        root: Table::new(inner),
        table: Some(Vec::new()),
        is_array: false,
        keys: Vec::new(),
        open: Vec::new(),
        errors,
        problems: Vec::new(),
    };
    for event in &events {
        reader.event(event);
    }
    let mut problems = reader.problems;
    problems.extend(wording::problems(&reader.errors, source, inner));
    problems.sort_by_key(|problem| problem.span);
    (reader.root.into_entries(), problems)
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

/// Every place of a key, with the keys above it, in headers and dotted keys outside brackets.
pub(super) fn places_of_key(source: &str, inner: Span, path: &[&str]) -> Vec<Span> {
    let toml = Source::new(inner.slice(source));
    let mut events: Vec<Event> = Vec::new();
    parse_document(&toml.lex().into_vec(), &mut events, &mut ());
    let (mut table, mut keys, mut places) = (Vec::new(), Vec::new(), Vec::new());
    let (mut in_header, mut depth) = (false, 0usize);
    for event in &events {
        match event.kind() {
            EventKind::StdTableOpen | EventKind::ArrayTableOpen => in_header = true,
            EventKind::StdTableClose | EventKind::ArrayTableClose => {
                in_header = false;
                table = std::mem::take(&mut keys);
            }
            EventKind::ArrayOpen | EventKind::InlineTableOpen => depth += 1,
            EventKind::ArrayClose | EventKind::InlineTableClose => depth = depth.saturating_sub(1),
            EventKind::SimpleKey if depth == 0 => {
                let mut key = String::new();
                if let Some(raw) = toml.get(event) {
                    raw.decode_key(&mut key, &mut ());
                }
                keys.push(key);
                let above: &[String] = if in_header { &[] } else { &table };
                if above.iter().chain(&keys).eq(path) {
                    places.push(Span::new(event.span().start(), event.span().end()).shifted(inner.start));
                }
            }
            EventKind::Newline if depth == 0 => keys.clear(),
            _ => {}
        }
    }
    places
}

/// An array or inline table whose end has not come yet, with the key that waits for it.
enum Open {
    Array { start: usize, keys: Keys, items: Vec<Node> },
    Inline { start: usize, keys: Keys, table: Table },
}

struct Reader<'a> {
    source: Source<'a>,
    base: usize,
    root: Table,
    /// The table that `[…]` or `[[…]]` chose; none where there cannot be such a table.
    table: Option<Keys>,
    /// True while between the brackets of `[[…]]`.
    is_array: bool,
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
                self.is_array = event.kind() == EventKind::ArrayTableOpen;
                self.keys.clear();
            }
            EventKind::StdTableClose | EventKind::ArrayTableClose => self.open_table(span),
            EventKind::SimpleKey => {
                let mut key = String::new();
                if let Some(raw) = self.source.get(event) {
                    raw.decode_key(&mut key, &mut self.errors);
                }
                self.key((key, span));
            }
            EventKind::Scalar => {
                if let Some(raw) = self.source.get(event) {
                    let (value, wrong) = scalar::read(&raw, &mut self.errors);
                    self.problems.extend(wrong.map(|message| Problem { span, message: message.to_owned() }));
                    self.value(Node { value, span });
                }
            }
            EventKind::ArrayOpen => {
                let keys = std::mem::take(&mut self.keys);
                self.open.push(Open::Array { start: span.start, keys, items: Vec::new() });
            }
            EventKind::InlineTableOpen => {
                let keys = std::mem::take(&mut self.keys);
                self.open.push(Open::Inline { start: span.start, keys, table: Table::new(span) });
            }
            EventKind::ArrayClose | EventKind::InlineTableClose => self.close(span.end),
            EventKind::ValueSep => self.keys.clear(),
            EventKind::Comment => {
                if let Some(raw) = self.source.get(event) {
                    raw.decode_comment(&mut self.errors);
                }
            }
            EventKind::Newline => {
                if let Some(raw) = self.source.get(event) {
                    raw.decode_newline(&mut self.errors);
                }
                if self.open.is_empty() {
                    self.keys.clear();
                }
            }
            _ => {}
        }
    }

    /// Takes note of one part of a key. Tables are nested as deeply as keys have parts, so those are bounded too.
    fn key(&mut self, key: Key) {
        let waiting =
            self.open.iter().map(|(Open::Array { keys, .. } | Open::Inline { keys, .. })| keys.len());
        let above = self.table.as_ref().map_or(0, Vec::len);
        if waiting.sum::<usize>() + above + self.keys.len() < MAX_DEPTH as usize {
            self.keys.push(key);
        } else if self.problems.last().is_none_or(|problem| problem.message != TOO_DEEP) {
            self.problems.push(Problem { span: key.1, message: TOO_DEEP.to_owned() });
        }
    }

    /// Carries out a `[header]`, so that its table exists even when nothing follows in it.
    fn open_table(&mut self, close: Span) {
        let path = std::mem::take(&mut self.keys);
        match self.root.open(&path, self.is_array, close) {
            Ok(problem) => {
                self.problems.extend(problem);
                self.table = Some(path);
            }
            Err(problem) => {
                self.problems.push(problem);
                self.table = None;
            }
        }
    }

    fn close(&mut self, end: usize) {
        let (keys, value, start) = match self.open.pop() {
            Some(Open::Array { start, keys, items }) => (keys, Value::List(items), start),
            Some(Open::Inline { start, keys, table }) => (keys, Value::Map(table.into_entries()), start),
            None => return,
        };
        self.keys = keys;
        self.value(Node { value, span: Span::new(start, end) });
    }

    fn value(&mut self, node: Node) {
        let keys = std::mem::take(&mut self.keys);
        let covers = Span::new(keys.first().map_or(node.span.start, |(_, span)| span.start), node.span.end);
        let table = match self.open.last_mut() {
            Some(Open::Array { items, .. }) => {
                items.push(node);
                return;
            }
            Some(Open::Inline { table, .. }) => Some(table),
            None => self.table.as_ref().and_then(|path| self.root.stretch(path, covers)),
        };
        if let Some(table) = table {
            self.problems.extend(table.add(&keys, node, covers).err());
        }
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
    fn keys_of_very_many_parts_are_a_problem_and_no_more() {
        let deep = vec!["a"; 5_000].join(".");
        for header in [
            format!("{deep} = 1"),
            format!("[{deep}]\nb = 1"),
            format!("[[{deep}]]"),
            format!("a = {{{deep} = 1}}"),
        ] {
            let found = outline(&format!("+++\n{header}\n+++\n"));
            assert!(found.contains("! This key is nested too deeply to be read."), "{found}");
        }
    }

    #[test]
    fn errors() {
        assert_snapshot!(outline("+++\na = 1\nb = oops\na = 2\n+++\n"), @r#"
        a = number 1 at `1`
        b = "oops" at `oops`
        a = number 2 at `2`
        ! Text needs quotes around it in TOML. at `oops`
        ! The key `a` is given twice. at `a`
        "#);
        assert_snapshot!(outline("+++\na = 1\n[a]\nb = 2\n+++\n"), @"
        a = number 1 at `1`
        ! `a` has a value already and cannot be a table too. at `a`
        ");
    }

    #[test]
    fn what_is_left_of_broken_headers() {
        assert_snapshot!(outline("+++\n[a]\nb = 1\n[a.c]\nd = 2024-02-30\n[a]\nb = 2\n+++\n"), @r#"
        a = {b = number 1 at `1`, c = {d = date 2024-02-30 at `2024-02-30`} at `d = 2024-02-30`, b = number 2 at `2`} at `b = 1⏎[a.c]⏎d = 2024-02-30⏎[a]⏎b = 2`
        ! This date or time does not exist or is not spelt as TOML wants it, like 2024-01-31T10:00:00Z. at `2024-02-30`
        ! The table `a` is given twice. at `a`
        ! The key `b` is given twice. at `b`
        "#);
        assert_snapshot!(outline("+++\nb = \"x\nc = 9999999999999999999\nd = tru\ne = [1, 2\nf = 3\n+++\n"), @r#"
        b = "x" at `"x`
        c = number 9999999999999999999 at `9999999999999999999`
        d = true at `tru`
        e = [number 1 at `1`, number 2 at `2`, false at `f`, number 3 at `3`] at `[1, 2⏎f = 3`
        ! A quotation mark is missing at the end of this text. at `"x`
        ! This number has too many digits for TOML; put quotes around it to keep it as text. at `9999999999999999999`
        ! Only `true` and `false` stand without quotes; text needs quotes around it. at `tru`
        ! This list is not closed; a `]` is missing. at `[`
        ! A comma is missing between two items of this list. at `f`
        "#);
    }
}
