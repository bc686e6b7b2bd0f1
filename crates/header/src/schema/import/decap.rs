//! Owns the configuration of Decap CMS and Sveltia CMS
//! (<https://decapcms.org/docs/configuration-options/#collections>, <https://decapcms.org/docs/widgets/>,
//! <https://sveltiacms.app/en/docs/fields>).

use super::Collection;
use super::settings::{Reader, choices, folder, get, is_true, list, scalar, text, yaml};
use crate::front_matter::Data;
use crate::schema::{Field, Kind};

pub(super) fn read(config: &str) -> Vec<Collection> {
    let config = yaml(config);
    let mut reader = Reader::new(&Data::Null, field);
    let mut collections = Vec::new();
    for item in list(&config, "collections") {
        let name = text(item, "name").unwrap_or_default();
        let mut add = |name: &str, place: Option<&str>, fields| {
            collections.push(Collection {
                name: name.to_owned(),
                folder: place.map(folder),
                fields: reader.fields(fields),
                says_required: true,
                is_closed: false,
            });
        };
        if let Some(place) = text(item, "folder") {
            add(name, Some(place), list(item, "fields"));
        }
        for file in list(item, "files") {
            add(text(file, "name").unwrap_or(name), text(file, "file"), list(file, "fields"));
        }
    }
    collections
}

fn field<'a>(reader: &mut Reader<'a>, item: &'a Data) -> Option<Field> {
    // The text below the header is a field of this name.
    let key = text(item, "name").filter(|name| *name != "body")?;
    let is_multiple = is_true(item, "multiple");
    let mut field = Field {
        key: key.to_owned(),
        label: text(item, "label").map(str::to_owned),
        about: text(item, "hint").unwrap_or_default().to_owned(),
        default: get(item, "default").and_then(scalar).filter(|default| !default.contains("{{")),
        // Fields are required unless they say otherwise.
        required: !matches!(get(item, "required"), Some(Data::Bool(false))),
        choices: choices(list(item, "options"), &["value", "label"]),
        fields: reader.fields(list(item, "fields")),
        ..Field::default()
    };
    let date_only = text(item, "type") == Some("date")
        || matches!(get(item, "time_format"), Some(Data::Bool(false)))
        || matches!(get(item, "timeFormat"), Some(Data::Bool(false)));
    field.kind = match text(item, "widget").unwrap_or("string") {
        "string" => match text(item, "type") {
            Some("url") => Kind::Url,
            Some("email") => Kind::Email,
            _ => Kind::Text,
        },
        "text" => Kind::LongText,
        "markdown" | "richtext" => Kind::Markdown,
        "number" => Kind::Number,
        "boolean" => Kind::Switch,
        "date" => Kind::Date,
        "datetime" if date_only => Kind::Date,
        "datetime" => Kind::DateTime,
        "select" if is_multiple => Kind::MultiChoice,
        "select" => Kind::Choice,
        "list" => of_list(reader, item, &mut field),
        "object" => of_object(reader, item, &mut field),
        "keyvalue" => Kind::Object,
        "image" => Kind::Image,
        "file" => Kind::File,
        "relation" => Kind::Relation,
        "color" => Kind::Colour,
        "hidden" | "uuid" | "compute" => Kind::Text,
        _ => Kind::Raw,
    };
    field.multiple |= is_multiple && matches!(field.kind, Kind::Image | Kind::File | Kind::Relation);
    Some(field)
}

/// A list holds text, one thing over and over (`field`), or objects (`fields`, `types`).
fn of_list<'a>(reader: &mut Reader<'a>, item: &'a Data, field: &mut Field) -> Kind {
    if let Some(inner) = get(item, "field") {
        let Some(inner) = reader.fields(std::slice::from_ref(inner)).pop() else {
            return Kind::List;
        };
        return match inner.kind {
            Kind::Object => {
                field.fields = inner.fields;
                Kind::ObjectList
            }
            Kind::Choice => {
                field.choices = inner.choices;
                Kind::MultiChoice
            }
            Kind::Text | Kind::LongText | Kind::Markdown => Kind::List,
            kind if kind.is_list() => Kind::Raw,
            kind => {
                field.multiple = true;
                kind
            }
        };
    }
    add_types(reader, item, field);
    if field.fields.is_empty() { Kind::List } else { Kind::ObjectList }
}

