//! Owns the rule `undated-file-name`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;
use foreword_core::verdict::TrapKind;

rule! {
    /// A file among Jekyll's posts has a name that does not begin with a date.
    ///
    /// **Why.** Jekyll passes over it: the post is not published, and nothing says why.
    ///
    /// ````md bad jekyll file=_posts/lisbon.md
    /// ---
    /// title: Three days in Lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good jekyll file=_posts/2024-03-04-lisbon.md
    /// ---
    /// title: Three days in Lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** Jekyll's documentation, Posts: creating posts.
    UNDATED_FILE_NAME { id: "undated-file-name", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let path = cx.file_name().unwrap_or("");
    let name = path.rsplit(['/', '\\']).next().unwrap_or("");
    // A file without its folders may lie anywhere.
    if name.len() == path.len() || cx.header().traps(TrapKind::FileName).next().is_none() {
        return;
    }
    let message =
        format!("Jekyll passes over “{name}”: a post's file name begins with a date, like `2024-03-04-`.");
    let span = cx.document.front_matter.as_ref().map_or(Span::default(), |header| header.open);
    cx.report(span, message, Vec::new());
}
