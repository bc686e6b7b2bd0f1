//! Owns what the kernel tells the app (`Event`) and what the app asks of it (`Command`).

use crate::analysis::{
    Diagnostic, DialectChoice, DialectInfo, Edit16, FrontMatter, OutlineItem, Range16, Stats,
};
use serde::{Deserialize, Serialize};

/// Which panes are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum View {
    /// The text alone.
    Source,
    /// Text and preview.
    #[default]
    Both,
    /// The preview alone.
    Preview,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Theme {
    /// As the operating system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How the bytes of a file that is not UTF-8 can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, little endian.
    Utf16Le,
    /// UTF-16, big endian.
    Utf16Be,
    /// Windows-1252, the superset of Latin-1 that browsers use.
    Windows1252,
}

/// Something that a toolbar button or shortcut does to the selected text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Format {
    /// `**…**`
    Bold,
    /// `_…_`
    Italic,
    /// `~~…~~`
    Strikethrough,
    /// `` `…` ``, or a fence around several lines
    Code,
    /// `[…](…)`
    Link,
    /// `![…](…)`
    Image,
    /// Next heading level: none, 2, 3, 4, none
    Heading,
    /// `> …`
    Quote,
    /// `- …`
    BulletList,
    /// `1. …`
    NumberedList,
    /// `- [ ] …`
    TaskList,
    /// A small table
    Table,
}

/// What the app asks of the kernel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Command {
    /// Start an empty post. The post before stays in the drafts.
    New,
    /// Show the browser's file picker.
    Open,
    /// Let the person choose the post's folder, so that its local images can be shown.
    OpenFolder,
    /// Go on with a draft that the browser keeps.
    OpenDraft {
        /// Which one.
        id: String,
    },
    /// Save in place where the browser can, else download.
    Save,
    /// Save under another name, else download.
    SaveAs,
    /// Download the text with its original byte-order mark and line ends.
    Download,
    /// Which panes are seen.
    SetView {
        /// The new view.
        view: View,
    },
    /// Light or dark.
    SetTheme {
        /// The new theme.
        theme: Theme,
    },
    /// Choose a dialect by hand, or none to detect it. Remembered for this post.
    SetDialect {
        /// The dialect's id.
        id: Option<String>,
    },
    /// Move the cursor to a place, show it in both panes, and focus the text.
    Reveal {
        /// Where.
        range: Range16,
    },
    /// Apply edits as one undoable step, if the text is still the analysed revision.
    ApplyEdits {
        /// The revision that the ranges count in.
        rev: u32,
        /// Non-overlapping, in text order.
        edits: Vec<Edit16>,
    },
    /// Format the selected text.
    Format {
        /// How.
        format: Format,
    },
    /// Undo the last change.
    Undo,
    /// Redo it.
    Redo,
    /// Open the search and replace panel of the text.
    Find,
    /// Fold or unfold the front matter in the text.
    ToggleFrontMatterFold,
    /// Read the bytes of a read-only file in this encoding; it is saved as UTF-8 from then on.
    Convert {
        /// The encoding to read it in.
        encoding: Encoding,
    },
    /// Load remote images in this post, or from now on in every post.
    AllowRemote {
        /// Remember it for every post.
        always: bool,
    },
    /// Back to asking before any remote image is loaded.
    ForbidRemote,
    /// Start the engine again after it was given up.
    RestartEngine,
    /// The person has read the notice.
    DismissNotice {
        /// The notice's id.
        id: String,
    },
    /// Copy the sanitised HTML of the preview to the clipboard.
    CopyHtml,
    /// Put the keyboard focus into the text.
    FocusText,
}

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
        dialect: DialectChoice,
        /// Findings in text order.
        diagnostics: Vec<Diagnostic>,
        /// The header.
        front_matter: Option<FrontMatter>,
        /// Headings in text order.
        outline: Vec<OutlineItem>,
        /// Counts.
        stats: Stats,
        /// The post's title.
        title: Option<String>,
        /// Set when the preview was cut short.
        shortened: Option<String>,
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
