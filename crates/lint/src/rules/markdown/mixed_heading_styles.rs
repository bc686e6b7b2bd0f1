//! Owns the rule `mixed-heading-styles`.

use crate::headings::{self, Heading, Style};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// A heading is written in another way than the first one of the post.
    ///
    /// **Why.** Readers see no difference, but whoever writes on has to guess, and a search for headings misses some.
    ///
    /// ````md bad
    /// ## Soup
    ///
    /// It is hot.
    ///
    /// Bread
    /// -----
    ///
    /// It is warm.
    /// ````
    ///
    /// ````md bad style=setext_with_atx
    /// ## Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md good
    /// ## Soup
    ///
    /// It is hot.
    ///
    /// ## Bread
    ///
    /// It is warm.
    /// ````
    ///
    /// ````md good style=setext_with_atx
    /// Soup
    /// ----
    ///
    /// It is hot.
    ///
    /// ### Tomato
    ///
    /// It is red.
    /// ````
    ///
    /// **Fix.** Writes the heading in the same way as the first.
    ///
    /// **Source.** markdownlint MD003; CommonMark 0.31.2, sections 4.2 and 4.3.
    MIXED_HEADING_STYLES {
        id: "mixed-heading-styles",
        aliases: ["MD003"],
        group: Markdown,
        severity: Info,
        choices: [
            "style" = "consistent": "How headings are written: `consistent` with the first, `atx` (`# A`), `atx_closed` (`# A #`), `setext` (underlined), `setext_with_atx` or `setext_with_atx_closed` (levels 1 and 2 underlined).",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (mut high, mut low) = match cx.chosen("style") {
        "atx" => (Some(Style::Open), Some(Style::Open)),
        "atx_closed" => (Some(Style::Closed), Some(Style::Closed)),
        "setext_with_atx" => (Some(Style::Underlined), Some(Style::Open)),
        "setext_with_atx_closed" => (Some(Style::Underlined), Some(Style::Closed)),
        // No line below makes a heading of level 3, so lower ones may be written in either of the other ways.
        "setext" => (Some(Style::Underlined), None),
        _ => (None, None),
    };
    let mut is_first = high.is_none();
    for heading in headings::all(cx) {
        if std::mem::take(&mut is_first) {
            high = Some(heading.style);
            low = high.filter(|style| *style != Style::Underlined);
        }
        let expected = if heading.level <= 2 { high } else { low };
        if let Some(expected) = expected.filter(|style| *style != heading.style) {
            let message = match heading.style {
                Style::Underlined => "This heading is underlined, unlike the first.",
                Style::Closed => "This heading ends with “#”, unlike the first.",
                Style::Open if expected == Style::Closed => {
                    "This heading does not end with “#”, unlike the first."
                }
                Style::Open => "This heading is not underlined, unlike the first.",
            };
            let message = if cx.chosen("style") == "consistent" {
                message
            } else {
                "This heading is written in another way than chosen."
            };
            let fixes = rewritten(cx, &heading, expected);
            cx.report(heading.span, message, fixes.into_iter().collect());
        }
    }
}

/// The heading in another style, where that style can say the same.
fn rewritten(cx: &Context<'_, '_>, heading: &Heading<'_>, style: Style) -> Option<Fix> {
    let source = cx.source();
    let text = heading.text.slice(source);
    if text.is_empty() || text.contains(['\n', '\r']) || text.ends_with('#') {
        return None;
    }
    let hashes = "#".repeat(heading.level);
    let written = match style {
        Style::Open => format!("{hashes} {text}"),
        Style::Closed => format!("{hashes} {text} {hashes}"),
        Style::Underlined => {
            let index = cx.facts.line_at(heading.span.start);
            let line = cx.facts.lines.get(index)?;
            let before = index.checked_sub(1).and_then(|index| cx.facts.lines.get(index));
            // Text above would belong to the heading; text that begins like a list would be one.
            let stands_alone = before.is_none_or(|before| {
                before.text(source).trim().is_empty() || before.span.end <= cx.document.body_start
            });
            if line.span.start != heading.span.start
                || !stands_alone
                || !text.starts_with(char::is_alphabetic)
            {
                return None;
            }
            let sign = if heading.level == 1 { "=" } else { "-" };
            format!("{text}\n{}", sign.repeat(text.chars().count().max(3)))
        }
    };
    // Text can go on that far to the right, but no heading with `#` can begin there.
    let start = cx.facts.lines.get(cx.facts.line_at(heading.span.start))?.span.start;
    let before = source.get(start..heading.span.start)?;
    let is_far = before.contains("    ") || before.contains('\t');
    let edits = vec![Edit::replace(heading.span, written)];
    Some(Fix { title: "Write it like the others".to_owned(), safe: !is_far, edits })
}
