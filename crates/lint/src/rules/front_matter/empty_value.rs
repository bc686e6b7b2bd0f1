//! Owns the rule `empty-value`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::{Operation, Value};

rule! {
    /// A key that the site's generator knows has no value.
    ///
    /// **Why.** It is probably left over from a template. An empty description hides the one that the site would
    /// use instead.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// description: ""
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// tags:
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// description: What we saw and ate on a long weekend.
    /// tags: []
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Removes the key.
    ///
    /// **Source.** The front matter pages of Hugo, Jekyll, Eleventy, Astro, Zola, Docusaurus and Gatsby.
    EMPTY_VALUE { id: "empty-value", group: FrontMatter, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for known in cx.entries() {
        let entry = known.entry;
        // A written `null` or `~` is meant; a title that is missing has a rule of its own.
        let is_empty = match &entry.value.value {
            Value::Null => entry.value.span.is_empty(),
            Value::String(text) => text.trim().is_empty(),
            _ => false,
        };
        if !is_empty || known.field.is_none() || entry.key.eq_ignore_ascii_case("title") {
            continue;
        }
        let fixes = cx.change(format!("Remove {}", entry.key), &known.path, &Operation::Remove);
        cx.report(entry.key_span, format!("`{}` is empty.", entry.key), fixes);
    }
}
