//! Owns the rule `placeholder-alt-text`.

use crate::Context;
use crate::images;
use crate::rule::rule;

rule! {
    /// The alternative text of an image names the kind of thing instead of what it shows.
    ///
    /// **Why.** Everyone knows already that there is an image. “image” and “photo” are what editors fill in until
    /// somebody writes more.
    ///
    /// ````md bad
    /// ![image](gate.png)
    /// ````
    ///
    /// ````md bad
    /// ![photo 2](gate.png "The gate at night")
    /// ````
    ///
    /// ````md bad
    /// <img src="gate.png" alt="alt text">
    /// ````
    ///
    /// ````md good
    /// ![The crowd waits in front of the gate](gate.png)
    /// ````
    ///
    /// **Fix.** Where the image has a title, uses it.
    ///
    /// **Source.** WCAG 2.2, failure F30.
    PLACEHOLDER_ALT_TEXT { id: "placeholder-alt-text", group: Accessibility, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for image in images::all(cx.document, cx.facts) {
        if images::placeholder(image.text()).is_some() {
            let message =
                format!("The alternative text “{}” does not say what the image shows.", image.text());
            cx.report(image.place.unwrap_or(image.span), message, image.use_title());
        }
    }
}
