//! Invariants of template constructs over arbitrary text: nothing panics, every place is one of the post, and what is
//! around a call is what would be around a word.

use foreword_core::html::{Caps, render};
use foreword_core::{Context, Document, Span};
use proptest::prelude::*;

/// Text that is dense in what templates are made of.
fn post() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("{{< "),
        Just(" >}}"),
        Just("{{% "),
        Just(" %}}"),
        Just("{{</* "),
        Just(" */>}}"),
        Just("/"),
        Just("note"),
        Just("highlight go"),
        Just("figure src=\"é.png\" caption=\"*a*\""),
        Just("youtube x"),
        Just("{% "),
        Just(" %}"),
        Just("{%- "),
        Just(" -%}"),
        Just("{{ "),
        Just(" }}"),
        Just("raw"),
        Just("endraw"),
        Just("if a"),
        Just("endif"),
        Just("end"),
        Just("comment"),
        Just("name(a=1, b='é')"),
        Just("{# "),
        Just(" #}"),
        Just("{/*"),
        Just("*/}"),
        Just("{"),
        Just("}"),
        Just("<A"),
        Just("<div className=\"a\""),
        Just(" b={c}"),
        Just(">"),
        Just("/>"),
        Just("</A>"),
        Just("import a from 'b'\n\n"),
        Just("\n:::note[é]\n"),
        Just("\n::::tip\n"),
        Just("\n:::\n"),
        Just("\n::::\n"),
        Just("\"é"),
        Just("'"),
        Just("`"),
        Just("\n```\n"),
        Just("\n\n"),
        Just("\n"),
        Just("\r\n"),
        Just("- "),
        Just("> "),
        Just("  "),
        Just("# "),
        Just("[a]("),
        Just(")"),
        Just("<a href=\""),
        Just("|a|b|\n|-|-|\n"),
        Just("[^1]"),
        Just("[^1]: "),
        Just("🎉"),
        Just("*word* "),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn document<'a>(dialect: &'static str, text: &'a str) -> Document<'a> {
    Document::parse(text, Context { dialect: Some(dialect), ..Context::default() })
}

fn fits(text: &str, span: Span) -> bool {
    text.get(span.start..span.end).is_some()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn every_place_is_one_of_the_post(text in post()) {
        for dialect in foreword_core::dialects::ALL {
            let document = document(dialect.id, &text);
            prop_assert!(document.events.iter().all(|(_, span)| fits(&text, *span)));
            prop_assert!(document.calls.windows(2).all(|pair| pair[0].span.start < pair[1].span.start));
            for call in &document.calls {
                prop_assert!(fits(&text, call.span) && fits(&text, call.head));
                prop_assert!(call.span.start == call.head.start && call.head.end <= call.span.end);
                prop_assert!(call.inner().is_none_or(|inner| fits(&text, inner)));
                prop_assert!(call.arguments.iter().all(|argument| fits(&text, argument.span)));
            }
            prop_assert!(document.template_problems.iter().all(|problem| fits(&text, problem.span)));
            let mut end = document.body_start;
            for block in &document.blocks {
                prop_assert!(block.span.start >= end || block.span.is_empty(), "blocks overlap in {:?}", text);
                end = block.span.end;
            }
            let index = foreword_core::text::LineIndex::new(&text);
            render(&document, Caps::PREVIEW, Some(&index));
            let _ = document.stats();
        }
    }

    #[test]
    fn around_a_call_is_what_is_around_a_word(before in "[a-z*_`\\[\\]()#> -]{0,12}", after in "[a-z*_`\\[\\]().!-]{0,12}") {
        let with_word = format!("x {before}qqqq{after}\n");
        let with_call = format!("x {before}{{{{< q >}}}}{after}\n");
        let card = "<span class=\"template-card\"><span class=\"template-card-name\">q</span></span>";
        let word = render(&document("hugo", &with_word), Caps::NONE, None).html();
        let call = render(&document("hugo", &with_call), Caps::NONE, None).html();
        // In an address a call is itself.
        prop_assume!(!call.contains("%7B"));
        prop_assert_eq!(call.replace(card, "qqqq"), word.replace("id=\"qqqq", "id=\""));
    }
}
