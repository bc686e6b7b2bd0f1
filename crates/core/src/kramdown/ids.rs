//! Owns the ids of headings. <https://github.com/kramdown/parser-gfm>

use crate::characters::is_mark;
use crate::markdown::Spanned;
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
        let lower = text.to_lowercase();
        let base: String = lower
            .chars()
            .filter_map(|c| match c {
                ' ' | '\t' => Some('-'),
                '-' => Some('-'),
                c => is_word(c).then_some(c),
            })
            .collect();
        numbered(&mut self.gfm, base)
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

/// Letters, marks, decimal digits and connecting punctuation of every script.
fn is_word(c: char) -> bool {
    let is_connector = matches!(c, '_' | '\u{203F}' | '\u{2040}' | '\u{2054}' | '\u{FF3F}');
    is_connector || is_mark(c) || (c.is_alphanumeric() && !is_other_number(c))
}

/// Numbers that are no decimal digits: superscripts, fractions, circled and the like.
fn is_other_number(c: char) -> bool {
    matches!(u32::from(c),
        0xB2 | 0xB3 | 0xB9 | 0xBC..=0xBE | 0x2070..=0x2079 | 0x2080..=0x2089 | 0x2150..=0x215F | 0x2460..=0x24FF
        | 0x2776..=0x2793 | 0x3192..=0x3195 | 0x3220..=0x3229 | 0x3248..=0x324F | 0x3251..=0x325F
        | 0x3280..=0x3289 | 0x32B1..=0x32BF)
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
