//! Owns what is known about a header's keys: which there are, what they mean, what belongs in them.
//!
//! A [`Schema`] is merged ([`merge`]) from three sources: the generator's own keys ([`for_generator`]), what the
//! site's configuration declares ([`import`]) and what its posts do ([`learn`]). None of them is ever required.
//! A schema advises: a key that it does not know stays as it is.

mod check;
mod date_spelling;
mod dates;
mod generators;
pub mod import;
mod kind;
pub mod learn;
mod merge;
mod order;
mod spelling;

use crate::front_matter::{Data, Entry, FrontMatter, Operation, Refusal, Step, Value, edit};
use crate::span::Edit;

pub use check::{About, Finding, FindingFix};
pub use dates::DateStyle;
pub use generators::{date_pattern, for_generator};
pub use kind::Kind;
pub use merge::merge;
pub use order::place_among;

/// The keys of a header.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// The keys, in the order in which they stand in a header.
    pub fields: Vec<Field>,
    /// Where keys of the site's own making belong.
    pub custom_keys: CustomKeys,
    /// True where `Title` and `title` are one key, as for Hugo.
    pub ignores_case: bool,
}

/// Where keys of the site's own making belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomKeys {
    /// Beside all others.
    TopLevel,
    /// In the map with this key: Hugo's `params`, Zola's `extra`.
    Under(&'static str),
}

impl CustomKeys {
    /// The path of a key of the site's own making.
    pub fn path(self, key: &str) -> Vec<Step> {
        let key = Step::Key(key.to_owned());
        match self {
            CustomKeys::TopLevel => vec![key],
            CustomKeys::Under(parent) => vec![Step::Key(parent.to_owned()), key],
        }
    }
}

/// A key, and what belongs in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Other keys that mean the same to the generator.
    pub aliases: Vec<String>,
    /// The site's own name for it, where its configuration gives one.
    pub label: Option<String>,
    /// What its value is.
    pub kind: Kind,
    /// True when the value is a list of `kind`: several images, several relations.
    pub multiple: bool,
    /// What else the generator takes, or what other posts have there.
    pub also: Vec<Kind>,
    /// What it does, as a sentence. Empty where nobody says.
    pub about: String,
    /// What counts when the key is missing, as spelt in YAML.
    pub default: Option<String>,
    /// True when the site's configuration demands it, or nearly every post has it ([`Field::usage`]).
    pub required: bool,
    /// Where the form shows it.
    pub group: Group,
    /// The only values it takes. Empty: any.
    pub choices: Vec<String>,
    /// Values that other posts have there, the most frequent first.
    pub suggestions: Vec<String>,
    /// The keys of an object, or of each object of a list.
    pub fields: Vec<Field>,
    /// Who knows of it.
    pub origin: Origin,
    /// How many posts have it, where posts were looked at.
    pub usage: Option<Usage>,
}

/// The sections of the form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Group {
    /// What nearly every post has.
    Common,
    /// When it appears and disappears.
    Dates,
    /// What it belongs to.
    Taxonomy,
    /// The rest.
    #[default]
    More,
}

/// Who knows of a key; the first that does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The site's own configuration.
    Site,
    /// The generator.
    Generator,
    /// Only posts that have it.
    #[default]
    Posts,
}

/// How many posts have a key: `posts` out of `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Posts that have it.
    pub posts: usize,
    /// Posts that could have it.
    pub of: usize,
}

impl Field {
    /// A field that nobody knows, as its value shows it.
    pub fn of_value(key: &str, value: &Value) -> Field {
        let (kind, multiple) = kind::of_value(key, value).unwrap_or((Kind::Text, false));
        Field { key: key.to_owned(), kind, multiple, ..Field::default() }
    }

    /// True when `key` is this field's key or one of its aliases.
    pub fn answers_to(&self, key: &str, ignores_case: bool) -> bool {
        let same = |own: &String| own == key || ignores_case && own.eq_ignore_ascii_case(key);
        same(&self.key) || self.aliases.iter().any(same)
    }

    /// What to edit this value as: the field's kind where the value is of it, else what the value is.
    /// The second is true when it is a list of that kind. The answer may change while somebody types into the
    /// value; a form keeps the widget that has the focus.
    pub fn widget(&self, value: &Value) -> (Kind, bool) {
        match (self.kind, value) {
            (Kind::Raw, Value::Null) => return (Kind::Text, false),
            // One line cannot hold these.
            (Kind::Text, Value::String(text)) if text.contains("](") => return (Kind::Markdown, false),
            (Kind::Text, Value::String(text)) if text.trim_end().contains('\n') => {
                return (Kind::LongText, false);
            }
            // A site that keeps its dates as text.
            (Kind::Text, Value::String(text)) if dates::read(text).is_some() => {
                let date = self.also.iter().find(|kind| matches!(kind, Kind::Date | Kind::DateTime));
                return (date.copied().unwrap_or(Kind::Text), false);
            }
            _ if self.kind.fits(self.multiple, value) => return (self.kind, self.multiple),
            _ => {}
        }
        if let Some(kind) = self.also.iter().find(|kind| kind.fits(false, value)) {
            return (*kind, false);
        }
        // `title: 2024` is a title all the same.
        let is_scalar = !matches!(value, Value::List(_) | Value::Map(_) | Value::Bool(_));
        if self.kind.is_text() && !self.multiple && is_scalar {
            return (self.kind, false);
        }
        kind::of_value(&self.key, value).unwrap_or((Kind::Text, false))
    }
}

