//! Owns the rule `fence-without-blank-lines`.

use crate::Context;
use crate::Kind;
use crate::rule::rule;
use crate::rules::{blank_lines, fences};

rule! {
    /// A fenced code block has no blank line before or after it.
    ///
    /// **Why.** Some generators take the fence for a part of the paragraph then, and show the code as text. In a site's
    /// posts nothing is said where most blocks are written so, or in lists, where a blank line moves items apart.
    ///
    /// ````md bad
    /// Start the server:
    /// ```sh
    /// make run
    /// ```
    /// Now open the page.
    /// ````
    ///
    /// ````md bad
    /// > Start the server:
    /// > ```sh
    /// > make run
    /// > ```
    /// ````
    ///
    /// ````md good
    /// Start the server:
    ///
    /// ```sh
    /// make run
    /// ```
    ///
    /// Now open the page.
    /// ````
    ///
    /// ````md good list_items=false
    /// - Start the server:
    ///   ```sh
    ///   make run
    ///   ```
    /// ````
    ///
    /// **Fix.** Adds the blank line.
    ///
    /// **Source.** markdownlint MD031.
    FENCE_WITHOUT_BLANK_LINES {
        id: "fence-without-blank-lines",
        aliases: ["MD031"],
        group: Markdown,
        severity: Info,
        choices: ["list_items" = "true": "Whether code in lists needs blank lines too."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let in_lists = cx.is_on("list_items");
    let facts = cx.facts;
    let is_wanted = |element| in_lists || !facts.ancestors(element).any(|around| around.kind == Kind::List);
    let fences: Vec<_> = fences::all(cx)
        .into_iter()
        .map(|fence| (fence.element, fence.lines))
        .filter(|(element, _)| is_wanted(element))
        .collect();
    blank_lines::check(cx, fences.into_iter(), "code block");
}
