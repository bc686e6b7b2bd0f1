//! Owns what Astro's configuration sets, as far as it is written as literals
//! (<https://docs.astro.build/en/reference/configuration-reference/#markdown-options>).

use super::data::Value;
use super::rules::{Meaning, Rule, rule};
use super::script::literals;

const OFF: Meaning = Meaning::Each(&[("false", "off")]);

pub(super) static RULES: &[Rule] = &[
    rule("site", "base-url", Meaning::Same),
    rule("markdown.smartypants", "typographer", OFF),
    rule("markdown.gfm", "tables", OFF),
    rule("markdown.gfm", "strikethrough", OFF),
    rule("markdown.gfm", "task-lists", OFF),
    rule("markdown.gfm", "linkify", OFF),
    rule("markdown.gfm", "footnotes", OFF),
];

/// The literals of the object that the file exports, bare or as argument of `defineConfig`.
pub(super) fn values(text: &str) -> Vec<Value> {
    let found = literals(text);
    let is_exported = |owner: &str| matches!(owner, "defineConfig" | "default" | "exports");
    found.into_iter().filter(|(owner, _)| is_exported(owner)).map(|(_, value)| value).collect()
}
