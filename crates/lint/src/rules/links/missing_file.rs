//! Owns the rule `missing-file`.

use crate::Context;
use crate::links_in_site::{self, Target};
use crate::rule::rule;

rule! {
    /// An image or a link leads to a file that the site does not have.
    ///
    /// **Why.** Readers get a broken image, or a page that says that there is nothing. The rule needs the site's
    /// folder; it looks beside the post and in all folders from which generators publish files.
    ///
    /// ````md bad file=content/river/flood.md folder=content/river/flood.md,static/img/ford.jpg
    /// ![The weir under water](/img/weir.jpg)
    /// ````
    ///
    /// ````md bad file=content/river/flood.md folder=content/river/flood.md,static/img/ford.jpg
    /// Last year we [walked across](low-water.md).
    /// ````
    ///
    /// ````md good file=content/river/flood.md folder=content/river/flood.md,static/img/ford.jpg
    /// ![The ford under water](/img/ford.jpg)
    /// ````
    ///
    /// **Source.** RFC 3986, section 5.
    MISSING_FILE { id: "missing-file", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    links_in_site::each(cx, |cx, address, target| {
        if target == Target::Nothing {
            let message = format!("The site has no file “{}”.", address.local_path().unwrap_or(address.text));
            cx.report(address.span, message, Vec::new());
        }
    });
}
