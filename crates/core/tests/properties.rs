//! Invariants over arbitrary text: nothing panics, spans fit, blocks make up the whole, differences are in order.

use foreword_core::html::{Caps, render};
use foreword_core::{Context, Document, FrontMatter};
use proptest::prelude::*;
use pulldown_cmark::Event;

/// Text that is dense in what the parsers look for.
fn post() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("---\n"),
        Just("+++\n"),
        Just("...\n"),
        Just("{"),
        Just("}"),
        Just("\"a\": "),
        Just("a: "),
        Just("a = "),
        Just("- "),
        Just("\n"),
        Just("\r\n"),
        Just("\n\n"),
        Just("# "),
        Just("> "),
        Just("> [!NOTE]\n"),
        Just("|a|b|\n|-|-|\n"),
        Just("```\n"),
        Just("<div>"),
        Just("</div>\n\n"),
        Just("<details>\n\n"),
        Just("[^1]"),
        Just("[^1]: x\n"),
        Just("[x][y]"),
        Just("![a](b \"c\")"),
        Just("https://é.org/a_b_c"),
        Just("www.a.b"),
        Just("x@y.z"),
        Just("$$"),
        Just("$a$"),
        Just(": "),
        Just("- [ ] "),
        Just("é"),
        Just("🎉"),
        Just("\u{feff}"),
        Just("\0"),
        Just("\""),
        Just("--"),
        Just("*"),
        Just("~~"),
        Just("{#id .c}"),
        Just("    "),
        Just("&amp;"),
        Just("\\"),
        Just("word "),
        Just("[1, 'x']"),
        Just("|\n  text\n"),
        Just("~"),
        Just("^"),
        Just("\t"),
        Just(":x\n"),
        Just("[ ]"),
        Just(":::note[é]\n"),
        Just(":::\n"),
        Just("{/* é\n*/}"),
        Just("<!--more-->"),
        Just("[x](javascript:y)"),
        Just("![é *x*](data:y)"),
        Just("<file:x>"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Text that is dense in what kramdown's grammar looks for.
fn kramdown() -> impl Strategy<Value = String> {
    let pieces = [
        "- ",
        "* ",
        "1. ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        "> ",
        "# ",
        "## ",
        "---\n",
        "===\n",
        ": ",
        "|",
        "|-|\n",
        "|=|\n",
        "```",
        "~~~\n",
        "```\n",
        "{: .a #b}",
        "{:a: .b}\n",
        "{: a}\n",
        "{:toc}\n",
        "{::comment}",
        "{:/}\n",
        "{::nomarkdown}",
        "^\n",
        "<div markdown=\"1\">\n",
        "<div>",
        "</div>\n",
        "<p markdown=\"span\">",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<!-- ",
        "-->",
        "<script>",
        "<code>",
        "</code>",
        "[^1]",
        "[^1]: ",
        "[a]: b\n",
        "[a]",
        "[a][b]",
        "[",
        "]",
        "![",
        "](b)",
        "](b \"c\")",
        "(",
        ")",
        "*[ab]: c\n",
        "ab ",
        "*",
        "**",
        "_",
        "`",
        "``",
        "~~",
        "$$",
        "\\",
        "\\\n",
        "  \n",
        "\"",
        "'",
        "--",
        "...",
        "<<",
        ">>",
        "&amp;",
        "&x;",
        "&#1;",
        "<a@b>",
        "<http:x>",
        "[ ] ",
        "[x] ",
        "é",
        "🎉",
        "word ",
        "\r\n",
        "\0",
        "\u{feff}",
        "\u{a0}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn kramdown_events_are_balanced_and_in_order(text in prop_oneof![4 => kramdown(), 1 => any::<String>()]) {
        let document = Document::parse(&text, Context { dialect: Some("jekyll"), ..Context::default() });
        let mut open = Vec::new();
        let mut at = 0;
        for (event, span) in &document.events {
            prop_assert!(text.get(span.start..span.end).is_some(), "{:?} at {:?} in {:?}", event, span, text);
            match event {
                Event::Start(tag) => open.push(tag.to_end()),
                Event::End(end) => prop_assert_eq!(open.pop(), Some(*end)),
                _ => {}
            }
            if !matches!(event, Event::End(_)) {
                prop_assert!(span.start >= at, "{:?} at {:?} after {} in {:?}", event, span, at, text);
                at = span.start;
            }
        }
        prop_assert!(open.is_empty());
        prop_assert!(document.attributes.is_sorted_by(|(one, _), (next, _)| one < next));
        let mut end = document.body_start;
        for block in &document.blocks {
            prop_assert!(block.span.start >= end || block.span.is_empty(), "blocks overlap in {:?}", text);
            end = block.span.end;
        }
        let _ = render(&document, Caps::PREVIEW, None);
    }

    #[test]
    fn any_text_is_a_post(text in prop_oneof![post(), any::<String>()]) {
        for dialect in foreword_core::dialects::ALL {
            let context = Context { dialect: Some(dialect.id), ..Context::default() };
            let document = Document::parse_with(&text, context, |settings| {
                // What no dialect has on by itself.
                ["block-attributes", "superscript", "subscript", "hard-breaks"]
                    .into_iter()
                    .fold(settings, |settings, key| settings.apply(key, "on").unwrap())
            });
            let mut open = 0;
            for (event, span) in &document.events {
                prop_assert!(text.get(span.start..span.end).is_some(), "{:?} at {:?} in {:?}", event, span, text);
                match event {
                    Event::Start(_) => open += 1,
                    Event::End(_) => open -= 1,
                    _ => {}
                }
                prop_assert!(open >= 0, "more ends than starts in {:?}", text);
            }
            prop_assert_eq!(open, 0);
            let mut end = document.body_start;
            for block in &document.blocks {
                prop_assert!(text.get(block.span.start..block.span.end).is_some());
                prop_assert!(block.span.start >= end || block.span.is_empty(), "blocks overlap in {:?}", text);
                end = block.span.end;
            }
            let index = foreword_core::text::LineIndex::new(&text);
            let rendered = render(&document, Caps::PREVIEW, Some(&index));
            for block in &rendered.blocks {
                prop_assert!(text.get(block.span.start..block.span.end).is_some());
            }
            let _ = (document.stats(), document.title());
        }
    }

    #[test]
    fn what_comes_out_differently_has_its_place(text in post()) {
        let under = |dialect| Document::parse(&text, Context { dialect: Some(dialect), ..Context::default() });
        for dialect in ["commonmark", "jekyll", "hugo"] {
            let found = foreword_core::elsewhere::compare(&under("generic"), &under(dialect));
            let mut end = 0;
            for difference in &found.differences {
                prop_assert!(text.get(difference.span.start..difference.span.end).is_some());
                prop_assert!(difference.span.start >= end, "differences overlap in {:?}", text);
                prop_assert!(difference.a_html != difference.b_html);
                end = difference.span.end;
            }
        }
    }

    #[test]
    fn every_place_in_a_header_fits_the_text(text in post()) {
        if let Some(header) = FrontMatter::read(&text) {
            let places = header.entries.iter().flat_map(|entry| [entry.key_span, entry.value.span]);
            for span in places.chain(header.problems.iter().map(|problem| problem.span)) {
                prop_assert!(text.get(span.start..span.end).is_some());
                prop_assert!(header.span.start <= span.start && span.end <= header.span.end, "{:?} outside {:?} in {:?}", span, header.span, text);
            }
        }
    }
}
