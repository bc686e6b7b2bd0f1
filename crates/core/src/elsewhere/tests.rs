//! Owns the tests of comparing two dialects: the post, the two dialects, what differs.

use super::*;
use crate::Context;

fn compared(a: &str, b: &str, source: &str) -> Comparison {
    let under = |dialect| Document::parse(source, Context { dialect: Some(dialect), ..Context::default() });
    compare(&under(a), &under(b))
}

/// Each difference as its text in the post and its kind.
#[track_caller]
fn check(a: &str, b: &str, source: &str, expected: &[(&str, Kind)]) {
    let found = compared(a, b, source);
    let seen: Vec<_> =
        found.differences.iter().map(|each| (each.span.slice(source).trim(), each.kind)).collect();
    assert_eq!(seen, expected);
    assert_eq!((found.more, found.shortened), (0, None));
}

#[test]
fn one_dialect_differs_from_itself_in_nothing() {
    let source = "---\ntitle: x\n---\n# A\n\n\"b\"[^1] <b>c</b>\n\n[^1]: d\n";
    for dialect in crate::dialects::ALL {
        check(dialect.id, dialect.id, source, &[]);
    }
}

#[test]
fn only_blocks_that_come_out_differently_are_listed() {
    check("generic", "hugo", "Same.\n\nA \"quote\".\n\nSame again.\n", &[("A \"quote\".", Kind::Text)]);
}

#[test]
fn the_front_matter_is_none_of_them() {
    check("commonmark", "hugo", "---\ntitle: \"x\"\n---\n\ntext\n", &[]);
}

#[test]
fn a_block_that_one_side_leaves_out_is_missing() {
    check("generic", "hugo", "a\n\n<div>b</div>\n\nc\n", &[("<div>b</div>", Kind::OnlyA)]);
    check("hugo", "generic", "a\n\n<div>b</div>\n\nc\n", &[("<div>b</div>", Kind::OnlyB)]);
    let found = compared("generic", "hugo", "<div>b</div>\n");
    assert_eq!(found.differences[0].a_html, "<div>b</div>\n");
}

#[test]
fn both_renderings_are_given() {
    let found = compared("commonmark", "generic", "# A b\n");
    let Difference { span, kind, a_html, b_html } = &found.differences[0];
    assert_eq!((span.start, *kind), (0, Kind::Ids));
    assert_eq!((a_html.as_str(), b_html.as_str()), ("<h1>A b</h1>\n", "<h1 id=\"a-b\">A b</h1>\n"));
}

#[test]
fn one_block_that_is_several_elsewhere_is_one_difference() {
    let joined = "<details>\n\n*a*\n\n</details>";
    let source = format!("x\n\n{joined}\n\ny\n");
    check("generic", "hugo", &source, &[(joined, Kind::Markup)]);
    check("hugo", "generic", &source, &[(joined, Kind::Markup)]);
    check("commonmark", "hugo", "a\n: b\n\nc\n: d\n", &[("a\n: b\n\nc\n: d", Kind::Text)]);
}

#[test]
fn what_follows_a_definition_list_is_a_block_of_its_own() {
    let source = "a\n: b\n\nSame.\n\n\"c\"\n\nSame.\n";
    check("generic", "hugo", source, &[("\"c\"", Kind::Text)]);
    check("generic", "github", source, &[("a\n: b", Kind::Text)]);
}

#[test]
fn tables_tasks_and_struck_text() {
    check("commonmark", "github", "| a |\n|---|\n| b |\n", &[("| a |\n|---|\n| b |", Kind::Text)]);
    check("commonmark", "github", "- [x] a\n", &[("- [x] a", Kind::Text)]);
    check("commonmark", "github", "~~a~~\n", &[("~~a~~", Kind::Text)]);
}

#[test]
fn footnotes_are_compared_where_they_are_defined() {
    let source = "a[^1]\n\n[^1]: b\n\nc\n";
    check("github", "hugo", source, &[("a[^1]", Kind::Markup), ("[^1]: b", Kind::Text)]);
    // There it is the definition of a link.
    check("commonmark", "github", source, &[("a[^1]", Kind::Text), ("[^1]: b", Kind::OnlyB)]);
}

#[test]
fn spans_are_on_character_boundaries() {
    check("generic", "hugo", "é🎉\n\n“é” \"🎉\"\n", &[("“é” \"🎉\"", Kind::Text)]);
}

#[test]
fn what_is_beyond_the_bounds_is_counted() {
    let found = compared("generic", "hugo", &"\"a\"\n\n".repeat(250));
    assert_eq!((found.differences.len(), found.more), (MOST, 50));
    let long = format!("\"a\"\n\n\"{}\"\n\n", "b".repeat(MOST_BYTES));
    let found = compared("generic", "hugo", &long);
    assert_eq!((found.differences.len(), found.more), (1, 1));
}

#[test]
fn a_post_that_is_cut_says_so() {
    let found = compared("generic", "hugo", &">".repeat(300));
    assert!(found.shortened.is_some());
}

#[test]
fn crafted_posts_come_to_an_end() {
    // With time that grows as the square of the length these would take minutes.
    for part in ["\"a\" <b>c\n\n", "<!-- ", "<a href=\"", "&amp", "<a b c d e "] {
        drop(compared("generic", "hugo", &part.repeat(32_000)));
    }
}
