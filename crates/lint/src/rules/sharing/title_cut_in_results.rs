//! Owns the rule `title-cut-in-results`.

use super::header_span;
use crate::Context;
use crate::rule::rule;

rule! {
    /// The title is so long that search results cut it.
    ///
    /// **Why.** Search engines show about 60 characters of a title, and themes mostly add the name of the site to it.
    /// What comes last is lost, unless it is not needed.
    ///
    /// ````md bad
    /// ---
    /// title: Why the old weir below the mill at the ford has been closed for boats since Monday
    /// ---
    ///
    /// Nobody can cross.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Why the old weir is closed for boats
    /// ---
    ///
    /// Nobody can cross.
    /// ````
    ///
    /// **Source.** Google Search Central, on title links in search results.
    TITLE_CUT_IN_RESULTS {
        id: "title-cut-in-results",
        group: Sharing,
        severity: Info,
        quiet: true,
        choices: ["length" = "60": "The longest title that is shown whole, in characters; wide ones count twice."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (Some(header), Some(longest)) = (cx.document.front_matter.as_ref(), cx.number("length")) else {
        return;
    };
    let Some(title) = header.text(&["title"]) else { return };
    // Signs of Chinese, Japanese and Korean are twice as wide as letters.
    let width: usize = title
        .chars()
        .map(|c| if matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{FFE6}') { 2 } else { 1 })
        .sum();
    if width > longest {
        let span = header.get(&["title"]).map_or(header_span(header), |node| node.span);
        cx.report(
            span,
            format!("Search results show about {longest} of the {width} characters of this title."),
            Vec::new(),
        );
    }
}
