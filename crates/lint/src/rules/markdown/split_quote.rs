//! Owns the rule `split-quote`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A blank line stands between two block quotes.
    ///
    /// **Why.** Most generators show two quotes there and some show one. Where one is meant, the line begins with
    /// `>` too; where two are meant, something between them says whose words they are.
    ///
    /// ````md bad
    /// > Soup is hot.
    ///
    /// > Bread is warm.
    /// ````
    ///
    /// ````md good
    /// > Soup is hot.
    /// >
    /// > Bread is warm.
    ///
    /// The baker says:
    ///
    /// > Bread is warm.
    /// ````
    ///
    /// **Fix.** Begins the line with `>`, which joins the quotes.
    ///
    /// **Source.** markdownlint MD028; CommonMark 0.31.2, section 5.1.
    SPLIT_QUOTE { id: "split-quote", aliases: ["MD028"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, facts) = (cx.source(), cx.facts);
    if facts.numbers(Kind::Quote).is_empty() {
        return;
    }
    // Where the last quote ended, by the element around it; first, by none.
    let mut ends = vec![0; facts.elements.len() + 1];
    for quote in facts.all(Kind::Quote) {
        let end = quote.span.trim_end(source).end;
        let Some(last) = ends.get_mut(quote.parent.map_or(0, |parent| parent + 1)) else { continue };
        let before = std::mem::replace(last, end);
        if before == 0 {
            continue;
        }
        // Several boxes (`> [!NOTE]`) one after another are meant.
        if quote.inner.slice(source).starts_with("[!") {
            continue;
        }
        let lines = facts.line_at(before) + 1..facts.line_at(quote.span.start);
        let between = facts.lines.get(lines).unwrap_or(&[]);
        if !between.iter().all(|line| line.content(source).is_empty()) {
            continue;
        }
        for line in between {
            let edit = Edit::replace(line.span, format!("{}>", line.text(source).trim_end()));
            let next = line.span.end
                + source.get(line.span.end..).map_or(0, |rest| usize::from(rest.starts_with(['\r', '\n'])));
            let message = "This blank line ends the block quote, and another one follows.";
            cx.report(
                Span::new(line.span.start, next),
                message,
                vec![Fix::suggested("Join the quotes", vec![edit])],
            );
        }
    }
}
