//! Owns reading what `.foreword.toml` says about rules.

use super::file::File;
use super::names::{self, Reach};
use super::{Config, Level};
use crate::diagnostic::Severity;
use crate::nearest::nearest;
use crate::order;
use crate::rule::{Choice, Rule};
use foreword_core::front_matter::{Entry, Node, Value};

/// What the levels are called.
const LEVELS: [&str; 5] = ["off", "on", "error", "warning", "info"];

/// Takes a file's `[lint.rules]` into account.
pub(super) fn apply(config: &mut Config, file: &mut File<'_>, entries: &[Entry]) {
    for entry in entries {
        match (entry.key.as_str(), &entry.value.value) {
            ("lint", Value::Map(inside)) => lint(config, file, inside),
            ("lint", _) => file.report(entry.value.span, "`lint` is a table: `[lint.rules]`."),
            ("rules", _) => file.report(entry.key_span, "Rules stand below `[lint.rules]`."),
            // The rest is not about rules.
            _ => {}
        }
    }
}

fn lint(config: &mut Config, file: &mut File<'_>, entries: &[Entry]) {
    for entry in entries {
        match (entry.key.as_str(), &entry.value.value) {
            ("rules", Value::Map(inside)) => rules(config, file, inside),
            ("rules", _) => file.report(entry.value.span, "`rules` is a table: `[lint.rules]`."),
            (key, _) => {
                let message =
                    format!("There is no `{key}` below `[lint]`; rules stand below `[lint.rules]`.");
                file.report(entry.key_span, message);
            }
        }
    }
}

fn rules(config: &mut Config, file: &mut File<'_>, entries: &[Entry]) {
    let mut known = Vec::with_capacity(entries.len());
    for entry in entries {
        match names::ours(&entry.key) {
            Some((reach, rules)) => known.push((reach, rules, entry)),
            None => {
                let hint = match nearest(&entry.key, names::known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`foreword rules` lists all.".to_owned(),
                };
                file.report(entry.key_span, format!("There is no rule `{}`; {hint}", entry.key));
            }
        }
    }
    // What is said of one rule wins over what is said of its group, wherever it stands.
    order::by_key(&mut known, |(reach, ..)| (*reach as usize, 0, 0));
    for (reach, rules, entry) in known {
        match &entry.value.value {
            Value::Map(inside) => table(config, file, reach, &rules, inside),
            _ => set_level(config, file, reach, &rules, &entry.value),
        }
    }
}

fn table(config: &mut Config, file: &mut File<'_>, reach: Reach, rules: &[&'static Rule], entries: &[Entry]) {
    for entry in entries {
        if entry.key == "level" {
            set_level(config, file, reach, rules, &entry.value);
            continue;
        }
        let choices = || rules.iter().flat_map(|rule| rule.choices.iter().map(move |choice| (*rule, choice)));
        if reach != Reach::Rule {
            file.report(entry.key_span, "Only a rule by itself has choices; a group has a `level`.");
        } else if !choices().any(|(_, choice)| choice.name == entry.key) {
            let known = choices().map(|(_, choice)| choice.name).chain(["level"]);
            let hint = match nearest(&entry.key, known.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it has {}.", quoted(known)),
            };
            file.report(entry.key_span, format!("This rule has no choice `{}`; {hint}", entry.key));
        }
        for (rule, choice) in choices().filter(|(_, choice)| choice.name == entry.key) {
            match written(&entry.value).filter(|value| fits(choice, value)) {
                Some(value) => config.set_choice(rule, choice.name, value),
                None => {
                    let message = format!(
                        "`{}` cannot be this; without a choice it is `{}`.",
                        choice.name, choice.default
                    );
                    file.report(entry.value.span, message);
                }
            }
        }
    }
}

fn set_level(config: &mut Config, file: &mut File<'_>, reach: Reach, rules: &[&'static Rule], value: &Node) {
    match level(value) {
        Some(level) => set(config, reach, rules, level),
        None => file.report(value.span, format!("A rule's level is one of {}.", quoted(LEVELS))),
    }
}

/// Takes a level into account. A severity for many rules is for those that speak anyway.
pub(super) fn set(config: &mut Config, reach: Reach, rules: &[&'static Rule], level: Level) {
    for rule in rules {
        if reach == Reach::Rule || !matches!(level, Level::At(_)) || config.is_on(rule) {
            config.set_level(rule, level);
        }
    }
}

fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn level(value: &Node) -> Option<Level> {
    Some(match &value.value {
        Value::Bool(false) => Level::Off,
        Value::Bool(true) => Level::On,
        Value::String(text) => match text.as_str() {
            "off" => Level::Off,
            "on" => Level::On,
            "error" => Level::At(Severity::Error),
            "warning" => Level::At(Severity::Warning),
            "info" => Level::At(Severity::Info),
            _ => return None,
        },
        _ => return None,
    })
}

/// A value as a rule's choice is given: as spelt, a list with commas.
pub(super) fn written(value: &Node) -> Option<String> {
    Some(match &value.value {
        Value::Bool(truth) => truth.to_string(),
        Value::Number(text) | Value::Date(text) | Value::String(text) => text.clone(),
        Value::List(items) => items.iter().map(written).collect::<Option<Vec<_>>>()?.join(","),
        Value::Null | Value::Map(_) => return None,
    })
}

/// Whether a value is of the kind that a choice has by default: a number, true or false, or text.
pub(super) fn fits(choice: &Choice, value: &str) -> bool {
    let is_truth = |value: &str| matches!(value, "true" | "false");
    let is_number = |value: &str| value.parse::<f64>().is_ok();
    (!is_truth(choice.default) || is_truth(value)) && (!is_number(choice.default) || is_number(value))
}
