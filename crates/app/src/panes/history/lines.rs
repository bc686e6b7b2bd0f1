//! Owns what a comparison says, apart from how it is drawn: pieces of a line, one line below the other, a summary.

use crate::panes::counted;
use foreword_wire::{DiffLine, DiffSide, Mark};

/// The line in pieces; true for those that the other side does not have. A mark that would divide a character takes
/// all of it, and what lies outside the line or twice on it counts once.
pub(super) fn pieces<'a>(text: &'a str, marks: &[Mark]) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for mark in marks {
        let from = byte_at(text, mark.from, false).max(done);
        let to = byte_at(text, mark.to, true);
        if from >= to {
            continue;
        }
        pieces.extend([(text.get(done..from), false), (text.get(from..to), true)]);
        done = to;
    }
    pieces.push((text.get(done..), false));
    pieces
        .into_iter()
        .filter_map(|(piece, marked)| piece.filter(|piece| !piece.is_empty()).map(|piece| (piece, marked)))
        .collect()
}

/// The byte at an offset in UTF-16 code units. Inside of a character it is the one before it or after it.
fn byte_at(text: &str, offset: u32, after: bool) -> usize {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        let next = units + if u32::from(character) > 0xffff { 2 } else { 1 };
        if offset <= units {
            return byte;
        }
        if offset < next {
            return if after { byte + character.len_utf8() } else { byte };
        }
        units = next;
    }
    text.len()
}

/// A line of a comparison that is drawn in one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// In both texts; its number in the first.
    Same(u32, &'a DiffSide),
    /// In the first text alone.
    Removed(&'a DiffSide),
    /// In the second text alone.
    Added(&'a DiffSide),
    /// Lines that are in both and far from any difference.
    Skipped(u32),
}

/// One line below the other. Of changes that follow each other all that is gone comes first, so that a paragraph of
/// several lines can be read as it was and then as it is.
pub(super) fn in_one_column(rows: &[DiffLine]) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(rows.len());
    let mut added = Vec::new();
    for row in rows {
        match row {
            DiffLine::Changed { before, after } => {
                lines.push(Line::Removed(before));
                added.push(Line::Added(after));
            }
            DiffLine::Removed { before } => lines.push(Line::Removed(before)),
            DiffLine::Added { after } => added.push(Line::Added(after)),
            DiffLine::Same { before, after } => {
                lines.append(&mut added);
                lines.push(Line::Same(before.line, after));
            }
            DiffLine::Skipped { count } => {
                lines.append(&mut added);
                lines.push(Line::Skipped(*count));
            }
        }
    }
    lines.append(&mut added);
    lines
}

/// What differs, as a sentence; none where nothing does.
pub(super) fn summary(rows: &[DiffLine]) -> Option<String> {
    let count = |of: fn(&DiffLine) -> bool| rows.iter().filter(|row| of(row)).count();
    let said = [
        (count(|row| matches!(row, DiffLine::Changed { .. })), "changed"),
        (count(|row| matches!(row, DiffLine::Added { .. })), "added"),
        (count(|row| matches!(row, DiffLine::Removed { .. })), "removed"),
    ];
    let parts: Vec<String> = said
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, verb)| [&counted(*count, "line", "lines"), " ", *verb].concat())
        .collect();
    (!parts.is_empty()).then(|| [&parts.join(", "), "."].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(line: u32, text: &str) -> DiffSide {
        DiffSide { line, text: text.to_owned(), marks: vec![] }
    }

    fn marks(list: &[(u32, u32)]) -> Vec<Mark> {
        list.iter().map(|&(from, to)| Mark { from, to }).collect()
    }

    #[test]
    fn a_line_is_cut_where_its_marks_are() {
        assert_eq!(
            pieces("one two three", &marks(&[(4, 7)])),
            [("one ", false), ("two", true), (" three", false)]
        );
        assert_eq!(pieces("all", &marks(&[(0, 3)])), [("all", true)]);
        assert_eq!(pieces("none", &[]), [("none", false)]);
        assert_eq!(pieces("", &marks(&[(0, 1)])), []);
    }

    #[test]
    fn marks_count_in_utf_16() {
        // ä is one code unit and two bytes, 🦀 two code units and four bytes.
        assert_eq!(pieces("ä🦀b", &marks(&[(3, 4)])), [("ä🦀", false), ("b", true)]);
        assert_eq!(pieces("ä🦀b", &marks(&[(1, 3)])), [("ä", false), ("🦀", true), ("b", false)]);
    }

    #[test]
    fn a_mark_never_divides_a_character() {
        assert_eq!(pieces("🦀b", &marks(&[(1, 2)])), [("🦀", true), ("b", false)]);
        assert_eq!(pieces("🦀b", &marks(&[(0, 1)])), [("🦀", true), ("b", false)]);
    }

    #[test]
    fn marks_that_overlap_or_lead_beyond_the_line_lose_no_character() {
        assert_eq!(pieces("abcd", &marks(&[(0, 2), (1, 3)])), [("ab", true), ("c", true), ("d", false)]);
        assert_eq!(pieces("abcd", &marks(&[(2, 99), (50, 60)])), [("ab", false), ("cd", true)]);
    }

    #[test]
    fn in_one_column_what_is_gone_comes_before_what_is_new() {
        let rows = [
            DiffLine::Skipped { count: 4 },
            DiffLine::Changed { before: side(5, "a"), after: side(5, "A") },
            DiffLine::Added { after: side(6, "new") },
            DiffLine::Changed { before: side(6, "b"), after: side(7, "B") },
            DiffLine::Same { before: side(7, "c"), after: side(8, "c") },
            DiffLine::Added { after: side(9, "end") },
        ];
        assert_eq!(
            in_one_column(&rows),
            [
                Line::Skipped(4),
                Line::Removed(&side(5, "a")),
                Line::Removed(&side(6, "b")),
                Line::Added(&side(5, "A")),
                Line::Added(&side(6, "new")),
                Line::Added(&side(7, "B")),
                Line::Same(7, &side(8, "c")),
                Line::Added(&side(9, "end")),
            ]
        );
    }

    #[test]
    fn the_summary_counts_what_differs() {
        let rows = [
            DiffLine::Changed { before: side(1, "a"), after: side(1, "A") },
            DiffLine::Removed { before: side(2, "b") },
            DiffLine::Removed { before: side(3, "c") },
            DiffLine::Skipped { count: 9 },
        ];
        assert_eq!(summary(&rows).as_deref(), Some("1 line changed, 2 lines removed."));
        assert_eq!(summary(&[DiffLine::Skipped { count: 9 }]), None);
    }
}
