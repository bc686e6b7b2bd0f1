//! Owns the types of fields, and which of them a value looks like.

use super::dates;
use crate::front_matter::{Node, Value};

/// What a value is, and so which widget edits it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Text of several lines or sentences.
    LongText,
    /// Text with Markdown in it.
    Markdown,
    /// A number.
    Number,
    /// True or false.
    Switch,
    /// A date with a time.
    DateTime,
    /// A date.
    Date,
    /// One of several values.
    Choice,
    /// Some of several values.
    MultiChoice,
    /// A list of short words that other posts share.
    Tags,
    /// A list of text.
    List,
    /// A map.
    Object,
    /// A list of maps.
    ObjectList,
    /// The path or URL of an image.
    Image,
    /// The path or URL of another file.
    File,
    /// A part of a URL.
    Slug,
    /// Another post or entry.
    Relation,
    /// `#rrggbb`.
    Colour,
    /// An address on the web.
    Url,
    /// An e-mail address.
    Email,
    /// Anything, edited as it stands.
    #[default]
    Raw,
}

impl Kind {
    /// Every kind, in the order of the enumeration.
    pub const ALL: [Kind; 21] = [
        Kind::Text,
        Kind::LongText,
        Kind::Markdown,
        Kind::Number,
        Kind::Switch,
        Kind::DateTime,
        Kind::Date,
        Kind::Choice,
        Kind::MultiChoice,
        Kind::Tags,
        Kind::List,
        Kind::Object,
        Kind::ObjectList,
        Kind::Image,
        Kind::File,
        Kind::Slug,
        Kind::Relation,
        Kind::Colour,
        Kind::Url,
        Kind::Email,
        Kind::Raw,
    ];

    /// True for kinds whose value is a string.
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Kind::Text
                | Kind::LongText
                | Kind::Markdown
                | Kind::Choice
                | Kind::Image
                | Kind::File
                | Kind::Slug
                | Kind::Relation
                | Kind::Colour
                | Kind::Url
                | Kind::Email
        )
    }

    /// True for kinds whose value is a list.
    pub fn is_list(self) -> bool {
        matches!(self, Kind::MultiChoice | Kind::Tags | Kind::List | Kind::ObjectList)
    }

    /// True when a value is of this kind, or a list of it where `multiple`. Nothing at all is of every kind.
    pub fn fits(self, multiple: bool, value: &Value) -> bool {
        match value {
            Value::Null => true,
            Value::List(items) if multiple => items.iter().all(|item| self.fits(false, &item.value)),
            _ if multiple => false,
            Value::List(items) => match self {
                Kind::ObjectList => items.iter().all(|item| matches!(item.value, Value::Map(_))),
                Kind::Raw => true,
                _ => self.is_list() && items.iter().all(is_scalar),
            },
            Value::Map(_) => matches!(self, Kind::Object | Kind::Raw),
            Value::Bool(_) => matches!(self, Kind::Switch | Kind::Choice | Kind::Raw),
            Value::Number(_) => matches!(self, Kind::Number | Kind::Choice | Kind::Raw),
            Value::Date(_) => matches!(self, Kind::Date | Kind::DateTime | Kind::Choice | Kind::Raw),
            Value::String(text) => {
                let is_date = || text.is_empty() || dates::read(text).is_some();
                self.is_text()
                    || self == Kind::Raw
                    || matches!(self, Kind::Date | Kind::DateTime) && is_date()
            }
        }
    }

    /// True when every value of this kind is also one of `general`, so that it says more than `general` does:
    /// a configuration that declares a string does not contradict who knows that it is a path to an image.
    pub(super) fn refines(self, general: Kind) -> bool {
        match general {
            Kind::Raw => self != Kind::Raw,
            Kind::Text => self.is_text() && self != Kind::Text,
            Kind::LongText => self == Kind::Markdown,
            Kind::List => matches!(self, Kind::Tags | Kind::MultiChoice),
            Kind::DateTime => self == Kind::Date,
            _ => false,
        }
    }
}

fn is_scalar(node: &Node) -> bool {
    !matches!(node.value, Value::List(_) | Value::Map(_))
}

