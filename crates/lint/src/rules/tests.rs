//! Owns what holds for every rule: its documentation is complete and its examples are tests.

use super::ALL;
use crate::{Diagnostic, lint};
use foreword_core::{Context, Document, span};

fn findings(source: &str) -> Vec<Diagnostic> {
    lint(&Document::parse(source, Context::default()))
}

/// The texts of the fences with this info string.
fn examples<'a>(docs: &'a str, info: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current: Option<Vec<&'a str>> = None;
    for line in docs.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        match &mut current {
            None if line == format!("````md {info}") => current = Some(Vec::new()),
            None => {}
            Some(lines) if line == "````" => {
                found.push(lines.join("\n") + "\n");
                current = None;
            }
            Some(lines) => lines.push(line),
        }
    }
    found
}

#[test]
fn ids_are_sorted_unique_and_kebab_case() {
    assert!(ALL.windows(2).all(|pair| pair[0].id < pair[1].id));
    assert!(ALL.iter().all(|rule| rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
}

#[test]
fn every_rule_is_documented() {
    for rule in ALL {
        for part in ["**Why.**", "**Source.**", "````md bad", "````md good"] {
            assert!(rule.docs.contains(part), "{} lacks {part}", rule.id);
        }
    }
}

#[test]
fn bad_examples_are_found_and_good_ones_are_not() {
    for rule in ALL {
        for bad in examples(rule.docs, "bad") {
            let found = findings(&bad);
            assert!(!found.is_empty(), "{}: nothing found in\n{bad}", rule.id);
            assert!(found.iter().all(|finding| finding.rule == rule.id), "{}: {found:?} in\n{bad}", rule.id);
            for finding in found {
                assert!(!finding.span.slice(&bad).is_empty());
                assert!(finding.message.ends_with('.'), "{}", finding.message);
            }
        }
        for good in examples(rule.docs, "good") {
            assert_eq!(findings(&good), [], "{}:\n{good}", rule.id);
        }
    }
}

#[test]
fn every_fix_of_a_bad_example_removes_the_finding() {
    for rule in ALL {
        for bad in examples(rule.docs, "bad") {
            let before = findings(&bad);
            for finding in &before {
                for fix in &finding.fixes {
                    let mended = span::apply(&bad, &fix.edits);
                    assert!(
                        findings(&mended).len() < before.len(),
                        "{}: `{}` leaves\n{mended}",
                        rule.id,
                        fix.title
                    );
                }
            }
        }
    }
}
