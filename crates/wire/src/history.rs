//! Owns the history of a post, and conflicts between a post and its file.

use serde::{Deserialize, Serialize};

/// Why a snapshot was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Why {
    /// The post as it was opened.
    Opened,
    /// Some minutes of work.
    Worked,
    /// The file was saved.
    Saved,
    /// The person wanted it.
    Named,
    /// An older one was about to be brought back.
    BeforeRestore,
    /// Something else's changes were about to be merged in.
    BeforeMerge,
}

/// A snapshot of a post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Snapshot {
    /// Which.
    pub id: u32,
    /// When, milliseconds since 1970.
    pub at: f64,
    /// Why.
    pub why: Why,
    /// What the person called it.
    pub name: Option<String>,
    /// Characters of its text.
    pub length: u32,
}

/// Code units of a line that the other side does not have; from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Mark {
    /// The first.
    pub from: u32,
    /// The first after them.
    pub to: u32,
}

/// One side of a line in a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DiffSide {
    /// Its number from 1, in the text of this side.
    pub line: u32,
    /// The line.
    pub text: String,
    /// What is not on the other side.
    pub marks: Vec<Mark>,
}

/// A row of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DiffLine {
    /// The line is in both.
    Same {
        /// In the first text.
        before: DiffSide,
        /// In the second text.
        after: DiffSide,
    },
    /// The line differs.
    Changed {
        /// In the first text.
        before: DiffSide,
        /// In the second text.
        after: DiffSide,
    },
    /// The line is new.
    Added {
        /// In the second text.
        after: DiffSide,
    },
    /// The line is gone.
    Removed {
        /// In the first text.
        before: DiffSide,
    },
    /// Lines that are in both and far from any difference.
    Skipped {
        /// How many.
        count: u32,
    },
}

/// What one side has at a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConflictSide {
    /// The lines with their ends; empty where it has deleted them.
    pub text: String,
    /// The first line, from 1, in that side's text.
    pub line: u32,
    /// How many lines.
    pub lines: u32,
}

/// A place that was changed here and in the file, differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Conflict {
    /// What is written here.
    pub ours: ConflictSide,
    /// What is in the file.
    pub theirs: ConflictSide,
    /// What was there before both.
    pub base: ConflictSide,
}

/// How a conflict is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Choice {
    /// With what is written here.
    Ours,
    /// With what is in the file.
    Theirs,
    /// With both, this side's first.
    Both,
    /// With what was there before.
    Base,
}

/// What the app asks of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum HistoryAsk {
    /// Say from now on which snapshots of the open post there are, or no longer.
    Watch {
        /// Which of the two.
        on: bool,
    },
    /// Take a snapshot now, under a name.
    Keep {
        /// The name.
        name: String,
    },
    /// Give a snapshot a name, or take it away.
    Name {
        /// Which.
        id: u32,
        /// The name.
        name: Option<String>,
    },
    /// Forget a snapshot.
    Remove {
        /// Which.
        id: u32,
    },
    /// Compare a snapshot with the text, or with the snapshot before it.
    Show {
        /// Which.
        id: u32,
        /// True for the text.
        now: bool,
    },
    /// Bring a snapshot back, as one undoable edit.
    Restore {
        /// Which.
        id: u32,
    },
    /// Download all snapshots of the post as an archive.
    Export,
}
