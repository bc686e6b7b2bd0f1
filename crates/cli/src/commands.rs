//! Owns the list of subcommands, one file each.

pub(crate) mod front_matter;
pub(crate) mod lint;
pub(crate) mod render;
