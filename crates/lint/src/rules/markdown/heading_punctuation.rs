//! Owns the rule `heading-punctuation`.

use crate::headings;
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A heading ends with a full stop, a colon or another sign that ends a sentence.
    ///
    /// **Why.** A heading is no sentence. In a table of contents the sign looks like a slip. A question is a question
    /// there too, and “Thank you!” is meant.
    ///
    /// ````md bad
    /// ## Soup:
    ///
    /// It is hot.
    /// ````
    ///
    /// ````md bad punctuation=?
    /// ## Is soup hot?
    ///
    /// It is.
    /// ````
    ///
    /// ````md good
    /// ## Is soup hot?
    ///
    /// It is!
    ///
    /// ## Thank you!
    ///
    /// You are welcome.
    /// ````
    ///
    /// ````md good
    /// ## Soup &copy;
    ///
    /// It is ours.
    /// ````
    ///
    /// **Fix.** Takes the sign away.
    ///
    /// **Source.** markdownlint MD026.
    HEADING_PUNCTUATION {
        id: "heading-punctuation",
        aliases: ["MD026"],
        group: Markdown,
        severity: Info,
        choices: ["punctuation" = ".,;:。，；：": "The signs that a heading must not end with; by default `!` too in texts for GitHub or plain CommonMark."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let signs = cx.chosen_or("punctuation", ".,;:!。，；：！");
    for heading in headings::all(cx) {
        let text = heading.text.slice(source);
        let kept = text.trim_end_matches(|c| signs.contains(c));
        if kept.len() == text.len() || ends_with_name(text) {
            continue;
        }
        let found = Span::new(heading.text.start + kept.len(), heading.text.end);
        let message = format!("This heading ends with “{}”.", found.slice(source));
        let all = Span::new(heading.text.start + kept.trim_end().len(), found.end);
        // Without any text the line would be no heading, or another one.
        let fixes = if kept.trim().is_empty() || kept.trim_end().ends_with(['#', '\\']) {
            Vec::new()
        } else {
            vec![Fix::suggested(format!("Take “{}” away", found.slice(source)), vec![Edit::replace(all, "")])]
        };
        cx.report(found, message, fixes);
    }
}

/// Whether the last sign belongs to the name of a character (`&copy;`) or of an emoji (`:soup:`).
fn ends_with_name(text: &str) -> bool {
    let named = |close: char, open: char, fits: fn(&str) -> bool| {
        let name = text.strip_suffix(close).and_then(|before| before.rsplit_once(open));
        name.is_some_and(|(_, name)| !name.is_empty() && fits(name))
    };
    named(';', '&', |name| name.trim_start_matches('#').bytes().all(|byte| byte.is_ascii_alphanumeric()))
        || named(':', ':', |name| {
            name.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-' | b'+')
            })
        })
}