/// Text of more characters than this gets more than one line.
const LONG: usize = 120;
/// A tag has at most this many characters and words.
const TAG: (usize, usize) = (32, 3);
/// What lists of words are called; a word in them may be anything.
const TAG_KEYS: [&str; 11] = [
    "tags",
    "tag",
    "categories",
    "category",
    "keywords",
    "topics",
    "series",
    "authors",
    "author",
    "contributors",
    "languages",
];

/// What keys for images are called, or part of it.
const IMAGE_KEYS: [&str; 8] = ["image", "cover", "thumbnail", "photo", "picture", "avatar", "banner", "logo"];

/// The kind of a value under a key, and whether it is a list of that kind. None where there is no value.
pub(super) fn of_value(key: &str, value: &Value) -> Option<(Kind, bool)> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(_) => (Kind::Switch, false),
        Value::Number(_) => (Kind::Number, false),
        Value::Date(text) => (if text.contains(':') { Kind::DateTime } else { Kind::Date }, false),
        Value::String(text) if text.trim().is_empty() => return None,
        Value::String(text) => (of_text(key, text), false),
        Value::Map(_) => (Kind::Object, false),
        Value::List(items) => of_list(key, items),
    })
}

fn of_list(key: &str, items: &[Node]) -> (Kind, bool) {
    let all = |test: fn(&Node) -> bool| !items.is_empty() && items.iter().all(test);
    if all(|item| matches!(item.value, Value::Map(_))) {
        return (Kind::ObjectList, false);
    }
    if !items.iter().all(is_scalar) {
        return (Kind::Raw, false);
    }
    if TAG_KEYS.iter().any(|tag_key| key.eq_ignore_ascii_case(tag_key)) {
        return (Kind::Tags, false);
    }
    let mut kinds = items.iter().filter_map(|item| of_value("", &item.value)).map(|(kind, _)| kind);
    let first = kinds.next().unwrap_or(Kind::List);
    if kinds.all(|kind| kind == first)
        && !matches!(first, Kind::Text | Kind::LongText | Kind::Slug | Kind::List)
    {
        return (first, true);
    }
    let is_tag = |item: &Node| match &item.value {
        Value::String(text) => {
            text.chars().count() <= TAG.0
                && text.split_whitespace().count() <= TAG.1
                && !text.contains(['/', '\\', '<', ':', '\n'])
                && !text.ends_with(".html")
        }
        _ => true,
    };
    (if !items.is_empty() && items.iter().all(is_tag) { Kind::Tags } else { Kind::List }, false)
}

fn of_text(key: &str, text: &str) -> Kind {
    let trimmed = text.trim();
    let is_one_word = !trimmed.contains(char::is_whitespace);
    if is_one_word && let Some(kind) = of_address(trimmed) {
        // Many hosts of images leave the extension out.
        let name = key.to_ascii_lowercase();
        let names_image = kind == Kind::Url && IMAGE_KEYS.iter().any(|image| name.contains(image));
        return if names_image && !name.ends_with("link") { Kind::Image } else { kind };
    }
    if let Some(style) = dates::read(trimmed) {
        return if style.has_time() { Kind::DateTime } else { Kind::Date };
    }
    if ["](", "**", "__", "`"].iter().any(|mark| trimmed.contains(mark)) {
        return Kind::Markdown;
    }
    if trimmed.contains('\n') || trimmed.chars().count() > LONG {
        return Kind::LongText;
    }
    let hyphens = trimmed.bytes().filter(|byte| *byte == b'-').count();
    let is_slug =
        trimmed.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if is_one_word && (key.eq_ignore_ascii_case("slug") || is_slug && hyphens >= 2) {
        return Kind::Slug;
    }
    Kind::Text
}

