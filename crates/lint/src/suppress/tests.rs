//! Owns what comments in posts do, by examples.

use super::turn_off;
use crate::{Config, Environment, Level, lint, lint_in, rules};
use foreword_core::{Context, Document, dialects, span};
use proptest::prelude::*;

/// The lines and rules of the findings in a post, as `line rule`.
fn found(source: &str) -> Vec<String> {
    found_in(source, None, None)
}

fn found_in(source: &str, dialect: Option<&str>, file_name: Option<&str>) -> Vec<String> {
    let document = Document::parse(source, Context { dialect, file_name, ..Context::default() });
    let line = |offset: usize| source[..offset].matches('\n').count() + 1;
    let own = ["bare-url", "missing-alt-text", "undefined-reference"];
    let found = lint(&document).into_iter().filter(|finding| own.contains(&finding.rule));
    found.map(|finding| format!("{} {}", line(finding.span.start), finding.rule)).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn rules_are_off_from_a_comment_on_until_another() {
    let post = "https://a.b\n\n<!-- foreword-disable bare-url -->\n\nhttps://a.b ![](x.png)\n\n<!-- foreword-enable bare-url -->\n\nhttps://a.b\n";
    // Nothing stands before the second: it counts from the start.
    assert_eq!(found(post), ["1 bare-url", "5 missing-alt-text", "9 bare-url"]);
    let all = post.replace(" bare-url", "");
    assert_eq!(found(&all), ["1 bare-url", "9 bare-url"]);
    let others = post.replace("foreword-", "markdownlint-").replace("bare-url", "no-bare-urls MD045");
    assert_eq!(found(&others), ["1 bare-url", "9 bare-url"]);
}

#[test]
fn rules_are_off_on_one_line() {
    assert_eq!(found("https://a.b <!-- foreword-disable-line -->\nhttps://a.b\n"), ["2 bare-url"]);
    assert_eq!(found("Text <!-- markdownlint-disable-line MD045 --> https://a.b\n"), ["1 bare-url"]);
    assert_eq!(
        found("Text\n<!-- foreword-disable-next-line bare-url -->\nhttps://a.b\nhttps://a.b\n"),
        ["4 bare-url"]
    );
}

#[test]
fn one_line_is_meant_also_right_after_the_header() {
    let post = "---\ntitle: a\n---\n\n<!-- foreword-disable-next-line -->\nhttps://a.b\nhttps://a.b\n";
    assert_eq!(found(post), ["7 bare-url"]);
    let same = "---\ntitle: a\n---\n<!-- foreword-disable-line --> https://a.b\nhttps://a.b\n";
    assert_eq!(found(same), ["5 bare-url"]);
}

#[test]
fn rules_are_off_in_a_file_wherever_it_says_so() {
    for off in [
        "foreword-disable-file bare-url",
        "foreword-disable-file links markdown",
        "foreword-disable-file all",
        "markdownlint-disable-file MD034 MD018",
        "MARKDOWNLINT-disable-file url",
    ] {
        assert_eq!(found(&format!("https://a.b\n\n<!-- {off} -->\n")), NONE, "{off}");
    }
    let again =
        "https://a.b\n\n<!-- markdownlint-disable-file -->\n<!-- markdownlint-enable-file MD034 -->\n";
    assert_eq!(found(again), ["1 bare-url"]);
}

#[test]
fn what_is_on_can_be_remembered() {
    let post = "a\n\n<!-- markdownlint-disable MD034 -->\n<!-- markdownlint-capture -->\n<!-- markdownlint-disable -->\n\nhttps://a.b ![](x.png)\n\n<!-- markdownlint-restore -->\n\nhttps://a.b ![](x.png)\n";
    assert_eq!(found(post), ["11 missing-alt-text"]);
    let without = post.replace("<!-- markdownlint-capture -->\n", "");
    assert_eq!(found(&without), ["10 bare-url", "10 missing-alt-text"]);
}

#[test]
fn markdownlints_settings_may_stand_in_a_post() {
    let post = "https://a.b\n\n<!-- markdownlint-configure-file {\n  \"MD034\": false,\n} -->\n";
    assert_eq!(found(post), NONE);
    assert_eq!(found(&post.replace("false", "true")), ["1 bare-url"]);
    assert_eq!(found(&post.replace("\"", "'")), ["1 bare-url"]);
}

#[test]
fn a_comment_can_turn_on_what_is_off() {
    let mut config = Config::new();
    config.set_level(rules::by_id("bare-url").unwrap(), Level::Off);
    let environment = Environment { config: &config, ..Environment::default() };
    let lines = |source: &str| {
        let found = lint_in(&Document::parse(source, Context::default()), &environment);
        found.iter().map(|finding| source[..finding.span.start].lines().count() + 1).collect::<Vec<_>>()
    };
    assert_eq!(lines("https://a.b\n\n<!-- foreword-enable bare-url -->\n\nhttps://a.b\n"), [5]);
    assert_eq!(lines("https://a.b\n\n<!-- foreword-enable -->\n\nhttps://a.b\n"), [0; 0]);
    assert_eq!(lines("https://a.b\n\n<!-- markdownlint-enable-file url -->\n"), [1]);
}

#[test]
fn code_says_nothing_and_unknown_names_neither() {
    for comment in [
        "`<!-- foreword-disable-file -->`",
        "```\n<!-- foreword-disable-file -->\n```",
        "    <!-- foreword-disable-file -->",
        "<!-- foreword-disable-file bare-urlz -->",
        "<!-- foreword-disable-files -->",
        "<!-- foreword-disable-file",
        "<!-- foreword -->",
        "<!-- markdownlint-disable-file bare-url -->",
    ] {
        assert_eq!(found(&format!("https://a.b\n\n{comment}\n")), ["1 bare-url"], "{comment}");
    }
}

#[test]
fn what_follows_a_dash_is_for_people() {
    for reason in ["-- we like it bare", "— we like it bare"] {
        assert_eq!(found(&format!("https://a.b <!-- foreword-disable-line bare-url {reason} -->\n")), NONE);
    }
}

#[test]
fn comments_of_mdx_count() {
    let post = "{/* foreword-disable bare-url */}\n\nhttps://a.b ![](x.png)\n";
    assert_eq!(found_in(post, None, Some("a.mdx")), ["3 missing-alt-text"]);
    assert_eq!(found_in(post, None, Some("a.md")).len(), 2);
    let line = "Text\n\n{/* foreword-disable-next-line */}\nhttps://a.b\n";
    assert_eq!(found_in(line, Some("docusaurus"), None), NONE);
}

#[test]
fn a_comment_right_after_the_header_counts_for_the_header() {
    let post =
        "---\ntitle: a: b\n---\n\n<!-- x --> <!-- foreword-disable unreadable-front-matter -->\nText\n";
    let of = |post: &str| {
        lint(&Document::parse(post, Context::default()))
            .iter()
            .filter(|finding| finding.rule == "unreadable-front-matter")
            .count()
    };
    assert_eq!(of(post), 1);
    assert_eq!(of(&post.replace("<!-- x -->", "")), 0);
    assert_eq!(of(&post.replace("foreword-", "Text\n\nforeword-")), 1);
}

#[test]
fn posts_of_nothing_but_comments_are_read_in_reasonable_time() {
    let many = "https://a.b <!-- foreword-disable-line x y z --><!-- markdownlint-capture --> ".repeat(3_000);
    let names = format!("https://a.b <!-- foreword-disable-line {} -->\n", "qq ".repeat(100_000));
    let far =
        format!("{}a\n\n{}https://a.b\n", " \n".repeat(100_000), "<!-- foreword-enable -->\n".repeat(3_000));
    assert_eq!([found(&many).len(), found(&names).len(), found(&far).len()], [3_000, 1, 1]);
}

/// A post after a rule was turned off in it.
fn off(source: &str, dialect: Option<&str>, file_name: Option<&str>, rule: &str) -> String {
    let document = Document::parse(source, Context { dialect, file_name, ..Context::default() });
    span::apply(source, &[turn_off(&document, file_name, rule)])
}

#[test]
fn a_rule_is_turned_off_where_the_body_begins() {
    let check = |source: &str, expected: &str| {
        let post = off(source, None, None, "bare-url");
        assert_eq!(post, expected);
        assert_eq!(found(&post), NONE, "{post}");
    };
    check("https://a.b\n", "<!-- foreword-disable bare-url -->\nhttps://a.b\n");
    check("\u{feff}https://a.b\n", "\u{feff}<!-- foreword-disable bare-url -->\nhttps://a.b\n");
    check(
        "---\nt: 1\n---\n\nhttps://a.b\n",
        "---\nt: 1\n---\n\n<!-- foreword-disable bare-url -->\nhttps://a.b\n",
    );
    check(
        "---\r\nt: 1\r\n---\r\nhttps://a.b",
        "---\r\nt: 1\r\n---\r\n<!-- foreword-disable bare-url -->\r\nhttps://a.b",
    );
    check("---\nt: 1\n---", "---\nt: 1\n---\n<!-- foreword-disable bare-url -->\n");
    check("", "<!-- foreword-disable bare-url -->\n");
}

#[test]
fn a_second_rule_joins_the_comment_of_the_first() {
    let post = off("https://a.b ![](x.png)\n", None, None, "bare-url");
    let both = off(&post, None, None, "missing-alt-text");
    assert_eq!(both, "<!-- foreword-disable bare-url missing-alt-text -->\nhttps://a.b ![](x.png)\n");
    assert_eq!(found(&both), NONE);
    let reason = "<!-- foreword-disable bare-url -- no bare-url here -->\nx ![](x.png)\n";
    assert_eq!(
        off(reason, None, None, "missing-alt-text"),
        "<!-- foreword-disable bare-url missing-alt-text -- no bare-url here -->\nx ![](x.png)\n"
    );
}

#[test]
fn mdx_gets_a_comment_of_its_own() {
    let post = off("---\nt: 1\n---\n\nhttps://a.b\n", None, Some("a.mdx"), "bare-url");
    assert_eq!(post, "---\nt: 1\n---\n\n{/* foreword-disable bare-url */}\n\nhttps://a.b\n");
    assert_eq!(found_in(&post, None, Some("a.mdx")), NONE);
    let titled = off("# T\n\nhttps://a.b\n", Some("docusaurus"), None, "bare-url");
    assert_eq!(found_in(&titled, Some("docusaurus"), None), NONE, "{titled}");
}

#[test]
fn readers_never_see_that_a_rule_is_off() {
    for dialect in dialects::ALL {
        for source in [
            "# T\n\nText\n",
            "---\nt: 1\n---\nText\n",
            "- a\n- b\n",
            "| a |\n| - |\n| b |\n",
            "    code\n",
            "[a]: /b\n\n[a]\n",
        ] {
            let html = |text: &str| {
                let document =
                    Document::parse(text, Context { dialect: Some(dialect.id), ..Context::default() });
                let html =
                    foreword_core::html::render(&document, foreword_core::html::Caps::NONE, None).html();
                // What is left of a comment is nothing that readers see.
                let mut pieces = html.split("<!--");
                let first = pieces.next().unwrap_or("").to_owned();
                let rest = pieces.map(|piece| piece.split_once("-->").unwrap().1.trim_start());
                (first + &rest.collect::<String>()).trim().to_owned()
            };
            let post = off(source, Some(dialect.id), None, "x");
            assert_eq!(html(&post), html(source), "{}: {post}", dialect.id);
        }
    }
}

proptest! {
    #[test]
    fn any_post_can_turn_a_rule_off(source in "(---\n(title: a\n)?(---\n)?)?[<>!/{}*`# \\-a\n\r\u{feff}]{0,40}(<!-- foreword-(disable|enable-file)( bare-url| --)? -->)?[a\n ]{0,3}", is_mdx: bool) {
        let name = if is_mdx { "a.mdx" } else { "a.md" };
        let post = off(&source, None, Some(name), "missing-alt-text");
        prop_assert!(post.len() > source.len());
        prop_assert!(post.contains("missing-alt-text"));
    }
}
