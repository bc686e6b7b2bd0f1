//! Invariants over arbitrary posts: spans fit, edits do not overlap, fixing ends.

mod seed;

use foreword_core::{Context, Document, dialects, span};
use foreword_lint::fixing::{self, Wanted};
use foreword_lint::{Config, Diagnostic, Environment, Level, lint, lint_in, rules, turn_off};
use proptest::prelude::*;
use seed::always_the_same;

/// The findings of all rules, those too that are quiet when nobody chose.
fn findings_in(source: &str, dialect: Option<&str>) -> Vec<Diagnostic> {
    let mut config = Config::new();
    rules::all().for_each(|rule| config.set_level(rule, Level::On));
    let environment = Environment { config: &config, ..Environment::default() };
    lint_in(&Document::parse(source, Context { dialect, ..Context::default() }), &environment)
}

fn findings(source: &str) -> Vec<Diagnostic> {
    findings_in(source, None)
}

fn dialect() -> impl Strategy<Value = &'static str> {
    prop::sample::select(dialects::ALL.map(|dialect| dialect.id).to_vec())
}

fn post() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("---\n"),
        Just("+++\n"),
        Just("title: a\n"),
        Just("title = 'a'\n"),
        Just("\n"),
        Just("\r\n"),
        Just("\n\n"),
        Just("# a\n"),
        Just("### b\n"),
        Just("####### c\n"),
        Just("Setext\n===\n"),
        Just("> "),
        Just("- "),
        Just("![](x.png)"),
        Just("![image](x.png \"A [title]\")"),
        Just("![a\nb](y.jpg)"),
        Just("https://é.org/a_b_c"),
        Just("www.a.b"),
        Just("x@y.z"),
        Just("[x][yz]"),
        Just("[yz][]"),
        Just("[yzz]: /u\n"),
        Just("é"),
        Just("🎉"),
        Just("`code` "),
        Just("catgories: [a, A, \"b, c\"]\n"),
        Just("tags:\n  - a-b\n  - a b\n"),
        Just("tags = ['x', 'x']\n"),
        Just("description:\n"),
        Just("draft: 'yes'\n"),
        Just("slug: A b.\n"),
        Just("date: 2034-01-01 10:00\n"),
        Just("date = '2034-01-01'\n"),
        Just("lang: no\n"),
        Just("version: 1.10\n"),
        Just("the the "),
        Just("the\nthe"),
        Just("no no no "),
        Just("a  b"),
        Just("TODO: "),
        Just("<!-- FIXME -->\n"),
        Just("\u{200b}"),
        Just("\u{ad}"),
        Just("\u{2028}"),
        Just("\u{202e}x\u{202c}"),
        Just("\u{2067}ש"),
        Just("[a](https://ex\u{430}mple.org)"),
        Just("cafÃ© "),
        Just("<b>"),
        Just("```\n"),
        Just("```js\n"),
        Just("~~~~\n"),
        Just("    x\n"),
        Just("** "),
        Just(" *"),
        Just("_"),
        Just("*a*"),
        Just("__b__"),
        Just("` x`"),
        Just("[ a ](#b)"),
        Just("[here]()"),
        Just("[a](b c.png)"),
        Just("| a | b\n"),
        Just("|-|-|\n"),
        Just("***\n"),
        Just("- - -\n"),
        Just("[^n]"),
        Just("[^n]: c\n"),
        Just("[a]: <#b>\n"),
        Just("<!-- "),
        Just("-->\n"),
        Just("<div id=\"a\">\n"),
        Just("<<<<<<< a\n"),
        Just("=======\n"),
        Just(">>>>>>> b\n"),
        Just("<img src=x title='"),
        Just("<iframe title=video>"),
        Just("<iframe src='//a' title=\"b\"></iframe>"),
        Just("<table><tr><tr>"),
        Just("[https://a.bc](http://www.d.ef?utm_source=x&y#z)"),
        Just("[a](https//b.c)"),
        Just("[a](www.b.cd)"),
        Just("[a](<./b c.md#d>)"),
        Just("[![](x)](y.md)"),
        Just("[]: "),
        Just("[a]: http://b.cd\n"),
        Just("## \u{1F1EB}\u{1F1F7}✨ "),
        Just("❤️"),
        Just("👩🏻‍💻"),
        Just(":wave:"),
        Just("{{< a >}}"),
        Just("{% b %}"),
        Just("{: .c}"),
        Just(":::note\n"),
        Just("[[toc]]"),
        Just("[[A b]]"),
        Just("==d=="),
        Just("~e~"),
        Just("[^1]: "),
        Just("1) f\n2) g\n"),
        Just("| h |\n|--|\n"),
        Just("    ```\n"),
        Just("> [!NOTE]\n"),
        Just("click the red button."),
        Just("\\"),
        Just("<!-- foreword-disable bare-url -->\n"),
        Just("<!-- foreword-disable-next-line -->\n"),
        Just("<!-- markdownlint-capture -->"),
        Just("<!-- markdownlint-restore -->"),
        Just("<!-- markdownlint-enable MD045 -->\n"),
        Just("<!-- markdownlint-configure-file {\"MD034\": false} -->\n"),
        Just("a"),
        Just(" "),
        Just("  "),
        Just("    "),
        Just("\t"),
        Just("* "),
        Just("+   "),
        Just("1. "),
        Just("10) "),
        Just("#"),
        Just("##   "),
        Just(" ##"),
        Just("-----\n"),
        Just("```\n"),
        Just("$ "),
        Just("\\"),
        Just("(x)[/y]"),
        Just("<!-- "),
        Just(" -->"),
        Just("[^1]: "),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
