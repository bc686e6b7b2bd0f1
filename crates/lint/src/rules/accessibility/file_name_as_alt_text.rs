//! Owns the rule `file-name-as-alt-text`.

use crate::Context;
use crate::images;
use crate::rule::rule;

rule! {
    /// The alternative text of an image is the name of a file.
    ///
    /// **Why.** It is read out letter by letter, and says nothing about what the image shows.
    ///
    /// ````md bad
    /// ![IMG_2041.jpg](photos/IMG_2041.jpg)
    /// ````
    ///
    /// ````md bad
    /// <img src="photos/screen-shot-2024-03-01.png" alt="screen-shot-2024-03-01">
    /// ````
    ///
    /// ````md good
    /// ![The crowd waits in front of the gate](photos/IMG_2041.jpg)
    /// ````
    ///
    /// **Fix.** Where the image has a title, uses it.
    ///
    /// **Source.** WCAG 2.2, failure F30.
    FILE_NAME_AS_ALT_TEXT { id: "file-name-as-alt-text", group: Accessibility, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for image in images::all(cx.document, cx.facts) {
        // `figure-1` is as little as the word alone: another rule says so.
        if image.is_named_by_file() && images::placeholder(image.text()).is_none() {
            let message = format!(
                "The alternative text “{}” is a file's name, not what the image shows.",
                image.text()
            );
            cx.report(image.place.unwrap_or(image.span), message, image.use_title());
        }
    }
}
