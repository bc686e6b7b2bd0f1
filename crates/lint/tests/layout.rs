//! Owns the invariant that safe fixes of layout show readers the same page.

mod seed;

use foreword_core::html::{self, Caps};
use foreword_core::{Context, Document, span};
use foreword_lint::lint;
use proptest::prelude::*;
use seed::always_the_same;

/// What readers see, without white space and what some dialects make of it: ids of headings, empty paragraphs.
fn page(source: &str, dialect: &str) -> String {
    let context = Context { dialect: Some(dialect), ..Context::default() };
    let html = html::render(&Document::parse(source, context), Caps::NONE, None).html();
    let mut parts = html.split(" id=\"");
    let mut page = parts.next().unwrap_or("").to_owned();
    parts.for_each(|part| page.push_str(part.split_once('"').map_or("", |(_, rest)| rest)));
    page.split_ascii_whitespace().collect::<String>().replace("<p></p>", "")
}

/// Rules whose safe fixes only lay out the text anew.
const LAYOUT: [&str; 13] = [
    "crowded-heading",
    "extra-closed-heading-space",
    "extra-heading-space",
    "extra-marker-space",
    "extra-quote-space",
    "hard-tab",
    "indented-heading",
    "misnumbered-item",
    "mixed-bullets",
    "mixed-heading-styles",
    "odd-list-indent",
    "repeated-blank-lines",
    "trailing-spaces",
];

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
        Just("<b>"),
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
    // Each of these parses and renders many times.
    #![proptest_config(always_the_same(500))]

    #[test]
    fn fixes_of_layout_change_nothing_that_readers_see(
        source in post(),
        dialect in prop::sample::select(&["commonmark", "github", "hugo", "zola", "eleventy", "astro"][..]),
    ) {
        let before = page(&source, dialect);
        let context = Context { dialect: Some(dialect), ..Context::default() };
        let found = lint(&Document::parse(&source, context));
        for finding in found.iter().filter(|finding| LAYOUT.contains(&finding.rule)) {
            for fix in finding.fixes.iter().filter(|fix| fix.safe) {
                let mended = span::apply(&source, &fix.edits);
                let after = page(&mended, dialect);
                prop_assert_eq!(after, before.clone(), "{}: {} makes {:?}", finding.rule, fix.title, mended);
            }
        }
    }
}
