//! Owns cutting a part of a text at what was searched for.

use foreword_wire::Snippet;
use yew::prelude::*;

/// The part with its findings marked.
pub(super) fn draw(snippet: &Snippet) -> Html {
    let pieces = split(&snippet.text, &snippet.ranges);
    html! {
        <span class="post-snippet" dir="auto">
            for (marked, text) in pieces {
                if marked {
                    <mark>{ text }</mark>
                } else {
                    { text }
                }
            }
        </span>
    }
}

/// The pieces in order, and whether each one was found. Ranges count in UTF-16 code units and may be in any order,
/// overlap or reach beyond the text; a character is never cut.
fn split<'a>(text: &'a str, ranges: &[(u32, u32)]) -> Vec<(bool, &'a str)> {
    let mut pieces = Vec::new();
    let (mut unit, mut start, mut before) = (0_u32, 0_usize, false);
    for (at, char) in text.char_indices() {
        let next = unit + if char.len_utf16() == 2 { 2 } else { 1 };
        let marked = ranges.iter().any(|&(from, to)| from < next && unit < to);
        if marked != before {
            pieces.push((before, text.get(start..at).unwrap_or_default()));
            (start, before) = (at, marked);
        }
        unit = next;
    }
    pieces.push((before, text.get(start..).unwrap_or_default()));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_text_is_cut_at_what_was_found() {
        assert_eq!(split("a rusty key", &[(2, 6)]), [(false, "a "), (true, "rust"), (false, "y key")]);
        assert_eq!(split("rust", &[(0, 4)]), [(true, "rust")]);
        assert_eq!(split("rust", &[]), [(false, "rust")]);
        assert_eq!(split("", &[(0, 1)]), []);
    }

    #[test]
    fn places_count_in_utf_16() {
        assert_eq!(split("😀é rust", &[(4, 8)]), [(false, "😀é "), (true, "rust")]);
        // Half an emoji is the whole of it.
        assert_eq!(split("😀😀", &[(1, 2)]), [(true, "😀"), (false, "😀")]);
    }

    #[test]
    fn ranges_may_overlap_come_in_any_order_and_reach_too_far() {
        assert_eq!(split("abcdef", &[(4, 99), (0, 2), (1, 3)]), [(true, "abc"), (false, "d"), (true, "ef")]);
        assert_eq!(split("abc", &[(2, 1), (9, 12)]), [(false, "abc")]);
    }
}
