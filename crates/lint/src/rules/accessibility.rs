//! Owns the list of rules about whether everyone can read a post.

use super::rules;

rules! {
    bold_line_as_heading::BOLD_LINE_AS_HEADING,
    unhelpful_alt_text::UNHELPFUL_ALT_TEXT,
}
