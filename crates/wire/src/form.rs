//! Owns the form over a post's front matter: its fields as they are drawn, and the changes that it asks for.

use crate::analysis::{FrontMatterFormat, Range16, Severity};
use serde::{Deserialize, Serialize};

/// A step from a value to one inside it: a key, or an index from 0.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Step {
    /// The item at an index.
    Index(u32),
    /// The value of a key.
    Key(String),
}

/// The form of one post. It is the same as long as the header, the generator and the file's name are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Form {
    /// The header's language; none where the post has no header.
    pub format: Option<FrontMatterFormat>,
    /// The language that a new header is best written in.
    pub best_format: FrontMatterFormat,
    /// The whole header with both fences; empty at the start where there is none.
    pub range: Range16,
    /// Why nothing in it can be changed, where that is so.
    pub locked: Option<Lock>,
    /// The entries in text order, and the keys that could be added.
    pub fields: FieldSet,
    /// The key of the map in which keys of the site's own making belong; none where they stand beside the others.
    pub custom_under: Option<String>,
    /// The title as a part of an address; empty where there is no title.
    pub title_slug: String,
}

/// Why something can only be changed in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lock {
    /// The reason, as a sentence.
    pub message: String,
    /// Where it is.
    pub range: Range16,
    /// Its line, from 1.
    pub line: u32,
}

/// The fields of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldSet {
    /// Those that are there, in text order.
    pub present: Vec<Field>,
    /// Those that could be added, in the schema's order.
    pub missing: Vec<FieldInfo>,
}

/// What is known about a key, whether it is there or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldInfo {
    /// The key, as the header writes it.
    pub key: String,
    /// The site's own name for it, where its configuration gives one.
    pub label: Option<String>,
    /// Which widget edits it.
    pub kind: FieldKind,
    /// True when it is a list of `kind`: several images, several dates.
    pub multiple: bool,
    /// What it does, as a sentence; empty where nobody says.
    pub about: String,
    /// The section of the form.
    pub group: FieldGroup,
    /// True when the site's configuration demands it, or nearly every post has it.
    pub required: bool,
    /// What counts when the key is missing, as spelt in YAML.
    pub default: Option<String>,
}

/// A key that is there, with its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Field {
    /// Where it is in the header; the last step is its key.
    pub path: Vec<Step>,
    /// What is known about it.
    pub info: FieldInfo,
    /// False for a key that neither the generator nor the site's configuration knows.
    pub known: bool,
    /// The only values it takes. Empty: any.
    pub choices: Vec<String>,
    /// Values that other posts have there, the most frequent first.
    pub suggestions: Vec<String>,
    /// The value.
    pub content: Content,
    /// Its parts, where it is a date.
    pub date: Option<DateParts>,
    /// The value as it stands in the text, without the indentation of its lines.
    pub source: String,
    /// From the start of the key to the end of the value.
    pub range: Range16,
    /// Line of the key, from 1.
    pub line: u32,
    /// Why it can only be changed in the text, where that is so.
    pub locked: Option<String>,
    /// What is wrong with it.
    pub problems: Vec<FieldProblem>,
}

/// The sections of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum FieldGroup {
    /// What nearly every post has.
    Common,
    /// When it appears and disappears.
    Dates,
    /// What it belongs to.
    Taxonomy,
    /// The rest.
    More,
}

/// What a value is, and so which widget edits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum FieldKind {
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
    /// Anything, edited as it stands in the text.
    Raw,
}

/// A value as the form shows it. Numbers and dates keep the spelling of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Content {
    /// No value, `null` or `~`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, as spelt.
    Number(String),
    /// A date or date-time without quotes, as spelt.
    Date(String),
    /// Text.
    Text(String),
    /// A list of values without parts of their own.
    List(Vec<Content>),
    /// A map.
    Map(FieldSet),
    /// A list of maps.
    Maps(Vec<FieldSet>),
    /// Anything else; only the source shows it.
    Other,
}

