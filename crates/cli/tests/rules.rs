//! What `foreword rules` prints.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

mod run;

use insta::assert_snapshot;
use run::foreword;
use serde_json::Value;

#[test]
fn all_rules_by_group() {
    let all = foreword(&["rules"], b"");
    assert!(all.starts_with("Front matter (front-matter)\n  "), "{all}");
    assert!(all.contains("\n\nMarkdown (markdown)\n"), "{all}");
    assert!(all.contains("  A web or e-mail address stands in the text as it is. (MD034)\n"), "{all}");
    let group = foreword(&["rules", "links"], b"");
    assert!(group.starts_with("Links and images (links)\n") && !group.contains("bare-url"), "{group}");
}

#[test]
fn one_rule_by_its_id_or_markdownlints() {
    let page = foreword(&["rules", "bare-url"], b"");
    assert!(page.starts_with("# bare-url\n\nMarkdown · info · on · markdownlint MD034\n\n"), "{page}");
    assert!(page.contains("\n**Why.** ") && page.contains("\nbare-url = \"off\"\n"), "{page}");
    assert_eq!(foreword(&["rules", "no-bare-urls"], b""), page);
    assert_snapshot!(foreword(&["rules", "bare-urls"], b""), @"
    foreword: there is no rule `bare-urls`; did you mean `bare-url`?
    exit 2
    ");
    assert_snapshot!(foreword(&["rules", "qqqqqqqqqq"], b""), @"
    foreword: there is no rule `qqqqqqqqqq`; `foreword rules` lists all
    exit 2
    ");
}

#[test]
fn as_json_for_other_programs() {
    let printed = foreword(&["rules", "--format", "json"], b"");
    let rules: Value = serde_json::from_str(printed.strip_suffix("exit 0").unwrap()).unwrap();
    let rules = rules.as_array().unwrap();
    let bare = rules.iter().find(|rule| rule["id"] == "bare-url").unwrap();
    assert_eq!((bare["group"].as_str(), bare["groupName"].as_str()), (Some("markdown"), Some("Markdown")));
    assert_eq!((bare["severity"].as_str(), bare["on"].as_bool()), (Some("info"), Some(true)));
    assert!(bare["html"].as_str().unwrap().contains("<p><strong>Why.</strong> Some generators"), "{bare:#}");
    assert!(rules.iter().all(|rule| rule["summary"].as_str().unwrap().ends_with('.')));
}
