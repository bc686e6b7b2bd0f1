//! Owns the list of rules about where links and images lead.

mod definition_lines;

use super::rules;

rules! {
    duplicate_definition::DUPLICATE_DEFINITION,
    empty_link::EMPTY_LINK,
    missing_anchor::MISSING_ANCHOR,
    space_in_link_destination::SPACE_IN_LINK_DESTINATION,
    undefined_reference::UNDEFINED_REFERENCE,
    unused_definition::UNUSED_DEFINITION,
    vague_link_text::VAGUE_LINK_TEXT,
}
