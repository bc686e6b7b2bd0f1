//! Owns reading markdownlint's own configuration files (<https://github.com/DavidAnson/markdownlint>) as far as its
//! rules equal ours. What is said of others is none of our business.

use super::file::File;
use super::foreword::{fits, written};
use super::{Config, Level, names};
use crate::diagnostic::Severity;
use crate::rule::Rule;
use foreword_core::front_matter::{Entry, Node, Value};

/// The files of its second command line, which have more to say than rules. Of several in a folder, the first counts.
pub(super) const SECOND: [&str; 2] = [".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml"];
/// Its other files, which win over those. Of several in a folder, the first counts.
pub(super) const FILES: [&str; 4] =
    [".markdownlint.jsonc", ".markdownlint.json", ".markdownlint.yaml", ".markdownlint.yml"];

/// Takes a file into account.
pub(super) fn apply(config: &mut Config, file: &mut File<'_>, name: &str, entries: &[Entry]) {
    if !SECOND.contains(&name) {
        return rules(config, file, entries);
    }
    if let Some(Entry { value: Node { value: Value::Map(inside), .. }, .. }) =
        entries.iter().find(|entry| entry.key == "config")
    {
        rules(config, file, inside);
    }
}

/// Takes its settings by rule into account, wherever they come from.
pub(super) fn rules(config: &mut Config, file: &mut File<'_>, entries: &[Entry]) {
    if let Some(entry) = entries.iter().find(|entry| entry.key.eq_ignore_ascii_case("default")) {
        default(config, &entry.value);
    }
    for entry in entries {
        if entry.key == "extends" && entry.value.value != Value::Null {
            file.report(
                entry.key_span,
                "The file that this one extends is not read; only what stands here counts.",
            );
        }
        for rule in names::markdownlint(&entry.key).unwrap_or_default() {
            one(config, rule, &entry.value);
        }
    }
}

/// What is said of the rules that are not named. `true` is what markdownlint does anyway, so nothing changes.
fn default(config: &mut Config, value: &Node) {
    let Some(level) = level(value).filter(|level| *level != Level::On) else { return };
    for rule in crate::rules::all().filter(|rule| !rule.aliases.is_empty()) {
        if level == Level::Off || config.is_on(rule) {
            config.set_level(rule, level);
        }
    }
}

fn one(config: &mut Config, rule: &'static Rule, value: &Node) {
    let Value::Map(options) = &value.value else {
        if let Some(level) = level(value) {
            config.set_level(rule, level);
        }
        return;
    };
    let option = |name: &str| options.iter().find(|entry| entry.key == name).map(|entry| &entry.value);
    let is_off = option("enabled").is_some_and(|enabled| enabled.value == Value::Bool(false));
    let severity = option("severity").and_then(level);
    config.set_level(rule, if is_off { Level::Off } else { severity.unwrap_or(Level::On) });
    for choice in rule.choices {
        let value = option(choice.name).and_then(written).filter(|value| fits(choice, value));
        if let Some(value) = value {
            config.set_choice(rule, choice.name, value);
        }
    }
}

fn level(value: &Node) -> Option<Level> {
    match &value.value {
        Value::Bool(false) => Some(Level::Off),
        Value::Bool(true) => Some(Level::On),
        Value::String(text) => match text.as_str() {
            "error" => Some(Level::At(Severity::Error)),
            "warning" => Some(Level::At(Severity::Warning)),
            _ => None,
        },
        _ => None,
    }
}
