//! Owns the configuration of Pages CMS (<https://pagescms.org/docs/configuration/fields/>).

use super::Collection;
use super::settings::{Reader, choices, folder, get, is_true, list, scalar, text, yaml};
use crate::front_matter::Data;
use crate::schema::{Field, Kind};

pub(super) fn read(config: &str) -> Vec<Collection> {
    let config = yaml(config);
    let mut collections = Vec::new();
    let mut reader = Reader::new(&config, field);
    for item in list(&config, "content") {
        // Entries can be grouped, one level deep, in the menu.
        let grouped = list(item, "items");
        let entries = if grouped.is_empty() { std::slice::from_ref(item) } else { grouped };
        for entry in entries {
            collections.push(Collection {
                name: text(entry, "name").unwrap_or_default().to_owned(),
                folder: text(entry, "path").map(folder),
                fields: reader.fields(list(entry, "fields")),
                says_required: true,
                is_closed: false,
            });
        }
    }
    collections
}

fn field<'a>(reader: &mut Reader<'a>, item: &'a Data) -> Option<Field> {
    // The text below the header is a field of this name.
    let key = text(item, "name").filter(|name| *name != "body")?;
    let shared = reader.shared;
    let component =
        text(item, "component").and_then(|name| get(get(shared, "components")?, name)).unwrap_or(&Data::Null);
    // What the field itself says overrides the component that it uses.
    let any = |key: &str| get(item, key).or_else(|| get(component, key));
    let options = any("options").unwrap_or(&Data::Null);
    let is_list = any("list").is_some_and(|list| !matches!(list, Data::Bool(false) | Data::Null));
    let is_multiple = is_true(options, "multiple");
    let inner = match any("fields") {
        Some(Data::List(items)) => reader.fields(items),
        _ => Vec::new(),
    };
    let mut field = Field {
        key: key.to_owned(),
        label: any("label").and_then(scalar),
        about: any("description").and_then(scalar).unwrap_or_default(),
        default: any("default").and_then(scalar),
        required: matches!(any("required"), Some(Data::Bool(true))),
        choices: choices(list(options, "values"), &["value", "name", "label"]),
        fields: inner,
        ..Field::default()
    };
    let kind = match any("type").and_then(scalar).as_deref().unwrap_or("string") {
        "string" => Kind::Text,
        "text" | "code" => Kind::LongText,
        "rich-text" => Kind::Markdown,
        "number" => Kind::Number,
        "boolean" => Kind::Switch,
        "date" if is_true(options, "time") => Kind::DateTime,
        "date" => Kind::Date,
        "select" if is_multiple => Kind::MultiChoice,
        "select" => Kind::Choice,
        "image" => Kind::Image,
        "file" => Kind::File,
        "reference" => Kind::Relation,
        "object" => Kind::Object,
        "block" => {
            field.fields = blocks(reader, any("blocks"), text(item, "blockKey").unwrap_or("_block"));
            Kind::Object
        }
        "uuid" => Kind::Text,
        _ => Kind::Raw,
    };
    field.kind = match kind {
        Kind::Object if is_list => Kind::ObjectList,
        Kind::Choice if is_list => Kind::MultiChoice,
        Kind::Text | Kind::LongText | Kind::Markdown if is_list => Kind::List,
        other => other,
    };
    let can_repeat = field.kind == kind && !kind.is_list() && kind != Kind::Raw && kind != Kind::Object;
    field.multiple = can_repeat && (is_list || is_multiple);
    Some(field)
}

/// Objects of several shapes: a key that names the shape, and the fields of each.
fn blocks<'a>(reader: &mut Reader<'a>, blocks: Option<&'a Data>, key: &str) -> Vec<Field> {
    let Some(Data::List(blocks)) = blocks else {
        return Vec::new();
    };
    let name = Field {
        key: key.to_owned(),
        kind: Kind::Choice,
        choices: choices(blocks, &["name"]),
        required: true,
        ..Field::default()
    };
    let mut fields = vec![name];
    for block in reader.fields(blocks) {
        for mut own in block.fields {
            own.required = false;
            if fields.iter().all(|other| other.key != own.key) {
                fields.push(own);
            }
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "
media: static/images
components:
  hero: { type: object, label: Hero, fields: [{ name: picture, type: image }] }
content:
  - name: posts
    label: Posts
    type: collection
    path: content/posts
    fields:
      - { name: title, type: string, required: true, description: On top }
      - { name: date, type: date, options: { time: true } }
      - { name: day, type: date }
      - { name: mood, type: select, options: { values: [calm, { value: wild, label: Wild }] } }
      - { name: tags, type: string, list: true }
      - { name: gallery, type: image, options: { multiple: true } }
      - { name: top, component: hero, label: Top }
      - { name: sections, type: block, list: true, blockKey: kind, blocks: [{ name: hero, component: hero }] }
      - { name: body, type: rich-text }
  - name: more
    type: group
    items: [{ name: about, type: file, path: about.md, fields: [{ name: title }] }]
";

    #[test]
    fn content_becomes_collections() {
        let collections = read(CONFIG);
        let names: Vec<_> = collections.iter().map(|collection| collection.name.as_str()).collect();
        assert_eq!(names, ["posts", "about"]);
        let fields = &collections[0].fields;
        let kinds: Vec<_> = fields.iter().map(|field| (field.key.as_str(), field.kind)).collect();
        assert_eq!(
            kinds,
            [
                ("title", Kind::Text),
                ("date", Kind::DateTime),
                ("day", Kind::Date),
                ("mood", Kind::Choice),
                ("tags", Kind::List),
                ("gallery", Kind::Image),
                ("top", Kind::Object),
                ("sections", Kind::ObjectList),
            ]
        );
        assert!(fields[0].required && !fields[1].required);
        assert_eq!(fields[3].choices, ["calm", "wild"]);
        assert!(fields[5].multiple && !fields[4].multiple);
        assert_eq!((fields[6].label.as_deref(), fields[6].fields[0].kind), (Some("Top"), Kind::Image));
        let keys: Vec<_> = fields[7].fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["kind", "picture"]);
    }
}
