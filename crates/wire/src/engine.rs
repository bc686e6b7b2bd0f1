//! Owns the questions and answers between the kernel and the engine in its worker.

use crate::analysis::{Analysed, DialectInfo, Edit16, GeneratorInfo};
use crate::form::{Change, Lock, Publishes};
use crate::lint::{RuleInfo, RuleLevel};
use crate::rendering::{Comparison, SetByHand};
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
        /// Settings of the rendering that a person has set for this post.
        settings: Vec<SetByHand>,
        /// Whose front matter keys and publishing rules apply, where a person chose; else the dialect's.
        generator: Option<String>,
        /// What a person chose about the linter's rules.
        rules: Vec<RuleLevel>,
        /// The present moment, in Unix seconds.
        now: u32,
        /// The person's zone, in minutes east of UTC.
        zone: i32,
        /// True when the kernel has no blocks yet and wants all of them, and the form.
        reset: bool,
        /// True when the words that spell checking is for are wanted too.
        words: bool,
    },
    /// Take files of the open post's site into account: its configuration, and its other posts.
    LearnSite {
        /// Files; of posts the header is enough.
        files: Vec<PostFile>,
        /// The paths of all files of the site's folder, where they are known by now.
        paths: Option<Vec<String>>,
        /// True for another site than before.
        reset: bool,
    },
    /// Say what a list of posts shows of each.
    Summarise {
        /// Posts; of long ones the header and the beginning are enough.
        files: Vec<PostFile>,
        /// The present moment, in Unix seconds.
        now: u32,
        /// The person's zone, in minutes east of UTC.
        zone: i32,
    },
    /// Say what comes out differently under other rules.
    Compare {
        /// The revision of the text.
        rev: u32,
        /// The whole text, line breaks as `\n`.
        text: String,
        /// The file's name where known.
        file_name: Option<String>,
        /// As for an analysis.
        dialect: Option<String>,
        /// As for an analysis.
        settings: Vec<SetByHand>,
        /// The one side: a dialect's id, or none for the rules that are in force for this post.
        a: Option<String>,
        /// The other side, likewise.
        b: Option<String>,
    },
    /// Work out the edits that change the header.
    Change {
        /// The revision of the text.
        rev: u32,
        /// The whole text, line breaks as `\n`.
        text: String,
        /// The file's name where known.
        file_name: Option<String>,
        /// A dialect chosen by hand; else it is detected.
        dialect: Option<String>,
        /// As for an analysis.
        generator: Option<String>,
        /// The present moment, in Unix seconds.
        now: u32,
        /// The person's zone, in minutes east of UTC.
        zone: i32,
        /// What is to be changed.
        change: Change,
    },
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[expect(clippy::large_enum_variant, reason = "one value at a time, moved once")]
pub enum Response {
    /// Answer to a hello. The kernel refuses the engine when `protocol` is not its own.
    Ready {
        /// The engine's [`crate::PROTOCOL`].
        protocol: u32,
        /// What can be chosen, in the order to show.
        dialects: Vec<DialectInfo>,
        /// Whose front matter keys are known, in the order to show.
        generators: Vec<GeneratorInfo>,
        /// The linter's rules, in the order to show.
        rules: Vec<RuleInfo>,
    },
    /// Answer to an analysis.
    Analysed {
        /// The result.
        result: Analysed,
    },
    /// Answer to files of a site.
    Learned {
        /// What is wrong with the linter's configuration, as sentences that say where.
        problems: Vec<String>,
    },
    /// Answer to a request for summaries.
    Summaries {
        /// One for each file, in the order of the request.
        summaries: Vec<PostSummary>,
    },
    /// Answer to a comparison.
    Compared {
        /// The result.
        comparison: Comparison,
    },
    /// Answer to a change.
    Changed {
        /// The revision that the ranges count in.
        rev: u32,
        /// Non-overlapping edits in text order; none at all when the text says so already.
        edits: Vec<Edit16>,
        /// Why there are none, where the change was refused.
        refused: Option<Lock>,
    },
}

/// A post of a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostFile {
    /// Its path below the folder.
    pub path: String,
    /// Its text, or the beginning of it.
    pub text: String,
}

/// A post in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostSummary {
    /// Its path below the folder.
    pub path: String,
    /// From the header, else the first level-1 heading.
    pub title: Option<String>,
    /// The date as spelt.
    pub date: Option<String>,
    /// The same in Unix seconds.
    pub instant: Option<f64>,
    /// Whether and when it is published.
    pub publishes: Publishes,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its categories.
    pub categories: Vec<String>,
    /// The slug that its header gives.
    pub slug: Option<String>,
    /// Id of its dialect.
    pub dialect: String,
    /// Id of its generator.
    pub generator: String,
}
