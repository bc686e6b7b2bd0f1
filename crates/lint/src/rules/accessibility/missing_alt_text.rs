//! Owns the rule `missing-alt-text`.

use crate::images::{self, Image, Written};
use crate::rule::rule;
use crate::{Context, Kind, text_of};

rule! {
    /// An image has no alternative text.
    ///
    /// **Why.** The alternative text is all that people get who cannot see the image, and what everyone gets while it
    /// loads. Images in raw HTML and in Hugo's shortcode `figure` are looked at too. For an image that is only
    /// decoration, write `<img alt="">`, which says so.
    ///
    /// ````md bad
    /// ![](gate.png)
    /// ````
    ///
    /// ````md bad
    /// ![](gate.png "The gate at night")
    /// ````
    ///
    /// ````md bad
    /// <img src="gate.png" width="300">
    /// ````
    ///
    /// ````md bad hugo
    /// {{< figure src="gate.png" >}}
    /// ````
    ///
    /// ````md good
    /// ![The crowd waits in front of the gate](gate.png)
    /// ````
    ///
    /// ````md good hugo
    /// {{< figure src="gate.png" alt="The crowd waits in front of the gate" >}}
    /// ````
    ///
    /// **Fix.** Where the image has a title, uses it. Else only a person can say what the image shows.
    ///
    /// **Source.** WCAG 2.2, success criterion 1.1.1; markdownlint MD045.
    MISSING_ALT_TEXT { id: "missing-alt-text", aliases: ["MD045"], group: Accessibility, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for image in images::all(cx.document, cx.facts) {
        // `alt=""` says on purpose that the image is decoration. Markdown has no way to say so.
        let is_decoration = image.written == Written::Html && image.alternative.is_some();
        if image.text().is_empty() && !is_decoration && !is_alone_in_link(cx, &image) {
            cx.report(image.span, "This image has no alternative text.", image.use_title());
        }
    }
}

/// A link is one of so many elements around an image.
const DEEPEST: usize = 16;

/// Whether a link has no other content, so that it has no name either: another rule says so.
fn is_alone_in_link(cx: &Context<'_, '_>, image: &Image<'_>) -> bool {
    let element = image.element.and_then(|number| cx.facts.elements.get(number));
    let link = element.and_then(|element| {
        cx.facts.ancestors(element).take(DEEPEST).find(|around| around.kind == Kind::Link)
    });
    link.is_some_and(|link| text_of(cx.document, link).trim().is_empty())
}
