//! The CommonMark specification's examples, from npm's `commonmark-spec`: our writer loses none of those
//! that the parser's own writer passes.
#![expect(clippy::unwrap_used, clippy::panic, reason = "what cannot be read or built is a failed test")]

#[path = "commonmark/examples.rs"]
mod examples;

use examples::examples;
use foreword_core::{Context, Document, html};
use pulldown_cmark::{Options, Parser};

/// Examples that pulldown-cmark 0.13.6 passes, of 652, compared as the specification's own test does.
const PASSED: usize = 652;

/// What the specification calls insignificant: white space between blocks, how an attribute is escaped.
fn normal(html: &str) -> String {
    let mut out = html.replace("&quot;", "\"").replace("&#x27;", "'");
    for tag in ["li", "/li", "ul", "/ul", "ol", "/ol", "blockquote", "/blockquote", "p", "/p", "hr /", "/pre"]
    {
        out = out
            .replace(&format!("\n<{tag}>"), &format!("<{tag}>"))
            .replace(&format!("<{tag}>\n"), &format!("<{tag}>"));
    }
    out.trim().to_owned()
}

fn ours(markdown: &str) -> String {
    let document = Document::parse(markdown, Context { dialect: Some("commonmark"), ..Context::default() });
    // The examples are bodies; one that looks like front matter is still a body.
    let body = match &document.front_matter {
        Some(_) => format!("\u{feff}\n<!-- -->\n\n{markdown}"),
        None => return html::render(&document, html::Caps::NONE, None).html(),
    };
    let document = Document::parse(&body, Context { dialect: Some("commonmark"), ..Context::default() });
    html::render(&document, html::Caps::NONE, None).html().replacen("<!-- -->\n", "", 1)
}

#[test]
fn the_writer_passes_every_example_that_the_parser_passes() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut passed = 0;
    let mut lost = Vec::new();
    for example in &examples {
        let mut theirs = String::new();
        pulldown_cmark::html::push_html(&mut theirs, Parser::new_ext(&example.markdown, Options::empty()));
        let expected = normal(&example.html);
        let parser_passes = normal(&theirs) == expected;
        let we_pass = normal(&ours(&example.markdown)) == expected;
        passed += usize::from(we_pass);
        if parser_passes && !we_pass {
            lost.push(format!(
                "{}: {:?}\n  expected {:?}\n  got      {:?}",
                example.number,
                example.markdown,
                expected,
                normal(&ours(&example.markdown))
            ));
        }
    }
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
    assert_eq!(passed, PASSED);
}
