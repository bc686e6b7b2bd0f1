//! Owns the rule `missing-description`.

use super::header_span;
use crate::Context;
use crate::rule::rule;

rule! {
    /// The header has no description of the post.
    ///
    /// **Why.** Search engines and previews in chats show it below the title. Without one they take some words of the
    /// page, often its menu. Some generators and themes use the beginning of the post instead.
    ///
    /// ````md bad
    /// ---
    /// title: The weir is closed
    /// ---
    ///
    /// Since Monday nobody can cross.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: The weir is closed
    /// description: Since Monday nobody can cross the river at the old mill.
    /// ---
    ///
    /// Since Monday nobody can cross.
    /// ````
    ///
    /// **Source.** Google Search Central, on snippets in search results.
    MISSING_DESCRIPTION { id: "missing-description", group: Sharing, severity: Info, quiet: true, check: check }
}

const KEYS: [&str; 7] = ["description", "summary", "excerpt", "subtitle", "lead", "abstract", "seo"];

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.document.front_matter.as_ref() else { return };
    if header.get(&KEYS).is_none() && header.get(&["title"]).is_some() {
        cx.report(header_span(header), "The post has no description for search results.", Vec::new());
    }
}
