//! Owns the rule `file-name-date-differs`.

use crate::Context;
use crate::rule::rule;
use foreword_core::verdict::TrapKind;

rule! {
    /// The date in the front matter is not the one that the file's name begins with.
    ///
    /// **Why.** The generator goes by the front matter, while whoever looks for the file goes by its name. Often one
    /// of the two was copied from another post.
    ///
    /// ````md bad jekyll file=_posts/2024-03-04-lisbon.md
    /// ---
    /// title: Three days in Lisbon
    /// date: 2023-03-04 10:30:00 +0000
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good jekyll file=_posts/2024-03-04-lisbon.md
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04 10:30:00 +0000
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Uses the day of the file's name.
    ///
    /// **Source.** Jekyll's documentation, Posts; Hugo's, `:filename` of the dates; Docusaurus's, blog post date.
    FILE_NAME_DATE_DIFFERS { id: "file-name-date-differs", group: FrontMatter, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for trap in cx.header().traps(TrapKind::FileNameDate) {
        cx.report_trap(trap, false);
    }
}
