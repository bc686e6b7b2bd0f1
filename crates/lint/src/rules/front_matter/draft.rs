//! Owns the rule `draft`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::Value;

rule! {
    /// The post is marked as a draft.
    ///
    /// **Why.** It will not be published until the mark is gone, and nothing else says so.
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// draft: true
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad jekyll
    /// ---
    /// title: Three days in Lisbon
    /// published: false
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good hugo
    /// ---
    /// title: Three days in Lisbon
    /// draft: false
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** The front matter pages of Hugo, Jekyll, Zola and Docusaurus.
    DRAFT { id: "draft", group: FrontMatter, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.front_matter() else { return };
    for entry in &header.entries {
        let hides = match entry.key.to_ascii_lowercase().as_str() {
            "draft" => entry.value.value == Value::Bool(true),
            "published" => entry.value.value == Value::Bool(false),
            _ => false,
        };
        let because = &cx.header().verdict.because;
        let reason = because.iter().find(|reason| reason.span == Some(entry.value.span));
        if let Some(reason) = reason.filter(|_| hides) {
            cx.report(entry.value.span, reason.message.clone(), Vec::new());
        }
    }
}
