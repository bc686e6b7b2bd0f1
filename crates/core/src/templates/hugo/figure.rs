//! Owns `{{< figure >}}` (<https://gohugo.io/shortcodes/figure/>).

use super::super::call::{Call, Shows};
use super::super::markup::{Markup, plain};

pub(super) fn show(call: &Call) -> Option<Shows> {
    let caption = call.named("caption");
    let alternative = call.named("alt").map(str::to_owned).or_else(|| caption.map(plain));
    let credit = call.named("attr");
    let markup = Markup::default().open("figure", &[("class", call.named("class"))]);
    let markup = markup.when(call.named("link"), |markup, link| {
        let (target, rel) = (call.named("target"), call.named("rel"));
        markup.open("a", &[("href", Some(link)), ("target", target), ("rel", rel)])
    });
    let markup = markup.open(
        "img",
        &[
            ("src", Some(call.named("src").unwrap_or(""))),
            ("alt", alternative.as_deref()),
            ("width", call.named("width")),
            ("height", call.named("height")),
            ("loading", call.named("loading")),
        ],
    );
    let mut markup = markup.when(call.named("link"), |markup, _| markup.close("a"));
    if call.named("title").or(caption).or(credit).is_some() {
        markup = markup.html("<figcaption>");
        markup =
            markup.when(call.named("title"), |markup, title| markup.html("<h4>").text(title).close("h4"));
        if caption.or(credit).is_some() {
            let source = call.named("attrlink");
            markup = markup
                .html("<p>")
                .when(caption, Markup::markdown)
                .when(source, |markup, link| markup.open("a", &[("href", Some(link))]))
                .when(credit, Markup::markdown)
                .when(source, |markup, _| markup.close("a"))
                .close("p");
        }
        markup = markup.close("figcaption");
    }
    markup.close("figure").shows()
}
