//! Owns what is to be said about one entry of a header in the light of its schema, each with its fix where there
//! is one. What concerns the whole post, or other posts, is the linter's.

use super::{Field, Kind, Origin, Schema};
use crate::front_matter::{Data, Entry, Node, Operation, Step, Value};

/// Something about an entry that is probably not meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What kind of thing it is.
    pub about: About,
    /// What, as a sentence.
    pub message: String,
    /// How to mend it.
    pub fix: Option<FindingFix>,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A key that is a misspelling of a known one.
    UnknownKey,
    /// One text that names several things.
    SeveralInOne,
    /// A value of another kind; what belongs there, as the start of a sentence.
    Kind(&'static str),
    /// No value, where posts of the site have one.
    Empty,
    /// A value that is none of those that belong there.
    Choice,
    /// The same word twice.
    Twice,
    /// A part of an address.
    Slug,
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingFix {
    /// What it does, as on a button.
    pub title: String,
    /// Where.
    pub path: Vec<Step>,
    /// What is done there.
    pub operation: Operation,
}

/// A longer piece between commas is a part of a sentence, not one of several words.
const LONGEST_WORD: usize = 40;

impl Schema {
    /// What is to be said about the entry at `path`, whose field is `field`.
    pub fn check(&self, path: &[Step], entry: &Entry, field: Option<&Field>) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let ([_], Some(meant)) = (path, self.near_miss(&entry.key))
            && self.suits(meant, &entry.value)
        {
            findings.push(Finding {
                about: About::UnknownKey,
                message: format!("`{}` is not known. Is `{meant}` meant?", entry.key),
                fix: Some(FindingFix {
                    title: format!("Rename to {meant}"),
                    path: path.to_vec(),
                    operation: Operation::Rename(meant.to_owned()),
                }),
            });
        }
        if let Some(field) = field {
            let check = Check { path, field, node: &entry.value };
            let found = [
                check.one_text_for_several(),
                check.kind(),
                check.empty(),
                check.choice(),
                check.twice(),
                check.slug(),
            ];
            findings.extend(found.into_iter().flatten());
        }
        findings
    }
}

impl Schema {
    /// True when the value could stand under this key: `site` with an address is no slip for a map named `sites`.
    fn suits(&self, key: &str, node: &Node) -> bool {
        self.field(&[Step::Key(key.to_owned())]).is_some_and(|field| {
            field.kind.fits(field.multiple, &node.value)
                || field.also.iter().any(|kind| kind.fits(false, &node.value))
        })
    }
}

#[derive(Clone, Copy)]
struct Check<'a> {
    path: &'a [Step],
    field: &'a Field,
    node: &'a Node,
}

