//! Owns the rule `emoji-in-heading`.

use crate::rule::rule;
use crate::{Context, Fix, Kind, emoji};
use foreword_core::{Edit, Span};

rule! {
    /// A heading has emoji in it.
    ///
    /// **Why.** Screen readers say the name of each, “rocket” or “party popper”, in the heading, in the list of
    /// headings and in the table of contents. It also becomes a part of the heading's address with some generators.
    /// Ask for this rule if you want headings without emoji.
    ///
    /// ````md bad
    /// ## The flood 🌊
    /// ````
    ///
    /// ````md bad
    /// ## 🌊 The flood
    /// ````
    ///
    /// ````md good
    /// ## The flood
    ///
    /// It came at night 🌊
    /// ````
    ///
    /// **Fix.** Removes them.
    ///
    /// **Source.** The W3C's tips on writing for web accessibility: headings that say what follows.
    EMOJI_IN_HEADING { id: "emoji-in-heading", group: Accessibility, severity: Info, quiet: true, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for heading in cx.facts.all(Kind::Heading) {
        let found = emoji::all(source, heading.inner);
        let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
        let edits =
            found.iter().map(|span| Edit::replace(with_space(source, *span, heading.inner), "")).collect();
        let message = format!("Screen readers say the name of “{}” in this heading.", first.slice(source));
        // A heading of nothing else would be empty.
        let has_words = text_without(source, heading.inner, &found);
        let fixes = if has_words { vec![Fix::suggested("Remove the emoji", edits)] } else { Vec::new() };
        cx.report(Span::new(first.start, last.end), message, fixes);
    }
}

/// An emoji with the space before it, or, where it comes first, with that after it.
fn with_space(source: &str, span: Span, around: Span) -> Span {
    let before = source.get(around.start..span.start).unwrap_or("");
    let space = before.len() - before.trim_end_matches(' ').len();
    if before.len() > space {
        return Span::new(span.start - space, span.end);
    }
    let after = source.get(span.end..around.end).unwrap_or("");
    Span::new(span.start, span.end + (after.len() - after.trim_start_matches(' ').len()))
}

fn text_without(source: &str, around: Span, found: &[Span]) -> bool {
    let length: usize = found.iter().map(|span| span.len()).sum();
    around.slice(source).chars().any(char::is_alphanumeric) && around.len() > length
}
