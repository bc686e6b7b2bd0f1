//! Owns the rule `lazy-quote-line`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A line without `>` right below a quote is read as a part of the quote.
    ///
    /// **Why.** What looks like your own words becomes somebody else's. Only an empty line ends a quote.
    ///
    /// ````md bad
    /// > The weir is closed.
    /// So they told us.
    /// ````
    ///
    /// ````md good
    /// > The weir is closed.
    ///
    /// So they told us.
    /// ````
    ///
    /// **Fix.** Ends the quote with an empty line, or marks the line as quoted.
    ///
    /// **Source.** CommonMark 0.31.2, section 5.1, on laziness.
    LAZY_QUOTE_LINE { id: "lazy-quote-line", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for quote in facts.all(Kind::Quote).filter(|quote| quote.parent.is_none()) {
        let lines = facts.lines_of(source, quote.span);
        let is_lazy = |text: &str| !text.trim_start().starts_with('>') && !text.trim().is_empty();
        let inside = facts.lines.get(lines).unwrap_or(&[]);
        // In the midst of a quote such a line is quoted; at its end it may be meant to stand outside.
        let lazy =
            inside.iter().rposition(|line| !is_lazy(line.text(source))).and_then(|at| inside.get(at + 1..));
        let Some((first, _)) = lazy.and_then(<[_]>::split_first) else { continue };
        let marked = lazy.unwrap_or(&[]).iter().map(|line| Edit::insert(line.span.start, "> ")).collect();
        let fixes = vec![
            Fix::suggested("End the quote before this line", vec![Edit::insert(first.span.start, "\n")]),
            Fix::suggested("Mark it as quoted", marked),
        ];
        let text = first.content(source);
        let span = Span::new(first.span.end - text.len(), first.span.end);
        cx.report(span, "This line belongs to the quote above it, though it does not begin with “>”.", fixes);
    }
}
