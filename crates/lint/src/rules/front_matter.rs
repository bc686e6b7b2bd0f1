//! Owns the list of rules about the header.

use super::rules;

rules! {
    unclosed_front_matter::UNCLOSED_FRONT_MATTER,
    unreadable_front_matter::UNREADABLE_FRONT_MATTER,
}
