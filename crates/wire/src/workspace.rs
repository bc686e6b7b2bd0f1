//! Owns folders of posts: what a list of posts shows, what the app asks of a folder, what it is told.

use crate::form::Publishes;
use serde::{Deserialize, Serialize};

/// A folder of posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WorkspaceInfo {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub kind: WorkspaceKind,
    /// True when posts can be written in place.
    pub writable: bool,
    /// Whether the browser lets us in.
    pub access: Access,
    /// When it was last opened, milliseconds since 1970; 0 when not known.
    pub opened: f64,
}

/// Where a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum WorkspaceKind {
    /// On the disk.
    Folder,
    /// In the browser's own storage.
    Browser,
    /// Files that can only be read.
    Files,
}

/// Whether the browser lets us in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Access {
    /// Yes.
    Granted,
    /// A click may ask.
    Prompt,
    /// No.
    Denied,
}

/// A post in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostRow {
    /// Below the folder, with slashes.
    pub path: String,
    /// The post's title; the file's name until it is read, and where it has none.
    pub title: String,
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
    /// Id of its dialect; empty until the header is read.
    pub dialect: String,
    /// Id of its generator; empty until the header is read.
    pub generator: String,
    /// Words of the body; none until it is read.
    pub words: Option<u32>,
    /// Milliseconds since 1970.
    pub modified: f64,
    /// Bytes.
    pub size: f64,
    /// True once the header was read, or could not be.
    pub read: bool,
    /// What is wrong with the file, as a sentence.
    pub problem: Option<String>,
    /// Where a search was successful in the text.
    pub snippets: Vec<Snippet>,
    /// How often; 0 without a search, or when title, tags or path alone match.
    pub matches: u32,
}

/// A part of a text with what was searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Snippet {
    /// The part.
    pub text: String,
    /// Places in it, from and to, in UTF-16 code units.
    pub ranges: Vec<(u32, u32)>,
}

/// Which posts are shown; none means any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostFilter {
    /// Published or not.
    pub state: PublishState,
    /// With this tag.
    pub tag: Option<String>,
    /// With this category.
    pub category: Option<String>,
    /// Of this dialect.
    pub dialect: Option<String>,
    /// Of this year.
    pub year: Option<u32>,
    /// Below this folder.
    pub folder: Option<String>,
    /// Only posts with a problem.
    pub problems: bool,
}

/// Published or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum PublishState {
    /// Either.
    #[default]
    Any,
    /// With the next build.
    Now,
    /// From some moment on.
    Later,
    /// Not as it stands.
    Never,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum SortBy {
    /// What a search finds best first.
    Relevance,
    /// The post's date.
    #[default]
    Date,
    /// The title.
    Title,
    /// When the file was last changed.
    Modified,
    /// The path.
    Path,
}

/// An order and its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostSort {
    /// By what.
    pub by: SortBy,
    /// The other way round.
    pub descending: bool,
}

/// What of the list is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostView {
    /// Which posts.
    pub filter: PostFilter,
    /// In which order.
    pub sort: PostSort,
    /// Words to search for, "phrases" in quotes; every one must be found.
    pub search: String,
    /// The first row wanted.
    pub from: u32,
    /// How many rows.
    pub count: u32,
}

/// A word that posts can be filtered by, and how many have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WordFacet {
    /// The word.
    pub value: String,
    /// Posts that have it.
    pub count: u32,
}

/// A year, and how many posts are of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct YearFacet {
    /// The year.
    pub value: u32,
    /// Posts that are of it.
    pub count: u32,
}

/// A state, and how many posts are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StateFacet {
    /// The state.
    pub value: Publishes,
    /// Posts that are in it.
    pub count: u32,
}

/// What the posts of a folder can be filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Facets {
    /// Tags, the most frequent first.
    pub tags: Vec<WordFacet>,
    /// Categories, likewise.
    pub categories: Vec<WordFacet>,
    /// Ids of dialects.
    pub dialects: Vec<WordFacet>,
    /// Years, the latest first.
    pub years: Vec<YearFacet>,
    /// Folders with posts.
    pub folders: Vec<WordFacet>,
    /// States.
    pub states: Vec<StateFacet>,
}

/// The list as it is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostList {
    /// The rows wanted.
    pub rows: Vec<PostRow>,
    /// Place of the first row.
    pub from: u32,
    /// Posts that filter and search let through.
    pub matching: u32,
    /// Posts in the folder.
    pub total: u32,
    /// Of which headers were read.
    pub read: u32,
    /// True when the folder was looked through to its end.
    pub done: bool,
    /// What it can be filtered by.
    pub facets: Facets,
    /// What a search could not cover, as a sentence.
    pub limit: Option<String>,
}

/// Something in the trash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Trashed {
    /// Name in the trash.
    pub id: String,
    /// Where the post was.
    pub path: String,
    /// Milliseconds since 1970.
    pub at: f64,
    /// How many files it has.
    pub files: u32,
}

/// A long piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Doing {
    /// Files go into the browser's storage.
    Copying,
    /// An archive is made.
    Packing,
    /// An archive is opened.
    Unpacking,
}

/// How far a long piece of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Progress {
    /// What is done.
    pub doing: Doing,
    /// Files so far.
    pub done: u32,
    /// Files in all; 0 when not known.
    pub total: u32,
}

/// What the app asks of folders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum FolderAsk {
    /// Let the person choose a folder.
    Pick,
    /// Open one again that was open before.
    Reopen {
        /// Which.
        id: String,
    },
    /// Ask for the permission that the open one has lost.
    Allow,
    /// Open a folder in the browser's own storage.
    OpenBrowser,
    /// Unpack an archive that the person chooses into the browser's storage.
    PickZip,
    /// Copy the open one, that can only be read, into the browser's storage.
    Keep,
    /// Download the open one as an archive.
    Zip,
    /// Close it.
    Close,
    /// Forget one that was open before; one in the browser's storage is deleted with all its posts.
    Forget {
        /// Which.
        id: String,
    },
    /// Another part of the list is looked at.
    View {
        /// Which.
        view: PostView,
    },
    /// Look for what has changed.
    Refresh,
    /// Open a post.
    Open {
        /// Its path.
        path: String,
    },
    /// Make a post from the site's archetype, or with its generator's keys, and open it.
    Create {
        /// Its title.
        title: String,
        /// Below this folder; none for where the site's posts are.
        folder: Option<String>,
    },
    /// Copy a post.
    Duplicate {
        /// Its path.
        path: String,
    },
    /// Give a post another file name and, where it has one, another slug.
    Rename {
        /// Its path.
        path: String,
        /// A title or slug, from which the name is made.
        name: String,
    },
    /// Move a post to the trash.
    Remove {
        /// Its path.
        path: String,
    },
    /// Say what is in the trash.
    Trash,
    /// Bring something back from the trash.
    Restore {
        /// Which.
        id: String,
    },
}
