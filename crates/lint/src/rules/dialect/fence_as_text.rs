//! Owns the rule `fence-as-text`.

use crate::rule::rule;
use crate::{Context, Place};
use foreword_core::Span;

rule! {
    /// The first or last line of a code block is read as text.
    ///
    /// **Why.** Jekyll takes a fence only with a single word after it, so that “js title="x"” makes no code block. Right
    /// below a line of text, a fence that is indented by four spaces is none with anybody. The code is then read as
    /// Markdown.
    ///
    /// ````md bad jekyll
    /// ```js title="weir.js"
    /// open(weir);
    /// ```
    /// ````
    ///
    /// ````md bad
    /// Run this:
    ///     ```
    ///     open weir
    ///     ```
    /// ````
    ///
    /// ````md good jekyll
    /// ```js
    /// open(weir);
    /// ```
    /// ````
    ///
    /// **Source.** CommonMark 0.31.2, section 4.5; kramdown's page on fenced code blocks.
    FENCE_AS_TEXT { id: "fence-as-text", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    let mut last = false;
    for line in &facts.lines {
        let text = line.content(source);
        let rest = text.trim_start_matches('`');
        let is_fence = line.place == Place::Text && text.len() - rest.len() >= 3 && !rest.contains('`');
        // Its other end is a consequence.
        if is_fence && !last {
            let span = Span::new(line.span.end - text.len(), line.span.end);
            cx.report(span, "This begins no code block and is read as text.", Vec::new());
        }
        last ^= is_fence;
    }
}
