//! Owns what the facts of a post are, by examples.

use super::*;
use foreword_core::Context;

fn facts(source: &str) -> Facts {
    Facts::new(&Document::parse(source, Context::default()))
}

#[test]
fn lines_know_what_they_belong_to() {
    let source = "---\ntitle: A\n---\n\nText\n\n```js\nlet a;\n```\n\n<div>\n</div>\n\n    code\n";
    let places: Vec<Place> = facts(source).lines.iter().map(|line| line.place).collect();
    use Place::*;
    let expected = [
        FrontMatter,
        FrontMatter,
        FrontMatter,
        Text,
        Text,
        Text,
        Fence,
        Code,
        Fence,
        Text,
        Html,
        Html,
        Text,
        Code,
    ];
    assert_eq!(places, expected);
}

#[test]
fn what_a_template_takes_as_text_is_code() {
    let source = "a\n\n{% highlight c %}\n#include <b.h>\n{% endhighlight %}\n\nc\n";
    let context = Context { dialect: Some("jekyll"), ..Context::default() };
    let facts = Facts::new(&Document::parse(source, context));
    assert_eq!(facts.lines[3].place, Place::Code);
    assert_eq!(facts.lines[6].place, Place::Text);
    assert!(facts.is_literal(source.find("b.h").unwrap()));
}

#[test]
fn line_breaks_of_all_kinds_end_lines() {
    let source = "a\nb\r\nc\rd";
    let lines: Vec<&str> = facts(source).lines.iter().map(|line| line.text(source)).collect();
    assert_eq!(lines, ["a", "b", "c", "d"]);
}

#[test]
fn elements_know_what_is_around_and_inside() {
    let source = "- a *b* [c](d)\n  > e `f`\n";
    let facts = facts(source);
    let link = facts.all(Kind::Link).next().unwrap();
    assert_eq!(link.inner.slice(source), "c");
    let around: Vec<Kind> = facts.ancestors(link).map(|element| element.kind).collect();
    assert_eq!(around, [Kind::Item, Kind::List]);
    let item = facts.numbers(Kind::Item)[0];
    let inside: Vec<Kind> = facts.children(item).map(|element| element.kind).collect();
    assert_eq!(inside, [Kind::Emphasis, Kind::Link, Kind::Quote]);
}

#[test]
fn prose_is_what_readers_read() {
    let source = "a `b` c <i>d</i>\n\n    e\n\n# f [g](h)\n";
    let prose: Vec<&str> = facts(source).prose.iter().map(|span| span.slice(source)).collect();
    assert_eq!(prose, ["a ", " c ", "d", "f ", "g"]);
    let facts = facts(source);
    assert!(facts.is_literal(source.find('b').unwrap()));
    assert!(!facts.is_literal(source.find('c').unwrap()));
}
