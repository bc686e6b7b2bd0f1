//! Owns footnotes as pulldown-cmark writes them: each definition where it stands
//! (<https://docs.rs/pulldown-cmark/latest/pulldown_cmark/html/>).

use super::Note;

pub(super) fn reference(note: &Note) -> String {
    let Note { label, number, .. } = note;
    format!("<sup class=\"footnote-reference\"><a href=\"#{label}\">{number}</a></sup>")
}

/// What follows `<div` of a definition.
pub(super) fn start(note: &Note) -> String {
    let Note { label, number, .. } = note;
    format!(
        " class=\"footnote-definition\" id=\"{label}\"><sup class=\"footnote-definition-label\">{number}</sup>\n"
    )
}
