//! Owns what the kernel tells the app ([`Event`]).

use crate::analysis::{
    Diagnostic, DialectChoice, DialectInfo, GeneratorChoice, GeneratorInfo, OutlineItem, Stats,
};
use crate::command::{Command, Encoding, Theme, View};
use crate::form::{Form, Lock, Step, Verdict};
use crate::history::{Conflict, DiffLine, Snapshot};
use crate::image::NewImage;
use crate::lint::{RuleInfo, RuleLevel, RulePage};
use crate::rendering::{ComparisonState, RenderSetting};
use crate::workspace::{PostList, Progress, Trashed, WorkspaceInfo};
use serde::{Deserialize, Serialize};

/// Where the latest change is kept. Set only by completed writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SaveState {
    /// Nothing was changed since the post was opened or begun.
    Unchanged,
    /// A write is under way.
    Saving,
    /// The file has every change.
    OnDisk,
    /// The browser's storage has every change; the file does not.
    InBrowser,
    /// Nothing but this tab has the change.
    NotSaved {
        /// Why, and what to do, as a sentence.
        why: String,
    },
}

/// How the engine is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum EngineState {
    /// Loading or starting again.
    Starting,
    /// Answers.
    Ready,
    /// Has not answered within 250 ms; the last good preview stays.
    Slow,
    /// Given up until the text changes or a person asks.
    Failed {
        /// What happened, as a sentence.
        why: String,
    },
}

/// How urgent a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something needs attention.
    Warning,
    /// Something failed.
    Error,
}

/// A message above the panes that stays until it is dismissed or acted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Notice {
    /// Stable while the reason is the same, so a notice replaces its older self.
    pub id: String,
    /// How urgent it is.
    pub kind: NoticeKind,
    /// What happened and what to do.
    pub message: String,
    /// Buttons, most useful first.
    pub actions: Vec<NoticeAction>,
}

/// A button in a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NoticeAction {
    /// Its label, an imperative.
    pub label: String,
    /// What it does.
    pub command: Command,
}

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OpenDocument {
    /// Counts what was opened: another number is another post, the same one is the same post under another name.
    pub opening: u32,
    /// The file's name; none for a new post.
    pub name: Option<String>,
    /// True when typing is not possible (undecodable bytes).
    pub read_only: bool,
    /// True when saving writes the file itself rather than downloading.
    pub in_place: bool,
    /// How the file's bytes were read.
    pub encoding: Encoding,
    /// True when the file starts with a byte-order mark.
    pub bom: bool,
    /// The most common line end: `LF`, `CRLF`, `CR`.
    pub line_end: String,
    /// True when the file mixes line ends.
    pub mixed_line_ends: bool,
    /// Name of the folder whose images are shown, where one is open.
    pub folder: Option<String>,
}

