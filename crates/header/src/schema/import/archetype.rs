//! Owns Hugo's archetypes, the templates of new posts (<https://gohugo.io/content-management/archetypes/>): their
//! keys, and what new posts have there.

use super::Collection;
use crate::front_matter::{Entry, FrontMatter, Value};
use crate::schema::learn::{self, LearnedKey};
use crate::schema::{Field, Kind, dates};

/// Stands for what the template would fill in; no archetype says this.
const FILLED_IN: &str = "filled-in-by-hugo";

pub(super) fn read(path: &str, text: &str) -> Option<Collection> {
    let text = without_actions(text);
    let header = FrontMatter::read(&text)?;
    let learned = learn::from_posts([(text.as_str(), &header)]);
    let name = name(path);
    Some(Collection {
        folder: (name != "default").then(|| format!("content/{name}")),
        name,
        fields: fields(learned.keys, &header.entries),
        says_required: false,
        is_closed: false,
    })
}

/// `archetypes/posts.md` and `archetypes/posts/index.md` are for the section `posts`.
fn name(path: &str) -> String {
    let path = path.replace('\\', "/");
    let inside = path.split("archetypes/").last().unwrap_or("");
    inside.split('/').next().unwrap_or("").trim_end_matches(".md").to_owned()
}

/// The text with an example in place of each `{{ action }}`; lines of nothing but actions are left out.
fn without_actions(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((action, after)) = after.split_once("}}") else {
            rest = "";
            break;
        };
        rest = after;
        let starts_line = out.is_empty() || out.ends_with('\n');
        let ends_line = rest.is_empty() || rest.starts_with(['\n', '\r']);
        if !(starts_line && ends_line) {
            out.push_str(example(action));
        }
    }
    out.push_str(rest);
    out
}

fn example(action: &str) -> &'static str {
    let is_date = action.contains(".Date") || action.contains("now") || action.contains("time");
    match is_date {
        true if action.contains("2006") && !action.contains("15") => "2000-01-01",
        true => "2000-01-01T00:00:00Z",
        false => FILLED_IN,
    }
}

fn fields(keys: Vec<LearnedKey>, entries: &[Entry]) -> Vec<Field> {
    let field = |learned: LearnedKey| {
        let value = entries.iter().find(|entry| entry.key == learned.key).map(|entry| &entry.value.value);
        let inner = match value {
            Some(Value::Map(entries)) => entries.as_slice(),
            _ => &[],
        };
        Field {
            kind: match value {
                // Empty text tells that text belongs there, and no more.
                Some(Value::String(text)) if text.is_empty() || text.contains(FILLED_IN) => Kind::Text,
                _ => learned.kind,
            },
            multiple: learned.multiple,
            default: value.and_then(default),
            fields: fields(learned.fields, inner),
            key: learned.key,
            ..Field::default()
        }
    };
    keys.into_iter().map(field).collect()
}

/// What new posts have there, where it is always the same.
fn default(value: &Value) -> Option<String> {
    match value {
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Number(text) => Some(text.clone()),
        // A date that is always the same was an example in place of an action.
        Value::String(text) if dates::read(text).is_some() => None,
        Value::String(text) if !text.is_empty() && !text.contains(FILLED_IN) => Some(text.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Kind, Option<&str>)]) {
        let collection = read("archetypes/posts.md", text).unwrap();
        let fields: Vec<_> = collection
            .fields
            .iter()
            .map(|field| (field.key.as_str(), field.kind, field.default.as_deref()))
            .collect();
        assert_eq!(fields, expected);
    }

    #[test]
    fn template_values_are_understood() {
        check(
            "---\ntitle: \"{{ replace .Name \"-\" \" \" | title }}\"\ndate: {{ .Date }}\nday: {{ now.Format \"2006-01-02\" }}\ndraft: true\ntags: []\nimage: ''\nlayout: post\nnothing:\n{{- if .Site.Params.x }}\nmood: calm\n{{ end }}\n---\n\nText {{ .Name }}\n",
            &[
                ("title", Kind::Text, None),
                ("date", Kind::DateTime, None),
                ("day", Kind::Date, None),
                ("draft", Kind::Switch, Some("true")),
                ("tags", Kind::Tags, None),
                ("image", Kind::Text, None),
                ("layout", Kind::Text, Some("post")),
                ("nothing", Kind::Raw, None),
                ("mood", Kind::Text, Some("calm")),
            ],
        );
        check(
            "+++\ntitle = '{{ .File.ContentBaseName }}'\ndate = '{{ .Date }}'\n[params]\ntoc = false\n+++\n",
            &[("title", Kind::Text, None), ("date", Kind::DateTime, None), ("params", Kind::Object, None)],
        );
    }

    #[test]
    fn the_file_names_the_section() {
        let folder = |path| read(path, "---\na: 1\n---\n").unwrap().folder;
        assert_eq!(folder("archetypes/posts/index.md").as_deref(), Some("content/posts"));
        assert_eq!(folder("themes/x/archetypes/blog.md").as_deref(), Some("content/blog"));
        assert_eq!(folder("archetypes/default.md"), None);
    }
}
