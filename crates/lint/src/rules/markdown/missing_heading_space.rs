//! Owns the rule `missing-heading-space`.

use crate::rule::rule;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// A line begins with `#` but lacks the space that makes it a heading.
    ///
    /// **Why.** Readers see the `#` and a line of plain text.
    ///
    /// ````md bad
    /// ##Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md good
    /// ## Soup
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md good
    /// \#soup is what everybody talks about.
    /// ````
    ///
    /// **Fix.** Puts the space there.
    ///
    /// **Source.** markdownlint MD018; CommonMark 0.31.2, section 4.2.
    MISSING_HEADING_SPACE {
        id: "missing-heading-space",
        aliases: ["MD018"],
        group: Markdown,
        severity: Warning,
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for line in cx.facts.lines.iter().filter(|line| line.place == Place::Text) {
        let text = line.text(source);
        let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
        let rest = text.get(hashes..).unwrap_or("");
        // U+FE0F makes the sign part of an emoji.
        let is_emoji = hashes == 1 && rest.starts_with('\u{fe0f}');
        let is_other =
            rest.is_empty() || is_emoji || rest.starts_with([' ', '\t']) || rest.trim_end().ends_with('#');
        if hashes == 0 || is_other {
            continue;
        }
        let fix = Fix::suggested("Make it a heading", vec![Edit::insert(line.span.start + hashes, " ")]);
        let message = "This is no heading: a space is missing after “#”.";
        cx.report(Span::new(line.span.start, line.span.start + text.trim_end().len()), message, vec![fix]);
    }
}
