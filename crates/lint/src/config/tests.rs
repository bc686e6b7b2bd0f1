//! Owns what configuration files mean, by examples.

use super::*;
use crate::rules::by_id;

fn rule(id: &str) -> &'static Rule {
    by_id(id).unwrap()
}

/// What files say: the rules that are off, and the problems as `path:line:column message`.
fn read(files: &[(&str, &str)]) -> (Config, Vec<&'static str>, Vec<String>) {
    let (config, problems) = Config::read(files);
    let off =
        crate::rules::all().filter(|rule| !rule.quiet && !config.is_on(rule)).map(|rule| rule.id).collect();
    let problems = problems
        .into_iter()
        .map(|problem| format!("{}:{}:{} {}", problem.path, problem.line, problem.column, problem.message))
        .collect();
    (config, off, problems)
}

fn problems(text: &str) -> Vec<String> {
    read(&[(OUR_FILE, text)]).2
}

#[test]
fn our_file_says_levels() {
    let text = "[lint.rules]\nbare-url = \"off\"\nundefined-reference = \"info\"\nskipped-heading-level = true\nMD045 = { level = \"error\" }\n";
    let (config, off, problems) = read(&[(OUR_FILE, text)]);
    assert_eq!(problems, [""; 0]);
    assert_eq!(off, ["bare-url"]);
    assert_eq!(config.severity(rule("undefined-reference")), Severity::Info);
    assert_eq!(config.severity(rule("missing-alt-text")), Severity::Error);
    assert_eq!(config.severity(rule("skipped-heading-level")), rule("skipped-heading-level").severity);
}

#[test]
fn a_rule_wins_over_its_group_and_a_group_over_all() {
    let (config, off, _) = read(&[(
        OUR_FILE,
        "lint.rules.bare-url = \"on\"\nlint.rules.markdown = \"off\"\nlint.rules.all = \"error\"\n",
    )]);
    assert!(
        off.contains(&"skipped-heading-level")
            && !off.contains(&"bare-url")
            && !off.contains(&"undefined-reference")
    );
    assert_eq!(config.severity(rule("undefined-reference")), Severity::Error);
    assert_eq!(config.severity(rule("bare-url")), rule("bare-url").severity);
}

#[test]
fn a_severity_for_many_wakes_no_quiet_rule() {
    for quiet in crate::rules::all().filter(|rule| rule.quiet) {
        let is_on =
            |level: &str| read(&[(OUR_FILE, &format!("[lint.rules]\nall = \"{level}\"\n"))]).0.is_on(quiet);
        assert!(!is_on("warning") && is_on("on"), "{}", quiet.id);
    }
}

#[test]
fn mistakes_in_our_file_have_their_place_and_a_suggestion() {
    assert_eq!(
        problems("# é\n[lint.rules]\nbare-urls = \"off\"\nzzzz = \"off\"\n"),
        [
            ".foreword.toml:3:1 There is no rule `bare-urls`; did you mean `bare-url`?",
            ".foreword.toml:4:1 There is no rule `zzzz`; `foreword rules` lists all.",
        ]
    );
    assert_eq!(
        problems("[lint.rules]\nbare-url = \"loud\"\n"),
        [".foreword.toml:2:12 A rule's level is one of `off`, `on`, `error`, `warning`, `info`."]
    );
    assert_eq!(
        problems("[lint.rules.bare-url]\nlevels = \"off\"\n"),
        [".foreword.toml:2:1 This rule has no choice `levels`; did you mean `level`?"]
    );
    assert_eq!(
        problems("[lint.rules.text]\nmaximum = 1\n"),
        [".foreword.toml:2:1 Only a rule by itself has choices; a group has a `level`."]
    );
    assert_eq!(problems("[rules]\n"), [".foreword.toml:1:2 Rules stand below `[lint.rules]`."]);
    assert_eq!(
        problems("[lint]\nbare-url = \"off\"\n"),
        [".foreword.toml:2:1 There is no `bare-url` below `[lint]`; rules stand below `[lint.rules]`."]
    );
    assert_eq!(problems("lint = 1\n").len() + problems("lint.rules = 1\n").len(), 2);
    assert!(!problems("[lint.rules]\nbare-url = off\n").is_empty());
    assert_eq!(problems("[spelling]\nwords = []\n"), [""; 0]);
}

#[test]
fn choices_are_of_the_kind_of_their_default() {
    let choice = |default| crate::Choice { name: "x", default, about: "." };
    for (default, value, fits) in [
        ("true", "false", true),
        ("true", "1", false),
        ("2", "0", true),
        ("2", "two", false),
        ("", "anything", true),
        ("consistent", "asterisk", true),
    ] {
        assert_eq!(foreword::fits(&choice(default), value), fits, "{default} {value}");
    }
    for (rule, choice) in
        crate::rules::all().flat_map(|rule| rule.choices.iter().map(move |choice| (rule, choice)))
    {
        assert!(foreword::fits(choice, choice.default), "{} {}", rule.id, choice.name);
    }
}

