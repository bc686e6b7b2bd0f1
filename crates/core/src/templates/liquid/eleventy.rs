//! Owns what Eleventy makes of constructs that its own packages give: images
//! (<https://www.11ty.dev/docs/plugins/image/>) and highlighted code
//! (<https://www.11ty.dev/docs/plugins/syntaxhighlight/>), and of values of the header.

use super::super::call::{Call, Shows};
use super::super::known::Known;
use super::super::markup::{Markup, code};
use super::expression::{Names, evaluate};

pub(in super::super) fn show(call: &Call, known: &Known<'_>) -> Option<Shows> {
    if call.head.slice(known.source).starts_with("{{") {
        return evaluate(&call.name, &Header(*known)).map(Shows::Source);
    }
    match call.name.as_str() {
        "image" => image(call),
        "highlight" => {
            let inner = call.inner()?.slice(known.source).trim_matches(['\n', '\r']);
            code(Markup::default(), call.positional(0), inner).shows()
        }
        "assign" | "set" if call.inner().is_none() => Some(Shows::Source(String::new())),
        _ => None,
    }
}

fn image(call: &Call) -> Option<Shows> {
    let source = call.named("src").or_else(|| call.positional(0))?;
    let alternative = call.named("alt").or_else(|| call.positional(1)).unwrap_or("");
    Markup::default()
        .open(
            "img",
            &[
                ("src", Some(source)),
                ("alt", Some(alternative)),
                ("loading", Some("lazy")),
                ("decoding", Some("async")),
            ],
        )
        .shows()
}

/// The header's keys are names of their own in Eleventy (<https://www.11ty.dev/docs/data-frontmatter/>).
struct Header<'k>(Known<'k>);

impl Names for Header<'_> {
    fn value(&self, path: &str) -> Option<String> {
        self.0.of_page(path)
    }

    fn filter(&self, name: &str, value: String, _: &[String]) -> Option<String> {
        // The path that it adds is `/` unless the site is told otherwise when it is built.
        (name == "url").then_some(value)
    }
}