/// Text without white space that leads somewhere by its form alone.
fn of_address(text: &str) -> Option<Kind> {
    if let Some(digits) = text.strip_prefix('#') {
        let is_colour =
            matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return is_colour.then_some(Kind::Colour);
    }
    let path = text.split(['?', '#']).next().unwrap_or(text);
    let is_url = text.starts_with("http://") || text.starts_with("https://");
    let extension = path.rsplit_once('.').map(|(before, extension)| (before, extension.to_ascii_lowercase()));
    if let Some((before, extension)) = extension.filter(|(before, _)| !before.is_empty()) {
        // `https://example.zip` names a host, not a file.
        let names_a_file = !is_url || before.matches('/').count() > 2;
        match extension.as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" | "avif" | "bmp" | "ico" if names_a_file => {
                return Some(Kind::Image);
            }
            "pdf" | "zip" | "mp3" | "mp4" | "webm" | "ogg" | "m4a" | "wav" | "csv" | "docx" | "pptx"
            | "xlsx" | "epub" | "bib"
                if names_a_file =>
            {
                return Some(Kind::File);
            }
            _ => {}
        }
    }
    if is_url {
        return Some(Kind::Url);
    }
    let (user, host) = text.split_once('@')?;
    let is_email = !user.is_empty()
        && !user.contains(['/', ':', '@'])
        && !host.contains(['/', ':', '@'])
        && host.split_once('.').is_some_and(|(name, rest)| !name.is_empty() && rest.len() >= 2);
    is_email.then_some(Kind::Email)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::FrontMatter;

    #[track_caller]
    fn check(yaml: &str, kind: Kind) {
        let header = FrontMatter::read(&format!("---\n{yaml}\n---\n")).unwrap();
        let entry = &header.entries[0];
        let found = of_value(&entry.key, &entry.value.value).unwrap_or_default();
        assert_eq!(found, (kind, false), "{yaml}");
    }

    #[test]
    fn scalars_tell_their_kind() {
        check("a: true", Kind::Switch);
        check("a: 1.10", Kind::Number);
        check("a: 2024-01-31", Kind::Date);
        check("a: 2024-01-31T10:00:00Z", Kind::DateTime);
        check("a: '2024-01-31 10:00'", Kind::DateTime);
        check("a: 15 Oct 2023", Kind::Date);
        check("a: ./img/cover.PNG?x=1", Kind::Image);
        check("a: https://example.org/cover.webp", Kind::Image);
        check("a: https://example.org/", Kind::Url);
        check("coverImage: https://example.org/p/123?w=800", Kind::Image);
        check("a: /talks/slides.pdf", Kind::File);
        check("a: jane@example.org", Kind::Email);
        check("a: '@jane'", Kind::Text);
        check("a: '#ff8800'", Kind::Colour);
        check("a: '#hashtag'", Kind::Text);
        check("a: how-to-write-rust", Kind::Slug);
        check("slug: hello", Kind::Slug);
        check("layout: post", Kind::Text);
        check("a: Jane ([web](https://example.org))", Kind::Markdown);
        check("a: |\n  one\n  two", Kind::LongText);
        check("a: {b: 1}", Kind::Object);
    }

    #[test]
    fn lists_tell_their_kind() {
        check("a: [rust, web assembly]", Kind::Tags);
        check("a: [rust, 2024]", Kind::Tags);
        check("a: [/old/path, /older]", Kind::List);
        check("a: [old.html]", Kind::List);
        check("a: ['A whole sentence is not a tag.']", Kind::List);
        check("tags: ['cncf, kubecon, kubernetes, open-source']", Kind::Tags);
        check("a: []", Kind::List);
        check("a: [{b: 1}, {b: 2}]", Kind::ObjectList);
        check("a: [[1], 2]", Kind::Raw);
        let header = FrontMatter::read("---\na: [x.png, y.jpg]\n---\n").unwrap();
        assert_eq!(of_value("a", &header.entries[0].value.value), Some((Kind::Image, true)));
    }

    #[test]
    fn nothing_has_no_kind() {
        for yaml in ["---\na:\n---\n", "---\na: ''\n---\n"] {
            let header = FrontMatter::read(yaml).unwrap();
            assert_eq!(of_value("a", &header.entries[0].value.value), None);
        }
    }

    #[test]
    fn every_kind_is_listed_once() {
        assert!(Kind::ALL.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Kind::ALL.last(), Some(&Kind::Raw));
    }

    #[test]
    fn a_refinement_says_more() {
        assert!(Kind::Image.refines(Kind::Text) && Kind::Tags.refines(Kind::List));
        assert!(!Kind::Text.refines(Kind::Image) && !Kind::Number.refines(Kind::Text));
    }
}
