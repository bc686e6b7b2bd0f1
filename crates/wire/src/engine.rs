//! Owns the questions and answers between the kernel and the engine in its worker.

use crate::analysis::{Analysed, DialectInfo};
use serde::{Deserialize, Serialize};

/// What the kernel asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Request {
    /// The first message: may we work together?
    Hello {
        /// The kernel's [`crate::PROTOCOL`].
        protocol: u32,
    },
    /// Analyse a revision of the text.
    Analyse {
        /// Counts up with every change.
        rev: u32,
        /// The whole text, line breaks as `\n`.
        text: String,
        /// The file's name where known; detection looks at it.
        file_name: Option<String>,
        /// A dialect chosen by hand; else it is detected.
        dialect: Option<String>,
        /// True when the kernel has no blocks yet and wants all of them.
        reset: bool,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(clippy::large_enum_variant, reason = "one value at a time, moved once")
)]
pub enum Response {
    /// Answer to a hello. The kernel refuses the engine when `protocol` is not its own.
    Ready {
        /// The engine's [`crate::PROTOCOL`].
        protocol: u32,
        /// What can be chosen, in the order to show.
        dialects: Vec<DialectInfo>,
    },
    /// Answer to an analysis.
    Analysed {
        /// The result.
        result: Analysed,
    },
}