/// A date in parts, as the browser's pickers take them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DateParts {
    /// `2024-01-31`
    pub day: String,
    /// `10:00` or `10:00:00`, on the clock of its zone; none where the date has no time.
    pub time: Option<String>,
    /// The zone as spelt, `Z` or `+02:00`; none where the date has none.
    pub zone: Option<String>,
}

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldProblem {
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, as a sentence.
    pub message: String,
    /// How to mend it, where the form can.
    pub fix: Option<FieldFix>,
}

/// A way to mend a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldFix {
    /// What it does, as an imperative.
    pub title: String,
    /// The change.
    pub change: Change,
}

/// A change to the header. It is written in the style of the file and changes no other byte, or it is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Change {
    /// Gives the value there another value; adds the key, at the schema's place, where its map does not have it,
    /// and the map itself where there is none.
    Set {
        /// Where.
        path: Vec<Step>,
        /// What.
        value: NewValue,
    },
    /// Sets a date, spelt as the date there is, else as the other dates of the header.
    SetDate {
        /// Where.
        path: Vec<Step>,
        /// `2024-01-31`
        day: String,
        /// `10:00` or `10:00:00`; none keeps a time that is there.
        time: Option<String>,
        /// The zone, `Z` or `+02:00`, where another one than that of the date there is meant.
        zone: Option<String>,
    },
    /// Sets a date to the present moment, in the zone of the date there is, else in the person's.
    SetNow {
        /// Where.
        path: Vec<Step>,
    },
    /// Inserts an item into a list; the path ends with the index that it gets.
    Insert {
        /// Where.
        path: Vec<Step>,
        /// What.
        value: NewValue,
    },
    /// Takes the key or item away.
    Remove {
        /// Where.
        path: Vec<Step>,
    },
    /// Gives the entry another key.
    Rename {
        /// Where.
        path: Vec<Step>,
        /// The new key.
        key: String,
    },
    /// Moves the entry or item to this index among its siblings.
    Move {
        /// Where.
        path: Vec<Step>,
        /// The index that it gets.
        to: u32,
    },
    /// Replaces the value by source text in the header's language.
    Source {
        /// Where.
        path: Vec<Step>,
        /// As in [`Field::source`].
        text: String,
    },
    /// Gives a post without a header one.
    AddHeader {
        /// Its language.
        format: FrontMatterFormat,
    },
    /// Takes the whole header away.
    RemoveHeader,
    /// Turns the header into another language.
    Convert {
        /// The language.
        format: FrontMatterFormat,
    },
    /// Switches a rule of the linter off for the post, by a comment that readers do not see.
    DisableRule {
        /// The rule's id.
        rule: String,
    },
}

/// A value that a form gives to a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum NewValue {
    /// No value.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, written as given.
    Number(String),
    /// A date, written as given.
    Date(String),
    /// Text, quoted where it would be read as something else.
    Text(String),
    /// A list.
    List(Vec<NewValue>),
    /// A map.
    Map(Vec<(String, NewValue)>),
}

/// Whether the post will be published, when, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Verdict {
    /// The verdict in a word.
    pub publishes: Publishes,
    /// The verdict as a sentence, in the person's time.
    pub headline: String,
    /// Why, most telling first.
    pub because: Vec<VerdictReason>,
    /// What may not be as the writer means it.
    pub traps: Vec<Trap>,
}

/// When a post is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Publishes {
    /// With the next build, perhaps only until some moment.
    Now,
    /// From some moment on.
    Later,
    /// Not as it stands.
    Never,
}

/// Something that a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VerdictReason {
    /// A sentence.
    pub message: String,
    /// The place in the post, where there is one.
    pub range: Option<Range16>,
}

/// Something that may not mean what the writer thinks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Trap {
    /// A sentence.
    pub message: String,
    /// The place in the post.
    pub range: Range16,
    /// How to mend it, where that can be done in the text.
    pub fix: Option<crate::analysis::Fix>,
}
