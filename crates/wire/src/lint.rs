//! Owns what is said of the linter's rules: which there are, what a person chose about them, and what each is for.

use crate::analysis::Severity;
use serde::{Deserialize, Serialize};

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum RuleGroup {
    /// The header.
    FrontMatter,
    /// How the Markdown is written.
    Markdown,
    /// Letters and words.
    Text,
    /// Where links and images lead.
    Links,
    /// Whether everyone can read it.
    Accessibility,
    /// What the site's generator makes of it.
    Dialect,
    /// Search results and previews in other places.
    Sharing,
}

/// A rule of the linter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RuleInfo {
    /// Its id, in kebab case.
    pub id: String,
    /// What it is about.
    pub group: RuleGroup,
    /// How much its findings matter when nobody chooses; none where it is off then.
    pub level: Option<Severity>,
}

/// What a person chose about a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RuleLevel {
    /// The rule's id.
    pub rule: String,
    /// How much its findings matter; none switches it off.
    pub level: Option<Severity>,
}

/// What a rule says about itself. Its sentences quote code between backticks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RulePage {
    /// Its id.
    pub id: String,
    /// Ids of the same rule in markdownlint.
    pub aliases: Vec<String>,
    /// What it finds, as a sentence.
    pub about: String,
    /// Why that matters.
    pub why: String,
    /// Posts in which it finds something.
    pub bad: Vec<String>,
    /// Posts in which it does not.
    pub good: Vec<String>,
    /// What its fixes do.
    pub fix: Option<String>,
    /// What it goes back to.
    pub source: String,
}

/// What the app asks about rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum LintAsk {
    /// Switch a rule on, with this severity, or off, in every post.
    Set {
        /// The choice.
        level: RuleLevel,
    },
    /// Forget what was chosen about a rule, or about all rules.
    Reset {
        /// The rule's id.
        rule: Option<String>,
    },
    /// Switch a rule off in the open post, by a comment in it.
    DisableHere {
        /// The rule's id.
        rule: String,
    },
    /// Show what a rule is for.
    Why {
        /// The rule's id.
        rule: String,
    },
    /// The page of a rule was closed.
    Close,
    /// Go to the next problem after the cursor, or to the one before it.
    Go {
        /// True for the next one.
        forward: bool,
    },
}
