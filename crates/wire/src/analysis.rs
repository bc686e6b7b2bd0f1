//! Owns what one analysis of a post says: blocks, diagnostics, form, verdict, outline, statistics.

use crate::form::{Form, Verdict};
use crate::lint::RuleGroup;
use crate::rendering::RenderSetting;
use serde::{Deserialize, Serialize};

/// A half-open range of UTF-16 code units, `from <= to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Range16 {
    /// First code unit of the range.
    pub from: u32,
    /// First code unit after the range.
    pub to: u32,
}

/// A replacement of a range of the text. The only way in which anything but typing changes a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Edit16 {
    /// What is replaced, in the text before any edit of the same list.
    pub range: Range16,
    /// What takes its place.
    pub text: String,
}

/// All that one parse of one revision yields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Analysed {
    /// The revision of the text that was analysed.
    pub rev: u32,
    /// Rules applied, and why.
    pub dialect: DialectChoice,
    /// The settings of the rendering; none when they are those of the previous answer.
    pub settings: Option<Vec<RenderSetting>>,
    /// Whose front matter keys and publishing rules apply.
    pub generator: GeneratorChoice,
    /// How the list of preview blocks differs from the previous answer.
    pub blocks: BlockSplice,
    /// Findings in text order.
    pub diagnostics: Vec<Diagnostic>,
    /// The form over the header; none when it is that of the previous answer.
    pub form: Option<Form>,
    /// Whether the post will be published, when, and why.
    pub verdict: Verdict,
    /// Headings in text order.
    pub outline: Vec<OutlineItem>,
    /// Counts over the readable text.
    pub stats: Stats,
    /// The post's title: front matter first, else the first level-1 heading.
    pub title: Option<String>,
    /// A BCP 47 language tag from the front matter (`lang`, `language`, `locale`), for spell checking and hyphenation.
    pub lang: Option<String>,
    /// Where the words are that spell checking is for, when they were asked for: start and end of each in turn.
    pub words: Option<Vec<u32>>,
    /// Set when the preview was cut short by one of the caps (nesting, size, table cells).
    pub shortened: Option<String>,
}

/// The rendering rules in force and the reason for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DialectChoice {
    /// Stable identifier: `generic`, `hugo`, …
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Why this dialect, as a sentence.
    pub reason: String,
    /// True when a person chose it rather than detection.
    pub by_hand: bool,
    /// What detection would say instead, where a person chose.
    pub detected: Option<String>,
}

/// A dialect that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DialectInfo {
    /// Stable identifier: `generic`, `hugo`, …
    pub id: String,
    /// The name to show.
    pub name: String,
    /// One sentence on what it renders like.
    pub about: String,
}

/// A site generator whose front matter keys and publishing rules are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GeneratorInfo {
    /// Stable identifier: `generic`, `hugo`, …
    pub id: String,
    /// The name to show.
    pub name: String,
}

/// The generator in force and the reason for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GeneratorChoice {
    /// Stable identifier.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Why this one, as a sentence.
    pub reason: String,
    /// True when a person chose it rather than detection.
    pub by_hand: bool,
}

/// A change to the list of preview blocks: at `start`, `remove` blocks go and `insert` come.
/// The blocks after them keep their HTML; their ranges move by `shift`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BlockSplice {
    /// True when the list before is to be forgotten (first answer after a start, or another post).
    pub reset: bool,
    /// Index of the first block concerned.
    pub start: u32,
    /// How many blocks go.
    pub remove: u32,
    /// The blocks that come in their place.
    pub insert: Vec<Block>,
    /// How far the ranges of all later blocks move, in UTF-16 code units.
    pub shift: i32,
}

/// One unit of patching in the preview: a top-level block, or several that one raw HTML element spans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Block {
    /// Hash of the HTML: equal HTML, equal id.
    pub id: String,
    /// Unsanitised HTML. Elements carry `data-o`, their offset from the start of the block in UTF-16 code units.
    pub html: String,
    /// Where the block stands in the text.
    pub range: Range16,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Severity {
    /// The post will break or not be published as meant.
    Error,
    /// Readers will probably notice.
    Warning,
    /// Worth knowing.
    Info,
}

/// A finding of the linter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Diagnostic {
    /// The rule's id, in kebab case.
    pub rule: String,
    /// What the rule is about.
    pub group: RuleGroup,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is. Never empty unless the text is.
    pub range: Range16,
    /// Line of the start, from 1.
    pub line: u32,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fix {
    /// What it does, as an imperative.
    pub title: String,
    /// True when the meaning of the post stays the same.
    pub safe: bool,
    /// Non-overlapping edits in text order, all against the analysed revision.
    pub edits: Vec<Edit16>,
    /// The word that it adds to the writer's own ones, instead of edits.
    pub word: Option<String>,
}

/// The language of a front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum FrontMatterFormat {
    /// `---`
    Yaml,
    /// `+++`
    Toml,
    /// `{ … }` or `---json`
    Json,
}

/// A heading in the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OutlineItem {
    /// 1 to 6.
    pub level: u8,
    /// Its plain text.
    pub text: String,
    /// Its anchor, without `#`; none where the dialect gives none.
    pub anchor: Option<String>,
    /// Where it stands.
    pub range: Range16,
}

/// Counts over the readable text of the body: no front matter, no code blocks, no raw HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Stats {
    /// Words; each Chinese, Japanese or Korean character counts as one.
    pub words: u32,
    /// Characters (Unicode scalar values) with spaces.
    pub characters: u32,
    /// Whole minutes at 220 words a minute, at least 1 for a text that has words.
    pub reading_minutes: u32,
}
