//! Owns the names, meanings and values of settings: what a site's configuration or a person may set.

use super::values::Named;
use super::{
    Alerts, AltText, CodeEnd, CodeLanguage, Excerpt, ExternalLinks, Footnotes, Grammar, HeadingIds, Linkify,
    ScriptLinks, Settings, Strikethrough, TableAlignment, TaskLists, Typographer,
};
use std::fmt;

/// A setting by name.
#[derive(Debug)]
pub struct Key {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// What it does, as a phrase.
    pub about: &'static str,
    /// What it can be set to.
    pub values: Values,
    meanings: &'static [&'static str],
    get: fn(&Settings) -> &str,
    set: fn(&mut Settings, &str) -> bool,
}

impl Key {
    /// The value in these settings, as [`Settings::apply`] takes it; nothing where a text is not set.
    pub fn get<'s>(&self, settings: &'s Settings) -> &'s str {
        (self.get)(settings)
    }

    /// What each of the names that it can be set to means, as a sentence; none for a switch or a text.
    pub fn meanings(&self) -> impl Iterator<Item = &'static str> {
        self.meanings.iter().map(|meaning| meaning.trim_start())
    }

    pub(super) fn set(&self, settings: &mut Settings, value: &str) -> bool {
        (self.set)(settings, value)
    }
}

/// What a setting can be set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// `on` or `off`; `true` and `false` mean the same.
    Switch,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// Any text; nothing takes it away.
    Text,
}

impl fmt::Display for Values {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Values::Switch => out.write_str("on, off"),
            Values::OneOf(names) => out.write_str(&names.join(", ")),
            Values::Text => out.write_str("text"),
        }
    }
}

/// Why a setting could not be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingProblem {
    /// There is none of this name.
    UnknownKey(String),
    /// It cannot be set to this.
    UnknownValue {
        /// Its name.
        key: &'static str,
        /// What it was to be set to.
        value: String,
        /// What it can be set to.
        values: Values,
    },
}

impl fmt::Display for SettingProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettingProblem::UnknownKey(key) => write!(out, "there is no setting `{key}`"),
            SettingProblem::UnknownValue { key, value, values } => {
                write!(out, "`{key}` cannot be `{value}`; it can be {values}")
            }
        }
    }
}

impl std::error::Error for SettingProblem {}

fn switch(value: &str) -> Option<bool> {
    match value {
        "on" | "true" => Some(true),
        "off" | "false" => Some(false),
        _ => None,
    }
}

fn assign<T>(field: &mut T, value: Option<T>) -> bool {
    value.map(|value| *field = value).is_some()
}

fn name_of<T: Named>(value: T) -> &'static str {
    let at = T::ALL.iter().position(|known| *known == value);
    at.and_then(|at| T::NAMES.get(at)).copied().unwrap_or_default()
}

fn value_of<T: Named>(name: &str) -> Option<T> {
    // A site that says `false` means the name that stands for off.
    let name = if name == "false" { "off" } else { name };
    let at = T::NAMES.iter().position(|known| *known == name)?;
    T::ALL.get(at).copied()
}

macro_rules! switch {
    ($name:literal, $field:ident, $about:literal) => {
        Key {
            name: $name,
            about: $about,
            values: Values::Switch,
            meanings: &[],
            get: |settings| if settings.$field { "on" } else { "off" },
            set: |settings, value| assign(&mut settings.$field, switch(value)),
        }
    };
}

macro_rules! choice {
    ($name:literal, $field:ident: $type:ty, $about:literal) => {
        Key {
            name: $name,
            about: $about,
            values: Values::OneOf(<$type>::NAMES),
            meanings: <$type>::MEANINGS,
            get: |settings| name_of(settings.$field),
            set: |settings, value| assign(&mut settings.$field, value_of(value)),
        }
    };
}

