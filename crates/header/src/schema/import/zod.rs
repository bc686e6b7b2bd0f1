//! Owns what Zod's calls say about a value (<https://zod.dev/api>), with those that Astro adds: `image()` and
//! `reference()` (<https://docs.astro.build/en/reference/modules/astro-content/>).

use super::script::{Link, Value};
use super::{MAX_DEPTH, MAX_FIELDS};
use crate::schema::{Field, Kind};
use std::collections::HashMap;

/// Reads schemas with the names that the script gives to parts of them.
pub(super) struct Reader<'a> {
    names: &'a HashMap<String, Value>,
    depth: usize,
    left: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(names: &'a HashMap<String, Value>) -> Reader<'a> {
        Reader { names, depth: 0, left: MAX_FIELDS }
    }

    /// The keys of a schema of an object.
    pub(super) fn fields(&mut self, schema: &Value) -> Vec<Field> {
        self.field("", schema).fields
    }

    /// The field that a schema describes.
    fn field(&mut self, key: &str, schema: &Value) -> Field {
        let mut field = Field { key: key.to_owned(), required: true, ..Field::default() };
        if self.depth < MAX_DEPTH && self.left > 0 {
            self.left -= 1;
            self.depth += 1;
            if let Value::Chain(links) = schema {
                links.iter().for_each(|link| self.link(&mut field, link));
            }
            self.depth -= 1;
        }
        field
    }

    /// What one name or call of a chain adds to what those before it said.
    fn link(&mut self, field: &mut Field, link: &Link) {
        let Some(arguments) = &link.arguments else {
            // A name alone stands for its value; the first of a chain may be the library's.
            if let Some(value) = self.names.get(&link.name) {
                let key = std::mem::take(&mut field.key);
                *field = self.field(&key, value);
            }
            return;
        };
        let first = arguments.first();
        match link.name.as_str() {
            "string" | "templateLiteral" => field.kind = Kind::Text,
            "number" | "int" | "int32" | "float32" | "float64" | "bigint" => field.kind = Kind::Number,
            "boolean" | "stringbool" => field.kind = Kind::Switch,
            "date" => field.kind = if field.kind == Kind::Text { Kind::Date } else { Kind::DateTime },
            "datetime" => field.kind = Kind::DateTime,
            "url" | "httpUrl" => field.kind = Kind::Url,
            "email" => field.kind = Kind::Email,
            "image" => field.kind = Kind::Image,
            "reference" => field.kind = Kind::Relation,
            "max" if field.kind == Kind::Text && is_roomy(first) => field.kind = Kind::LongText,
            "enum" | "nativeEnum" | "literal" => self.choice(field, first),
            "union" | "discriminatedUnion" => {
                if let Some(Value::List(members)) = arguments.last() {
                    self.union(field, members);
                }
            }
            "or" => {
                if let Some(schema) = first {
                    let other = self.field("", schema).kind;
                    may_be(field, other);
                }
            }
            "array" | "set" => {
                if let Some(schema) = first {
                    self.replace(field, schema);
                    field.required = true;
                }
                repeat(field);
            }
            "object" | "strictObject" | "looseObject" | "extend" | "safeExtend" | "merge" | "and" => {
                field.kind = Kind::Object;
                let more = first.map(|schema| self.object(schema)).unwrap_or_default();
                for own in more {
                    field.fields.retain(|other| other.key != own.key);
                    field.fields.push(own);
                }
            }
            "omit" => field.fields.retain(|own| first.is_none_or(|keys| keys.get(&own.key).is_none())),
            "pick" => field.fields.retain(|own| first.is_none_or(|keys| keys.get(&own.key).is_some())),
            "partial" => field.fields.iter_mut().for_each(|own| own.required = false),
            "record" | "map" => field.kind = Kind::Object,
            "optional" | "nullish" | "nullable" | "exactOptional" => {
                // `z.optional(schema)` says the same as `schema.optional()`.
                if let Some(schema) = first {
                    self.replace(field, schema);
                }
                field.required &= link.name == "nullable";
            }
            "default" | "prefault" | "catch" => {
                field.required = false;
                field.default = first.and_then(spelt).or(field.default.take());
            }
            "describe" => field.about = first.and_then(Value::text).unwrap_or_default().to_owned(),
            "meta" => {
                let text = |key| first.and_then(|meta| meta.get(key)).and_then(Value::text);
                field.about = text("description").unwrap_or_default().to_owned();
                field.label = text("title").map(str::to_owned);
            }
            "lazy" => first.into_iter().for_each(|schema| self.replace(field, schema)),
            "preprocess" | "codec" => {
                arguments.last().into_iter().for_each(|schema| self.replace(field, schema))
            }
            // A function that the script defines: what it returns.
            name => {
                if let Some(value) = self.names.get(name) {
                    self.replace(field, value);
                }
            }
        }
    }

    /// What the schema says takes the place of what is known of the field; its key stays.
    fn replace(&mut self, field: &mut Field, schema: &Value) {
        let key = std::mem::take(&mut field.key);
        *field = self.field(&key, schema);
    }

    /// The keys of an object literal, of a schema of an object, or of what a name stands for.
    fn object(&mut self, value: &Value) -> Vec<Field> {
        let Value::Object(entries) = value else {
            return self.fields(value);
        };
        let mut fields = Vec::new();
        for (key, value) in entries {
            if self.left == 0 {
                break;
            }
            if !key.is_empty() {
                fields.push(self.field(key, value));
                continue;
            }
            // `...shared` or `...shared.shape`.
            let named = match value {
                Value::Chain(links) => links.first().and_then(|link| self.names.get(&link.name)),
                _ => None,
            };
            if let Some(named) = named
                && self.depth < MAX_DEPTH
            {
                self.depth += 1;
                fields.extend(self.object(named));
                self.depth -= 1;
            }
        }
        fields
    }

    fn choice(&mut self, field: &mut Field, first: Option<&Value>) {
        field.kind = Kind::Choice;
        let named = match first {
            Some(Value::Chain(links)) => links.first().and_then(|link| self.names.get(&link.name)),
            other => other,
        };
        match named {
            Some(Value::List(items)) => field.choices.extend(items.iter().filter_map(spelt)),
            Some(Value::Object(entries)) => {
                field.choices.extend(entries.iter().filter_map(|(_, item)| spelt(item)))
            }
            Some(item) => field.choices.extend(spelt(item)),
            None => {}
        }
        if field.choices.is_empty() {
            field.kind = Kind::Text;
        }
    }

    /// Literals make a choice; of other schemas the first counts, and the value may be of the others' kinds too.
    fn union(&mut self, field: &mut Field, members: &[Value]) {
        let members: Vec<Field> = members.iter().take(50).map(|member| self.field("", member)).collect();
        let mut members = members.into_iter();
        let Some(first) = members.next() else {
            return;
        };
        let key = std::mem::take(&mut field.key);
        *field = Field { key, ..first };
        for other in members {
            field.required &= other.required;
            may_be(field, other.kind);
            for own in other.fields {
                if field.fields.iter().all(|known| known.key != own.key) {
                    field.fields.push(Field { required: false, ..own });
                }
            }
            match field.kind {
                Kind::Choice if other.kind == Kind::Choice => field.choices.extend(other.choices),
                // Any text besides some words is any text.
                Kind::Choice if other.kind == Kind::Text => {
                    field.kind = Kind::Text;
                    field.also.retain(|kind| *kind != Kind::Text);
                    field.suggestions = std::mem::take(&mut field.choices);
                }
                _ => {}
            }
        }
    }
}