/// What the kernel tells the app. Each event replaces what the last one of its type said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Event {
    /// Another document, or a property of it changed.
    Document {
        /// The document.
        document: OpenDocument,
    },
    /// The latest analysis, without the blocks, which only the preview needs.
    Analysed {
        /// Revision of the text.
        rev: u32,
        /// Rules applied, and why.
        dialect: Box<DialectChoice>,
        /// Findings in text order.
        diagnostics: Vec<Diagnostic>,
        /// Whose front matter keys and publishing rules apply.
        generator: GeneratorChoice,
        /// Whether the post will be published, when, and why.
        verdict: Verdict,
        /// Headings in text order.
        outline: Vec<OutlineItem>,
        /// Counts.
        stats: Stats,
        /// The post's title.
        title: Option<String>,
        /// Set when the preview was cut short.
        shortened: Option<String>,
    },
    /// The form over the header; it comes before the analysis that it belongs to.
    Form {
        /// The form.
        form: Form,
    },
    /// The settings of the rendering; they come before the analysis that they belong to.
    RenderSettings {
        /// In the order to show.
        settings: Vec<RenderSetting>,
    },
    /// What became of the comparison that was asked for.
    Comparison {
        /// The state.
        comparison: ComparisonState,
    },
    /// A change of the header was refused, or that is forgotten.
    Refusal {
        /// Which and why.
        refusal: Option<Refusal>,
    },
    /// How the text differs from the file as it was opened or last saved. Comes while it is watched.
    Changes {
        /// Lines in text order.
        lines: Vec<ChangedLine>,
        /// How many more changed lines there are.
        more: u32,
    },
    /// Addresses of images that can be shown, of those asked for.
    Images {
        /// One for each that was found.
        found: Vec<ImageFile>,
    },
    /// Files of the open folder; none when there is no folder.
    Files {
        /// Their list.
        files: Option<FileList>,
    },
    /// The image that is about to be put into the post; none when there is none any more.
    Image {
        /// The image.
        image: Option<Box<NewImage>>,
    },
    /// Snapshots of the open post, the latest first. Comes while they are watched.
    Snapshots {
        /// The list.
        list: Vec<Snapshot>,
    },
    /// How a snapshot differs.
    SnapshotDiff {
        /// Which.
        id: u32,
        /// True when it is compared with the text.
        now: bool,
        /// Rows in order.
        rows: Vec<DiffLine>,
        /// How many more rows there are.
        more: u32,
    },
    /// Places that were changed here and in the file; none when they are settled.
    Conflicts {
        /// Name of the file.
        name: String,
        /// In text order.
        list: Vec<Conflict>,
    },
    /// Which folder of posts is open, and which were before.
    Workspace {
        /// The open one.
        workspace: Option<WorkspaceInfo>,
        /// What can be opened again, latest first.
        recent: Vec<WorkspaceInfo>,
        /// Path of the open post in it.
        post: Option<String>,
    },
    /// The list of posts as it is looked at; none when no folder is open.
    Posts {
        /// The list.
        list: Option<PostList>,
    },
    /// What is in the trash of the open folder.
    Trash {
        /// The latest first.
        items: Vec<Trashed>,
    },
    /// How far a long piece of work with a folder is; none when it is done.
    FolderProgress {
        /// The work.
        progress: Option<Progress>,
    },
    /// The text's cursor moved.
    Cursor {
        /// From 1.
        line: u32,
        /// From 1, in characters as a person counts them.
        column: u32,
        /// Words in the selection, 0 when it is empty.
        selected_words: u32,
        /// Offset in UTF-16 code units.
        offset: u32,
    },
    /// Where the latest change is kept.
    Saved {
        /// The state.
        save: SaveState,
    },
    /// How the engine is doing.
    Engine {
        /// The state.
        engine: EngineState,
        /// What can be chosen, once it is known.
        dialects: Vec<DialectInfo>,
        /// Whose front matter keys are known, once that is known.
        generators: Vec<GeneratorInfo>,
        /// The linter's rules, once they are known.
        rules: Vec<RuleInfo>,
    },
    /// What a person chose about the linter's rules.
    RuleLevels {
        /// In the order in which it was chosen.
        levels: Vec<RuleLevel>,
    },
    /// What a rule is for.
    RulePage {
        /// None when it is not seen any more.
        page: Option<RulePage>,
    },
    /// Settings of the page.
    Settings {
        /// Panes.
        view: View,
        /// Light or dark.
        theme: Theme,
        /// Remote images are loaded in every post.
        remote_always: bool,
    },
    /// Spell checking.
    Spelling {
        /// Whether it is on.
        on: bool,
        /// What the words of the open post are checked as, where there is a dictionary: `British English`.
        language: Option<String>,
        /// The writer's own words, in the order of the alphabet.
        words: Vec<String>,
    },
    /// Remote images in this post.
    Remote {
        /// How many wait for permission.
        blocked: u32,
        /// From which hosts, sorted.
        hosts: Vec<String>,
        /// Whether they are loaded in this post.
        allowed: bool,
    },
    /// All notices to show.
    Notices {
        /// Oldest first.
        notices: Vec<Notice>,
    },
    /// Something to say once to a person, also to a screen reader; it goes by itself.
    Toast {
        /// What.
        message: String,
    },
    /// Whether there is something to undo or redo.
    History {
        /// Undo is possible.
        undo: bool,
        /// Redo is possible.
        redo: bool,
    },
}

/// Why a change of the header was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Refusal {
    /// The path that the change was about; empty where it was about the whole header.
    pub path: Vec<Step>,
    /// The reason and its place.
    pub lock: Lock,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum LineChange {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// A line that differs from the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChangedLine {
    /// What became of it.
    pub change: LineChange,
    /// Its number from 1, in the text where it was added and in the file where it was removed.
    pub line: u32,
    /// The line, without its end; cut after some hundred characters.
    pub text: String,
}

/// An image that can be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImageFile {
    /// What the header has, or would have, to name it.
    pub path: String,
    /// An address that the page itself can show; none where only its name is known.
    pub url: Option<String>,
}

/// Files that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FileList {
    /// Name of the folder.
    pub folder: String,
    /// The files, those nearest to the post first.
    pub files: Vec<ImageFile>,
    /// True when there are more than are listed.
    pub more: bool,
}