#![proptest_config(always_the_same(1000))]

#[test]
fn findings_fit_the_text_and_fixes_apply(source in prop_oneof![post(), any::<String>()], dialect in dialect()) {
    let found = findings_in(&source, Some(dialect));
    prop_assert!(found.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    for finding in &found {
        prop_assert!(source.get(finding.span.start..finding.span.end).is_some_and(|text| !text.is_empty()));
        for fix in &finding.fixes {
            let mut end = 0;
            for edit in &fix.edits {
                prop_assert!(edit.span.start >= end);
                prop_assert!(source.get(edit.span.start..edit.span.end).is_some());
                end = edit.span.end;
            }
        }
    }
}

#[test]
fn every_fix_of_a_header_can_be_applied(source in post(), generator in 0..5_usize) {
    let generator = ["hugo", "jekyll", "eleventy", "astro", "zola"].get(generator).copied();
    let context = Context { dialect: generator, file_name: Some("_posts/a.md"), ..Context::default() };
    let environment = Environment {
        file_name: Some("_posts/a.md"),
        generator,
        now: Some((1_700_000_000, 60)),
        ..Environment::default()
    };
    for finding in lint_in(&Document::parse(&source, context), &environment) {
        for fix in &finding.fixes {
            let mended = span::apply(&source, &fix.edits);
            prop_assert!(mended != source, "`{}` changes nothing in {:?}", fix.title, source);
        }
    }
}

#[test]
fn applying_safe_fixes_one_after_another_ends(source in post()) {
    let mut text = source;
    let mut rounds = 0;
    while let Some(fix) = findings(&text).iter().flat_map(|finding| &finding.fixes).find(|fix| fix.safe) {
        let mended = span::apply(&text, &fix.edits);
        prop_assert!(mended != text, "`{}` changes nothing in {:?}", fix.title, text);
        text = mended;
        rounds += 1;
        prop_assert!(rounds <= 100, "no end of fixes in {:?}", text);
    }
}

#[test]
fn mending_twice_changes_nothing_more_and_keeps_all_else(source in post()) {
    for wanted in [Wanted::Safe, Wanted::Rule("bare-url")] {
        let chosen = fixing::edits(&findings(&source), wanted);
        let mut end = 0;
        for edit in &chosen {
            prop_assert!(edit.span.start >= end, "{chosen:?}");
            end = edit.span.end;
        }
        prop_assert!(chosen.windows(2).all(|pair| pair[0].span != pair[1].span));
        let mended = fixing::mend(&source, wanted, findings);
        prop_assert_eq!(&findings(&mended.text), &mended.left);
        let again = fixing::mend(&mended.text, wanted, findings);
        prop_assert_eq!(&again.text, &mended.text, "{:?}", source);
        prop_assert!(again.fixed.is_empty());
    }
}

#[test]
fn a_rule_turned_off_in_a_post_says_nothing_in_it(source in post()) {
    let document = Document::parse(&source, Context::default());
    for finding in lint(&document).iter().take(3) {
        let off = span::apply(&source, &[turn_off(&document, None, finding.rule)]);
        // A comment further down may turn it on again.
        if !source.contains("enable") && !source.contains("restore") {
            prop_assert!(findings(&off).iter().all(|left| left.rule != finding.rule), "{}: {off:?}", finding.rule);
        }
    }
}
}

#[test]
fn crafted_text_comes_to_an_end() {
    // With time that grows as the square of the length this would not come to an end.
    for piece in [
        "![", "[[", "{: a", "{%a ", "{{<a ", "==a", "<a b=\"", "<!--", "1) a\n", "|-|--|\n", "> ", "🎉",
        "click ",
    ] {
        for end in ["", "]]", "}", "%}", "](x)"] {
            let source = format!("{}{end}", piece.repeat(60_000 / piece.len()));
            for dialect in ["hugo", "jekyll", "docusaurus"] {
                findings_in(&source, Some(dialect));
            }
        }
    }
}
