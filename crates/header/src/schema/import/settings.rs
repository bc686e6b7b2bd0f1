//! Owns reading configuration files as data, and the fields that three content managers describe in the same way.

use super::{MAX_DEPTH, MAX_FIELDS};
use crate::front_matter::{BYTE_ORDER_MARK, Data, FrontMatter, Step};
use crate::jsonc::without_comments;
use crate::schema::Field;

/// YAML as data; null where it cannot be read at all.
pub(super) fn yaml(text: &str) -> Data {
    let text = text.trim_start_matches(BYTE_ORDER_MARK).trim_start();
    let text = text.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])).unwrap_or(text);
    fenced("---", text)
}

/// JSON as data, with the comments and commas at the end of lists that Visual Studio Code allows in its settings.
pub(super) fn json(text: &str) -> Data {
    fenced("---json", &without_comments(text.trim_start_matches(BYTE_ORDER_MARK)))
}

fn fenced(fence: &str, text: &str) -> Data {
    let source = format!("{fence}\n{text}\n---\n");
    FrontMatter::read(&source).map_or(Data::Null, |header| Data::map(&header.entries))
}

/// The value of a key.
pub(super) fn get<'a>(data: &'a Data, key: &str) -> Option<&'a Data> {
    data.at(std::slice::from_ref(&Step::Key(key.to_owned())))
}

/// The text of a key, trimmed; none where there is none or it is empty.
pub(super) fn text<'a>(data: &'a Data, key: &str) -> Option<&'a str> {
    match get(data, key)? {
        Data::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// True when a key is there and true.
pub(super) fn is_true(data: &Data, key: &str) -> bool {
    matches!(get(data, key), Some(Data::Bool(true)))
}

/// The items of a list under a key.
pub(super) fn list<'a>(data: &'a Data, key: &str) -> &'a [Data] {
    match get(data, key) {
        Some(Data::List(items)) => items,
        _ => &[],
    }
}

/// A scalar as spelt; empty text is none.
pub(super) fn scalar(data: &Data) -> Option<String> {
    match data {
        Data::Bool(truth) => Some(truth.to_string()),
        Data::Number(text) | Data::Date(text) | Data::String(text) => {
            Some(text.clone()).filter(|text| !text.is_empty())
        }
        _ => None,
    }
}

/// What there is to choose from: scalars, or maps with the scalar under one of these keys.
pub(super) fn choices(items: &[Data], keys: &[&str]) -> Vec<String> {
    let of_map = |item: &Data| keys.iter().find_map(|key| scalar(get(item, key)?));
    items.iter().filter_map(|item| scalar(item).or_else(|| of_map(item))).take(MAX_FIELDS).collect()
}

/// A folder as collections name it: without slashes around it, up to the first placeholder.
pub(super) fn folder(path: &str) -> String {
    let path = path.split("{{").next().unwrap_or("");
    let path = path.trim_start_matches("[[workspace]]").trim_start_matches("./");
    path.trim_matches('/').to_owned()
}

/// Reads lists of fields within bounds, whatever a manager calls things.
pub(super) struct Reader<'a> {
    /// Reads one field; the reader is for the fields in it.
    pub(super) read: fn(&mut Reader<'a>, &'a Data) -> Option<Field>,
    /// What definitions the fields refer to.
    pub(super) shared: &'a Data,
    depth: usize,
    left: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(shared: &'a Data, read: fn(&mut Reader<'a>, &'a Data) -> Option<Field>) -> Reader<'a> {
        Reader { read, shared, depth: 0, left: MAX_FIELDS }
    }

    /// The fields that these items describe; the first of those with one key.
    pub(super) fn fields(&mut self, items: &'a [Data]) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        if self.depth >= MAX_DEPTH {
            return fields;
        }
        self.depth += 1;
        for item in items {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            let field = (self.read)(self, item);
            fields.extend(field.filter(|field| fields.iter().all(|other| other.key != field.key)));
        }
        self.depth -= 1;
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_may_have_comments() {
        let data = json("// top\n{ \"a\": [1, 2, ], /* b */ \"c\": \"// no comment, }\",\n}\n");
        assert_eq!(text(&data, "c"), Some("// no comment, }"));
        assert_eq!(list(&data, "a").len(), 2);
    }

    #[test]
    fn yaml_may_begin_with_a_fence() {
        assert_eq!(text(&yaml("---\na: x\n"), "a"), Some("x"));
        assert_eq!(text(&yaml("\u{feff}# note\na: x\n"), "a"), Some("x"));
        assert_eq!(text(&yaml("# note\n---\na: x\n"), "a"), None);
    }

    #[test]
    fn folders() {
        assert_eq!(folder("[[workspace]]/content/{{year}}/x"), "content");
        assert_eq!(folder("./src/content/blog/"), "src/content/blog");
    }
}
