//! Owns looking for what must stand near: without a bound, a post of nothing but beginnings would take the square of
//! its length.

/// Nobody writes a tag or an attribute longer than this in a line of text.
const REACH: usize = 300;

/// Where `end` begins in the same line of a text, if that is near its start.
pub(crate) fn find(text: &str, end: &str) -> Option<usize> {
    let mut reach = text.len().min(REACH);
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let found = text.get(..reach)?.find(end)?;
    let is_same_line = !text.get(..found)?.contains('\n');
    is_same_line.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_what_is_near_is_found() {
        assert_eq!(find("a}", "}"), Some(1));
        assert_eq!(find("a\n}", "}"), None);
        assert_eq!(find(&format!("{}}}", "é".repeat(200)), "}"), None);
    }
}
