//! Owns where a line that a pass reads itself stands: how far it is indented, and whether that is inside an item.

/// How far two indentations are told apart.
const WIDEST: usize = 1000;

/// How many bytes come before `at` on its line, if they are but white space and marks of quotes.
pub(super) fn indentation(source: &str, at: usize) -> Option<usize> {
    let before = source.as_bytes().get(..at)?;
    let width = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t' | b'>')).count();
    matches!(before.get(..at - width)?.last(), None | Some(b'\n' | b'\r')).then_some(width)
}

/// Whether a line indented by so many bytes is indented more than the list item that starts at `item`.
pub(super) fn lies_deeper(source: &str, indentation: usize, item: usize) -> bool {
    let from = item.saturating_sub(indentation.min(WIDEST));
    let before = source.as_bytes().get(from..item).unwrap_or_default();
    before.len() < indentation.min(WIDEST) || before.contains(&b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indentation_of_a_line() {
        assert_eq!(indentation("a\n> {x}", 4), Some(2));
        assert_eq!(indentation("{x}", 0), Some(0));
        assert_eq!(indentation("a {x}", 2), None);
    }

    #[test]
    fn inside_an_item_or_after_it() {
        let source = "a\n- b\n  c\n";
        assert!(lies_deeper(source, 2, 2));
        assert!(!lies_deeper(source, 0, 2));
        assert!(!lies_deeper("  - b\nc\n", 2, 2));
        assert!(lies_deeper("- b\n", 1, 0));
    }
}
