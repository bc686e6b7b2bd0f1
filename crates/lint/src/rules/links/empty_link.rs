//! Owns the rule `empty-link`.

use crate::rule::rule;
use crate::{Context, Kind};
use pulldown_cmark::{Event, Tag};

rule! {
    /// A link leads nowhere: its address is empty or `#`.
    ///
    /// **Why.** Who follows it stays where they are; often the address was to be added later.
    ///
    /// ````md bad
    /// We took [the train]().
    /// ````
    ///
    /// ````md bad
    /// We took [the train][train].
    ///
    /// [train]: #
    /// ````
    ///
    /// ````md good
    /// We took [the train](https://example.org/train).
    /// ````
    ///
    /// **Source.** markdownlint MD042.
    EMPTY_LINK { id: "empty-link", aliases: ["MD042"], group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for link in cx.facts.all(Kind::Link) {
        let event = cx.document.events.get(link.events.start);
        if let Some((Event::Start(Tag::Link { dest_url, .. }), _)) = event
            && matches!(dest_url.trim(), "" | "#")
        {
            cx.report(link.span, "This link leads nowhere.", Vec::new());
        }
    }
}