/// All settings, in the order to show them.
pub static KEYS: [Key; 35] = [
    choice!("grammar", grammar: Grammar, "whose rules say what Markdown is"),
    switch!("raw-html", raw_html, "keeps HTML in the post; else it is left out"),
    switch!("tag-filter", tag_filter, "shows raw elements that GitHub disallows as text"),
    choice!("typographer", typographer: Typographer, "makes quotes curly, dashes long and dots an ellipsis"),
    choice!("linkify", linkify: Linkify, "makes bare addresses links"),
    switch!("emoji", emoji, "turns :names: of emoji into the characters"),
    choice!("heading-ids", heading_ids: HeadingIds, "gives headings an id to link to"),
    switch!("heading-attributes", heading_attributes, "reads {#id .class} at the end of a heading"),
    switch!("block-attributes", block_attributes, "reads {.class} on the line after a block"),
    switch!("tables", tables, "reads tables"),
    choice!("table-alignment", table_alignment: TableAlignment, "how a column's alignment is marked up"),
    choice!("strikethrough", strikethrough: Strikethrough, "strikes ~~text~~ out"),
    choice!("task-lists", task_lists: TaskLists, "makes [ ] in a list a checkbox"),
    choice!("footnotes", footnotes: Footnotes, "reads [^1] and marks footnotes up"),
    switch!("definition-lists", definition_lists, "reads a term and its : definitions"),
    choice!("alerts", alerts: Alerts, "shows > [!NOTE] as more than a quote"),
    switch!("title-heading", title_heading, "takes a first heading of level one out, as the post's title"),
    switch!("math", math, "reads $inline$ and $$display$$ formulas"),
    switch!("superscript", superscript, "raises ^text^"),
    switch!("subscript", subscript, "lowers ~text~"),
    switch!("indented-code", indented_code, "makes lines indented by four spaces code"),
    switch!(
        "empty-paragraphs",
        empty_paragraphs,
        "makes an empty paragraph of an indented blank line after link definitions"
    ),
    switch!("hard-breaks", hard_breaks, "makes every line end a line break"),
    choice!("code-language", code_language: CodeLanguage, "where the language of a code block comes from"),
    choice!("code-end", code_end: CodeEnd, "what becomes of blank lines at the end of a code block"),
    choice!("alt-text", alt_text: AltText, "what an image's alternative text is made of"),
    choice!("script-links", script_links: ScriptLinks, "what becomes of links to javascript:"),
    choice!("excerpt", excerpt: Excerpt, "what becomes of the comment that ends the excerpt"),
    choice!("external-links", external_links: ExternalLinks, "which links lead to other sites"),
    switch!("external-links-external", external_links_external, "marks links to other sites rel=external"),
    switch!("external-links-no-follow", external_links_no_follow, "marks links to other sites rel=nofollow"),
    switch!(
        "external-links-no-referrer",
        external_links_no_referrer,
        "marks links to other sites rel=noreferrer"
    ),
    switch!(
        "external-links-target-blank",
        external_links_target_blank,
        "opens links to other sites in a new tab"
    ),
    switch!(
        "absolute-links",
        absolute_links,
        "makes links to sections of the post and to files beside it begin with its permalink"
    ),
    Key {
        name: "permalink",
        about: "the post's own address",
        values: Values::Text,
        meanings: &[],
        get: |settings| settings.permalink.as_deref().unwrap_or_default(),
        set: |settings, value| {
            settings.permalink = (!value.is_empty()).then(|| value.to_owned());
            true
        },
    },
];

/// The setting of this name.
pub(super) fn by_name(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_kebab_case() {
        for key in &KEYS {
            assert!(std::ptr::eq(by_name(key.name).unwrap(), key));
            assert!(key.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
        }
    }

    #[test]
    fn every_value_is_read_back_as_it_was_set() {
        for key in &KEYS {
            let values = match key.values {
                Values::Switch => &["on", "off"],
                Values::OneOf(names) => names,
                Values::Text => &["some text", ""][..],
            };
            for value in values {
                let settings = Settings::COMMONMARK.apply(key.name, value).unwrap();
                assert_eq!(key.get(&settings), *value, "{}", key.name);
            }
        }
    }

    #[test]
    fn every_name_has_its_meaning() {
        let footnotes = by_name("footnotes").unwrap();
        assert_eq!(footnotes.meanings().next(), Some("Not at all: `[^1]` is text."));
        for key in &KEYS {
            let names = if let Values::OneOf(names) = key.values { names.len() } else { 0 };
            assert_eq!(key.meanings().count(), names, "{}", key.name);
        }
    }

    #[test]
    fn what_cannot_be_set_is_said() {
        let say = |key, value| Settings::COMMONMARK.apply(key, value).unwrap_err().to_string();
        assert_eq!(say("colour", "red"), "there is no setting `colour`");
        assert_eq!(say("tables", "yes"), "`tables` cannot be `yes`; it can be on, off");
        assert_eq!(
            say("task-lists", "x"),
            "`task-lists` cannot be `x`; it can be off, plain, goldmark, cmark, classes, kramdown"
        );
    }

    #[test]
    fn true_and_false_of_a_configuration_file_are_understood() {
        let settings = Settings::COMMONMARK.apply("emoji", "true").unwrap();
        assert!(settings.emoji);
        let settings = settings.apply("footnotes", "false").unwrap();
        assert_eq!(settings.footnotes, Footnotes::Off);
    }
}
