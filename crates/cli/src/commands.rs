//! Owns the list of subcommands, one file each.

mod change;
pub(crate) mod convert;
pub(crate) mod dialects;
pub(crate) mod front_matter;
pub(crate) mod get;
pub(crate) mod lint;
pub(crate) mod render;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod set;
pub(crate) mod unset;
pub(crate) mod verdict;
