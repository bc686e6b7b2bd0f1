//! Owns `{{< vimeo >}}` (<https://gohugo.io/shortcodes/vimeo/>).

use super::super::call::{Call, Shows};
use super::super::markup::player;

pub(super) fn show(call: &Call) -> Option<Shows> {
    let value = |name, at| call.named(name).or_else(|| call.positional(at));
    let source = format!("https://player.vimeo.com/video/{}?dnt=0", value("id", 0)?);
    let full = call.named("allowFullScreen").is_none_or(|value| matches!(value, "true" | "1"));
    let attributes = [
        ("src", Some(source.as_str())),
        ("allow", full.then_some("fullscreen")),
        ("loading", value("loading", 3)),
        ("title", value("title", 2)),
    ];
    player(value("class", 1), &attributes).shows()
}
