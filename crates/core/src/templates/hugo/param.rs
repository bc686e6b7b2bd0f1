//! Owns `{{< param >}}` (<https://gohugo.io/shortcodes/param/>): a value of the page, else of the site.

use super::super::call::{Call, Shows};
use super::super::known::Known;

pub(super) fn show(call: &Call, known: &Known<'_>) -> Option<Shows> {
    let name = call.positional(0)?;
    // Hugo keeps custom values under `params`, of the page and of the site.
    let nested = format!("params.{name}");
    let of_page = known.of_page(name).or_else(|| known.of_page(&nested));
    of_page.or_else(|| known.of_site(&nested)).map(Shows::Text)
}
