//! Owns the rule `untitled-iframe`.

use crate::Context;
use crate::rule::rule;

rule! {
    /// A frame has no title.
    ///
    /// **Why.** The title is what a screen reader says when it comes to a film or a map on the page. Without one it
    /// reads the address, or nothing at all.
    ///
    /// ````md bad
    /// <iframe src="https://player.example.org/flood" width="560" height="315"></iframe>
    /// ````
    ///
    /// ````md bad
    /// <iframe src="https://player.example.org/flood" title=""></iframe>
    /// ````
    ///
    /// ````md good
    /// <iframe src="https://player.example.org/flood" title="The flood of 1962"></iframe>
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 4.1.2 and technique H64.
    UNTITLED_IFRAME { id: "untitled-iframe", group: Accessibility, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for tag in cx.facts.tags(source) {
        let named = ["title", "aria-label", "aria-labelledby"]
            .iter()
            .any(|name| tag.value(source, name).is_some_and(|value| !value.trim().is_empty()));
        if tag.is(source, "iframe") && !named && !tag.is_hidden(source) {
            cx.report(tag.span, "This frame has no title that says what is in it.", Vec::new());
        }
    }
}
