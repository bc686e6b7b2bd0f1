//! Owns what a site's posts may do as long as they keep to it, while texts for no site may not.

use foreword_core::{Context, Document, dialects};
use foreword_lint::{Config, Environment, Severity, lint_in, rules};

/// The lines on which a rule finds something in a post for a dialect; `asked` if somebody chose the rule.
fn lines(rule: &str, dialect: &str, asked: bool, text: &str) -> Vec<usize> {
    let mut config = Config::new();
    if let Some(rule) = rules::by_id(rule).filter(|_| asked) {
        config.set_level(rule, foreword_lint::Level::On);
    }
    let dialect = dialects::by_id(dialect).map(|dialect| dialect.id);
    let document = Document::parse(text, Context { dialect, ..Context::default() });
    let found = lint_in(&document, &Environment { config: &config, ..Environment::default() });
    let of_rule = found.iter().filter(|finding| finding.rule == rule);
    of_rule.map(|finding| text[..finding.span.start].matches('\n').count() + 1).collect()
}

/// What a post of a site may do; texts for no site, and those who ask, hear about these lines.
#[track_caller]
fn is_habit(rule: &str, text: &str, strict: &[usize]) {
    is_one_finding(rule, text, &[], strict);
}

/// What is said about a post of a site, and about texts for no site.
#[track_caller]
fn is_one_finding(rule: &str, text: &str, site: &[usize], strict: &[usize]) {
    for dialect in ["hugo", "eleventy", "astro", "zola"] {
        assert_eq!(lines(rule, dialect, false, text), site, "{dialect}");
        assert_eq!(lines(rule, dialect, true, text), strict, "{dialect}, asked for");
    }
    for dialect in ["generic", "github", "commonmark"] {
        assert_eq!(lines(rule, dialect, false, text), strict, "{dialect}");
    }
    let after_header: Vec<usize> = site.iter().map(|line| line + 3).collect();
    let post = format!("---\nauthor: Ann\n---\n{text}");
    assert_eq!(lines(rule, "generic", false, &post), after_header, "with front matter");
}

#[test]
fn lists_may_be_indented_by_any_even_step() {
    is_habit("odd-list-indent", "- a\n    - b\n- c\n    - d\n        - e\n", &[2, 4, 5]);
    is_habit("odd-list-indent", " - a\n   - b\n", &[1, 2]);
    is_habit("odd-list-indent", "- a\n   - b\n", &[2]);
    is_one_finding("odd-list-indent", "- a\n  - b\n- c\n    - d\n    - e\n", &[4], &[4, 5]);
    is_one_finding("odd-list-indent", "-    a\n     - b\n", &[2], &[2]);
}

#[test]
fn lists_in_lists_may_have_bullets_of_their_own() {
    is_habit("mixed-bullets", "- a\n  * b\n- c\n  * d\n", &[2, 4]);
    is_one_finding("mixed-bullets", "- a\n\nb\n\n* c\n* d\n", &[5], &[5, 6]);
}

#[test]
fn sections_may_stand_apart() {
    is_habit("repeated-blank-lines", "a\n\n\n## b\n\nc\n", &[3]);
    is_one_finding("repeated-blank-lines", "a\n\n\nb\n", &[3], &[3]);
    is_one_finding("repeated-blank-lines", "a\n\n\n\n\n## b\n\nc\n", &[3], &[3, 4, 5]);
}

#[test]
fn text_may_follow_headings_and_code_at_once() {
    is_habit("crowded-heading", "## a\nb\n\n## c\nd\n", &[1, 4]);
    is_one_finding("crowded-heading", "## a\nb\n\n## c\n\nd\n", &[1], &[1]);
    is_habit("fence-without-blank-lines", "```text\na\n```\nb\n\n```text\nc\n```\nd\n", &[3, 8]);
    is_one_finding("fence-without-blank-lines", "```text\na\n```\nb\n", &[3], &[3]);
    is_habit("fence-without-blank-lines", "- a\n  ```text\n  b\n  ```\n", &[2]);
}

#[test]
fn markers_may_have_more_spaces() {
    is_habit("extra-marker-space", "-   a\n-   b\n", &[1, 2]);
    is_habit("extra-marker-space", "9.  a\n10. b\n", &[1]);
    is_one_finding("extra-marker-space", "-  a\n- b\n", &[1], &[1]);
}

#[test]
fn numbers_may_go_on_after_something_else() {
    is_habit("misnumbered-item", "1. a\n2. b\n\nc\n\n3. d\n4. e\n", &[6, 7]);
    is_one_finding("misnumbered-item", "1. a\n2. b\n\nc\n\n4. d\n", &[6], &[6]);
}

#[test]
fn the_same_slip_is_said_once() {
    is_one_finding("second-title", "# a\n\nb\n\n# c\n\nd\n\n# e\n\nf\n", &[5], &[5, 9]);
    is_one_finding("prompt-without-output", "```sh\n$ a\n$ b\n```\n", &[2], &[2, 3]);
}

#[test]
fn bare_addresses_are_fine_where_they_are_links() {
    let text = "See https://example.org/a.\n";
    for (dialect, expected) in
        [("hugo", 0), ("astro", 0), ("zola", 1), ("jekyll", 1), ("generic", 1), ("github", 1)]
    {
        assert_eq!(lines("bare-url", dialect, false, text).len(), expected, "{dialect}");
    }
    assert_eq!(lines("bare-url", "hugo", true, text), [1]);
}

#[test]
fn texts_for_no_site_are_read_as_elsewhere() {
    let headings = "# a\n\n## b\n\nc\n\n### d!\n\ne\n\n## f\n\n### d!\n\ng\n";
    for (dialect, repeated, punctuation) in
        [("hugo", 0, 0), ("generic", 0, 0), ("github", 1, 2), ("commonmark", 1, 2)]
    {
        assert_eq!(lines("repeated-heading", dialect, false, headings).len(), repeated, "{dialect}");
        assert_eq!(lines("heading-punctuation", dialect, false, headings).len(), punctuation, "{dialect}");
    }
}

#[test]
fn names_of_emoji_matter_less_where_they_may_work() {
    let severity = |dialect| {
        let document =
            Document::parse("Hello :wave:\n", Context { dialect: Some(dialect), ..Context::default() });
        let found = foreword_lint::lint(&document);
        found.iter().find(|finding| finding.rule == "emoji-name-as-text").map(|finding| finding.severity)
    };
    assert_eq!(severity("generic"), Some(Severity::Info));
    assert_eq!(severity("hugo"), Some(Severity::Warning));
    assert_eq!(severity("github"), None);
}
