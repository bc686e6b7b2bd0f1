//! Owns the rule `space-inside-link`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A space stands at the edge of a link's text.
    ///
    /// **Why.** The line below the link sticks out, and the space before it may be missing.
    ///
    /// ````md bad
    /// We took [ the train ](https://example.org/train).
    /// ````
    ///
    /// ````md bad
    /// We took [the train ](https://example.org/train)home.
    /// ````
    ///
    /// ````md good
    /// We took [the train](https://example.org/train) home.
    /// ````
    ///
    /// **Fix.** Takes the space away; where words would stick together, moves it out of the link.
    ///
    /// **Source.** markdownlint MD039.
    SPACE_INSIDE_LINK { id: "space-inside-link", aliases: ["MD039"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for link in cx.facts.all(Kind::Link) {
        let Some(text) = text_of(source, link.span, link.inner.end) else { continue };
        let written = text.slice(source);
        let trimmed = written.trim();
        if trimmed.is_empty() && !written.is_empty() {
            cx.report(text, "There is nothing but space in this link's text.", Vec::new());
            continue;
        }
        let before = written.len() - written.trim_start().len();
        let after = written.len() - written.trim_end().len();
        let outside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        if before > 0 {
            let glued = outside(source.get(..link.span.start).and_then(|rest| rest.chars().next_back()));
            let moved = glued.then(|| Edit::insert(link.span.start, " "));
            let spaces = Span::new(text.start, text.start + before);
            report(cx, spaces, true, moved.into_iter().chain([Edit::replace(spaces, "")]).collect());
        }
        if after > 0 {
            let glued = outside(source.get(link.span.end..).and_then(|rest| rest.chars().next()));
            let moved = glued.then(|| Edit::insert(link.span.end, " "));
            let spaces = Span::new(text.end - after, text.end);
            report(cx, spaces, false, [Edit::replace(spaces, "")].into_iter().chain(moved).collect());
        }
    }
}

/// What is between the brackets of a link; none where it is an address.
fn text_of(source: &str, link: Span, inner_end: usize) -> Option<Span> {
    if !link.slice(source).starts_with('[') {
        return None;
    }
    let rest = source.get(inner_end..link.end)?;
    let spaces = rest.len() - rest.trim_start().len();
    let end = inner_end + spaces;
    source.get(end..)?.starts_with(']').then(|| Span::new(link.start + 1, end))
}

fn report(cx: &mut Context<'_, '_>, spaces: Span, first: bool, edits: Vec<Edit>) {
    let fix = Fix::safe("Take the space out of the link", edits);
    // Of several lines, the one where the space stands out.
    let text = spaces.slice(cx.source());
    let place = match text.rfind('\n') {
        Some(at) if (first && text.starts_with(['\n', '\r'])) || (!first && at + 1 < text.len()) => {
            Span::new(spaces.start + at + 1, spaces.end)
        }
        _ => spaces,
    };
    cx.report(place, "There is a space at the edge of this link's text.", vec![fix]);
}
