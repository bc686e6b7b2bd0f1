//! Owns the rule `long-alt-text`.

use crate::Context;
use crate::images;
use crate::rule::rule;

rule! {
    /// An alternative text is so long that it is hard to listen to.
    ///
    /// **Why.** It is read in one go: nobody can stop, go back or skip in it. What needs more words, as a diagram
    /// does, is better said in the text or in a caption, where everyone can read it.
    ///
    /// ````md bad length=40
    /// ![The crowd waits in front of the gate while the guards look for the key that opens it](gate.png)
    /// ````
    ///
    /// ````md good
    /// ![The crowd waits in front of the gate](gate.png)
    ///
    /// The guards look for the key that opens it.
    /// ````
    ///
    /// **Source.** The W3C's images tutorial, on complex images.
    LONG_ALT_TEXT {
        id: "long-alt-text",
        group: Accessibility,
        severity: Info,
        choices: ["length" = "200": "The longest alternative text that is no fault, in characters."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(longest) = cx.number("length") else { return };
    for image in images::all(cx.document, cx.facts) {
        let length = image.text().chars().count();
        if length > longest {
            let message = format!(
                "This alternative text has {length} characters; up to {longest} are easy to listen to."
            );
            cx.report(image.place.unwrap_or(image.span), message, Vec::new());
        }
    }
}
