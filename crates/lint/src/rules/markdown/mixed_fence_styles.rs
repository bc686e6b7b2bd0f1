//! Owns the rule `mixed-fence-styles`.

use crate::rule::rule;
use crate::rules::fences::{self, Fence};
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// Some code blocks have fences of backticks and some of tildes.
    ///
    /// **Why.** Readers see no difference, but whoever edits the post wonders whether one is meant.
    ///
    /// ````md bad
    /// ```sh
    /// make
    /// ```
    ///
    /// ~~~sh
    /// make run
    /// ~~~
    /// ````
    ///
    /// ````md bad style=tilde
    /// ```sh
    /// make
    /// ```
    /// ````
    ///
    /// ````md good
    /// ```sh
    /// make
    /// ```
    ///
    /// ```sh
    /// make run
    /// ```
    /// ````
    ///
    /// **Fix.** Writes the fence like the first.
    ///
    /// **Source.** markdownlint MD048.
    MIXED_FENCE_STYLES {
        id: "mixed-fence-styles",
        aliases: ["MD048"],
        group: Markdown,
        severity: Info,
        choices: ["style" = "consistent": "`backtick`, `tilde`, or `consistent`: like the first."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let mut style = cx.chosen("style");
    for fence in fences::all(cx) {
        let own = if fence.sign == '~' { "tilde" } else { "backtick" };
        if style == "consistent" {
            style = own;
        }
        if style != own {
            let message = format!("The fence of this code block is of {own}s, the others are of {style}s.");
            let fixes = rewrite(cx, &fence).into_iter().collect();
            cx.report(fence.opening, message, fixes);
        }
    }
}

/// The fence with the other signs, where the code has none of them.
fn rewrite(cx: &Context<'_, '_>, fence: &Fence<'_>) -> Option<Fix> {
    let other = if fence.sign == '~' { "`" } else { "~" };
    let text = fence.element.span.slice(cx.source());
    if fence.closing.is_none() || text.contains(&other.repeat(3)) || fence.info.contains('`') {
        return None;
    }
    let spans = [Some(fence.opening), fence.closing].into_iter().flatten();
    let edits = spans.map(|span| Edit::replace(span, other.repeat(span.len()))).collect();
    Some(Fix::safe("Write the fence like the others", edits))
}
