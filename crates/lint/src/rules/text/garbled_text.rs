//! Owns the rule `garbled-text`.

use crate::rule::rule;
use crate::{Context, Fix, Kind, garbled};
use foreword_core::{Edit, Span};

rule! {
    /// Letters, quotes or emoji came out as other characters, such as `Ã©` for `é`.
    ///
    /// **Why.** A program read the text in the wrong encoding, and readers see the debris.
    ///
    /// ````md bad
    /// It was the cafÃ© that weâ€™d heard of.
    /// ````
    ///
    /// ````md bad
    /// ---
    /// title: Three days in KÃ¶ln
    /// ---
    ///
    /// It rained. ðŸŽ‰
    /// ````
    ///
    /// ````md good
    /// It was the café that we’d heard of, à la carte. Readers see `Ã©` for é.
    /// ````
    ///
    /// **Fix.** Writes what it was. Code is left alone.
    ///
    /// **Source.** The Unicode Standard, section 3.9, and the encodings Windows-1252, ISO 8859 and Mac OS Roman.
    GARBLED_TEXT { id: "garbled-text", group: Text, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for found in garbled::find(source) {
        let at = found.span.start;
        let is_prose = at < cx.document.body_start || holds(&cx.facts.prose, at);
        let is_html = || {
            let literal = cx.facts.is_literal(at);
            let html = cx.facts.all(Kind::HtmlBlock).chain(cx.facts.all(Kind::InlineHtml));
            literal && html.into_iter().any(|element| element.span.contains(at))
        };
        // Code may show what garbled text looks like.
        if !is_prose && cx.facts.is_literal(at) && !is_html() {
            continue;
        }
        let text = found.span.slice(source);
        if found.repaired.contains(char::REPLACEMENT_CHARACTER) {
            cx.report(
                found.span,
                format!("“{text}” is garbled, and a part of what it was is lost."),
                Vec::new(),
            );
            continue;
        }
        let edits = vec![Edit::replace(found.span, found.repaired.as_str())];
        let title = format!("Change “{text}” to “{}”", found.repaired);
        // An address may lead to a file whose name is garbled too.
        let fix = if is_prose || is_html() { Fix::safe(title, edits) } else { Fix::suggested(title, edits) };
        cx.report(found.span, format!("“{text}” is garbled: it was “{}”.", found.repaired), vec![fix]);
    }
}

/// True where one of the sorted ranges holds the place.
fn holds(spans: &[Span], at: usize) -> bool {
    let after = spans.partition_point(|span| span.start <= at);
    after.checked_sub(1).and_then(|index| spans.get(index)).is_some_and(|span| span.contains(at))
}
