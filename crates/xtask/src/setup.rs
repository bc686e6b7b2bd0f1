//! Owns set-up: what each command needs on the machine, found or put there.

pub(crate) mod browser;
pub(crate) mod debian;
pub(crate) mod node;
pub(crate) mod std_for_wasm;
pub(crate) mod tools;
pub(crate) mod wasm_target;
