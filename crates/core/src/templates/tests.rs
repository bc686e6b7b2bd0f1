//! Owns what posts with template constructs become, and what holds for all of them.

use crate::html::{Caps, render};
use crate::{Context, Document, span::Span};

pub(super) fn document<'a>(dialect: &'static str, source: &'a str) -> Document<'a> {
    Document::parse(source, Context { dialect: Some(dialect), ..Context::default() })
}

pub(super) fn html(dialect: &'static str, source: &str) -> String {
    render(&document(dialect, source), Caps::NONE, None).html()
}

/// What is wrong, each with the text that it is said of.
pub(super) fn problems(dialect: &'static str, source: &str) -> Vec<(String, String)> {
    let found = document(dialect, source).template_problems;
    found.into_iter().map(|problem| (problem.span.slice(source).to_owned(), problem.message)).collect()
}

#[test]
fn a_post_without_calls_borrows_its_text() {
    use pulldown_cmark::{CowStr, Event};
    let document = document("hugo", "some text, {{ no call }}\n");
    let is_borrowed = |event: &Event<'_>| !matches!(event, Event::Text(CowStr::Boxed(_)));
    assert!(document.calls.is_empty() && document.events.iter().all(|(event, _)| is_borrowed(event)));
}

#[test]
fn places_after_a_call_are_those_of_the_post() {
    let source = "# é {{< x >}} *b*\n\n{{< note >}}\nsome *inner* text\n{{< /note >}}\n\n[c](d)\n";
    let document = document("hugo", source);
    for (text, markup) in [("*b*", "<em"), ("*inner*", "<em"), ("[c](d)", "<a")] {
        let at = source.find(text).unwrap();
        let found = document.events.iter().any(|(_, span)| *span == Span::new(at, at + text.len()));
        assert!(found, "{text} as {markup}");
    }
}

#[test]
fn a_heading_is_known_without_the_call_in_it() {
    let document = document("hugo", "## Some {{< icon star >}} text\n");
    assert_eq!(document.headings[0].text, "Some  text");
}

#[test]
fn headings_and_footnotes_inside_of_calls_belong_to_the_post() {
    let document = document("hugo", "{{% note %}}\n## Inside\n\nx[^1]\n\n[^1]: Note\n{{% /note %}}\n");
    assert_eq!(document.headings[0].id.as_deref(), Some("inside"));
    assert!(render(&document, Caps::NONE, None).html().contains("fn:1"));
}

#[test]
fn the_preview_knows_where_a_card_stands() {
    let source = "a\n\n{{< b >}}\n\n{{< figure src=x.png >}}\n";
    let document = document("hugo", source);
    let index = crate::text::LineIndex::new(source);
    let html = render(&document, Caps::PREVIEW, Some(&index)).html();
    assert!(html.contains("<div data-o=\"0\" class=\"template-card\""), "{html}");
    assert!(html.contains("<figure data-o=\"0\""), "{html}");
}

#[test]
fn calls_inside_each_other_without_end_are_text_in_the_end() {
    let source = format!("{}{}", "{{< a >}}".repeat(2000), "{{< /a >}}".repeat(2000));
    let html = html("hugo", &source);
    assert!(html.matches("template-card-name").count() <= 40);
}

/// A site with one template.
fn with_template(name: &str, template: &str, dialect: &'static str, source: &str) -> String {
    let mut site = crate::site::Site::default();
    assert!(site.templates.add(&format!("./.foreword/templates/{name}.html"), template));
    let context = Context { dialect: Some(dialect), site: Some(&site), ..Context::default() };
    render(&Document::parse(source, context), Caps::NONE, None).html()
}

#[test]
fn a_site_may_have_templates_for_its_constructs() {
    let template = "<aside class=\"{{ kind }}\"><b>{{ 0 }}</b>{{ inner }}</aside>";
    assert_eq!(
        with_template("box", template, "eleventy", "{% box \"<a>\", kind=\"b\" %}\n*c*\n{% endbox %}\n"),
        "<aside class=\"b\"><b>&lt;a&gt;</b>\n<p><em>c</em></p>\n</aside>\n"
    );
    assert_eq!(
        with_template("figure", "<img src=\"{{ src }}\">", "hugo", "a {{< figure src=\"b.png\" >}}\n"),
        "<p>a <img src=\"b.png\"></p>\n"
    );
    assert_eq!(
        with_template("card", "[{{ title }}{{ none }}]", "jekyll", "{% include ui/card.html title='a' %}\n"),
        "[a]\n"
    );
    assert_eq!(
        with_template("Card", "{{ inner }}", "docusaurus", "<Card>*a*</Card>\n"),
        "<p><em>a</em></p>\n"
    );
}

#[test]
fn other_files_are_no_templates() {
    let mut templates = crate::templates::Templates::default();
    assert!(!templates.add(".foreword/templates/a.txt", ""));
    assert!(!templates.add("layouts/a.html", ""));
    assert!(!templates.add(".foreword/templates/.html", ""));
    assert_eq!(templates.names(), Vec::<&str>::new());
}

#[test]
fn what_is_inside_may_use_the_definitions_of_the_post() {
    let source = "{{% note %}}\n[a][b] and [c][d]\n{{% /note %}}\n\n[b]: /e\n";
    let document = document("hugo", source);
    assert!(render(&document, Caps::NONE, None).html().contains("<a href=\"/e\">a</a>"));
    let undefined: Vec<&str> = document.undefined.iter().map(|reference| reference.label.as_str()).collect();
    assert_eq!((undefined, document.definitions.len()), (vec!["d"], 1));
}

#[test]
fn a_flood_of_problems_is_cut() {
    assert_eq!(document("hugo", &"{{< a ".repeat(3_000)).template_problems.len(), 200);
}
