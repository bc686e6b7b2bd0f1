//! Owns the list of rules about where links and images lead.

use super::rules;

rules! {
    undefined_reference::UNDEFINED_REFERENCE,
}
