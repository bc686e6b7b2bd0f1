//! Owns what is said of how a post is rendered: its dialect's settings, and how it comes out under other rules.

use crate::analysis::Range16;
use serde::{Deserialize, Serialize};

/// A setting of the rendering, as it is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RenderSetting {
    /// Its name, in kebab case.
    pub key: String,
    /// What it does, as a phrase.
    pub about: String,
    /// What it can be set to.
    pub values: SettingValues,
    /// What it is set to: `on` or `off`, a name, or a text.
    pub value: String,
    /// What the dialect sets it to.
    pub default: String,
    /// Who set it.
    pub from: SettingFrom,
}

/// What a setting can be set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SettingValues {
    /// `on` or `off`.
    Switch,
    /// One of these.
    OneOf {
        /// In the order to show.
        names: Vec<SettingName>,
    },
    /// Any text; nothing takes it away.
    Text,
}

/// A value that has a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SettingName {
    /// The name, in kebab case.
    pub name: String,
    /// What it means, as a sentence.
    pub meaning: String,
}

/// Who set a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SettingFrom {
    /// It is the dialect's default.
    Dialect,
    /// A file of the site.
    Site {
        /// Its path from the site's root.
        file: String,
        /// The line, from 1.
        line: u32,
    },
    /// A person, for this post.
    ByHand,
}

/// A setting that a person has set for a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetByHand {
    /// Its name.
    pub key: String,
    /// What it is set to.
    pub value: String,
}

/// In what two renderings of a block differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum DifferenceKind {
    /// Only the one side shows anything.
    OnlyA,
    /// Only the other side does.
    OnlyB,
    /// Other words, or the same with other characters.
    Text,
    /// The same words in other elements, or with other attributes.
    Markup,
    /// Links or files with other addresses.
    Addresses,
    /// Only the names of places for links.
    Ids,
}

/// A part of the post that comes out differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BlockDifference {
    /// Where it stands.
    pub range: Range16,
    /// Line of its start, from 1.
    pub line: u32,
    /// How its text begins.
    pub excerpt: String,
    /// In what the two differ.
    pub kind: DifferenceKind,
    /// The one side's HTML, unsanitised; empty where that side shows nothing.
    pub a: String,
    /// The other side's.
    pub b: String,
}

/// How a post comes out under two sets of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Comparison {
    /// The revision that the ranges count in.
    pub rev: u32,
    /// Name of the one side's dialect.
    pub a: String,
    /// Name of the other's.
    pub b: String,
    /// In text order.
    pub differences: Vec<BlockDifference>,
    /// How many more there are.
    pub more: u32,
    /// Why not the whole post was compared, as a sentence.
    pub shortened: Option<String>,
}

/// What became of a comparison; the kernel shows the blocks themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ComparisonState {
    /// It is under way.
    Comparing,
    /// It is done.
    Done {
        /// How many blocks differ and are shown.
        count: u32,
        /// How many more differ.
        more: u32,
        /// Why not the whole post was compared, as a sentence.
        shortened: Option<String>,
    },
    /// There will be none.
    Failed,
}

/// What the app asks about the rendering of the open post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum RenderingAsk {
    /// Set a setting for this post.
    Set {
        /// Its name.
        key: String,
        /// What to set it to.
        value: String,
    },
    /// Give a setting back to the site and the dialect.
    Reset {
        /// Its name; none for all that were set by hand.
        key: Option<String>,
    },
    /// Show what comes out differently, and keep that current until it is closed.
    Compare {
        /// A dialect's id; none for the rules that are in force for this post.
        a: Option<String>,
        /// Likewise.
        b: Option<String>,
    },
    /// The comparison is no longer seen.
    EndComparison,
}
