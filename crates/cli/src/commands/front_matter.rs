//! Owns `foreword front-matter`.

use crate::input::read;
use crate::{Failure, Outcome, output};
use foreword_core::front_matter::{End, Entry, Format, Node, Value};
use foreword_core::{FrontMatter, Span};
use serde_json::{Value as Json, json};

/// Arguments of `foreword front-matter`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The post, or - for standard input
    file: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let input = read(&arguments.file)?;
    let Some(header) = FrontMatter::read(&input.text) else {
        output::print("null\n");
        return Ok(Outcome::Clean);
    };
    let problems: Vec<Json> = header
        .problems
        .iter()
        .map(|problem| json!({"message": problem.message, "span": span(problem.span)}))
        .collect();
    let format = match header.format {
        Format::Yaml => "yaml",
        Format::Toml => "toml",
        Format::Json => "json",
    };
    let json = json!({
        "format": format,
        "span": span(header.span),
        "inner": span(header.inner),
        "closed": header.end == End::Closed,
        "entries": entries(&header.entries),
        "problems": problems,
    });
    output::print(&format!("{json:#}\n"));
    let clean = header.problems.is_empty() && header.end == End::Closed;
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}

/// Start and end in bytes of the file.
fn span(span: Span) -> Json {
    json!([span.start, span.end])
}

fn entries(entries: &[Entry]) -> Vec<Json> {
    let entry = |entry: &Entry| {
        let mut json = node(&entry.value);
        if let Some(object) = json.as_object_mut() {
            object.shift_insert(0, "key".to_owned(), json!(entry.key));
            object.shift_insert(1, "keySpan".to_owned(), span(entry.key_span));
        }
        json
    };
    entries.iter().map(entry).collect()
}

/// A value with its kind and place. Numbers and dates stay text, as spelt in the file.
fn node(node: &Node) -> Json {
    let list = |items: &[Node]| items.iter().map(self::node).collect::<Vec<_>>();
    let (kind, value) = match &node.value {
        Value::Null => ("null", Json::Null),
        Value::Bool(truth) => ("bool", json!(truth)),
        Value::Number(text) => ("number", json!(text)),
        Value::Date(text) => ("date", json!(text)),
        Value::String(text) => ("string", json!(text)),
        Value::List(items) => ("list", json!(list(items))),
        Value::Map(inner) => ("map", json!(entries(inner))),
    };
    json!({"kind": kind, "value": value, "span": span(node.span)})
}
