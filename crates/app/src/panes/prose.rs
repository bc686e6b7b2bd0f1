//! Owns the drawing of sentences that quote code between backticks, as findings and reasons do.

use yew::prelude::*;

/// A sentence; what stands between two backticks is set as code. A single backtick is only a backtick.
pub(crate) fn prose(text: &str) -> Html {
    html! {
        for (piece, is_code) in pieces(text) {
            if is_code {
                <code>{ piece.to_owned() }</code>
            } else {
                { piece.to_owned() }
            }
        }
    }
}

fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, (code, after))) =
        rest.split_once('`').and_then(|(before, opened)| Some((before, opened.split_once('`')?)))
    {
        pieces.extend([(before, false), (code, true)]);
        rest = after;
    }
    pieces.push((rest, false));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn code_is_what_stands_between_two_backticks() {
        assert_eq!(pieces("Add `---` here."), [("Add ", false), ("---", true), (" here.", false)]);
        assert_eq!(pieces("`a``b`"), [("a", true), ("b", true)]);
    }

    #[test]
    fn a_single_backtick_stays() {
        assert_eq!(pieces("A ` alone"), [("A ` alone", false)]);
        assert_eq!(pieces(""), []);
    }
}
