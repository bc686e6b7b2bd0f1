//! Owns `{{< highlight >}}` (<https://gohugo.io/shortcodes/highlight/>).

use super::super::call::{Call, Shows};
use super::super::known::Known;
use super::super::markup::{Markup, code};
use super::{ANGLES, Delimiters, PERCENTS};

pub(super) fn show(call: &Call, known: &Known<'_>) -> Option<Shows> {
    let inner = call.inner()?.slice(known.source);
    let inner = unescaped(inner.trim_matches(['\n', '\r']));
    let language = call.named("type").or_else(|| call.positional(0));
    code(Markup::default().html("<div class=\"highlight\">"), language, &format!("{inner}\n"))
        .close("div")
        .shows()
}

/// Text with shortcodes that are not to be called as Hugo hands it on: without their comment signs.
fn unescaped(text: &str) -> String {
    [ANGLES, PERCENTS].iter().fold(text.to_owned(), |text, Delimiters { open, close, comment_end, .. }| {
        text.replace(&format!("{open}/*"), open).replace(comment_end, close)
    })
}
