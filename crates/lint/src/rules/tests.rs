//! Owns what holds for every rule: its documentation is complete and its examples are tests.
//!
//! An example is a fence with the info string `md bad` or `md good` and what is known besides the post: the id of a
//! dialect, `newline=none` (at the end), `file=NAME`, `now=UNIX_SECONDS`, `zone=MINUTES_EAST`, `folder=PATH,PATH`, or a
//! choice of the rule as `name=value`.

use super::{all, by_id};
use crate::docs::{Example, Page};
use crate::{Config, Diagnostic, Environment, Folder, Level, Rule, lint_in};
use foreword_core::{Context, Document, dialects, span};

impl Example {
    fn value(&self, key: &str) -> Option<&str> {
        self.info.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    /// The findings in a text by all rules that are on, and by `rule`.
    fn findings(&self, rule: &'static Rule, text: &str) -> Vec<Diagnostic> {
        let mut config = Config::new();
        config.set_level(rule, Level::On);
        for choice in rule.choices {
            if let Some(value) = self.value(choice.name) {
                config.set_choice(rule, choice.name, value);
            }
        }
        let dialect = self.info.iter().find(|word| !word.contains('=')).map(String::as_str);
        assert!(dialect.is_none_or(|id| dialects::by_id(id).is_some()), "{}: {dialect:?}", rule.id);
        let file_name = self.value("file");
        let folder =
            self.value("folder").map(|paths| Folder::new(paths.split(',').map(str::to_owned).collect()));
        let environment = Environment {
            config: &config,
            folder: folder.as_ref(),
            file_name,
            generator: dialect,
            now: self.value("now").map(|now| {
                (now.parse().unwrap(), self.value("zone").map_or(0, |zone| zone.parse().unwrap()))
            }),
        };
        lint_in(&Document::parse(text, Context { file_name, dialect, ..Context::default() }), &environment)
    }

    fn own(&self, rule: &'static Rule, text: &str) -> Vec<Diagnostic> {
        let mut found = self.findings(rule, text);
        found.retain(|finding| finding.rule == rule.id);
        found
    }
}

#[test]
fn ids_are_sorted_unique_and_kebab_case() {
    for group in super::GROUPS {
        assert!(group.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
    let mut ids: Vec<&str> = all().map(|rule| rule.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
}

#[test]
fn every_rule_is_documented() {
    for rule in all() {
        let page = Page::of(rule);
        for part in [&page.about, &page.why, &page.source] {
            assert!(part.ends_with('.'), "{}: a part is missing or no sentence: {page:?}", rule.id);
        }
        assert!(!page.bad.is_empty() && !page.good.is_empty(), "{} lacks examples", rule.id);
        for choice in rule.choices {
            assert!(choice.about.ends_with('.'), "{}: {}", rule.id, choice.about);
        }
    }
}

#[test]
fn bad_examples_are_found() {
    for rule in all() {
        for example in Page::of(rule).bad {
            let bad = &example.text;
            let found = example.own(rule, bad);
            assert!(!found.is_empty(), "{}: nothing found in\n{bad}", rule.id);
            for finding in found {
                assert!(!finding.span.slice(bad).is_empty());
                assert!(finding.message.ends_with('.'), "{}", finding.message);
                for fix in &finding.fixes {
                    assert!(!fix.title.ends_with('.') && !fix.title.is_empty(), "{}", fix.title);
                }
            }
        }
    }
}

#[test]
fn nothing_is_found_in_good_examples() {
    for rule in all() {
        for example in Page::of(rule).good {
            assert_eq!(example.findings(rule, &example.text), [], "{}:\n{}", rule.id, example.text);
        }
    }
}

#[test]
fn every_fix_of_a_bad_example_removes_the_finding() {
    for rule in all() {
        for example in Page::of(rule).bad {
            let bad = &example.text;
            let before = example.own(rule, bad);
            for fix in before.iter().flat_map(|finding| &finding.fixes) {
                let mended = span::apply(bad, &fix.edits);
                let after = example.own(rule, &mended);
                assert!(after.len() < before.len(), "{}: `{}` leaves\n{mended}", rule.id, fix.title);
            }
        }
    }
}

#[test]
fn rules_are_found_by_their_ids() {
    assert!(all().all(|rule| by_id(rule.id).is_some_and(|found| std::ptr::eq(found, rule))));
    assert!(by_id("no-such-rule").is_none());
    assert_eq!(super::named("md034").map(|rule| rule.id).collect::<Vec<_>>(), ["bare-url"]);
}
