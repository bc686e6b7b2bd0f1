//! Owns the list of rules about search results and previews in other places.

use super::rules;
use foreword_core::{FrontMatter, Span};

rules! {
    long_post_without_headings::LONG_POST_WITHOUT_HEADINGS,
    missing_description::MISSING_DESCRIPTION,
    missing_social_image::MISSING_SOCIAL_IMAGE,
    short_post::SHORT_POST,
    title_cut_in_results::TITLE_CUT_IN_RESULTS,
}

/// Where something is told that the header lacks: at its title, else at its beginning.
fn header_span(header: &FrontMatter) -> Span {
    let title = header.entries.iter().find(|entry| entry.key == "title");
    title.map_or(header.open, |entry| Span::new(entry.key_span.start, entry.value.span.end))
}