impl Check<'_> {
    fn set(self, title: String, data: Data) -> Option<FindingFix> {
        Some(FindingFix { title, path: self.path.to_vec(), operation: Operation::Set(data) })
    }

    fn is_known(self) -> bool {
        self.field.origin != Origin::Posts
    }

    /// `["a, b, c"]`, or `a, b, c` where a list belongs.
    fn one_text_for_several(self) -> Option<Finding> {
        let (text, in_list) = match &self.node.value {
            Value::List(items) => match items.as_slice() {
                [Node { value: Value::String(text), .. }] => (text, true),
                _ => return None,
            },
            Value::String(text) if self.field.kind.is_list() && self.is_known() => (text, false),
            _ => return None,
        };
        let words: Vec<&str> = text.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        if words.len() < 2 || words.iter().any(|word| word.chars().count() > LONGEST_WORD) {
            return None;
        }
        let message = if in_list {
            format!("The one entry of this list holds {} words with commas between them.", words.len())
        } else {
            format!("This is one text, though it names {} things.", words.len())
        };
        let list = words.iter().map(|word| Data::String((*word).to_owned())).collect();
        Some(Finding {
            about: About::SeveralInOne,
            message,
            fix: self.set(format!("Split into {} entries", words.len()), Data::List(list)),
        })
    }

    /// A value of a kind that nobody expects there.
    fn kind(self) -> Option<Finding> {
        let (field, value) = (self.field, &self.node.value);
        let fits = |kind: Kind| kind.fits(false, value);
        if !self.is_known()
            || matches!(value, Value::Null)
            || field.kind.fits(field.multiple, value)
            || field.also.iter().any(|kind| fits(*kind))
            || field.kind.is_text() && matches!(value, Value::Number(_) | Value::Date(_))
        {
            return None;
        }
        // Said by `one_text_for_several`.
        if self.one_text_for_several().is_some() {
            return None;
        }
        let text = match value {
            Value::String(text) => Some(text.trim()),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Number(text) | Value::Date(text) => Some(text.as_str()),
            _ => None,
        };
        let fix = text.and_then(|text| self.as_expected(text));
        let expected = expectation(field);
        Some(Finding { about: About::Kind(expected), message: format!("{expected} belongs here."), fix })
    }

    /// The scalar as the kind that is expected.
    fn as_expected(self, text: &str) -> Option<FindingFix> {
        let data = match self.field.kind {
            Kind::Switch => Data::Bool(match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "on" | "1" => true,
                "false" | "no" | "off" | "0" => false,
                _ => return None,
            }),
            Kind::Number if text.parse::<f64>().is_ok_and(f64::is_finite) => Data::Number(text.to_owned()),
            Kind::Tags | Kind::List if !text.is_empty() => {
                return self
                    .set("Make it a list".to_owned(), Data::List(vec![Data::String(text.to_owned())]));
            }
            kind if kind.is_text() && !self.field.multiple => {
                return self.set("Make it text".to_owned(), Data::String(text.to_owned()));
            }
            _ => return None,
        };
        let title = match &data {
            Data::Bool(truth) => format!("Write {truth}"),
            _ => "Make it a number".to_owned(),
        };
        self.set(title, data)
    }

    fn empty(self) -> Option<Finding> {
        let is_empty = match &self.node.value {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            _ => false,
        };
        (self.field.required && is_empty).then(|| Finding {
            about: About::Empty,
            message: "This is empty, but posts of this site have it.".to_owned(),
            fix: None,
        })
    }

    fn choice(self) -> Option<Finding> {
        let choices = &self.field.choices;
        let unknown = |value: &Value| match value {
            Value::String(text) | Value::Number(text) if !text.is_empty() && !choices.contains(text) => {
                Some(text.clone())
            }
            _ => None,
        };
        if choices.is_empty() {
            return None;
        }
        let found = match &self.node.value {
            Value::List(items) => items.iter().find_map(|item| unknown(&item.value)),
            value => unknown(value),
        }?;
        Some(Finding {
            about: About::Choice,
            message: format!("`{found}` is none of the values that belong here: {}.", choices.join(", ")),
            fix: None,
        })
    }

    /// The same word twice in a list.
    fn twice(self) -> Option<Finding> {
        let Value::List(items) = &self.node.value else {
            return None;
        };
        let texts: Vec<Option<String>> = items
            .iter()
            .map(|item| match &item.value {
                Value::String(text) => Some(text.trim().to_lowercase()),
                _ => None,
            })
            .collect();
        let again = |(at, text): (usize, &Option<String>)| {
            text.is_some() && texts.iter().take(at).any(|other| other == text)
        };
        let at = texts.iter().enumerate().position(again)?;
        let text = match &items.get(at)?.value {
            Value::String(text) => text,
            _ => return None,
        };
        let mut path = self.path.to_vec();
        path.push(Step::Index(at));
        let fix = FindingFix { title: "Take the second out".to_owned(), path, operation: Operation::Remove };
        let message = format!("`{text}` stands in this list twice.");
        Some(Finding { about: About::Twice, message, fix: Some(fix) })
    }

    /// A part of an address that will not look as expected in it.
    fn slug(self) -> Option<Finding> {
        let Value::String(text) = &self.node.value else {
            return None;
        };
        if self.field.kind != Kind::Slug || text.is_empty() {
            return None;
        }
        let mended: String =
            text.trim().trim_end_matches('.').split_whitespace().collect::<Vec<_>>().join("-");
        let message = if text.contains(char::is_whitespace) {
            "White space in an address becomes `%20` or is lost."
        } else if text.ends_with('.') {
            "A full stop at the end of an address is easily lost when it is shared."
        } else {
            return None;
        };
        Some(Finding {
            about: About::Slug,
            message: message.to_owned(),
            fix: self.set(format!("Write {mended}"), Data::String(mended)),
        })
    }
}

