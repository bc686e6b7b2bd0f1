//! Owns which generators' keys are known. The keys themselves are tables, one file per generator, each with its
//! source; a table may depend on what the file's name says about the kind of page.

mod astro;
mod docusaurus;
mod eleventy;
mod gatsby;
mod generic;
mod hugo;
mod jekyll;
mod zola;

use super::{CustomKeys, Field, Group, Kind, Origin, Schema};

/// The keys of one generator.
struct Generator {
    /// Id of its dialect.
    id: &'static str,
    custom_keys: CustomKeys,
    ignores_case: bool,
    /// How its manual writes dates, as the pattern of a [`super::DateStyle`].
    dates: &'static str,
    /// The tables that apply to a file of this name, in the order of keys.
    tables: fn(Option<&str>) -> &'static [&'static [Key]],
}

static ALL: [&Generator; 8] = [
    &generic::GENERATOR,
    &hugo::GENERATOR,
    &jekyll::GENERATOR,
    &eleventy::GENERATOR,
    &astro::GENERATOR,
    &zola::GENERATOR,
    &docusaurus::GENERATOR,
    &gatsby::GENERATOR,
];

/// The keys of the generator with this dialect id; the generic ones where it has none of its own.
/// The file's name, with folders where they are known, tells sections from pages and docs from blog posts.
pub fn for_generator(id: &str, file_name: Option<&str>) -> Schema {
    let generator = with_id(id);
    let keys = (generator.tables)(file_name).iter().copied().flatten();
    Schema {
        fields: keys.map(Key::field).collect(),
        custom_keys: generator.custom_keys,
        ignores_case: generator.ignores_case,
    }
}

/// How the generator's manual writes dates, as the pattern of a [`super::DateStyle`].
pub fn date_pattern(id: &str) -> &'static str {
    with_id(id).dates
}

fn with_id(id: &str) -> &'static Generator {
    ALL.into_iter().find(|generator| generator.id == id).unwrap_or(&generic::GENERATOR)
}

/// True when the file lies in a folder of this name.
fn lies_in(file_name: Option<&str>, folder: &str) -> bool {
    file_name.is_some_and(|name| {
        let mut parts = name.split(['/', '\\']);
        parts.next_back();
        parts.any(|part| part == folder)
    })
}

/// A row of a table: a [`Field`] that can be a constant.
struct Key {
    key: &'static str,
    kind: Kind,
    about: &'static str,
    aliases: &'static [&'static str],
    also: &'static [Kind],
    default: Option<&'static str>,
    group: Group,
    choices: &'static [&'static str],
    fields: &'static [Key],
    multiple: bool,
}

/// A key that nearly every post has.
const fn common(key: &'static str, kind: Kind, about: &'static str) -> Key {
    row(key, kind, Group::Common, about)
}

/// A key about when.
const fn dates(key: &'static str, kind: Kind, about: &'static str) -> Key {
    row(key, kind, Group::Dates, about)
}

/// A key about what the post belongs to.
const fn taxonomy(key: &'static str, kind: Kind, about: &'static str) -> Key {
    row(key, kind, Group::Taxonomy, about)
}

/// Any other key.
const fn more(key: &'static str, kind: Kind, about: &'static str) -> Key {
    row(key, kind, Group::More, about)
}

const fn row(key: &'static str, kind: Kind, group: Group, about: &'static str) -> Key {
    Key {
        key,
        kind,
        about,
        aliases: &[],
        also: &[],
        default: None,
        group,
        choices: &[],
        fields: &[],
        multiple: false,
    }
}

impl Key {
    const fn aliases(mut self, aliases: &'static [&'static str]) -> Key {
        self.aliases = aliases;
        self
    }

    const fn also(mut self, also: &'static [Kind]) -> Key {
        self.also = also;
        self
    }

    const fn default(mut self, default: &'static str) -> Key {
        self.default = Some(default);
        self
    }

    const fn choices(mut self, choices: &'static [&'static str]) -> Key {
        self.choices = choices;
        self
    }

    const fn fields(mut self, fields: &'static [Key]) -> Key {
        self.fields = fields;
        self
    }

    const fn multiple(mut self) -> Key {
        self.multiple = true;
        self
    }

    fn field(&self) -> Field {
        let owned = |list: &[&str]| list.iter().map(|item| (*item).to_owned()).collect();
        Field {
            key: self.key.to_owned(),
            aliases: owned(self.aliases),
            kind: self.kind,
            multiple: self.multiple,
            also: self.also.to_vec(),
            about: self.about.to_owned(),
            default: self.default.map(str::to_owned),
            group: self.group,
            choices: owned(self.choices),
            fields: self.fields.iter().map(Key::field).collect(),
            origin: Origin::Generator,
            ..Field::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_level(place: &str, fields: &[Field], ignores_case: bool) {
        let mut seen = Vec::new();
        for field in fields {
            let place = format!("{place}.{}", field.key);
            for name in std::iter::once(&field.key).chain(&field.aliases) {
                let name = if ignores_case { name.to_lowercase() } else { name.clone() };
                assert!(!seen.contains(&name), "{place}: `{name}` stands for two fields");
                seen.push(name);
            }
            let about = &field.about;
            assert!(about.ends_with('.') && !about.ends_with(".."), "{place}: {about}");
            assert!(about.starts_with(|first: char| first.is_uppercase()), "{place}: {about}");
            assert!(!about.contains(['\n', '"']) && about.len() <= 140, "{place}: {about}");
            assert!(!field.also.contains(&field.kind), "{place}: says its kind twice");
            let is_choice = matches!(field.kind, Kind::Choice | Kind::MultiChoice);
            assert!(is_choice || field.choices.is_empty(), "{place}: choices of no use");
            assert!(!is_choice || field.choices.len() >= 2, "{place}: nothing to choose from");
            let has_parts = std::iter::once(&field.kind)
                .chain(&field.also)
                .any(|kind| matches!(kind, Kind::Object | Kind::ObjectList));
            assert!(has_parts || field.fields.is_empty(), "{place}: parts of no use");
            check_level(&place, &field.fields, ignores_case);
        }
    }

    #[test]
    fn tables_are_sound() {
        let names = [None, Some("content/_index.md"), Some("docs/a.md"), Some("blog/a.md")];
        for generator in ALL {
            for name in names {
                let schema = for_generator(generator.id, name);
                assert!(!schema.fields.is_empty());
                check_level(generator.id, &schema.fields, schema.ignores_case);
                if let CustomKeys::Under(parent) = schema.custom_keys {
                    assert!(
                        schema.fields.iter().any(|field| field.key == parent && field.kind == Kind::Object)
                    );
                }
            }
        }
    }

    #[test]
    fn the_kind_of_page_decides() {
        let has = |id, name, key: &str| for_generator(id, name).fields.iter().any(|field| field.key == key);
        assert!(has("zola", Some("content/blog/_index.md"), "sort_by"));
        assert!(!has("zola", Some("content/blog/post.md"), "sort_by"));
        assert!(has("docusaurus", Some("docs/intro.md"), "sidebar_position"));
        assert!(!has("docusaurus", Some("blog/2024-01-01-a.md"), "sidebar_position"));
        assert!(has("docusaurus", Some("blog/2024-01-01-a.md"), "authors"));
        assert!(has("docusaurus", None, "authors") && has("docusaurus", None, "sidebar_position"));
    }

    #[test]
    fn an_unknown_generator_gets_the_generic_keys() {
        assert_eq!(for_generator("github", None), for_generator("generic", None));
    }
}
