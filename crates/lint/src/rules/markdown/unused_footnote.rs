//! Owns the rule `unused-footnote`.

use crate::Context;
use crate::rule::rule;
use crate::rules::labels;
use foreword_core::dialects::Footnotes;
use pulldown_cmark::Event;
use std::collections::HashSet;

rule! {
    /// Nothing in the post refers to a note.
    ///
    /// **Why.** Most generators do not show it, and nobody misses it; often the reference was mistyped or lost.
    ///
    /// ````md bad
    /// It rained all day.
    ///
    /// [^rain]: Nine millimetres.
    /// ````
    ///
    /// ````md good
    /// It rained all day.[^rain]
    ///
    /// [^rain]: Nine millimetres.
    /// ````
    ///
    /// **Source.** markdownlint MD053.
    UNUSED_FOOTNOTE { id: "unused-footnote", aliases: ["MD053"], group: Markdown, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    if cx.document.settings.footnotes == Footnotes::Off {
        return;
    }
    let used: HashSet<String> = cx
        .document
        .events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::FootnoteReference(label) => Some(labels::normal(label)),
            _ => None,
        })
        .collect();
    let mut told = HashSet::new();
    for note in labels::written(cx).iter().filter(|note| note.is_note) {
        let label = labels::normal(note.label);
        if !used.contains(&label) && told.insert(label) {
            let mark = foreword_core::Span::new(note.span.start, note.name.end + 1);
            cx.report(mark, format!("Nothing in the post refers to the note [^{}].", note.label), Vec::new());
        }
    }
}