fn of_object<'a>(reader: &mut Reader<'a>, item: &'a Data, field: &mut Field) -> Kind {
    add_types(reader, item, field);
    Kind::Object
}

/// Objects of several types have a key that names the type, and may have the fields of any.
fn add_types<'a>(reader: &mut Reader<'a>, item: &'a Data, field: &mut Field) {
    let types = list(item, "types");
    if types.is_empty() {
        return;
    }
    field.fields.push(Field {
        key: text(item, "typeKey").unwrap_or("type").to_owned(),
        kind: Kind::Choice,
        choices: choices(types, &["name"]),
        required: true,
        ..Field::default()
    });
    for kind in types {
        for mut own in reader.fields(list(kind, "fields")) {
            own.required = false;
            if field.fields.iter().all(|other| other.key != own.key) {
                field.fields.push(own);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "
backend: { name: git-gateway }
blog_fields: &fields
  - { label: Title, name: title, widget: string }
  - { label: Publish Date, name: date, widget: datetime, hint: When it goes live }
  - { label: Day, name: day, widget: datetime, time_format: false }
  - { name: rating, widget: number, required: false, default: 3 }
  - { name: mood, widget: select, options: [calm, { label: Wild!, value: wild }] }
  - { name: topics, widget: select, multiple: true, options: [a, b] }
  - { name: tags, widget: list }
  - { name: photos, widget: list, field: { name: photo, widget: image } }
  - { name: author, widget: relation, collection: authors, multiple: true }
  - name: blocks
    widget: list
    types:
      - { name: hero, fields: [{ name: picture, widget: image }] }
      - { name: quote, fields: [{ name: words, widget: text }] }
  - { name: body, widget: markdown }
  - { name: map, widget: map }
collections:
  - { name: blog, folder: content/blog/, create: true, fields: *fields }
  - name: pages
    files:
      - { name: about, file: content/about.md, fields: [{ name: title }] }
";

    #[test]
    fn widgets_become_kinds() {
        let collections = read(CONFIG);
        assert_eq!(collections.len(), 2);
        let blog = &collections[0];
        assert_eq!((blog.name.as_str(), blog.folder.as_deref()), ("blog", Some("content/blog")));
        let kinds: Vec<_> = blog.fields.iter().map(|field| (field.key.as_str(), field.kind)).collect();
        assert_eq!(
            kinds,
            [
                ("title", Kind::Text),
                ("date", Kind::DateTime),
                ("day", Kind::Date),
                ("rating", Kind::Number),
                ("mood", Kind::Choice),
                ("topics", Kind::MultiChoice),
                ("tags", Kind::List),
                ("photos", Kind::Image),
                ("author", Kind::Relation),
                ("blocks", Kind::ObjectList),
                ("map", Kind::Raw),
            ]
        );
        let field = |key: &str| blog.fields.iter().find(|field| field.key == key).unwrap();
        assert!(field("title").required && !field("rating").required);
        assert_eq!(field("title").label.as_deref(), Some("Title"));
        assert_eq!(field("date").about, "When it goes live");
        assert_eq!(field("rating").default.as_deref(), Some("3"));
        assert_eq!(field("mood").choices, ["calm", "wild"]);
        assert!(field("photos").multiple && field("author").multiple);
        let blocks: Vec<_> = field("blocks").fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(blocks, ["type", "picture", "words"]);
        assert_eq!(field("blocks").fields[0].choices, ["hero", "quote"]);
    }

    #[test]
    fn a_file_is_a_collection_of_its_own() {
        assert_eq!(read(CONFIG)[1].folder.as_deref(), Some("content/about.md"));
    }
}
