//! Owns the summary of the findings that the bars show: how many, and how grave.

use foreword_wire::{Diagnostic, Severity};

/// Changes far less often than the findings themselves, whose places move with every key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many findings there are.
    pub(crate) count: usize,
    /// The gravest severity; none when there are no findings.
    pub(crate) worst: Option<Severity>,
}

impl Tally {
    /// Counts a list of findings.
    pub(crate) fn of(list: &[Diagnostic]) -> Self {
        let worst = [Severity::Error, Severity::Warning, Severity::Info]
            .into_iter()
            .find(|severity| list.iter().any(|finding| finding.severity == *severity));
        Self { count: list.len(), worst }
    }

    /// The class that gives the gravest severity its colour.
    pub(crate) fn class(self) -> Option<&'static str> {
        self.worst.map(class_of)
    }
}

/// The class that gives a severity its colour.
pub(crate) fn class_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
