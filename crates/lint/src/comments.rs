//! Owns where HTML comments stand.

use crate::{Facts, Kind};
use foreword_core::Span;

/// The comments of a post, in order; one that nothing closes ends with its HTML.
pub(crate) fn of(facts: &Facts, source: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for html in facts.all(Kind::HtmlBlock).chain(facts.all(Kind::InlineHtml)) {
        let mut rest = html.span;
        while let Some(at) = rest.slice(source).find("<!--") {
            let start = rest.start + at;
            let end =
                Span::new(start, rest.end).slice(source).find("-->").map_or(rest.end, |at| start + at + 3);
            found.push(Span::new(start, end));
            rest.start = end;
        }
    }
    found.sort_unstable();
    found
}

/// Whether a place lies in one of them.
pub(crate) fn hold(comments: &[Span], offset: usize) -> bool {
    let after = comments.partition_point(|span| span.start <= offset);
    after.checked_sub(1).and_then(|at| comments.get(at)).is_some_and(|span| span.contains(offset))
}
