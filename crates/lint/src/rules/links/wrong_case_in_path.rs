//! Owns the rule `wrong-case-in-path`.

use crate::links_in_site::{self, Target};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// A path is written with other capitals than the file that it leads to.
    ///
    /// **Why.** On Windows and macOS the file is found all the same, so that the site looks right on your machine.
    /// Nearly all web servers tell capitals from small letters, and there it is missing. The rule needs the site's
    /// folder.
    ///
    /// ````md bad file=content/flood.md folder=content/flood.md,static/img/Ford.JPG
    /// ![The ford under water](/img/ford.jpg)
    /// ````
    ///
    /// ````md good file=content/flood.md folder=content/flood.md,static/img/Ford.JPG
    /// ![The ford under water](/img/Ford.JPG)
    /// ````
    ///
    /// **Fix.** Writes the path as the file has it.
    ///
    /// **Source.** RFC 3986, section 6.2.2.1: paths are case-sensitive.
    WRONG_CASE_IN_PATH { id: "wrong-case-in-path", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    links_in_site::each(cx, |cx, address, target| {
        let Target::OtherCase { path } = target else { return };
        let fix = links_in_site::in_case_of(address, path)
            .map(|text| Fix::suggested(format!("Write {text}"), vec![Edit::replace(address.span, text)]));
        let message = format!("The file is “{path}”: capitals and small letters differ.");
        cx.report(address.span, message, fix.into_iter().collect());
    });
}
