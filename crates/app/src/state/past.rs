//! Owns what is known of the post's past and of its file: snapshots, the comparison that is looked at, conflicts.

use crate::shared::Shared;
use foreword_wire::{Conflict, DiffLine, Snapshot};

/// How a snapshot differs from the text, or from the snapshot before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// Which snapshot.
    pub(crate) id: u32,
    /// True when it is compared with the text.
    pub(crate) now: bool,
    /// Rows in order.
    pub(crate) rows: Vec<DiffLine>,
    /// How many more rows there are.
    pub(crate) more: u32,
}

/// Places that were changed here and in the file, differently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conflicts {
    /// Name of the file.
    pub(crate) name: String,
    /// In text order; empty when there is nothing to decide.
    pub(crate) list: Vec<Conflict>,
}

/// The post's past, and its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Past {
    /// Snapshots, the latest first; none until they were asked for.
    pub(crate) snapshots: Shared<Option<Vec<Snapshot>>>,
    /// The comparison that was asked for last.
    pub(crate) comparison: Shared<Option<Comparison>>,
    /// What has to be decided before the post can be saved.
    pub(crate) conflicts: Shared<Conflicts>,
    /// Whether that is being decided right now.
    pub(crate) deciding: bool,
}

impl Past {
    /// Another document: what was said of the last one's snapshots means nothing any more.
    pub(crate) fn leave(&mut self) {
        self.snapshots = Shared::default();
        self.comparison = Shared::default();
    }

    /// The text may have changed since a snapshot was compared with it.
    pub(crate) fn look_again(&mut self) {
        self.comparison = Shared::default();
    }

    pub(crate) fn hear_snapshots(&mut self, list: Vec<Snapshot>) {
        self.snapshots = self.snapshots.updated(Some(list));
    }

    pub(crate) fn hear_comparison(&mut self, comparison: Comparison) {
        self.comparison = self.comparison.updated(Some(comparison));
    }

    /// How many conflicts wait for a decision.
    pub(crate) fn undecided(&self) -> usize {
        self.conflicts.list.len()
    }

    /// The kernel says this when the file was found changed, and when saving was refused because of it. So it is
    /// asked again even where the places are the same.
    pub(crate) fn hear_conflicts(&mut self, conflicts: Conflicts) {
        self.deciding = !conflicts.list.is_empty();
        self.conflicts = self.conflicts.updated(conflicts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foreword_wire::ConflictSide;

    fn conflicts(count: usize) -> Conflicts {
        let side = ConflictSide { text: "text\n".to_owned(), line: 1, lines: 1 };
        let conflict = Conflict { ours: side.clone(), theirs: side.clone(), base: side };
        Conflicts { name: "post.md".to_owned(), list: vec![conflict; count] }
    }

    #[test]
    fn conflicts_are_asked_about_at_once_and_wait_when_put_off() {
        let mut past = Past::default();
        past.hear_conflicts(conflicts(2));
        assert!(past.deciding);
        past.deciding = false;
        assert_eq!(past.undecided(), 2);
        // Saving was tried again.
        past.hear_conflicts(conflicts(2));
        assert!(past.deciding);
        past.hear_conflicts(conflicts(0));
        assert!(!past.deciding);
        assert_eq!(past.undecided(), 0);
    }

    #[test]
    fn another_document_has_other_snapshots_but_keeps_its_conflicts() {
        let mut past = Past::default();
        past.hear_snapshots(vec![]);
        past.hear_comparison(Comparison { id: 1, now: true, rows: vec![], more: 0 });
        past.hear_conflicts(conflicts(1));
        past.leave();
        assert!(past.snapshots.is_none());
        assert!(past.comparison.is_none());
        assert_eq!(past.conflicts.list.len(), 1);
    }
}
