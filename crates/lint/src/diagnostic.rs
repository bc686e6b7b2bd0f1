//! Owns what a finding is.

use crate::rule::Group;
use foreword_core::{Edit, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The post will break or not be published as meant.
    Error,
    /// Readers will probably notice.
    Warning,
    /// Worth knowing.
    Info,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's id.
    pub rule: &'static str,
    /// What the rule is about.
    pub group: Group,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What is wrong, as a sentence.
    pub message: String,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an imperative.
    pub title: String,
    /// True when the meaning of the post stays the same.
    pub safe: bool,
    /// Edits in text order, without overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix after which the post means the same.
    pub fn safe(title: impl Into<String>, edits: Vec<Edit>) -> Fix {
        Fix { title: title.into(), safe: true, edits }
    }

    /// A fix that a person should look at.
    pub fn suggested(title: impl Into<String>, edits: Vec<Edit>) -> Fix {
        Fix { title: title.into(), safe: false, edits }
    }
}
