//! Owns the list of known differences: which text still comes out otherwise than a generator publishes it, and why.

use std::collections::BTreeMap;

use foreword_core::FrontMatter;
use foreword_core::front_matter::{Entry, Node, Value};

/// Reasons by generator and text.
pub(crate) type Known = BTreeMap<(String, String), String>;

/// Reads the list: of each generator an array of tables, each with a `reason` and its `texts`.
pub(crate) fn read(toml: &str) -> Known {
    // The list is in the language of headers, and those we can read.
    let fenced = format!("+++\n{toml}\n+++\n");
    let list = FrontMatter::read(&fenced).expect("a header between fences");
    assert!(list.problems.is_empty(), "the list cannot be read: {:?}", list.problems);
    let mut known = Known::new();
    for Entry { key: generator, value, .. } in &list.entries {
        for group in items(value) {
            let Value::Map(group) = &group.value else { panic!("{generator}: a table was expected") };
            let reason = text(get(group, "reason"));
            assert!(!reason.trim().is_empty(), "{generator}: a reason is empty");
            for name in items(get(group, "texts")) {
                let name = text(name);
                let before = known.insert((generator.clone(), name.to_owned()), reason.to_owned());
                assert!(before.is_none(), "{generator}: {name} is listed twice");
            }
        }
    }
    known
}

fn items(node: &Node) -> &[Node] {
    let Value::List(items) = &node.value else { panic!("a list was expected, not {:?}", node.value) };
    items
}

fn get<'a>(table: &'a [Entry], key: &str) -> &'a Node {
    let entry = table.iter().find(|entry| entry.key == key);
    &entry.unwrap_or_else(|| panic!("`{key}` is missing in {table:?}")).value
}

fn text(node: &Node) -> &str {
    let Value::String(text) = &node.value else { panic!("text was expected, not {:?}", node.value) };
    text
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_reason_may_hold_for_several_texts() {
        let known = read(
            "[[hugo]]\nreason = \"no line tables\"\ntexts = [\"a\", \"b\"]\n[[zola]]\nreason = \"r\"\ntexts = [\"a\"]",
        );
        assert_eq!(known.len(), 3);
        assert_eq!(known[&("hugo".to_owned(), "b".to_owned())], "no line tables");
    }
}
