//! Invariants over arbitrary posts: spans fit, edits do not overlap, fixing ends.

use foreword_core::{Context, Document, span};
use foreword_lint::fixing::{self, Wanted};
use foreword_lint::{Diagnostic, lint, turn_off};
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
        Just("<!-- foreword-disable bare-url -->\n"),
        Just("<!-- foreword-disable-next-line -->\n"),
        Just("<!-- markdownlint-capture -->"),
        Just("<!-- markdownlint-restore -->"),
        Just("<!-- markdownlint-enable MD045 -->\n"),
        Just("<!-- markdownlint-configure-file {\"MD034\": false} -->\n"),
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
