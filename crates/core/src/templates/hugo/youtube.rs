//! Owns `{{< youtube >}}` (<https://gohugo.io/shortcodes/youtube/>).

use super::super::call::{Call, Shows};
use super::super::markup::player;

pub(super) fn show(call: &Call) -> Option<Shows> {
    let id = call.named("id").or_else(|| call.positional(0))?;
    let switch = |name, default| match call.named(name) {
        Some("true" | "1") => 1,
        Some("false" | "0") => 0,
        _ => default,
    };
    let number = |name| call.named(name).unwrap_or("0");
    let autoplay = switch("autoplay", 0);
    let mute = if autoplay == 1 { 1 } else { switch("mute", 0) };
    let is_loop = switch("loop", 0);
    let (end, start, controls) = (number("end"), number("start"), switch("controls", 1));
    let playlist = if is_loop == 1 { format!("&playlist={id}") } else { String::new() };
    let source = format!(
        "https://www.youtube.com/embed/{id}?autoplay={autoplay}&controls={controls}&end={end}&loop={is_loop}&mute={mute}{playlist}&start={start}"
    );
    let allowed =
        "accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share";
    let full = if switch("allowFullScreen", 1) == 1 { "; fullscreen" } else { "" };
    let allowed = format!("{allowed}{full}");
    let attributes = [
        ("allow", Some(allowed.as_str())),
        ("loading", Some(call.named("loading").unwrap_or("eager"))),
        ("referrerpolicy", Some("strict-origin-when-cross-origin")),
        ("src", Some(source.as_str())),
        ("title", Some(call.named("title").unwrap_or("YouTube video"))),
    ];
    player(call.named("class"), &attributes).shows()
}
