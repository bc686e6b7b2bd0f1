//! Owns the settings of Front Matter CMS (<https://frontmatter.codes/docs/content-creation/content-types>,
//! <https://frontmatter.codes/docs/content-creation/fields>).

use super::Collection;
use super::settings::{Reader, choices, folder, get, is_true, json, list, scalar, text};
use crate::front_matter::Data;
use crate::schema::{Field, Kind};

pub(super) fn read(settings: &str) -> Vec<Collection> {
    let settings = json(settings);
    let mut reader = Reader::new(&settings, field);
    let types = list(&settings, "frontMatter.taxonomy.contentTypes");
    let folders = list(&settings, "frontMatter.content.pageFolders");
    let collections = types.iter().filter_map(|item| {
        let name = text(item, "name")?;
        let is_for = |folder: &&Data| {
            list(folder, "contentTypes").iter().any(|kind| scalar(kind).as_deref() == Some(name))
        };
        Some(Collection {
            name: name.to_owned(),
            folder: folders.iter().find(is_for).and_then(|item| text(item, "path")).map(folder),
            fields: reader.fields(list(item, "fields")),
            says_required: true,
            is_closed: false,
        })
    });
    collections.collect()
}

fn field<'a>(reader: &mut Reader<'a>, item: &'a Data) -> Option<Field> {
    let key = text(item, "name")?;
    let is_multiple = is_true(item, "multiple");
    let mut field = Field {
        key: key.to_owned(),
        label: text(item, "title").map(str::to_owned),
        about: text(item, "description").unwrap_or_default().to_owned(),
        default: get(item, "default").and_then(scalar).filter(|default| !default.contains("{{")),
        required: is_true(item, "required"),
        choices: choices(list(item, "choices"), &["id", "title"]),
        fields: reader.fields(list(item, "fields")),
        ..Field::default()
    };
    field.kind = match text(item, "type")? {
        "string" if is_true(item, "wysiwyg") || text(item, "wysiwyg").is_some() => Kind::Markdown,
        "string" => Kind::Text,
        "number" => Kind::Number,
        "boolean" | "draft" if field.choices.is_empty() => Kind::Switch,
        "datetime" => Kind::DateTime,
        "choice" if is_multiple => Kind::MultiChoice,
        "choice" => Kind::Choice,
        "tags" | "categories" | "taxonomy" => Kind::Tags,
        "list" => Kind::List,
        "image" => Kind::Image,
        "file" => Kind::File,
        "fields" => Kind::Object,
        "block" => {
            field.fields = groups(reader, item);
            Kind::ObjectList
        }
        "slug" => Kind::Slug,
        "contentRelationship" | "dataFile" => Kind::Relation,
        "divider" | "heading" => return None,
        _ => Kind::Raw,
    };
    field.multiple = is_multiple && matches!(field.kind, Kind::Image | Kind::File | Kind::Relation);
    Some(field)
}

/// The fields of the groups that a block may be made of; each block names its group in `fieldGroup`.
fn groups<'a>(reader: &mut Reader<'a>, item: &'a Data) -> Vec<Field> {
    let names: Vec<String> = match get(item, "fieldGroup") {
        Some(Data::List(names)) => names.iter().filter_map(scalar).collect(),
        Some(name) => scalar(name).into_iter().collect(),
        None => Vec::new(),
    };
    let shared = reader.shared;
    let mut fields: Vec<Field> = Vec::new();
    for group in list(shared, "frontMatter.taxonomy.fieldGroups") {
        if text(group, "id").is_some_and(|id| names.iter().any(|name| name == id)) {
            let own = reader.fields(list(group, "fields"));
            fields.extend(own.into_iter().map(|field| Field { required: false, ..field }));
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: &str = r#"{
  "$schema": "https://frontmatter.codes/frontmatter.schema.json",
  // where posts are
  "frontMatter.content.pageFolders": [
    { "title": "Posts", "path": "[[workspace]]/content/posts", "contentTypes": ["post"] },
  ],
  "frontMatter.taxonomy.fieldGroups": [
    { "id": "speaker", "fields": [{ "name": "name", "type": "string", "required": true }] }
  ],
  "frontMatter.taxonomy.contentTypes": [{
    "name": "post",
    "fields": [
      { "title": "Title", "name": "title", "type": "string", "required": true, "description": "Shown on top" },
      { "type": "divider", "name": "line" },
      { "name": "date", "type": "datetime", "default": "{{now}}" },
      { "name": "preview", "type": "image", "multiple": true },
      { "name": "draft", "type": "draft", "default": true },
      { "name": "kind", "type": "choice", "choices": ["a", { "id": "b", "title": "Bee" }] },
      { "name": "tags", "type": "tags" },
      { "name": "seo", "type": "fields", "fields": [{ "name": "title", "type": "string" }] },
      { "name": "speakers", "type": "block", "fieldGroup": "speaker" },
      { "name": "odd", "type": "invented" }
    ]
  }]
}"#;

    #[test]
    fn content_types_become_collections() {
        let collections = read(SETTINGS);
        assert_eq!(collections.len(), 1);
        assert_eq!(collections[0].folder.as_deref(), Some("content/posts"));
        let fields = &collections[0].fields;
        let kinds: Vec<_> = fields.iter().map(|field| (field.key.as_str(), field.kind)).collect();
        assert_eq!(
            kinds,
            [
                ("title", Kind::Text),
                ("date", Kind::DateTime),
                ("preview", Kind::Image),
                ("draft", Kind::Switch),
                ("kind", Kind::Choice),
                ("tags", Kind::Tags),
                ("seo", Kind::Object),
                ("speakers", Kind::ObjectList),
                ("odd", Kind::Raw),
            ]
        );
        assert!(fields[0].required && fields[0].about == "Shown on top");
        assert_eq!(fields[1].default, None);
        assert!(fields[2].multiple);
        assert_eq!(fields[3].default.as_deref(), Some("true"));
        assert_eq!(fields[4].choices, ["a", "b"]);
        assert_eq!(fields[6].fields[0].key, "title");
        assert_eq!(fields[7].fields[0].key, "name");
    }
}
