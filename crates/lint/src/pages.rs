//! Owns the pages about rules: Markdown for the documentation, and HTML for readers in the app.

use crate::Severity;
use crate::docs::{self, Page};
use crate::rule::{Group, Rule};
use crate::rules;
use foreword_core::html::{Caps, render};
use foreword_core::{Context, Document, dialects};
use std::fmt::Write;

/// What a rule finds, as a sentence.
pub fn summary(rule: &Rule) -> String {
    Page::of(rule).about
}

/// What a rule says about itself, as Markdown for people: examples are introduced by words.
pub fn text(rule: &Rule) -> String {
    let mut text = String::with_capacity(rule.docs.len() + 200);
    for line in rule.docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match docs::example(line) {
            Some((fence, info)) => {
                let (kind, known) = info.split_once(' ').unwrap_or((info, ""));
                let says = if kind == "bad" { "Found" } else { "Fine" };
                let _ = writeln!(text, "{says}{}:\n\n{fence}md", circumstances(rule, known));
            }
            None => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// What is known besides an example's text, from its info string.
fn circumstances(rule: &Rule, known: &str) -> String {
    let mut told = String::new();
    for word in known.split_whitespace() {
        let (key, value) = word.split_once('=').unwrap_or(("", word));
        let _ = match key {
            "" => {
                let name = dialects::by_id(value).map_or(value, |dialect| dialect.name);
                write!(told, ", for {name}")
            }
            "file" => write!(told, ", in the file `{value}`"),
            "folder" => write!(told, ", in a site with the files `{}`", value.replace(',', "`, `")),
            key if rule.choices.iter().any(|choice| choice.name == key) => {
                write!(told, ", with `{key} = {}`", in_toml(value))
            }
            // The instant of an example says nothing to people.
            _ => Ok(()),
        };
    }
    told
}

/// A choice's value as it is written in `.foreword.toml`.
fn in_toml(value: &str) -> String {
    if matches!(value, "true" | "false") || value.parse::<f64>().is_ok() {
        value.to_owned()
    } else {
        format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// A rule's page as Markdown.
pub fn page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n", rule.id);
    let state = if rule.quiet { "off until you turn it on" } else { "on" };
    let _ = write!(page, "{} · {} · {state}", rule.group.name(), severity(rule.severity));
    if !rule.aliases.is_empty() {
        let _ = write!(page, " · markdownlint {}", rule.aliases.join(", "));
    }
    page.push_str("\n\n");
    page.push_str(&text(rule));
    if !rule.choices.is_empty() {
        page.push_str("\n## Choices\n\n| choice | by default | what it does |\n| --- | --- | --- |\n");
        for choice in rule.choices {
            let default = in_toml(choice.default).replace('|', "\\|");
            let _ =
                writeln!(page, "| `{}` | `{default}` | {} |", choice.name, choice.about.replace('|', "\\|"));
        }
    }
    let _ = write!(
        page,
        "\n## {}\n\nFor a site, in `.foreword.toml`:\n\n```toml\n[lint.rules]\n{} = \"{}\"\n```\n\nFor a post, in the post:\n\n\
         ```md\n<!-- foreword-{} {} -->\n```\n",
        if rule.quiet { "Turn it on" } else { "Turn it off" },
        rule.id,
        if rule.quiet { "on" } else { "off" },
        if rule.quiet { "enable-file" } else { "disable-file" },
        rule.id,
    );
    page
}

/// A rule's documentation as HTML, without its name.
pub fn html(rule: &Rule) -> String {
    let text = text(rule);
    let document = Document::parse(&text, Context { dialect: Some("commonmark"), ..Context::default() });
    render(&document, Caps::NONE, None).html()
}

/// The page that lists all rules, as Markdown.
pub fn index() -> String {
    let mut index = "# Rules\n\nWhat `foreword lint` and the editor look for, by what it is about. \
                     [How to turn rules on and off](../lint.md).\n"
        .to_owned();
    for group in Group::ALL {
        let mut rules = rules::all().filter(|rule| rule.group == group).peekable();
        if rules.peek().is_none() {
            continue;
        }
        let _ = write!(
            index,
            "\n## {}\n\n`{}`\n\n| rule | what it finds | severity | fix | markdownlint |\n| --- | --- | --- | --- | --- |\n",
            group.name(),
            group.id()
        );
        for rule in rules {
            let state = if rule.quiet { ", off by default" } else { "" };
            let _ = writeln!(
                index,
                "| [{id}]({id}.md) | {} | {}{state} | {} | {} |",
                summary(rule).replace('|', "\\|"),
                severity(rule.severity),
                if has_fix(rule) { "yes" } else { "" },
                rule.aliases.join(", "),
                id = rule.id,
            );
        }
    }
    index
}

/// Every file of the documentation of rules: its name and its text.
pub fn files() -> Vec<(String, String)> {
    let ways = "\n[All rules](README.md) · [How to choose](../lint.md)\n";
    let pages = rules::all().map(|rule| (format!("{}.md", rule.id), page(rule) + ways));
    std::iter::once(("README.md".to_owned(), index())).chain(pages).collect()
}

/// Whether a rule says that it has a fix.
pub fn has_fix(rule: &Rule) -> bool {
    !Page::of(rule).fix.is_empty()
}

/// A severity's name.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page() {
        for rule in rules::all() {
            let page = page(rule);
            assert!(summary(rule).ends_with('.') && !summary(rule).contains('\n'), "{}", rule.id);
            assert!(
                page.starts_with(&format!("# {}\n\n", rule.id)) && page.ends_with("```\n"),
                "{}",
                rule.id
            );
            assert!(page.contains("\nFound") && page.contains("\nFine"), "{}", rule.id);
            assert!(html(rule).contains("<strong>Why.</strong>"), "{}", rule.id);
            assert!(index().contains(&format!("[{id}]({id}.md)", id = rule.id)));
        }
    }

    #[test]
    fn examples_say_under_which_circumstances() {
        let rule = rules::by_id("bare-url").unwrap();
        assert_eq!(circumstances(rule, ""), "");
        assert_eq!(circumstances(rule, "hugo now=1"), ", for Hugo");
        assert_eq!(
            circumstances(rule, "file=a/b.md folder=a.png,b.md"),
            ", in the file `a/b.md`, in a site with the files `a.png`, `b.md`"
        );
        assert_eq!([in_toml("true"), in_toml("1"), in_toml("a \"b\"")], ["true", "1", "\"a \\\"b\\\"\""]);
    }
}
