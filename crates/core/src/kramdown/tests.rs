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
    assert_snapshot!(html(
        "# A *b* ![x](y)\n\n#no\n\n## Own {#id} ##\n\nOne\n---\n\n### !!!\n\n####### seven\n"
    ), @r#"
    <h1 id="a-b-">A <em>b</em> <img src="y" alt="x" /></h1>
    <p>#no</p>
    <h2 id="own-id">Own {#id}</h2>
    <h2 id="one">One</h2>
    <h3>!!!</h3>
    <p>####### seven</p>
    "#);
}

#[test]
fn lists_are_one_whatever_their_marker() {
    assert_snapshot!(html(
        "- a\n* b\n\n  more\n+ c\n  1. d\n\n2) e\n"
    ), @r#"
    <ul>
    <li>a</li>
    <li>
    <p>b</p>
    <p>more</p>
    </li>
    <li>c
    <ol>
    <li>d</li>
    </ol>
    </li>
    </ul>
    <p>2) e</p>
    "#);
}

#[test]
fn only_an_item_before_a_blank_line_is_a_paragraph() {
    assert_snapshot!(html(
        "* a\n* b\n\n* c\n"
    ), @r#"
    <ul>
    <li>a</li>
    <li>
    <p>b</p>
    </li>
    <li>c</li>
    </ul>
    "#);
}

#[test]
fn tasks_are_marked_from_the_first_on() {
    assert_snapshot!(html(
        "- a\n- [x] b\n- c\n"
    ), @r#"
    <ul class="task-list">
    <li>a</li>
    <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />b</li>
    <li class="task-list-item">c</li>
    </ul>
    "#);
}

#[test]
fn attribute_lists_reach_blocks_and_spans() {
    assert_snapshot!(html(
        "{: .before}\nText *a*{:.x} [l](u){:target=\"_blank\"} `c`{:.k}\n\n> quote\n{: #q .y}\n\n{:ref: .z}\n- item\n{:ref}\n"
    ), @r#"
    <p class="before">Text <em class="x">a</em> <a href="u" target="_blank">l</a> <code class="k">c</code></p>
    <blockquote id="q" class="y">
    <p>quote</p>
    </blockquote>
    <ul class="z">
    <li>item</li>
    </ul>
    "#);
}

#[test]
fn tables_need_a_bar_and_may_lack_a_head() {
    assert_snapshot!(html(
        "a | b\n\n|h|\n|:-:|\n|`x|y`|\n|---|\n| z |\n|===|\n|f|\n"
    ), @r#"
    <table><tbody><tr><td>a</td><td>b</td></tr>
    </tbody></table>
    <table><thead><tr><th style="text-align: center">h</th></tr></thead><tbody>
    <tr><td style="text-align: center"><code>x|y</code></td></tr>
    </tbody><tbody><tr><td style="text-align: center">z</td></tr>
    </tbody><tfoot><tr><td style="text-align: center">f</td></tr>
    </tbody></table>
    "#);
}

#[test]
fn html_blocks_hold_markdown_only_where_it_is_asked_for() {
    assert_snapshot!(html(
        "<div class=a>\n*a*\n\n& <b>\n</div>\n<div markdown=\"1\">\n*a*\n</div>\n<p markdown=\"1\">*a*</p>\n"
    ), @r#"
    <div class="a">
    *a*

    &amp; <b>
    &lt;/div&gt;
    <div>
    <p><em>a</em></p>
    </div>
    <p><em>a</em></p>
    </b></div>
    "#);
}

#[test]
fn html_in_text_is_closed_and_stray_tags_are_text() {
    assert_snapshot!(html(
        "a <b>*c*</b> <img src=\"x\"> </i> <div> <kbd>*k*</kbd> <u>open\n"
    ), @r#"<p>a <b><em>c</em></b> <img src="x" /> &lt;/i&gt; &lt;div&gt; <kbd>*k*</kbd> <u>open</u></p>"#);
}

#[test]
fn definitions_follow_their_terms() {
    assert_snapshot!(html(
        "A\nB\n: one\n: two\n\nC\n\n: three\n"
    ), @r#"
    <dl>
    <dt>A</dt>
    <dt>B</dt>
    <dd>one</dd>
    <dd>two</dd>
    <dt>C</dt>
    <dd>
    <p>three</p>
    </dd>
    </dl>
    "#);
}

#[test]
fn footnotes_go_by_name() {
    assert_snapshot!(html(
        "a[^n] b[^n] c[^none]\n\n[^n]: Text\n\n    more\n"
    ), @r##"
    <p>a<sup id="fnref:n" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup> b<sup id="fnref:n:1" role="doc-noteref"><a href="#fn:n" class="footnote" rel="footnote">1</a></sup> c[^none]</p>
    <div class="footnotes" role="doc-endnotes">
    <ol>
    <li id="fn:n" role="doc-endnote">
    <p>Text</p>
    <p>more&#160;<a href="#fnref:n" class="reversefootnote" role="doc-backlink">&#8617;</a>&#160;<a href="#fnref:n:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p>
    </li>
    </ol>
    </div>
    "##);
}

#[test]
fn abbreviations_mark_words() {
    assert_snapshot!(html(
        "HTML HTMLs *HTML*\n\n*[HTML]: Hypertext \"M\"\n"
    ), @r#"<p><abbr title="Hypertext &quot;M&quot;">HTML</abbr> HTMLs <em><abbr title="Hypertext &quot;M&quot;">HTML</abbr></em></p>"#);
}

#[test]
fn formulas_are_left_to_mathjax() {
    assert_snapshot!(html(
        "$$\na < b\n$$\n\nx $$y$$ $z$\n"
    ), @r#"
    \[a &lt; b\]
    <p>x \(y\) $z$</p>
    "#);
}

#[test]
fn a_table_of_contents_takes_the_place_of_its_list() {
    assert_snapshot!(html(
        "* x\n{:toc}\n\n# A [l](u)\n\n### B\n\n# C\n{:.no_toc}\n\n## D\n"
    ), @r##"
    <ul id="markdown-toc">
    <li><a href="#a-l" id="markdown-toc-a-l">A l</a>
    <ul>
    <li><a href="#b" id="markdown-toc-b">B</a></li>
    <li><a href="#d" id="markdown-toc-d">D</a></li>
    </ul>
    </li>
    </ul>
    <h1 id="a-l">A <a href="u">l</a></h1>
    <h3 id="b">B</h3>
    <h1 class="no_toc" id="c">C</h1>
    <h2 id="d">D</h2>
    "##);
}

#[test]
fn addresses_stay_as_they_are_written() {
    assert_snapshot!(html(
        "[a](x y/é?a&b \"t\") [r] [R][] [s][r]{:.x}\n\n[r]: <u v> 'T'\n{:.d}\n"
    ), @r#"<p><a href="x y/é?a&amp;b" title="t">a</a> <a href="u v" title="T" class="d">r</a>[] <a href="u v" title="T" class="d x">s</a></p>"#);
}

#[test]
fn typography_and_escapes() {
    assert_snapshot!(html(
        "\"a\" -- it's ... << x >> \\\"b\\\" &copy; &nope; 3 < 4\\\nnext  \nlast\n"
    ), @r#"
    <p>“a” – it’s … « x » &quot;b&quot; © &amp;nope; 3 &lt; 4<br />
    next<br />
    last</p>
    "#);
}

#[test]
fn code_is_fenced_by_one_word_only() {
    assert_snapshot!(html(
        "~~~ ruby?a=b\nx < y\n~~~\n\n```two words\n\n    indented\nlazy\n"
    ), @r#"
    <pre><code class="language-ruby">x &lt; y
    </code></pre>
    <p>```two words</p>
    <pre><code>indented lazy
    </code></pre>
    "#);
}

#[test]
fn strikes_and_line_ends_as_gfm() {
    assert_snapshot!(html(
        "~~a *b*~~ ~c~\ntext\n- list\n# head\n> quote\n"
    ), @r#"
    <p><del>a <em>b</em></del> ~c~
    text</p>
    <ul>
    <li>list
    <h1 id="head">head</h1>
    <blockquote>
    <p>quote</p>
    </blockquote>
    </li>
    </ul>
    "#);
}

#[test]
fn extensions_are_taken_out() {
    assert_snapshot!(html(
        "a {::comment}b{:/} {::nomarkdown}*c*{:/}\n\n{::comment}\nd\n{:/}\n\n{::options auto_ids=\"false\" /}\n"
    ), @r#"
    <p>a <!-- b --> *c*</p>
    <!-- d
     -->
    "#);
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
