//! Owns `{{< ref >}}` and `{{< relref >}}` (<https://gohugo.io/shortcodes/ref/>): the address of another post.
//!
//! The address that Hugo gives depends on all of the site; this one is what its default permalinks make of the path.

use super::super::call::{Call, Shows};

pub(super) fn show(call: &Call) -> Option<Shows> {
    let target = call.positional(0).or_else(|| call.named("path"))?;
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, format!("#{anchor}")),
        None => (target, String::new()),
    };
    if path.is_empty() {
        return Some(Shows::Text(anchor));
    }
    let path = path.strip_suffix(".md").unwrap_or(path);
    let path = ["/index", "/_index"].iter().find_map(|name| path.strip_suffix(name)).unwrap_or(path);
    let slash = if path.ends_with('/') { "" } else { "/" };
    Some(Shows::Text(format!("{path}{slash}{anchor}")))
}
