//! Owns the rule `missing-social-image`.

use super::header_span;
use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::{Entry, Value};

rule! {
    /// The header names no image for previews.
    ///
    /// **Why.** Where somebody shares a link, an image is what people see first. Many themes show one that is the same
    /// for all posts; some take the first image of the post.
    ///
    /// ````md bad
    /// ---
    /// title: The weir is closed
    /// ---
    ///
    /// Since Monday nobody can cross.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: The weir is closed
    /// image: /img/weir.jpg
    /// ---
    ///
    /// Since Monday nobody can cross.
    /// ````
    ///
    /// **Source.** The Open Graph protocol, on `og:image`.
    MISSING_SOCIAL_IMAGE { id: "missing-social-image", group: Sharing, severity: Info, quiet: true, check: check }
}

/// Parts of the names of keys that hold an image.
const PARTS: [&str; 9] =
    ["image", "cover", "thumbnail", "banner", "hero", "feature", "photo", "picture", "resources"];

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.document.front_matter.as_ref() else { return };
    if !header.entries.iter().any(names_an_image) && header.get(&["title"]).is_some() {
        cx.report(header_span(header), "The post has no image for previews of its link.", Vec::new());
    }
}

/// Keys inside of others count: `og: { image: … }`, Zola's `extra`.
fn names_an_image(entry: &Entry) -> bool {
    let is_image = |key: &str| {
        let key = key.to_lowercase();
        PARTS.iter().any(|part| key.contains(part))
    };
    let inside = match &entry.value.value {
        Value::Map(entries) => entries.iter().any(|entry| is_image(&entry.key)),
        _ => false,
    };
    inside || (is_image(&entry.key) && entry.value.value != Value::Null)
}
