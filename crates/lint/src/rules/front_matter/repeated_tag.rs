//! Owns the rule `repeated-tag`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::front_matter::{Operation, Step, Value, edit};
use std::collections::HashMap;

rule! {
    /// A list of tags or the like has one of them twice, perhaps in two spellings.
    ///
    /// **Why.** Sites make a page for each spelling, and each of them lists only some of the posts.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// tags: [City Trips, food, city-trips]
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// categories:
    ///   - travel
    ///   - travel
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// tags: [city trips, food]
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Takes the second out.
    ///
    /// **Source.** The taxonomy pages of Hugo, Jekyll, Eleventy and Zola: terms are compared letter by letter.
    REPEATED_TAG { id: "repeated-tag", group: FrontMatter, severity: Warning, check: check }
}

/// Keys of lists of words that other posts share.
const LISTS: [&str; 8] =
    ["tags", "tag", "categories", "category", "keywords", "topics", "series", "taxonomies"];

fn check(cx: &mut Context<'_, '_>) {
    for known in cx.entries() {
        let is_list = known.path.iter().any(
            |step| matches!(step, Step::Key(key) if LISTS.iter().any(|list| key.eq_ignore_ascii_case(list))),
        );
        let Value::List(items) = &known.entry.value.value else { continue };
        if !is_list {
            continue;
        }
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (index, item) in items.iter().enumerate() {
            let Value::String(text) = &item.value else { continue };
            let text = text.trim();
            let Some(first) = seen.get(&plain(text)).copied() else {
                seen.insert(plain(text), text);
                continue;
            };
            let same = first == text;
            let mut path = known.path.clone();
            path.push(Step::Index(index));
            let edits = edit(cx.source(), &path, &Operation::Remove).unwrap_or_default();
            let title = "Take the second out";
            let fix = if same { Fix::safe(title, edits) } else { Fix::suggested(title, edits) };
            let fixes = if fix.edits.is_empty() { Vec::new() } else { vec![fix] };
            let message = if same {
                format!("“{text}” stands in this list twice.")
            } else {
                format!("“{first}” and “{text}” are probably meant to be one.")
            };
            cx.report(item.span, message, fixes);
        }
    }
}

/// A tag without what spellings of it differ in.
fn plain(tag: &str) -> String {
    tag.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_')).flat_map(char::to_lowercase).collect()
}
