//! Owns `{{< details >}}` (<https://gohugo.io/shortcodes/details/>).

use super::super::call::{Call, Shows};
use super::super::markup::Markup;

pub(super) fn show(call: &Call) -> Option<Shows> {
    let open = call.named("open").filter(|value| matches!(*value, "true" | "1")).map(|_| "");
    Markup::default()
        .open(
            "details",
            &[
                ("class", call.named("class")),
                ("name", call.named("name")),
                ("open", open),
                ("title", call.named("title")),
            ],
        )
        .html("<summary>")
        .markdown(call.named("summary").unwrap_or("Details"))
        .html("</summary>\n")
        .content()
        .close("details")
        .shows()
}
