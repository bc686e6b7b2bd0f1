//! Owns the list of rules about how Markdown is written.

use super::rules;

rules! {
    bare_url::BARE_URL,
    skipped_heading_level::SKIPPED_HEADING_LEVEL,
}
