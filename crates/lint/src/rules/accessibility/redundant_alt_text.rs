//! Owns the rule `redundant-alt-text`.

use crate::addresses::strip_prefix;
use crate::images;
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// An alternative text begins by saying that there is an image.
    ///
    /// **Why.** Screen readers say “image” before it by themselves. “Image of” makes people hear it twice. Where the
    /// kind of image matters, as in “Screenshot of” or “Painting of”, the words stay.
    ///
    /// ````md bad
    /// ![Image of the crowd at the gate](gate.png)
    /// ````
    ///
    /// ````md bad
    /// ![A photo of the gate at night](gate.png)
    /// ````
    ///
    /// ````md good
    /// ![The crowd at the gate](gate.png)
    /// ````
    ///
    /// **Fix.** Removes the words.
    ///
    /// **Source.** The W3C's images tutorial, on tips and tricks.
    REDUNDANT_ALT_TEXT { id: "redundant-alt-text", group: Accessibility, severity: Info, check: check }
}

const KINDS: [&str; 5] = ["image of ", "picture of ", "photo of ", "photograph of ", "pic of "];

fn check(cx: &mut Context<'_, '_>) {
    for image in images::all(cx.document, cx.facts) {
        let text = image.text();
        let bare =
            ["an ", "a ", "the "].iter().find_map(|article| strip_prefix(text, article)).unwrap_or(text);
        let Some(rest) = KINDS.iter().find_map(|kind| strip_prefix(bare, kind)) else { continue };
        let said = text.len() - rest.len();
        let message = format!(
            "Screen readers say that this is an image; “{}” repeats it.",
            text.get(..said).unwrap_or("").trim()
        );
        let place = image.place.filter(|place| place.slice(cx.source()).starts_with(text));
        let fix = place.zip(rest.chars().next()).map(|(place, first)| {
            let until = Span::new(place.start, place.start + said + first.len_utf8());
            Fix::suggested("Remove these words", vec![Edit::replace(until, first.to_uppercase().to_string())])
        });
        cx.report(image.place.unwrap_or(image.span), message, fix.into_iter().collect());
    }
}
