//! Owns what app and kernel say to each other about spell checking.

use serde::{Deserialize, Serialize};

/// Something that a person asks of spell checking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SpellingAsk {
    /// Check from now on, or no longer. Remembered.
    Check {
        /// Which of the two.
        on: bool,
    },
    /// Take a word for right from now on.
    Add {
        /// The word.
        word: String,
    },
    /// Take a word out of the writer's own ones.
    Remove {
        /// The word.
        word: String,
    },
}
