//! Invariants over arbitrary posts: spans fit, edits do not overlap, fixing ends.

use foreword_core::{Context, Document, span};
use foreword_lint::{Diagnostic, lint};
use proptest::prelude::*;

fn findings(source: &str) -> Vec<Diagnostic> {
    lint(&Document::parse(source, Context::default()))
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
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn findings_fit_the_text_and_fixes_apply(source in prop_oneof![post(), any::<String>()]) {
        let found = findings(&source);
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
}
