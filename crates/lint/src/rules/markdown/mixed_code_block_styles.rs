//! Owns the rule `mixed-code-block-styles`.

use crate::rule::rule;
use crate::rules::{blank_lines, fences};
use crate::{Context, Element, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// Some code blocks have fences and some are indented.
    ///
    /// **Why.** Indented code cannot name its language, and one space less makes text of it.
    ///
    /// ````md bad
    /// ```sh
    /// make
    /// ```
    ///
    /// Then:
    ///
    ///     make run
    /// ````
    ///
    /// ````md bad style=indented
    /// ```sh
    /// make
    /// ```
    /// ````
    ///
    /// ````md good
    /// ```sh
    /// make
    /// ```
    ///
    /// Then:
    ///
    /// ```sh
    /// make run
    /// ```
    /// ````
    ///
    /// **Fix.** Puts indented code between fences.
    ///
    /// **Source.** markdownlint MD046.
    MIXED_CODE_BLOCK_STYLES {
        id: "mixed-code-block-styles",
        aliases: ["MD046"],
        group: Markdown,
        severity: Info,
        choices: ["style" = "consistent": "`fenced`, `indented`, or `consistent`: like the first."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let mut style = cx.chosen("style");
    for block in cx.facts.all(Kind::CodeBlock) {
        let is_fenced = fences::info(cx, block).is_some();
        let own = if is_fenced { "fenced" } else { "indented" };
        if style == "consistent" {
            style = own;
        }
        if style == own {
            continue;
        }
        let lines = blank_lines::lines_of(cx, block);
        let Some(first) = cx.facts.lines.get(lines.start) else { continue };
        let fixes = if is_fenced { None } else { fence(cx, block) };
        let (this, others) =
            if is_fenced { ("has fences", "are indented") } else { ("is indented", "have fences") };
        cx.report(
            first.span,
            format!("This code block {this}, the others {others}."),
            fixes.into_iter().collect(),
        );
    }
}

/// Puts indented code between fences, where nothing else is around it.
fn fence(cx: &Context<'_, '_>, block: &Element) -> Option<Fix> {
    let source = cx.source();
    if block.parent.is_some() || block.span.slice(source).contains("```") {
        return None;
    }
    let lines = blank_lines::lines_of(cx, block);
    let mut edits = Vec::new();
    for (index, line) in cx.facts.lines.get(lines)?.iter().enumerate() {
        let text = line.text(source);
        let indent = match text.strip_prefix("    ") {
            Some(_) => 4,
            None if text.starts_with('\t') => 1,
            None if text.trim().is_empty() => text.len(),
            None => return None,
        };
        let opening = if index == 0 {
            format!("```{}", blank_lines::line_break(source, line.span.end))
        } else {
            String::new()
        };
        edits.push(Edit::replace(Span::new(line.span.start, line.span.start + indent), opening));
    }
    let end = block.span.trim_end(source).end;
    edits.push(Edit::insert(end, format!("{}```", blank_lines::line_break(source, end))));
    Some(Fix::suggested("Put the code between fences", edits))
}
