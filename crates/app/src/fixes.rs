//! Owns the choice of edits behind "Fix all": pure, so that it is tested without a page.

use foreword_wire::{Diagnostic, Edit16, Fix, Range16};
use std::collections::BTreeMap;

/// The edits of the first safe fix of every finding, in text order.
pub(crate) fn all_safe<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>) -> Vec<Edit16> {
    together(diagnostics.filter_map(|diagnostic| diagnostic.fixes.iter().find(|fix| fix.safe)))
}

/// The edits of the best fix of every finding, in text order.
pub(crate) fn all_first<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>) -> Vec<Edit16> {
    together(diagnostics.filter_map(|diagnostic| diagnostic.fixes.first()))
}

/// A fix that overlaps an earlier one is left for the next round, because its positions would no longer hold.
fn together<'d>(fixes: impl Iterator<Item = &'d Fix>) -> Vec<Edit16> {
    let mut fixes: Vec<&[Edit16]> =
        fixes.map(|fix| fix.edits.as_slice()).filter(|edits| !edits.is_empty()).collect();
    fixes.sort_by_key(|edits| edits.first().map(|edit| edit.range.from));
    // Keyed by place, so that only the neighbours of an edit can overlap it.
    let mut chosen: BTreeMap<(u32, u32), &Edit16> = BTreeMap::new();
    for edits in fixes {
        if edits.iter().all(|edit| is_free(&chosen, edit.range)) {
            chosen.extend(edits.iter().map(|edit| ((edit.range.from, edit.range.to), edit)));
        }
    }
    chosen.into_values().cloned().collect()
}

/// How many findings have a safe fix.
pub(crate) fn count_safe<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>) -> usize {
    diagnostics.filter(|diagnostic| diagnostic.fixes.iter().any(|fix| fix.safe)).count()
}

/// Whether a range overlaps none of the chosen edits, and does not insert where one of them does.
fn is_free(chosen: &BTreeMap<(u32, u32), &Edit16>, range: Range16) -> bool {
    let place = (range.from, range.to);
    let before = chosen.range(..place).next_back();
    let after = chosen.range(place..).next();
    before.is_none_or(|((_, to), _)| *to <= range.from)
        && after.is_none_or(|(other, _)| *other != place && other.0 >= range.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use foreword_wire::{RuleGroup, Severity};

    fn edit(from: u32, to: u32, text: &str) -> Edit16 {
        Edit16 { range: Range16 { from, to }, text: text.to_owned() }
    }

    fn finding(fixes: Vec<(bool, Vec<Edit16>)>) -> Diagnostic {
        Diagnostic {
            rule: "rule".to_owned(),
            group: RuleGroup::Text,
            severity: Severity::Warning,
            range: Range16 { from: 0, to: 1 },
            line: 1,
            message: "A finding.".to_owned(),
            fixes: fixes
                .into_iter()
                .map(|(safe, edits)| Fix { title: "Mend it".to_owned(), safe, edits, word: None })
                .collect(),
        }
    }

    #[test]
    fn takes_the_first_safe_fix_of_each_finding_in_text_order() {
        let list = [
            finding(vec![
                (false, vec![edit(0, 1, "no")]),
                (true, vec![edit(9, 10, "b")]),
                (true, vec![edit(11, 12, "no")]),
            ]),
            finding(vec![(true, vec![edit(2, 3, "a")])]),
            finding(vec![(false, vec![edit(20, 21, "no")])]),
        ];
        assert_eq!(all_safe(list.iter()), [edit(2, 3, "a"), edit(9, 10, "b")]);
        assert_eq!(count_safe(list.iter()), 2);
    }

    #[test]
    fn leaves_out_a_fix_that_overlaps_an_earlier_one() {
        let list = [
            finding(vec![(true, vec![edit(0, 4, "a"), edit(8, 9, "a")])]),
            finding(vec![(true, vec![edit(5, 6, "b"), edit(8, 12, "b")])]),
            finding(vec![(true, vec![edit(4, 5, "c")])]),
        ];
        assert_eq!(all_safe(list.iter()), [edit(0, 4, "a"), edit(4, 5, "c"), edit(8, 9, "a")]);
    }

    #[test]
    fn an_insertion_beside_a_replacement_is_no_overlap_but_inside_it_is() {
        let list = |from, to| {
            [finding(vec![(true, vec![edit(2, 6, "a")])]), finding(vec![(true, vec![edit(from, to, "b")])])]
        };
        assert_eq!(all_safe(list(6, 6).iter()).len(), 2);
        assert_eq!(all_safe(list(2, 2).iter()).len(), 2);
        assert_eq!(all_safe(list(3, 3).iter()), [edit(2, 6, "a")]);
        assert_eq!(all_safe(list(0, 3).iter()), [edit(0, 3, "b")]);
    }

    #[test]
    fn never_inserts_twice_at_one_place() {
        let list =
            [finding(vec![(true, vec![edit(3, 3, "a")])]), finding(vec![(true, vec![edit(3, 3, "b")])])];
        assert_eq!(all_safe(list.iter()), [edit(3, 3, "a")]);
    }
}
