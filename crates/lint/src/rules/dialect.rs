//! Owns the list of rules about what a generator makes of a post.

use super::rules;

rules! {
    broken_template_call::BROKEN_TEMPLATE_CALL,
}
