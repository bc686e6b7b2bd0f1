//! Owns what mending many findings at once does, by examples.

use super::*;
use crate::Group;

fn edit(start: usize, end: usize, text: &str) -> Edit {
    Edit::replace(Span::new(start, end), text)
}

fn finding(rule: &'static str, fixes: Vec<Fix>) -> Diagnostic {
    Diagnostic {
        rule,
        group: Group::Text,
        severity: Severity::Warning,
        span: Span::new(0, 1),
        message: "A finding.".to_owned(),
        fixes,
    }
}

fn safe(edits: &[Edit]) -> Diagnostic {
    finding("rule", vec![Fix::safe("Mend it", edits.to_vec())])
}

#[test]
fn each_finding_gets_the_fix_that_is_wanted() {
    let list = [
        finding(
            "a",
            vec![Fix::suggested("Guess", vec![edit(9, 10, "x")]), Fix::safe("Mend", vec![edit(9, 10, "y")])],
        ),
        finding("b", vec![Fix::safe("Mend", vec![edit(2, 3, "z")])]),
        finding("c", vec![Fix::suggested("Guess", vec![edit(20, 21, "w")])]),
        finding("d", Vec::new()),
    ];
    assert_eq!(edits(&list, Wanted::Safe), [edit(2, 3, "z"), edit(9, 10, "y")]);
    assert_eq!(edits(&list, Wanted::Suggested), [edit(2, 3, "z"), edit(9, 10, "y"), edit(20, 21, "w")]);
    assert_eq!(edits(&list, Wanted::Rule("a")), [edit(9, 10, "x")]);
    assert_eq!(edits(&list, Wanted::Rule("d")), []);
}

#[test]
fn a_fix_that_overlaps_an_earlier_one_waits() {
    let list = [
        safe(&[edit(0, 4, "a"), edit(8, 9, "a")]),
        safe(&[edit(5, 6, "b"), edit(8, 12, "b")]),
        safe(&[edit(4, 5, "c")]),
    ];
    assert_eq!(edits(&list, Wanted::Safe), [edit(0, 4, "a"), edit(4, 5, "c"), edit(8, 9, "a")]);
}

#[test]
fn insertions_stand_beside_replacements_but_not_in_them_nor_twice_at_one_place() {
    let beside =
        |start, end| edits(&[safe(&[edit(2, 6, "a")]), safe(&[edit(start, end, "b")])], Wanted::Safe).len();
    assert_eq!([beside(6, 6), beside(2, 2), beside(3, 3), beside(0, 3)], [2, 2, 1, 1]);
    assert_eq!(edits(&[safe(&[edit(3, 3, "a")]), safe(&[edit(3, 3, "b")])], Wanted::Safe), [edit(3, 3, "a")]);
}

/// Finds every `ab`, which becomes `b`, and every `!` as an error.
fn look(text: &str) -> Vec<Diagnostic> {
    let slips = text.match_indices("ab").map(|(at, _)| safe(&[edit(at, at + 2, "b")]));
    let errors = text.match_indices('!').map(|_| Diagnostic { severity: Severity::Error, ..safe(&[]) });
    slips.chain(errors).collect()
}

#[test]
fn mending_goes_on_until_nothing_changes() {
    let mended = mend("aab ab x", Wanted::Safe, look);
    assert_eq!(mended.text, "b b x");
    assert_eq!(mended.fixed.get("rule"), Some(&3));
    assert_eq!(mended.left, []);
    assert_eq!(mend(&mended.text, Wanted::Safe, look).text, mended.text);
}

#[test]
fn mending_ends_where_fixes_undo_each_other() {
    let swap = |text: &str| vec![safe(&[edit(0, 1, if text == "a" { "b" } else { "a" })])];
    assert!(["a", "b"].contains(&mend("a", Wanted::Safe, swap).text.as_str()));
    let nothing = |_: &str| vec![safe(&[edit(0, 1, "a")])];
    assert_eq!(mend("a", Wanted::Safe, nothing).fixed.len(), 0);
}

#[test]
fn fixes_that_do_harm_together_are_done_one_by_one() {
    // Each `x` may go; without any the text is broken.
    let fragile = |text: &str| {
        let mut found: Vec<_> =
            text.match_indices('x').map(|(at, _)| safe(&[edit(at, at + 1, "")])).collect();
        if found.is_empty() {
            found.push(Diagnostic { severity: Severity::Error, ..safe(&[]) });
        }
        found
    };
    assert_eq!(mend("x-x-x", Wanted::Safe, fragile).text, "--x");
}
