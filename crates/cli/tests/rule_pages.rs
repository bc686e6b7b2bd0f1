//! Keeps what is written about rules equal to what they say: `docs/rules`, and `www/rules.json`, which the page shows
//! under "Why?". `cargo xtask docs` writes both.

use foreword_lint::docs::{Example, Page};
use foreword_lint::{pages, rules};
use serde_json::{Value, json};
use std::collections::BTreeSet;
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
fn the_pages_about_rules_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    let wanted = pages::files();
    if std::env::var_os("FOREWORD_UPDATE").is_some() {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        wanted.iter().for_each(|(name, text)| std::fs::write(folder.join(name), text).unwrap());
    }
    let have = std::fs::read_dir(&folder).into_iter().flatten();
    let have: BTreeSet<String> =
        have.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    let names: BTreeSet<String> = wanted.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(have, names, "run `cargo xtask docs`");
    for (name, text) in wanted {
        let have = std::fs::read_to_string(folder.join(&name)).unwrap();
        assert!(have == text, "docs/rules/{name} is not what the rule says; run `cargo xtask docs`");
    }
}

#[test]
fn what_the_page_shows_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/rules.json");
    let pages: Vec<String> = rules::all().map(|rule| format!("  {}", page(rule))).collect();
    let now = format!("[\n{}\n]\n", pages.join(",\n"));
    if std::env::var_os("FOREWORD_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == now,
        "www/rules.json is old: run `FOREWORD_UPDATE=1 cargo test -p foreword-cli --test rule_pages`"
    );
}
