//! Owns images on their way into a post: what the person is asked about one, and what they answer.

use crate::form::Step;
use serde::{Deserialize, Serialize};

/// Where an image can be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImagePlace {
    /// The folder below the one that is open; empty for that one itself.
    pub folder: String,
    /// Why there, as a phrase.
    pub why: String,
    /// True where it is kept in the browser with the draft instead of being written.
    pub kept: bool,
}

/// What is chosen for an image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImageChoice {
    /// Name of its file, without the ending.
    pub name: String,
    /// Index of its place.
    pub place: u32,
    /// Width to bring it to, in px; none for its own.
    pub width: Option<u32>,
    /// Convert it to WebP.
    pub webp: bool,
}

/// What comes of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImageOutcome {
    /// Kind of file, as people call it.
    pub format: String,
    /// In px; 0 for an image that has no size of its own.
    pub width: u32,
    /// In px.
    pub height: u32,
    /// Bytes.
    pub bytes: u32,
}

/// An image that is about to be put into the post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewImage {
    /// Another number is another image.
    pub id: u32,
    /// Which of those that came together, from 1.
    pub number: u32,
    /// How many came together.
    pub count: u32,
    /// The name that it came with.
    pub file: String,
    /// An address that the page can show; none for what cannot be shown.
    pub url: Option<String>,
    /// As it came.
    pub original: ImageOutcome,
    /// Why it cannot be put into the post.
    pub problem: Option<String>,
    /// What is good to know about it, as sentences.
    pub notes: Vec<String>,
    /// Where it can be written, the best first.
    pub places: Vec<ImagePlace>,
    /// Smaller widths that it can be brought to, in px.
    pub widths: Vec<u32>,
    /// What it stays where it is not converted, as people call it.
    pub keeps: String,
    /// Whether it can be converted to WebP.
    pub webp: bool,
    /// What is chosen.
    pub choice: ImageChoice,
    /// What comes of that; none while it is being made.
    pub outcome: Option<ImageOutcome>,
    /// Ending of its file, with the dot.
    pub ending: String,
    /// The path that it gets; none while that is not known.
    pub path: Option<String>,
    /// How the post will name it.
    pub link: Option<String>,
    /// True where the name that was chosen is taken, so that a number is added.
    pub taken: bool,
    /// Whether it takes a description; not so in a field of the header.
    pub described: bool,
    /// True while it is being written.
    pub busy: bool,
    /// Why it could not be written.
    pub failure: Option<String>,
}

/// What the app asks about images.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ImageAsk {
    /// Let the person choose images for the text, or one for a field of the header.
    Pick {
        /// The path of that field.
        field: Option<Vec<Step>>,
    },
    /// Say what comes of this choice.
    Choose {
        /// Which image.
        id: u32,
        /// The choice.
        choice: ImageChoice,
    },
    /// Write the image and put it into the post.
    Insert {
        /// Which image.
        id: u32,
        /// The choice.
        choice: ImageChoice,
        /// What it shows; empty for one that only decorates.
        alt: String,
    },
    /// Leave this one out and go on with the next.
    Skip {
        /// Which image.
        id: u32,
    },
    /// Leave out this one and those that wait.
    Cancel {
        /// Which image.
        id: u32,
    },
    /// Write the images that are kept with the draft into the open folder.
    WriteKept,
}
