//! Owns the rule `todo-in-comment`.

use super::todo_in_text::notes;
use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A note to yourself is left in an HTML comment: TODO, FIXME, XXX or TBD.
    ///
    /// **Why.** Readers do not see it on the page, but everyone can read it in the page's source, and something is
    /// still to be done.
    ///
    /// ````md bad
    /// It was warm for March.
    ///
    /// <!-- TODO: add the photo of the tram -->
    /// ````
    ///
    /// ````md good
    /// It was warm for March.
    ///
    /// <!-- the photos are in the album of 2024 -->
    /// ````
    ///
    /// **Fix.** Removes the comment.
    ///
    /// **Source.** Programmers' and editors' practice.
    TODO_IN_COMMENT { id: "todo-in-comment", group: Text, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for html in facts.all(Kind::HtmlBlock).chain(facts.all(Kind::InlineHtml)) {
        let text = html.span.slice(source);
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find("<!--")).map(|at| from + at) {
            let rest = text.get(start..).unwrap_or("");
            let end = rest.find("-->").map_or(text.len(), |at| start + at + 3);
            from = end;
            let comment = text.get(start..end).unwrap_or("");
            let Some((word, at)) = notes(comment).next() else { continue };
            let place = html.span.start + start + at;
            let whole = Span::new(html.span.start + start, html.span.start + end);
            let fix = Fix::suggested("Remove the comment", vec![Edit::replace(with_line(source, whole), "")]);
            cx.report(
                Span::new(place, place + word.len()),
                format!("“{word}” is left in a comment."),
                vec![fix],
            );
        }
    }
}

/// The range, with its line's break where nothing else is on the line.
fn with_line(source: &str, span: Span) -> Span {
    let before = source.get(..span.start).unwrap_or("");
    let after = source.get(span.end..).unwrap_or("");
    let alone = before.is_empty() || before.ends_with('\n');
    let length = ["\r\n", "\n"].iter().find(|end| after.starts_with(**end)).map_or(0, |end| end.len());
    if alone { Span::new(span.start, span.end + length) } else { span }
}