/// True for a limit that leaves room for more than a line.
fn is_roomy(limit: Option<&Value>) -> bool {
    matches!(limit, Some(Value::Literal(number)) if number.parse::<f64>().is_ok_and(|number| number > 120.0))
}

/// Takes another kind of value into account. A date that may also be text is a date.
fn may_be(field: &mut Field, mut kind: Kind) {
    if field.kind == Kind::Text && matches!(kind, Kind::Date | Kind::DateTime) {
        std::mem::swap(&mut field.kind, &mut kind);
    }
    if kind != field.kind && !field.also.contains(&kind) {
        field.also.push(kind);
    }
}

/// From the kind of an item to that of a list.
fn repeat(field: &mut Field) {
    field.kind = match field.kind {
        Kind::Text | Kind::LongText | Kind::Markdown => Kind::List,
        Kind::Choice => Kind::MultiChoice,
        Kind::Object => Kind::ObjectList,
        kind if kind.is_list() || field.multiple => Kind::Raw,
        Kind::Raw => Kind::List,
        kind => {
            field.multiple = true;
            kind
        }
    };
    field.default = None;
}

/// A literal as spelt in a header.
fn spelt(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Value::Literal(text) => Some(text.clone()).filter(|text| text != "null"),
        _ => None,
    }
}