#[test]
fn markdownlints_files_count_where_rules_are_equal() {
    for (path, text) in [
        (".markdownlint.json", "{ \"MD034\": false, \"MD013\": false, \"my-rule\": true }"),
        (".markdownlint.jsonc", "{\n  // words\n  \"no-bare-urls\": false, /* more */\n}\n"),
        (".markdownlint.yaml", "# words\nno-bare-urls: false\n"),
        (".markdownlint.yml", "---\nurl: false\n"),
        (".markdownlint.json", "{ \"MD034\": { \"enabled\": false } }"),
        (".markdownlint-cli2.jsonc", "{ \"config\": { \"MD034\": false, }, \"globs\": [\"*.md\"] }"),
        (".markdownlint-cli2.yaml", "config:\n  MD034: false\nglobs:\n  - '*.md'\n"),
    ] {
        let (_, off, problems) = read(&[(path, text)]);
        assert_eq!((off, problems), (vec!["bare-url"], vec![]), "{path} {text}");
    }
}

#[test]
fn markdownlints_default_is_for_the_rules_that_it_has() {
    let (_, off, _) = read(&[(".markdownlint.json", "{ \"MD034\": true, \"default\": false }")]);
    assert!(
        off.contains(&"undefined-reference")
            && !off.contains(&"bare-url")
            && !off.contains(&"broken-template-call")
    );
    let (config, off, _) =
        read(&[(".markdownlint.json", "{ \"default\": \"error\", \"MD034\": \"warning\" }")]);
    assert_eq!(off, [""; 0]);
    assert_eq!(config.severity(rule("undefined-reference")), Severity::Error);
    assert_eq!(config.severity(rule("bare-url")), Severity::Warning);
    let (plain, ..) = read(&[(".markdownlint.json", "{ \"default\": true }")]);
    assert_eq!(plain, Config::new());
}

#[test]
fn markdownlints_other_files_are_not_read() {
    let (_, off, problems) = read(&[(".markdownlint.yaml", "extends: ../base.yaml\nMD034: false\n")]);
    assert_eq!(off, ["bare-url"]);
    assert_eq!(
        problems,
        [".markdownlint.yaml:1:1 The file that this one extends is not read; only what stands here counts."]
    );
    assert_eq!(read(&[(".markdownlint.json", "{ \"extends\": null }")]).2, [""; 0]);
    assert_eq!(
        read(&[(".markdownlint.json", "{ MD034: false }")]).2,
        [".markdownlint.json:1:3 JSON cannot be read here: a key in double quotes is expected."]
    );
}

#[test]
fn nearer_files_win_and_ours_over_markdownlints() {
    let off = |files: &[(&str, &str)]| read(files).1;
    let ours = |level: &str| format!("[lint.rules]\nbare-url = \"{level}\"\n");
    let (no, yes) = (ours("off"), ours("on"));
    assert_eq!(off(&[("a/.foreword.toml", &yes), (".foreword.toml", &no)]), [""; 0]);
    assert_eq!(off(&[("a/.foreword.toml", &no), (".foreword.toml", &yes)]), ["bare-url"]);
    assert_eq!(off(&[(".foreword.toml", &yes), (".markdownlint.json", "{\"MD034\": false}")]), [""; 0]);
    // As with markdownlint itself, a file in an inner folder replaces one in an outer folder.
    let outer = (".markdownlint.json", "{\"MD034\": false}");
    assert_eq!(off(&[outer, ("a/.markdownlint.yaml", "MD052: false\n")]), ["undefined-reference"]);
    // In one folder, the first of its names counts, after the file of its second version.
    let second = (".markdownlint-cli2.yaml", "config: {MD034: false, MD052: false}\n");
    assert_eq!(off(&[outer, (".markdownlint.jsonc", "{\"MD034\": true}"), second]), ["undefined-reference"]);
}

#[test]
fn only_files_around_a_post_count() {
    let text = "[lint.rules]\nbare-url = \"off\"\n";
    let is_on = |path: &str| Config::read_for("blog/new/a.md", &[(path, text)]).0.is_on(rule("bare-url"));
    assert!(!is_on(".foreword.toml") && !is_on("blog/.foreword.toml") && !is_on("blog/new/.foreword.toml"));
    assert!(
        is_on("other/.foreword.toml")
            && is_on("blog/new/b/.foreword.toml")
            && is_on("blog/ne/.foreword.toml")
    );
    assert!(is_on("blog/hugo.toml"));
}

#[test]
fn nonsense_says_nothing_and_breaks_nothing() {
    let deep = format!("{{\"MD034\":{}", "[".repeat(100_000));
    let table = format!("lint.rules.bare-url = {}", "[".repeat(100_000));
    for name in markdownlint::FILES.into_iter().chain(markdownlint::SECOND).chain([OUR_FILE]) {
        for text in ["", "\u{feff}", "---", "{", "}", "[]", "\"", "/*", "config: [", &deep, &table] {
            assert_eq!(read(&[(name, text)]).1, [""; 0], "{name} {text:.20}");
        }
    }
}
