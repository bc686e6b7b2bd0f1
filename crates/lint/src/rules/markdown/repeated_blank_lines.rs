//! Owns the rule `repeated-blank-lines`.

use crate::rule::rule;
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// There are more blank lines than one between two parts of the post.
    ///
    /// **Why.** One blank line ends a paragraph; more look as if they made room, but readers never see them.
    ///
    /// ````md bad
    /// Soup is hot.
    ///
    ///
    /// Bread is warm.
    /// ````
    ///
    /// ````md bad maximum=2
    /// Soup is hot.
    ///
    ///
    ///
    /// Bread is warm.
    /// ````
    ///
    /// ````md good
    /// Soup is hot.
    ///
    /// Bread is warm.
    /// ````
    ///
    /// ````md good maximum=2
    /// Soup is hot.
    ///
    ///
    /// Bread is warm.
    /// ````
    ///
    /// **Fix.** Takes the line away.
    ///
    /// **Source.** markdownlint MD012; CommonMark 0.31.2, section 4.9.
    REPEATED_BLANK_LINES {
        id: "repeated-blank-lines",
        aliases: ["MD012"],
        group: Markdown,
        severity: Info,
        choices: ["maximum" = "1": "How many blank lines may stand together."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, facts) = (cx.source(), cx.facts);
    let maximum = cx.number("maximum").filter(|maximum| *maximum > 0).unwrap_or(1);
    let mut count = 0;
    // Blank lines between the front matter and the text part nothing that readers see.
    let mut has_begun = cx.document.front_matter.is_none();
    for (index, line) in facts.lines.iter().enumerate() {
        let is_blank = !matches!(line.place, Place::FrontMatter | Place::Code | Place::Fence)
            && line.text(source).trim_matches([' ', '\t']).is_empty();
        has_begun |= !is_blank && line.place != Place::FrontMatter;
        count = if is_blank && has_begun { count + 1 } else { 0 };
        let next = facts.lines.get(index + 1).map_or(source.len(), |next| next.span.start);
        // What ends with a line break has one more line, which is blank, to markdownlint and to most editors.
        let is_last = next == source.len() && line.span.end < next;
        if count > maximum || (is_last && count == maximum) {
            let whole = Span::new(line.span.start, next);
            let fix = Fix {
                title: "Take this line away".to_owned(),
                safe: !facts.is_literal(line.span.start),
                edits: vec![Edit::replace(whole, "")],
            };
            let message =
                if is_last { "The post ends with blank lines." } else { "This blank line is one too many." };
            cx.report(whole, message, vec![fix]);
        }
    }
}
