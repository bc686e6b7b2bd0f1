//! Owns the rule `missing-title`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::Value;

rule! {
    /// The post has no title, neither in the front matter nor as a heading.
    ///
    /// **Why.** Lists of posts, search engines and the browser's tab show a title; without one they show nothing or
    /// the file's name.
    ///
    /// ````md bad
    /// ---
    /// date: 2024-03-04
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad
    /// ---
    /// title: ""
    /// date: 2024-03-04
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good jekyll file=_posts/2024-03-04-lisbon.md
    /// ---
    /// layout: post
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Source.** The front matter pages of the generators. Jekyll makes a title of a post's file name.
    MISSING_TITLE { id: "missing-title", group: FrontMatter, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.front_matter() else { return };
    let empty = header.entries.iter().find(|entry| {
        entry.key.eq_ignore_ascii_case("title")
            && match &entry.value.value {
                Value::Null => true,
                Value::String(text) => text.trim().is_empty(),
                _ => false,
            }
    });
    if let Some(entry) = empty {
        return cx.report(entry.key_span, "The title is empty.", Vec::new());
    }
    // `pageTitle`, `newstitle`: a title of the site's own.
    let has_title = header.entries.iter().any(|entry| {
        let key = entry.key.to_ascii_lowercase();
        key.ends_with("title") && key != "subtitle"
    });
    let stem = cx.file_name().and_then(|name| name.rsplit(['/', '\\']).next()).unwrap_or("");
    let is_list = stem.starts_with("_index.") || stem.starts_with("index.");
    let is_post = !header.entries.is_empty() && !is_list && cx.header().generator.id != "jekyll";
    if is_post && !has_title && cx.document.title().is_none() {
        cx.report(header.open, "The post has no title.", Vec::new());
    }
}