/// What belongs in a field, as the start of a sentence.
fn expectation(field: &Field) -> &'static str {
    match field.kind {
        _ if field.multiple => "A list",
        Kind::Number => "A number",
        Kind::Switch => "`true` or `false`",
        Kind::DateTime | Kind::Date => "A date",
        Kind::MultiChoice | Kind::Tags | Kind::List => "A list",
        Kind::Object => "A map of keys and values",
        Kind::ObjectList => "A list of maps",
        _ => "Text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::{FrontMatter, edit};
    use crate::schema::for_generator;
    use crate::span::apply;

    /// What is said about the first entry, and the post after the fix.
    #[track_caller]
    fn check(generator: &str, yaml: &str, said: &str, fixed: Option<&str>) {
        let source = format!("---\n{yaml}\n---\n");
        let header = FrontMatter::read(&source).unwrap();
        let schema = for_generator(generator, None);
        let entry = &header.entries[0];
        let path = [Step::Key(entry.key.clone())];
        let findings = schema.check(&path, entry, schema.field(&path));
        let messages: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages.join(" "), said, "{yaml}");
        let fix = findings.into_iter().find_map(|finding| finding.fix);
        let after = fix.map(|fix| apply(&source, &edit(&source, &fix.path, &fix.operation).unwrap()));
        assert_eq!(after, fixed.map(|yaml| format!("---\n{yaml}\n---\n")), "{yaml}");
    }

    #[test]
    fn misspelt_keys() {
        check(
            "hugo",
            "catgories: [a]",
            "`catgories` is not known. Is `categories` meant?",
            Some("categories: [a]"),
        );
        check("hugo", "mine: 1", "", None);
        check("hugo", "site: https://example.org", "", None);
    }

    #[test]
    fn several_words_in_one_text() {
        check(
            "generic",
            "category: [\"cncf, kubecon, open-source\"]",
            "The one entry of this list holds 3 words with commas between them.",
            Some("category: [\"cncf\", \"kubecon\", \"open-source\"]"),
        );
        check(
            "astro",
            "tags: a, b",
            "This is one text, though it names 2 things.",
            Some("tags:\n  - a\n  - b"),
        );
        check("generic", "tags: [a]", "", None);
    }

    #[test]
    fn values_of_another_kind() {
        check("hugo", "draft: 'yes'", "`true` or `false` belongs here.", Some("draft: true"));
        check("hugo", "weight: '3'", "A number belongs here.", Some("weight: 3"));
        check("hugo", "date: soon", "A date belongs here.", None);
        check("hugo", "aliases: /old/", "A list belongs here.", Some("aliases:\n  - /old/"));
        check("hugo", "title: true", "Text belongs here.", Some("title: \"true\""));
        check("hugo", "title: 2024", "", None);
        check("hugo", "tags: one", "", None);
        check("hugo", "draft:", "", None);
    }

    #[test]
    fn choices_repeats_and_slugs() {
        check("hugo", "tags: [Go, rust, go]", "`go` stands in this list twice.", Some("tags: [Go, rust]"));
        check(
            "hugo",
            "slug: my-first.",
            "A full stop at the end of an address is easily lost when it is shared.",
            Some("slug: my-first"),
        );
        check(
            "hugo",
            "slug: my first",
            "White space in an address becomes `%20` or is lost.",
            Some("slug: my-first"),
        );
        let schema = for_generator("hugo", None);
        let header = FrontMatter::read("---\nsitemap: {changefreq: often}\n---\n").unwrap();
        let Value::Map(inner) = &header.entries[0].value.value else { panic!("no map") };
        let path = [Step::Key("sitemap".to_owned()), Step::Key("changefreq".to_owned())];
        let findings = schema.check(&path, &inner[0], schema.field(&path));
        assert!(findings[0].message.starts_with("`often` is none of the values that belong here: always,"));
    }
}
