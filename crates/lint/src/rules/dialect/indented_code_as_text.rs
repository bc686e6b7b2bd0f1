//! Owns the rule `indented-code-as-text`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// Lines that are indented as code are read as text.
    ///
    /// **Why.** Eleventy and Docusaurus have no code blocks by indentation, which other generators have: the lines
    /// become an ordinary paragraph.
    ///
    /// ````md bad eleventy
    /// Run this:
    ///
    ///     open weir
    ///     close ford
    /// ````
    ///
    /// ````md good eleventy
    /// Run this:
    ///
    /// ```sh
    /// open weir
    /// close ford
    /// ```
    /// ````
    ///
    /// **Fix.** Puts the lines between fences.
    ///
    /// **Source.** The pages on Markdown of Eleventy and on MDX, which have no indented code.
    INDENTED_CODE_AS_TEXT { id: "indented-code-as-text", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    if cx.document.settings.indented_code {
        return;
    }
    let source = cx.source();
    let facts = cx.facts;
    for paragraph in facts.all(Kind::Paragraph).filter(|paragraph| paragraph.parent.is_none()) {
        let lines = facts.lines.get(facts.lines_of(source, paragraph.span)).unwrap_or(&[]);
        let indent =
            |text: &str| if text.starts_with('\t') { 1 } else { 4 * usize::from(text.starts_with("    ")) };
        let all = !lines.is_empty() && lines.iter().all(|line| indent(line.text(source)) > 0);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { continue };
        // A picture or a call of a template on a line of its own is no code.
        let begins = first.content(source);
        if !all || begins.starts_with(['!', '{', '<', '[', '|']) {
            continue;
        }
        let mut edits: Vec<Edit> = lines
            .iter()
            .map(|line| {
                Edit::replace(Span::new(line.span.start, line.span.start + indent(line.text(source))), "")
            })
            .collect();
        if let Some(opening) = edits.first_mut() {
            opening.text = "```text\n".to_owned();
        }
        edits.push(Edit::insert(last.span.end, "\n```"));
        let message = format!(
            "{} has no code blocks by indentation: this is read as text.",
            cx.document.choice.dialect.name
        );
        let span = Span::new(first.span.end - begins.len(), last.span.end);
        cx.report(span, message, vec![Fix::suggested("Put it between fences", edits)]);
    }
}
