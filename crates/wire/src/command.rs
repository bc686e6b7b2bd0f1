//! Owns what the app asks of the kernel ([`Command`]).

use crate::analysis::{Edit16, Range16};
use crate::form::Change;
use crate::history::{Choice, HistoryAsk};
use crate::image::ImageAsk;
use crate::lint::LintAsk;
use crate::rendering::RenderingAsk;
use crate::spelling::SpellingAsk;
use crate::workspace::FolderAsk;
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
    /// Something with folders of posts.
    Folder {
        /// What.
        ask: FolderAsk,
    },
    /// Something with the history of the open post.
    History {
        /// What.
        ask: HistoryAsk,
    },
    /// Something with images for the post.
    Image {
        /// What.
        ask: ImageAsk,
    },
    /// Load the file that something else has changed.
    ReloadFile,
    /// Settle the conflicts with the file, in their order.
    Settle {
        /// One for each.
        choices: Vec<Choice>,
    },
    /// Write the post here; the tab that has it open becomes a reader.
    TakeOver,
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
    /// Something about how the open post is rendered.
    Rendering {
        /// What.
        ask: RenderingAsk,
    },
    /// Something about the linter's rules.
    Lint {
        /// What.
        ask: LintAsk,
    },
    /// Something about spell checking.
    Spelling {
        /// What.
        ask: SpellingAsk,
    },
    /// Choose by hand whose front matter keys and publishing rules apply, or none to detect it. Remembered for this
    /// post.
    SetGenerator {
        /// The generator's id.
        id: Option<String>,
    },
    /// Change the header. Changes are carried out in order; of several to one place that wait, only the last counts.
    Change {
        /// What.
        change: Change,
        /// True for a key press in a field: undone together with those right before it.
        typing: bool,
    },
    /// The person has read why a change was refused.
    ForgetRefusal,
    /// Say from now on how the text differs from the file, or no longer.
    WatchChanges {
        /// Which of the two.
        on: bool,
    },
    /// Say which of these images can be shown. Remote ones are looked up only where remote images are allowed.
    LookUpImages {
        /// As the header has them.
        paths: Vec<String>,
    },
    /// Say which files of the open folder can be chosen; asks for a folder first where none is open.
    ListFiles {
        /// True for images only.
        images: bool,
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
    /// Reloads the page once everything is kept: a new version of it is ready.
    Reload,
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
