//! Owns what Eleventy's configuration sets: the options that it gives to markdown-it, where they are literals
//! (<https://www.11ty.dev/docs/languages/markdown/#options>, <https://github.com/markdown-it/markdown-it#init-with-presets-and-options>).

use super::data::Value;
use super::rules::{Meaning, Rule, SWITCH, rule};
use super::script::{argument_names, literals};

pub(super) static RULES: &[Rule] = &[
    rule("html", "raw-html", SWITCH),
    rule("linkify", "linkify", Meaning::Each(&[("true", "gfm"), ("false", "off")])),
    rule("typographer", "typographer", Meaning::Each(&[("true", "pulldown-cmark"), ("false", "off")])),
    rule("breaks", "hard-breaks", SWITCH),
];

/// The literals of an object that is an argument of markdown-it, or that has a name which is one.
pub(super) fn values(text: &str) -> Vec<Value> {
    let is_library = |name: &str| name.eq_ignore_ascii_case("markdownit");
    let names = argument_names(text, is_library);
    let found = literals(text);
    let is_options = |owner: &String| is_library(owner) || names.contains(owner);
    found.into_iter().filter(|(owner, _)| is_options(owner)).map(|(_, value)| value).collect()
}
