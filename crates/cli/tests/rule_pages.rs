//! Keeps `www/rules.json`, what the page shows under "Why?", equal to the documentation of the rules.
//! `FOREWORD_UPDATE=1 cargo test -p foreword-cli --test rule_pages` writes it.
#![expect(clippy::expect_used, reason = "a test ends with the first thing that is missing")]

use foreword_lint::docs::{Example, Page};
use foreword_lint::rules;
use serde_json::{Value, json};
use std::path::Path;

fn page(rule: &foreword_lint::Rule) -> Value {
    let page = Page::of(rule);
    let texts = |examples: Vec<Example>| examples.into_iter().map(|example| example.text).collect::<Vec<_>>();
    json!({
        "id": rule.id,
        "aliases": rule.aliases,
        "about": page.about,
        "why": page.why,
        "bad": texts(page.bad),
        "good": texts(page.good),
        "fix": Some(page.fix).filter(|fix| !fix.is_empty()),
        "source": page.source,
    })
}

#[test]
fn the_pages_of_the_rules_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/rules.json");
    let pages: Vec<String> = rules::all().map(|rule| format!("  {}", page(rule))).collect();
    let now = format!("[\n{}\n]\n", pages.join(",\n"));
    if std::env::var_os("FOREWORD_UPDATE").is_some() {
        std::fs::write(&path, &now).expect("www/rules.json can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "www/rules.json is old: run `FOREWORD_UPDATE=1 cargo test -p foreword-cli --test rule_pages`"
    );
}
