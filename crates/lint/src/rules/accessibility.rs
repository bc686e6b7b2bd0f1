//! Owns the list of rules about whether everyone can read a post.

use super::rules;

rules! {
    unhelpful_alt_text::UNHELPFUL_ALT_TEXT,
}
