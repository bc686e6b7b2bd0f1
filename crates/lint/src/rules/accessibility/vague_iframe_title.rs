//! Owns the rule `vague-iframe-title`.

use crate::Context;
use crate::rule::rule;
use std::collections::HashMap;

rule! {
    /// A frame's title does not tell it from the others, or from the page.
    ///
    /// **Why.** People who listen to a page choose a frame from a list of titles. Titles that are all the same, that
    /// repeat the post's own, or that came with the player's code say nothing about the film.
    ///
    /// ````md bad
    /// <iframe src="https://player.example.org/ford" title="Floods"></iframe>
    ///
    /// <iframe src="https://player.example.org/weir" title="Floods"></iframe>
    /// ````
    ///
    /// ````md bad
    /// <iframe src="https://player.example.org/ford" title="YouTube video player"></iframe>
    /// ````
    ///
    /// ````md good
    /// <iframe src="https://player.example.org/ford" title="The ford is flooded"></iframe>
    ///
    /// <iframe src="https://player.example.org/weir" title="The weir is flooded"></iframe>
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criterion 4.1.2 and technique H64.
    VAGUE_IFRAME_TITLE { id: "vague-iframe-title", group: Accessibility, severity: Warning, check: check }
}

/// What players' own codes have for a title.
const PLAYERS: [&str; 9] = [
    "youtube video player",
    "youtube video",
    "youtube",
    "vimeo",
    "video player",
    "embedded video",
    "video",
    "iframe",
    "embedded content",
];

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let title = cx.document.title().map(str::to_lowercase);
    let mut seen: HashMap<String, &str> = HashMap::new();
    for tag in cx.facts.tags(source) {
        let Some(place) = tag.place_of(source, "title").filter(|_| tag.is(source, "iframe")) else {
            continue;
        };
        let written = place.slice(source).trim();
        let lower = written.to_lowercase();
        if lower.is_empty() {
            continue;
        }
        let address = tag.value(source, "src").unwrap_or("");
        let message = if PLAYERS.contains(&lower.as_str()) {
            format!("The title “{written}” does not say what this frame shows.")
        } else if seen.get(&lower).is_some_and(|other| *other != address) {
            format!("Another frame has the same title “{written}”.")
        } else if title.as_ref() == Some(&lower) {
            "This frame has the same title as the post, so that nobody knows what it shows.".to_owned()
        } else {
            seen.insert(lower, address);
            continue;
        };
        seen.insert(lower, address);
        cx.report(place, message, Vec::new());
    }
}
