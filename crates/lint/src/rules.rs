//! Owns the list of rules: one file each, one line here.

use crate::Rule;

macro_rules! rules {
    ($($module:ident :: $name:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every rule, by id.
        pub static ALL: &[&Rule] = &[$(&$module::$name),*];
    };
}

rules! {
    bare_url::BARE_URL,
    broken_template_call::BROKEN_TEMPLATE_CALL,
    skipped_heading_level::SKIPPED_HEADING_LEVEL,
    unclosed_front_matter::UNCLOSED_FRONT_MATTER,
    undefined_reference::UNDEFINED_REFERENCE,
    unhelpful_alt_text::UNHELPFUL_ALT_TEXT,
    unreadable_front_matter::UNREADABLE_FRONT_MATTER,
}

/// The rule with this id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.id == id).copied()
}

#[cfg(test)]
mod tests;
