//! Owns the ids of headings. <https://github.com/kramdown/parser-gfm>

use crate::markdown::Spanned;
use crate::slug;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::HashMap;

/// Makes the ids of a post's headings, in order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// How often each has been made.
    gfm: HashMap<String, usize>,
    /// The same for headings inside of HTML and of footnotes, which get kramdown's own.
    own: HashMap<String, usize>,
}

impl Ids {
    /// As GFM input makes it: lower case, white space as hyphens, no punctuation. Nothing may be left.
    pub(super) fn gfm(&mut self, text: &str) -> String {
        numbered(&mut self.gfm, slug::kramdown(text))
    }

    /// As kramdown makes it by itself: ASCII from the first letter on.
    pub(super) fn own(&mut self, text: &str) -> String {
        let from_letter = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        let mut base: String = from_letter
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || [' ', '-'].contains(c))
            .map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() })
            .collect();
        if base.is_empty() {
            base.push_str("section");
        }
        numbered(&mut self.own, base)
    }
}

fn numbered(made: &mut HashMap<String, usize>, base: String) -> String {
    let count = made.entry(base.clone()).and_modify(|count| *count += 1).or_insert(0);
    if *count > 0 { format!("{base}-{count}") } else { base }
}

/// The text of a heading's events that counts for its id: that of images does not.
pub(super) fn text_for_id(events: &[Spanned<'_>]) -> String {
    let mut text = String::new();
    let mut in_image = false;
    for (event, _) in events {
        match event {
            Event::Start(Tag::Image { .. }) => in_image = true,
            Event::End(TagEnd::Image) => in_image = false,
            Event::Text(piece) | Event::Code(piece) | Event::InlineMath(piece) if !in_image => {
                text.push_str(piece)
            }
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gfm_ids() {
        let mut ids = Ids::default();
        let made = ["A, b & C", "a b  c", "!!!", "???", "Ünï_x ½", "A b  c"].map(|text| ids.gfm(text));
        assert_eq!(made, ["a-b--c", "a-b--c-1", "", "-1", "ünï_x-", "a-b--c-2"]);
    }

    #[test]
    fn own_ids() {
        let mut ids = Ids::default();
        assert_eq!(["1. Á b-c", "§", "B-c"].map(|text| ids.own(text)), ["b-c", "section", "b-c-1"]);
    }
}
