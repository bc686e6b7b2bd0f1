//! Owns which conflicts are decided, and how: pure, so that it can be tested without a page.

use crate::panes::counted;
use foreword_wire::{Choice, Conflict};

/// All ways to settle a conflict, as buttons say them.
pub(super) const WAYS: [(Choice, &str); 4] = [
    (Choice::Ours, "Keep mine"),
    (Choice::Theirs, "Take the file’s"),
    (Choice::Both, "Keep both"),
    (Choice::Base, "Neither (as before)"),
];

/// One for each conflict; none where it is not decided yet.
pub(super) type Choices = Vec<Option<Choice>>;

/// What was decided for one list, for another list of the same file: a place with the same texts keeps its choice,
/// at whatever line it is now.
pub(super) fn carried(before: &[Conflict], choices: &[Option<Choice>], list: &[Conflict]) -> Choices {
    let mut left: Vec<(&Conflict, Option<Choice>)> = before.iter().zip(choices.iter().copied()).collect();
    list.iter()
        .map(|conflict| {
            let at = left.iter().position(|(other, _)| alike(other, conflict))?;
            left.remove(at).1
        })
        .collect()
}

fn alike(one: &Conflict, other: &Conflict) -> bool {
    one.ours.text == other.ours.text
        && one.theirs.text == other.theirs.text
        && one.base.text == other.base.text
}

/// Every choice, once all are made.
pub(super) fn complete(choices: &[Option<Choice>]) -> Option<Vec<Choice>> {
    choices.iter().copied().collect()
}

/// What remains to be done, as a sentence.
pub(super) fn remaining(choices: &[Option<Choice>]) -> String {
    let all = choices.len();
    match choices.iter().filter(|choice| choice.is_none()).count() {
        0 if all == 1 => "The place is decided.".to_owned(),
        0 => ["All ", &counted(all, "place is", "places are"), " decided."].concat(),
        1 if all == 1 => "The place is not decided yet.".to_owned(),
        left => format!(
            "{left} of {} {} not decided yet.",
            counted(all, "place", "places"),
            if left == 1 { "is" } else { "are" }
        ),
    }
}

/// Where one side has its lines.
pub(super) fn place(line: u32, lines: u32) -> String {
    match lines {
        0 => format!("at line {line}"),
        1 => format!("line {line}"),
        _ => format!("lines {line} to {}", line.saturating_add(lines - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foreword_wire::ConflictSide;

    fn conflict(ours: &str, line: u32) -> Conflict {
        let side = |text: &str| ConflictSide { text: text.to_owned(), line, lines: 1 };
        Conflict { ours: side(ours), theirs: side("theirs"), base: side("base") }
    }

    #[test]
    fn a_place_that_moved_keeps_its_choice_and_a_new_one_has_none() {
        let before = [conflict("a", 1), conflict("b", 9)];
        let choices = [Some(Choice::Both), Some(Choice::Theirs)];
        let list = [conflict("new", 1), conflict("b", 12), conflict("a", 3)];
        assert_eq!(carried(&before, &choices, &list), [None, Some(Choice::Theirs), Some(Choice::Both)]);
        assert_eq!(carried(&[], &[], &list), [None, None, None]);
    }

    #[test]
    fn places_with_the_same_texts_keep_their_order() {
        let list = [conflict("a", 1), conflict("a", 9)];
        let choices = [Some(Choice::Ours), Some(Choice::Base)];
        assert_eq!(carried(&list, &choices, &list), choices);
    }

    #[test]
    fn only_all_choices_are_enough() {
        assert_eq!(complete(&[Some(Choice::Ours), None]), None);
        assert_eq!(
            complete(&[Some(Choice::Ours), Some(Choice::Base)]),
            Some(vec![Choice::Ours, Choice::Base])
        );
    }

    #[test]
    fn what_remains_is_said_in_numbers() {
        assert_eq!(remaining(&[None]), "The place is not decided yet.");
        assert_eq!(remaining(&[None, None, Some(Choice::Ours)]), "2 of 3 places are not decided yet.");
        assert_eq!(remaining(&[None, Some(Choice::Ours)]), "1 of 2 places is not decided yet.");
        assert_eq!(remaining(&[Some(Choice::Ours)]), "The place is decided.");
        assert_eq!(remaining(&[Some(Choice::Ours); 2]), "All 2 places are decided.");
    }

    #[test]
    fn places_have_line_numbers() {
        assert_eq!(place(7, 0), "at line 7");
        assert_eq!(place(7, 1), "line 7");
        assert_eq!(place(7, 3), "lines 7 to 9");
    }
}
