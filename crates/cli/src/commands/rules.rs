//! Owns `foreword rules`.

use super::lint::named;
use crate::{Failure, Outcome, output};
use foreword_lint::{Choice, Group, Rule, pages, rules};
use serde_json::{Value, json};
use std::fmt::Write;

/// Arguments of `foreword rules`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A rule, a group of rules, or what markdownlint calls a rule; all when left out
    id: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people: a list, or the page of a rule
    Text,
    /// An array with one object a rule
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let chosen: Vec<&Rule> = match &arguments.id {
        Some(id) => named(id)?,
        None => rules::all().collect(),
    };
    let is_group = Group::ALL.iter().any(|group| arguments.id.as_deref() == Some(group.id()));
    output::print(&match (arguments.format, chosen.as_slice()) {
        (Format::Json, rules) => {
            format!("{:#}\n", Value::Array(rules.iter().map(|rule| as_json(rule)).collect()))
        }
        (Format::Text, [rule]) if !is_group => pages::page(rule),
        (Format::Text, rules) => list(rules),
    });
    Ok(Outcome::Clean)
}

fn list(rules: &[&Rule]) -> String {
    let mut out = String::new();
    let id_width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for group in Group::ALL {
        let mut of_group = rules.iter().filter(|rule| rule.group == group).peekable();
        if of_group.peek().is_none() {
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let _ = writeln!(out, "{} ({})", group.name(), group.id());
        for rule in of_group {
            let state = if rule.quiet { "off" } else { pages::severity(rule.severity) };
            let aliases = if rule.aliases.is_empty() {
                String::new()
            } else {
                format!(" ({})", rule.aliases.join(", "))
            };
            let _ = writeln!(out, "  {:<id_width$}  {state:<7}  {}{aliases}", rule.id, pages::summary(rule));
        }
    }
    out
}

fn as_json(rule: &Rule) -> Value {
    let choice =
        |choice: &Choice| json!({"name": choice.name, "default": choice.default, "about": choice.about});
    json!({
        "id": rule.id,
        "group": rule.group.id(),
        "groupName": rule.group.name(),
        "aliases": rule.aliases,
        "severity": pages::severity(rule.severity),
        "on": !rule.quiet,
        "summary": pages::summary(rule),
        "choices": rule.choices.iter().map(choice).collect::<Vec<_>>(),
        "markdown": pages::text(rule),
        "html": pages::html(rule),
    })
}
