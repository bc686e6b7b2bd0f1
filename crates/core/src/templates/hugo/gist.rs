//! Owns `{{< gist >}}` (<https://gohugo.io/shortcodes/gist/>): a script in Hugo, a link here.

use super::super::call::{Call, Shows};
use super::super::markup::Markup;

pub(super) fn show(call: &Call) -> Option<Shows> {
    let (user, id) = (call.positional(0)?, call.positional(1)?);
    let address = format!("https://gist.github.com/{user}/{id}");
    let file = call.positional(2).map_or(String::new(), |file| format!(", {file}"));
    Markup::default()
        .html("<p>")
        .open("a", &[("href", Some(&address))])
        .text(&format!("Gist {user}/{id}{file}"))
        .html("</a></p>")
        .shows()
}
