//! Owns the list of rules about where links and images lead.

use super::rules;

rules! {
    broken_relative_path::BROKEN_RELATIVE_PATH,
    insecure_url::INSECURE_URL,
    malformed_url::MALFORMED_URL,
    misleading_link_text::MISLEADING_LINK_TEXT,
    missing_file::MISSING_FILE,
    same_link_text::SAME_LINK_TEXT,
    tracking_parameters::TRACKING_PARAMETERS,
    undefined_reference::UNDEFINED_REFERENCE,
    unresolved_post_link::UNRESOLVED_POST_LINK,
    unused_image::UNUSED_IMAGE,
    wrong_case_in_path::WRONG_CASE_IN_PATH,
}
