//! Owns how the tests of the three readers show a header: one entry a line, then the problems.

use super::{FrontMatter, Node, Value};

pub(super) fn outline(source: &str) -> String {
    let header = FrontMatter::read(source).expect("a header");
    let entries =
        header.entries.iter().map(|entry| format!("{} = {}", entry.key, show(source, &entry.value)));
    let problems = header
        .problems
        .iter()
        .map(|problem| format!("! {} at {}", problem.message, quote(problem.span.slice(source))));
    entries.chain(problems).collect::<Vec<_>>().join("\n")
}

fn show(source: &str, node: &Node) -> String {
    let value = match &node.value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(text) => format!("number {text}"),
        Value::Date(text) => format!("date {text}"),
        Value::String(text) => format!("{text:?}"),
        Value::List(items) => {
            format!("[{}]", items.iter().map(|item| show(source, item)).collect::<Vec<_>>().join(", "))
        }
        Value::Map(entries) => {
            let inner = entries.iter().map(|entry| format!("{} = {}", entry.key, show(source, &entry.value)));
            format!("{{{}}}", inner.collect::<Vec<_>>().join(", "))
        }
    };
    format!("{value} at {}", quote(node.span.slice(source)))
}

fn quote(text: &str) -> String {
    format!("`{}`", text.replace('\n', "⏎"))
}
