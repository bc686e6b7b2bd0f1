//! Owns the rule `single-tilde`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};
use pulldown_cmark::{Event, Tag};

rule! {
    /// Text between single tildes is struck out.
    ///
    /// **Why.** With some generators `~2~` is a small, low 2, as in H₂O, and `~` stands for “about”. With this one it
    /// strikes the text out. Only two tildes mean that everywhere.
    ///
    /// ````md bad hugo
    /// Water is H~2~O.
    /// ````
    ///
    /// ````md good hugo
    /// Water is H₂O, not ~~ice~~.
    /// ````
    ///
    /// **Fix.** Writes a tilde that is only a tilde, or two, which strike out everywhere.
    ///
    /// **Source.** GitHub Flavored Markdown, section 6.5, which leaves it to the implementation.
    SINGLE_TILDE { id: "single-tilde", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for struck in facts.all(Kind::Span) {
        let event = cx.document.events.get(struck.events.start).map(|(event, _)| event);
        let text = struck.span.slice(source);
        let is_single = text.starts_with('~') && !text.starts_with("~~") && text.len() > 2;
        if !is_single || !matches!(event, Some(Event::Start(Tag::Strikethrough))) {
            continue;
        }
        let (start, end) = (struck.span.start, struck.span.end);
        let around = |sign: &str| {
            vec![
                Edit::replace(Span::new(start, start + 1), sign),
                Edit::replace(Span::new(end - 1, end), sign),
            ]
        };
        let fixes = vec![
            Fix::suggested("Show the tildes", around("\\~")),
            Fix::safe("Strike out with two tildes", around("~~")),
        ];
        cx.report(struck.span, format!("{} strikes out “{text}”.", cx.document.choice.dialect.name), fixes);
    }
}
