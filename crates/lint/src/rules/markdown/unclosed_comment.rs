//! Owns the rule `unclosed-comment`.

use crate::rule::rule;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};

rule! {
    /// A comment `<!--` has no `-->`.
    ///
    /// **Why.** The rest of the post is part of the comment then, and no reader sees it; in the middle of a line,
    /// everyone sees the comment.
    ///
    /// ````md bad
    /// <!-- Ask Ada about the date.
    ///
    /// It rained.
    /// ````
    ///
    /// ````md bad
    /// It rained <!-- all day?
    /// ````
    ///
    /// ````md good
    /// <!-- Ask Ada about the date. -->
    ///
    /// It rained. `<!--` begins a comment.
    /// ````
    ///
    /// **Fix.** Closes it at the end of its line.
    ///
    /// **Source.** CommonMark 0.31.2, sections 4.6 and 6.6.
    UNCLOSED_COMMENT { id: "unclosed-comment", group: Markdown, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let last_end = source.rfind("-->").unwrap_or(0);
    let blocks: Vec<Span> = cx.facts.all(Kind::HtmlBlock).map(|block| block.span).collect();
    for span in blocks {
        let text = span.slice(source);
        let from = text.rfind("-->").map_or(0, |end| end + 3);
        let opening = text.get(from..).and_then(|rest| rest.find("<!--"));
        if let Some(at) = opening.map(|at| span.start + from + at).filter(|at| *at >= last_end) {
            report(cx, at, "Nothing closes this comment, so nobody sees what comes after it.");
        }
    }
    for span in &cx.facts.prose {
        // Text of an entity or of a template is not what stands in the source.
        let Some(at) = span.slice(source).find("<!--").map(|at| span.start + at) else { continue };
        let is_escaped = source.get(..at).is_some_and(|before| before.ends_with('\\'));
        if !is_escaped {
            report(cx, at, "Nothing closes this comment, so everyone sees it.");
        }
    }
}

fn report(cx: &mut Context<'_, '_>, at: usize, message: &str) {
    let line = cx.facts.lines.get(cx.facts.line_at(at));
    let end = line.map_or(at, |line| line.span.trim_end(cx.source()).end);
    let fix = Fix::suggested("Close the comment at the end of the line", vec![Edit::insert(end, " -->")]);
    cx.report(Span::new(at, at + "<!--".len()), message, vec![fix]);
}
