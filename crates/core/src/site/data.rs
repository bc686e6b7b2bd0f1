//! Owns the values of configuration files in TOML, YAML and JSON, with their lines.

use crate::front_matter::{BYTE_ORDER_MARK, Entry, FrontMatter, Node, Value as Data};

/// Values deeper than this are left out.
const MAX_DEPTH: usize = 16;
/// At most this many values are read from a file.
const MAX_VALUES: usize = 5000;

/// A value of a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// Its keys, with dots between them.
    pub(super) path: String,
    /// The value, as text.
    pub(super) text: String,
    /// Its line, from 1.
    pub(super) line: usize,
}

/// The scalars of a file with this extension, and the items of its lists; none where it is in no known language.
pub(super) fn values(extension: &str, text: &str) -> Option<Vec<Value>> {
    let (open, close) = match extension {
        "toml" => ("+++", "+++"),
        "yaml" | "yml" => ("---", "---"),
        "json" => ("---json", "---"),
        _ => return None,
    };
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    // The mark that begins a document of YAML is the fence.
    let has_mark = open == "---" && text.starts_with("---") && text.lines().next() == Some("---");
    let fenced = if has_mark { format!("{text}\n---\n") } else { format!("{open}\n{text}\n{close}\n") };
    let header = FrontMatter::read(&fenced)?;
    let first_line = usize::from(has_mark);
    let line_starts: Vec<usize> = fenced.match_indices('\n').map(|(at, _)| at + 1).collect();
    let mut reader = Reader { values: Vec::new(), first_line, line_starts };
    reader.map("", &header.entries, 0);
    Some(reader.values)
}

struct Reader {
    values: Vec<Value>,
    /// 1 where the first line of the text is its own, 0 where it is the fence.
    first_line: usize,
    line_starts: Vec<usize>,
}

impl Reader {
    fn map(&mut self, parent: &str, entries: &[Entry], depth: usize) {
        for entry in entries {
            let path = if parent.is_empty() { entry.key.clone() } else { format!("{parent}.{}", entry.key) };
            self.node(path, &entry.value, depth);
        }
    }

    fn node(&mut self, path: String, node: &Node, depth: usize) {
        if depth > MAX_DEPTH || self.values.len() >= MAX_VALUES {
            return;
        }
        let text = match &node.value {
            Data::Map(entries) => return self.map(&path, entries, depth + 1),
            Data::List(items) => {
                return items.iter().for_each(|item| self.node(path.clone(), item, depth + 1));
            }
            Data::Null => String::new(),
            Data::Bool(truth) => truth.to_string(),
            Data::Number(text) | Data::Date(text) | Data::String(text) => text.clone(),
        };
        let line = self.line_starts.partition_point(|start| *start <= node.span.start) + self.first_line;
        self.values.push(Value { path, text, line });
    }
}
