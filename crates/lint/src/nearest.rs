//! Owns which known name a mistyped one was meant to be.

/// Longer names are never near each other in a useful way, and the distance costs their product.
const LONGEST_COMPARED: usize = 60;

/// How many comparisons are made for one post: nobody mends more mistyped names than these allow.
const COMPARISONS: usize = 2000;

/// Looks for near names until it has done enough for one post.
pub(crate) struct Near {
    left: usize,
}

impl Near {
    pub(crate) fn new() -> Near {
        Near { left: COMPARISONS }
    }

    /// The nearest of `names` in which at most every third character differs.
    pub(crate) fn find<'n>(&mut self, name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        let mut best = None;
        for other in names {
            self.left = self.left.checked_sub(1)?;
            let distance = distance(name, other);
            if distance * 3 <= other.chars().count() && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, other));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// The same for one name alone.
pub(crate) fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    Near::new().find(name, known.into_iter())
}

/// Levenshtein distance without regard to case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).take(LONGEST_COMPARED + 1).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).take(LONGEST_COMPARED + 1).collect();
    if a.len().max(b.len()) > LONGEST_COMPARED {
        return usize::MAX / 3;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let up = *cell;
            let here = (diagonal + usize::from(x != y)).min(up + 1).min(left + 1);
            diagonal = up;
            left = here;
            *cell = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Near, distance, nearest};

    #[test]
    fn distances() {
        assert_eq!(distance("amsterdm", "Amsterdam"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn the_nearest_name_is_found_while_there_is_something_left() {
        let names = ["amstel", "amsterdam", "rotterdam"];
        let mut near = Near::new();
        assert_eq!(near.find("amsterdm", names.into_iter()), Some("amsterdam"));
        assert_eq!(near.find("paris", names.into_iter()), None);
        near.left = 2;
        assert_eq!(near.find("amsterdm", names.into_iter()), None);
    }

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let known = ["bare-url", "text", "trailing-spaces"];
        assert_eq!(nearest("bare-urls", known), Some("bare-url"));
        assert_eq!(nearest("Trailing-space", known), Some("trailing-spaces"));
        assert_eq!(nearest("test", known), Some("text"));
        assert_eq!(nearest("tone", known), None);
        assert_eq!(nearest(&"x".repeat(10_000), known), None);
    }
}
