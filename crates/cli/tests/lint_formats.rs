//! What `foreword lint` prints, in every format.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

mod run;

use insta::assert_snapshot;
use run::foreword;
use serde_json::Value;

const POST: &str = "---\ntitle: A\n---\n### Deep\n\n![](é.png) https://x.org\n";

/// By three rules that stay, whatever rules there will be.
fn lint(format: &str) -> String {
    let rules = ["--rule", "skipped-heading-level", "--rule", "MD045", "--rule", "bare-url"];
    foreword(&[&["lint", "--format", format, "-"], rules.as_slice()].concat(), POST.as_bytes())
}

#[test]
fn text_shows_the_line_and_the_place() {
    assert_snapshot!(lint("text"), @"
    -:4:1: warning: This is a level 3 heading, but the title above it is level 1. (skipped-heading-level)
       4 | ### Deep
         | ^^^^^^^^
         = suggestion: Make it a level 2 heading

    -:6:1: warning: This image has no alternative text. (missing-alt-text)
       6 | ![](é.png) https://x.org
         | ^^^^^^^^^^

    -:6:12: info: Not every generator makes this address a link. (bare-url)
       6 | ![](é.png) https://x.org
         |            ^^^^^^^^^^^^^
         = fix: Make it a link

    1 post, 3 findings. --fix mends 1.
    exit 1
    ");
}

#[test]
fn short_is_a_line_for_each_finding() {
    assert_snapshot!(lint("short"), @"
    -:4:1: warning: This is a level 3 heading, but the title above it is level 1. (skipped-heading-level)
    -:6:1: warning: This image has no alternative text. (missing-alt-text)
    -:6:12: info: Not every generator makes this address a link. (bare-url)
    1 post, 3 findings. --fix mends 1.
    exit 1
    ");
}

#[test]
fn github_gets_annotations() {
    assert_snapshot!(lint("github"), @"
    ::warning file=-,line=4,endLine=4,col=1,endColumn=9,title=skipped-heading-level::This is a level 3 heading, but the title above it is level 1.
    ::warning file=-,line=6,endLine=6,col=1,endColumn=11,title=missing-alt-text::This image has no alternative text.
    ::notice file=-,line=6,endLine=6,col=12,endColumn=25,title=bare-url::Not every generator makes this address a link.
    1 post, 3 findings. --fix mends 1.
    exit 1
    ");
}

#[test]
fn json_has_places_in_lines_and_bytes_and_the_edits_of_fixes() {
    let printed = lint("json");
    let json: Value = serde_json::from_str(printed.strip_suffix("exit 1").unwrap()).unwrap();
    assert_eq!(json[0]["file"], "-");
    assert_eq!(json[0]["findings"].as_array().unwrap().len(), 3);
    assert_snapshot!(format!("{:#}", json[0]["findings"][2]), @r#"
    {
      "rule": "bare-url",
      "group": "markdown",
      "aliases": [
        "MD034"
      ],
      "severity": "info",
      "message": "Not every generator makes this address a link.",
      "line": 6,
      "column": 12,
      "endLine": 6,
      "endColumn": 25,
      "start": 39,
      "end": 52,
      "fixes": [
        {
          "title": "Make it a link",
          "safe": true,
          "edits": [
            {
              "start": 39,
              "end": 52,
              "text": "<https://x.org>"
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn sarif_has_rules_results_and_fixes() {
    let printed = lint("sarif");
    let log: Value = serde_json::from_str(printed.strip_suffix("exit 1").unwrap()).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let result = &run["results"][2];
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    let rule = &run["tool"]["driver"]["rules"][index];
    assert_eq!(rule["id"], "bare-url");
    assert_eq!(rule["shortDescription"]["text"], "A web or e-mail address stands in the text as it is.");
    assert_eq!(rule["defaultConfiguration"]["level"], "note");
    let region = serde_json::json!({"startLine": 6, "startColumn": 12, "endLine": 6, "endColumn": 25});
    assert_eq!(result["locations"][0]["physicalLocation"]["region"], region);
    let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["deletedRegion"], region);
    assert_eq!(replacement["insertedContent"]["text"], "<https://x.org>");
    // Only the folder of a checkout is known, so places are relative.
    assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "-");
}

#[test]
fn a_clean_post_says_so_and_a_quiet_one_nothing() {
    assert_snapshot!(foreword(&["lint", "--rule", "links", "-"], b"Fine.\n"), @"
    1 post, nothing to say.
    exit 0
    ");
    assert_eq!(foreword(&["lint", "--rule", "links", "--quiet", "-"], b"Fine.\n"), "exit 0");
}

#[test]
fn a_byte_order_mark_is_no_character() {
    let printed = foreword(
        &["lint", "--quiet", "--rule", "bare-url", "-"],
        "\u{feff}https://a.b/\r\nText https://c.d/\r\n".as_bytes(),
    );
    assert_snapshot!(printed, @"
    -:1:1: info: Not every generator makes this address a link. (bare-url)
       1 | https://a.b/
         | ^^^^^^^^^^^^
         = fix: Make it a link

    -:2:6: info: Not every generator makes this address a link. (bare-url)
       2 | Text https://c.d/
         |      ^^^^^^^^^^^^
         = fix: Make it a link

    exit 1
    ");
}

#[test]
fn nothing_in_a_post_commands_the_terminal() {
    let printed = foreword(&["lint", "-"], b"https://a.b/ \x1b[31m \x07 [x][\x1b[0m]\n");
    assert!(printed.contains("exit 1") && !printed.contains(['\u{1b}', '\u{7}']), "{printed:?}");
}
