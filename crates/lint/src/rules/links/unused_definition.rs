//! Owns the rule `unused-definition`.

use super::definition_lines;
use crate::rule::rule;
use crate::rules::labels;
use crate::{Context, Fix, Kind};
use pulldown_cmark::{Event, Tag};
use std::collections::HashSet;

rule! {
    /// No link or image uses a definition.
    ///
    /// **Why.** Often the link was mistyped or taken out; else the definition only makes the post longer.
    ///
    /// ````md bad
    /// We took the train.
    ///
    /// [train]: https://example.org/train
    /// ````
    ///
    /// ````md good
    /// We took [the train][train].
    ///
    /// [train]: https://example.org/train
    /// [//]: # (A comment that nobody sees)
    /// ````
    ///
    /// **Fix.** Takes it out.
    ///
    /// **Source.** markdownlint MD053.
    UNUSED_DEFINITION {
        id: "unused-definition",
        aliases: ["MD053"],
        group: Links,
        severity: Info,
        choices: ["ignored_definitions" = "//": "Labels that need no link, separated by commas."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let ignored: HashSet<String> = cx.words("ignored_definitions").map(labels::normal).collect();
    let used: HashSet<String> = [Kind::Link, Kind::Image]
        .into_iter()
        .flat_map(|kind| cx.facts.all(kind))
        .filter_map(|element| match cx.document.events.get(element.events.start) {
            Some((Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }), _)) if !id.is_empty() => {
                Some(labels::normal(id))
            }
            _ => None,
        })
        .collect();
    let mut told = HashSet::new();
    for definition in labels::written(cx).iter().filter(|definition| !definition.is_note) {
        let label = labels::normal(definition.label);
        if !used.contains(&label) && !ignored.contains(&label) && told.insert(label) {
            let message = format!("No link uses the definition [{}].", definition.label);
            let edit = definition_lines::removal(cx, definition);
            let fixes = edit.map(|edit| Fix::suggested("Take the definition out", vec![edit]));
            cx.report(definition.span, message, fixes.into_iter().collect());
        }
    }
}
