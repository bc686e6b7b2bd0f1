//! Owns the rule `fence-without-blank-lines`.

use crate::Context;
use crate::Kind;
use crate::rule::rule;
use crate::rules::{blank_lines, fences};

rule! {
    /// A fenced code block has no blank line before or after it.
    ///
    /// **Why.** Some generators take the fence for a part of the paragraph then, and show the code as text.
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
    for fence in fences::all(cx) {
        if in_lists || !cx.facts.ancestors(fence.element).any(|around| around.kind == Kind::List) {
            blank_lines::check(cx, fence.element, fence.lines, "code block");
        }
    }
}
