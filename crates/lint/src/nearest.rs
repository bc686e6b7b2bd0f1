//! Owns which known word a misspelt one was meant to be.

/// Longer words are no slips of each other, and the distance costs their product.
const LONGEST: usize = 60;

/// The known word nearest to another, where it is near enough to be meant: a third of it may differ.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let near = known.into_iter().map(|known| (distance(word, known), known)).min();
    near.filter(|(distance, known)| *distance * 3 <= known.chars().count()).map(|(_, known)| known)
}

/// Levenshtein distance without regard to case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    if a.len().max(b.len()) > LONGEST {
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
    use super::nearest;

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
