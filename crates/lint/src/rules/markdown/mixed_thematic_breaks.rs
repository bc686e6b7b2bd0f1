//! Owns the rule `mixed-thematic-breaks`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A line between sections is written otherwise than the first one.
    ///
    /// **Why.** Readers see no difference, but whoever edits the post wonders whether one is meant.
    ///
    /// ````md bad
    /// Morning.
    ///
    /// ***
    ///
    /// Noon.
    ///
    /// ---
    ///
    /// Night.
    /// ````
    ///
    /// ````md bad style=---
    /// Morning.
    ///
    /// * * *
    ///
    /// Noon.
    /// ````
    ///
    /// ````md good
    /// Morning.
    ///
    /// ***
    ///
    /// Noon.
    ///
    /// ***
    ///
    /// Night.
    /// ````
    ///
    /// **Fix.** Writes it like the first.
    ///
    /// **Source.** markdownlint MD035.
    MIXED_THEMATIC_BREAKS {
        id: "mixed-thematic-breaks",
        aliases: ["MD035"],
        group: Markdown,
        severity: Info,
        choices: ["style" = "consistent": "How it is written, such as `---`; `consistent` is like the first."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut style = cx.chosen("style");
    for line in cx.facts.all(Kind::ThematicBreak) {
        let span = line.span.trim_end(source);
        let text = span.slice(source);
        if !text.starts_with(['*', '-', '_']) {
            continue;
        }
        if style == "consistent" {
            style = text;
        }
        if text == style {
            continue;
        }
        let fixes = if stays_a_break(cx, span, style) {
            vec![Fix::safe(format!("Write it as {style}"), vec![Edit::replace(span, style)])]
        } else {
            Vec::new()
        };
        cx.report(span, format!("This line is written as {text}, the others as {style}."), fixes);
    }
}

/// Whether this is still a break when it is written so: hyphens right below text make a heading of it, at the start of
/// a post a header.
fn stays_a_break(cx: &Context<'_, '_>, span: Span, style: &str) -> bool {
    let source = cx.source();
    let number = cx.facts.line_at(span.start);
    let before = number.checked_sub(1).and_then(|number| cx.facts.lines.get(number));
    let is_alone = cx.facts.lines.get(number).is_some_and(|line| line.span.start == span.start);
    let has_signs = style.bytes().filter(|byte| matches!(byte, b'*' | b'-' | b'_')).count() > 2;
    has_signs && (!style.starts_with('-') || is_alone && before.is_some_and(|line| line.is_blank(source)))
}
