//! Owns Eleventy's rules (<https://www.11ty.dev/docs/dates/>, <https://www.11ty.dev/docs/permalinks/>).
//! It knows neither drafts nor waiting; both are the site's own configuration.

use crate::front_matter::Value;
use crate::verdict::case::{Case, Outcome};

/// Values of `date` that are not dates.
const KEYWORDS: [&str; 4] = ["last modified", "created", "git last modified", "git created"];

pub(super) fn judge(case: &mut Case<'_>, outcome: &mut Outcome) {
    if let Some(entry) = case.entry(&["permalink"])
        && entry.value.value == Value::Bool(false)
    {
        outcome.hidden = true;
        case.because("`permalink` is `false`, so Eleventy writes no page.", Some(entry.value.span));
    }
    if let Some((true, entry)) = case.switch(&["draft"]) {
        outcome.certain = outcome.hidden;
        let message =
            "Eleventy itself does not know `draft`; the site's configuration may leave the post out.";
        case.because(message, Some(entry.value.span));
    }
    if let Some((true, entry)) = case.switch(&["eleventyExcludeFromCollections"]) {
        case.because("It gets a page but is left out of all collections.", Some(entry.value.span));
    }
    let keyword = case.entry(&["date"]).is_some_and(|entry| {
        matches!(&entry.value.value, Value::String(text) if KEYWORDS.contains(&text.trim().to_ascii_lowercase().as_str()))
    });
    if keyword {
        return;
    }
    if let Some(dated) = case.date(&["date"]) {
        case.future_trap(&dated);
        case.zone_trap(&dated);
        case.file_name_trap(&dated);
    }
}
