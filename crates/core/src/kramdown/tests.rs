//! What kramdown makes of a text, construct by construct.

use crate::html::{Caps, render};
use crate::{Context, Document};
use insta::assert_snapshot;

fn html(source: &str) -> String {
    let document = Document::parse(source, Context { dialect: Some("jekyll"), ..Context::default() });
    render(&document, Caps::NONE, None).html()
}

#[test]
fn headings_have_ids_and_need_space() {
    assert_snapshot!(html("# A *b* ![x](y)\n\n#no\n\n## Own {#id} ##\n\nOne\n---\n\n### !!!\n\n####### seven\n"), @"");
}

#[test]
fn lists_are_one_whatever_their_marker() {
    assert_snapshot!(html("- a\n* b\n\n  more\n+ c\n  1. d\n\n2) e\n"), @"");
}

#[test]
fn only_an_item_before_a_blank_line_is_a_paragraph() {
    assert_snapshot!(html("* a\n* b\n\n* c\n"), @"");
}

#[test]
fn tasks_are_marked_from_the_first_on() {
    assert_snapshot!(html("- a\n- [x] b\n- c\n"), @"");
}

#[test]
fn attribute_lists_reach_blocks_and_spans() {
    assert_snapshot!(html("{: .before}\nText *a*{:.x} [l](u){:target=\"_blank\"} `c`{:.k}\n\n> quote\n{: #q .y}\n\n{:ref: .z}\n- item\n{:ref}\n"), @"");
}

#[test]
fn tables_need_a_bar_and_may_lack_a_head() {
    assert_snapshot!(html("a | b\n\n|h|\n|:-:|\n|`x|y`|\n|---|\n| z |\n|===|\n|f|\n"), @"");
}

#[test]
fn html_blocks_hold_markdown_only_where_it_is_asked_for() {
    assert_snapshot!(html("<div class=a>\n*a*\n\n& <b>\n</div>\n<div markdown=\"1\">\n*a*\n</div>\n<p markdown=\"1\">*a*</p>\n"), @"");
}

#[test]
fn html_in_text_is_closed_and_stray_tags_are_text() {
    assert_snapshot!(html("a <b>*c*</b> <img src=\"x\"> </i> <div> <kbd>*k*</kbd> <u>open\n"), @"");
}

#[test]
fn definitions_follow_their_terms() {
    assert_snapshot!(html("A\nB\n: one\n: two\n\nC\n\n: three\n"), @"");
}

#[test]
fn footnotes_go_by_name() {
    assert_snapshot!(html("a[^n] b[^n] c[^none]\n\n[^n]: Text\n\n    more\n"), @"");
}

#[test]
fn abbreviations_mark_words() {
    assert_snapshot!(html("HTML HTMLs *HTML*\n\n*[HTML]: Hypertext \"M\"\n"), @"");
}

#[test]
fn formulas_are_left_to_mathjax() {
    assert_snapshot!(html("$$\na < b\n$$\n\nx $$y$$ $z$\n"), @"");
}

#[test]
fn a_table_of_contents_takes_the_place_of_its_list() {
    assert_snapshot!(html("* x\n{:toc}\n\n# A [l](u)\n\n### B\n\n# C\n{:.no_toc}\n\n## D\n"), @"");
}

#[test]
fn addresses_stay_as_they_are_written() {
    assert_snapshot!(html("[a](x y/é?a&b \"t\") [r] [R][] [s][r]{:.x}\n\n[r]: <u v> 'T'\n{:.d}\n"), @"");
}

#[test]
fn typography_and_escapes() {
    assert_snapshot!(html("\"a\" -- it's ... << x >> \\\"b\\\" &copy; &nope; 3 < 4\\\nnext  \nlast\n"), @"");
}

#[test]
fn code_is_fenced_by_one_word_only() {
    assert_snapshot!(html("~~~ ruby?a=b\nx < y\n~~~\n\n```two words\n\n    indented\nlazy\n"), @"");
}

#[test]
fn strikes_and_line_ends_as_gfm() {
    assert_snapshot!(html("~~a *b*~~ ~c~\ntext\n- list\n# head\n> quote\n"), @"");
}

#[test]
fn extensions_are_taken_out() {
    assert_snapshot!(html("a {::comment}b{:/} {::nomarkdown}*c*{:/}\n\n{::comment}\nd\n{:/}\n\n{::options auto_ids=\"false\" /}\n"), @"");
}

#[test]
fn nesting_and_reading_again_have_bounds() {
    for piece in
        ["> ", "- ", "*a **b ", "![", "[a](", "<b>", "<div markdown=\"1\">\n", "~~a ", "{::comment}\n"]
    {
        let document = html(&piece.repeat(3000));
        assert!(document.len() < 400_000, "{piece}: {}", document.len());
    }
}

#[test]
fn definitions_and_references_are_known_to_the_linter() {
    let source = "[a][gone] [b][]\n\n[x]: y\n";
    let document = Document::parse(source, Context { dialect: Some("jekyll"), ..Context::default() });
    let labels: Vec<_> = document.undefined.iter().map(|reference| reference.label.as_str()).collect();
    assert_eq!(labels, ["gone", "b"]);
    assert_eq!(document.undefined[0].span.slice(source), "[a][gone]");
    assert_eq!(document.definitions[0].span.slice(source).trim(), "[x]: y");
}

#[test]
fn spans_lead_through_quotes_and_lists() {
    let source = "> - one\n>   *two* é\n";
    let document = Document::parse(source, Context { dialect: Some("jekyll"), ..Context::default() });
    let texts: Vec<_> = document
        .events
        .iter()
        .filter(|(event, _)| matches!(event, pulldown_cmark::Event::Text(_)))
        .map(|(_, span)| span.slice(source))
        .collect();
    assert_eq!(texts, ["one", "two", " é"]);
}
