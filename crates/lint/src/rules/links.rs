//! Owns the list of rules about where links and images lead.

mod definition_lines;

use super::rules;

rules! {
    broken_relative_path::BROKEN_RELATIVE_PATH,
    duplicate_definition::DUPLICATE_DEFINITION,
    empty_link::EMPTY_LINK,
    insecure_url::INSECURE_URL,
    malformed_url::MALFORMED_URL,
    misleading_link_text::MISLEADING_LINK_TEXT,
    missing_anchor::MISSING_ANCHOR,
    missing_file::MISSING_FILE,
    same_link_text::SAME_LINK_TEXT,
    space_in_link_destination::SPACE_IN_LINK_DESTINATION,
    tracking_parameters::TRACKING_PARAMETERS,
    undefined_reference::UNDEFINED_REFERENCE,
    unresolved_post_link::UNRESOLVED_POST_LINK,
    unused_definition::UNUSED_DEFINITION,
    unused_image::UNUSED_IMAGE,
    vague_link_text::VAGUE_LINK_TEXT,
    wrong_case_in_path::WRONG_CASE_IN_PATH,
}