impl Schema {
    /// The field that a path leads to; an index leads to the field of its list.
    pub fn field(&self, path: &[Step]) -> Option<&Field> {
        let mut fields = &self.fields;
        let mut found = None;
        for step in path {
            if let Step::Key(key) = step {
                let same = fields.iter().find(|field| field.key == *key);
                let field =
                    same.or_else(|| fields.iter().find(|field| field.answers_to(key, self.ignores_case)))?;
                fields = &field.fields;
                found = Some(field);
            }
        }
        found
    }

    /// The fields that a header does not have, neither by key nor by alias, in the schema's order.
    pub fn missing(&self, header: Option<&FrontMatter>) -> Vec<&Field> {
        let entries = header.map_or(&[][..], |header| header.entries.as_slice());
        let has = |field: &Field| entries.iter().any(|entry| field.answers_to(&entry.key, self.ignores_case));
        self.fields.iter().filter(|field| !has(field)).collect()
    }

    /// The key that was probably meant, where `key` is a misspelling of one that this schema knows.
    pub fn near_miss(&self, key: &str) -> Option<&str> {
        spelling::near_miss(&self.fields, key, self.ignores_case)
    }

    /// The edits that give a key a value. A key that is not there is added at its place, and the map that it belongs
    /// in with it. `header` is that of `source`.
    pub fn set(
        &self,
        source: &str,
        header: Option<&FrontMatter>,
        path: &[Step],
        value: Data,
    ) -> Result<Vec<Edit>, Refusal> {
        let entries = header.map_or(&[][..], |header| &header.entries);
        let whole = Data::map(entries);
        let (Some((last, parents)), None) = (path.split_last(), whole.at(path)) else {
            return edit(source, path, &Operation::Set(value));
        };
        match (last, parents) {
            (Step::Index(_), _) => edit(source, path, &Operation::Insert(value)),
            (Step::Key(key), []) => {
                let at = self.place_for(key, entries);
                edit(source, path, &Operation::Add(at, value.clone()))
                    .or_else(|_| edit(source, path, &Operation::Set(value)))
            }
            (Step::Key(key), [Step::Key(parent)]) if whole.at(parents).is_none() => {
                let map = Data::Map(vec![(key.clone(), value)]);
                edit(source, parents, &Operation::Add(self.place_for(parent, entries), map))
            }
            _ => edit(source, path, &Operation::Set(value)),
        }
    }

    /// The index among a header's entries at which a key is best added.
    pub fn place_for(&self, key: &str, entries: &[Entry]) -> usize {
        place_among(&self.fields, key, entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> Schema {
        for_generator("hugo", None)
    }

    fn key(text: &str) -> Step {
        Step::Key(text.to_owned())
    }

    #[test]
    fn fields_are_found_by_path_alias_and_any_case_where_case_does_not_count() {
        let schema = schema();
        let found = |path: &[Step]| schema.field(path).map(|field| field.key.as_str());
        assert_eq!(found(&[key("title")]), Some("title"));
        assert_eq!(found(&[key("pubdate")]), Some("publishDate"));
        assert_eq!(found(&[key("linktitle")]), Some("linkTitle"));
        assert_eq!(found(&[key("resources"), Step::Index(2), key("src")]), Some("src"));
        assert_eq!(found(&[key("tags"), Step::Index(0)]), Some("tags"));
        assert_eq!(found(&[key("nobody")]), None);
        assert_eq!(found(&[]), None);
        let jekyll = for_generator("jekyll", None);
        assert_eq!(jekyll.field(&[key("Layout")]), None);
    }

    #[test]
    fn missing_fields_take_aliases_into_account() {
        let header = FrontMatter::read("---\nTitle: A\npubdate: 2024-01-01\n---\n").unwrap();
        let schema = schema();
        let missing = schema.missing(Some(&header));
        let has = |key: &str| missing.iter().any(|field| field.key == key);
        assert!(!has("title") && !has("publishDate") && has("date") && has("tags"));
        assert_eq!(schema.missing(None).len(), schema.fields.len());
    }

    #[test]
    fn a_widget_suits_the_value_that_is_there() {
        let schema = schema();
        let check = |yaml: &str, kind| {
            let header = FrontMatter::read(&format!("---\n{yaml}\n---\n")).unwrap();
            let entry = &header.entries[0];
            let field = schema.field(&[key(&entry.key)]).unwrap();
            assert_eq!(field.widget(&entry.value.value), (kind, false), "{yaml}");
        };
        check("title: A", Kind::Text);
        check("title: 2024", Kind::Text);
        check("title: A [link](b)", Kind::Markdown);
        check("title: |\n  A\n  B", Kind::LongText);
        check("title: |\n  A", Kind::Text);
        check("title: [A]", Kind::Tags);
        check("menus: [main]", Kind::List);
        check("menus: {main: {}}", Kind::Object);
        check("tags: one", Kind::Text);
        check("tags:", Kind::Tags);
        check("date: 2024-01-01", Kind::DateTime);
        check("date: soon", Kind::Text);
        check("draft: maybe", Kind::Text);
        check("draft: ''", Kind::Text);
    }

    #[test]
    fn custom_keys_have_their_place() {
        assert_eq!(CustomKeys::TopLevel.path("a"), [key("a")]);
        assert_eq!(for_generator("zola", None).custom_keys.path("a"), [key("extra"), key("a")]);
    }
}
