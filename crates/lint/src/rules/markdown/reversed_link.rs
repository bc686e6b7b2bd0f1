//! Owns the rule `reversed-link`.

use crate::rule::rule;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// The brackets of a link are the wrong way round: `(text)[address]`.
    ///
    /// **Why.** It is no link: readers see the brackets and the address.
    ///
    /// ````md bad
    /// All recipes are on (the page of the club)[https://example.org/recipes].
    /// ````
    ///
    /// ````md good
    /// All recipes are on [the page of the club](https://example.org/recipes).
    /// ````
    ///
    /// **Fix.** Exchanges the brackets.
    ///
    /// **Source.** markdownlint MD011; CommonMark 0.31.2, section 6.3.
    REVERSED_LINK { id: "reversed-link", aliases: ["MD011"], group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for line in cx.facts.lines.iter().filter(|line| matches!(line.place, Place::Text | Place::Template)) {
        let mut at = line.span.start;
        while let Some((span, text, address)) = next(source, Span::new(at, line.span.end)) {
            at = span.end;
            if !cx.facts.is_literal(text.start) && !cx.facts.is_literal(address.start) {
                let (text, address) = (text.slice(source), address.slice(source));
                let edit = Edit::replace(span, format!("[{text}]({address})"));
                let message = format!("The brackets of the link “{text}” are the wrong way round.");
                cx.report(span, message, vec![Fix::suggested("Exchange the brackets", vec![edit])]);
            }
        }
    }
}

/// The first reversed link in a part of a line: all of it, its text, its address.
fn next(source: &str, part: Span) -> Option<(Span, Span, Span)> {
    let line = part.slice(source);
    let mut at = 0;
    // Everything before has no bracket that opens; a line of nothing but middles is still read once.
    let mut end = None;
    while let Some(middle) = line.get(at..)?.find(")[").map(|found| at + found) {
        let open = line.get(at..middle)?.rfind(['(', ')']).map(|found| at + found);
        let start = middle + 2;
        let close = match end {
            Some(end) if end >= start => end,
            _ => start + line.get(start..)?.find(']')?,
        };
        end = Some(close);
        let (text, address) = (open.and_then(|open| line.get(open + 1..middle)), line.get(start..close)?);
        if let (Some(open), Some(text)) = (open, text)
            && line.get(open..)?.starts_with('(')
            && !line.get(..open)?.ends_with('\\')
            && !text.is_empty()
            && !text.ends_with('\\')
            && !address.is_empty()
            && !address.starts_with('^')
            && !address.ends_with('\\')
            && !line.get(close + 1..)?.starts_with('(')
        {
            let place = |from: usize, to: usize| Span::new(part.start + from, part.start + to);
            return Some((place(open, close + 1), place(open + 1, middle), place(start, close)));
        }
        at = middle + 1;
    }
    None
}
