//! Owns which known key a misspelt one was meant to be.

use super::{Field, Origin};

/// Shorter keys are too near to one another.
const SHORTEST: usize = 4;
/// From this length on, two slips count as a misspelling; below, one.
const TWO_SLIPS_FROM: usize = 7;
/// A key that this many posts have is meant as it is.
const MEANT: usize = 3;

/// The known key nearest to `key`, where `key` itself is not known and near enough to one.
pub(super) fn near_miss<'a>(fields: &'a [Field], key: &str, ignores_case: bool) -> Option<&'a str> {
    let typed: Vec<char> = key.to_lowercase().chars().collect();
    let is_meant = |field: &Field| {
        field.origin != Origin::Posts || field.usage.is_some_and(|usage| usage.posts >= MEANT)
    };
    if typed.len() < SHORTEST
        || fields.iter().any(|field| is_meant(field) && field.answers_to(key, ignores_case))
    {
        return None;
    }
    let own = fields.iter().find(|field| field.key == key);
    // `authors` with a list beside `author` with a name is no slip.
    let is_plural = |known: &Field| {
        let (mine, other) = (key.to_lowercase(), known.key.to_lowercase());
        let one_more = mine.strip_suffix('s') == Some(&other) || other.strip_suffix('s') == Some(&mine);
        one_more && own.is_some_and(|own| own.kind.is_list() != known.kind.is_list())
    };
    let slips = if typed.len() < TWO_SLIPS_FROM { 1 } else { 2 };
    fields
        .iter()
        .filter(|field| is_meant(field) && !is_plural(field))
        .flat_map(|field| std::iter::once(&field.key).chain(&field.aliases))
        .filter_map(|known| {
            let letters: Vec<char> = known.to_lowercase().chars().collect();
            let enough = letters.len() >= SHORTEST && letters.len().abs_diff(typed.len()) <= slips;
            let distance = if enough { distance(&typed, &letters) } else { usize::MAX };
            (distance <= slips).then_some((distance, known.as_str()))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let cost = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let replaced = cost(&last, j) + usize::from(from != to);
            let mut best = replaced.min(cost(&last, j + 1) + 1).min(cost(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(to) && b.get(j - 1) == Some(from);
            if swapped {
                best = best.min(cost(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Kind, Usage, for_generator};

    #[test]
    fn slips_are_recognised() {
        let schema = for_generator("hugo", None);
        for (typed, meant) in [
            ("catgories", "categories"),
            ("descrption", "description"),
            ("titel", "title"),
            ("tgas", "tags"),
            ("Drafft", "draft"),
            ("pulbishDate", "publishDate"),
        ] {
            assert_eq!(schema.near_miss(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        let schema = for_generator("hugo", None);
        for typed in
            ["title", "TITLE", "menu", "toc", "math", "image", "cover", "page", "subtitle", "ähnlich"]
        {
            assert_eq!(schema.near_miss(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_plural_that_is_a_list_is_meant() {
        let field = |key: &str, kind, origin| Field { key: key.to_owned(), kind, origin, ..Field::default() };
        let author = field("author", Kind::Text, Origin::Generator);
        let fields = |kind| [author.clone(), field("authors", kind, Origin::Posts)];
        assert_eq!(near_miss(&fields(Kind::Tags), "authors", false), None);
        assert_eq!(near_miss(&fields(Kind::Text), "authors", false), Some("author"));
    }

    #[test]
    fn a_key_of_several_posts_is_meant() {
        let used = |key: &str, posts| Field {
            key: key.to_owned(),
            usage: Some(Usage { posts, of: 9 }),
            ..Field::default()
        };
        let fields = [used("speakers", 9), used("speaker", 1), used("sponsor", 3), used("sponsors", 3)];
        assert_eq!(near_miss(&fields, "speaker", false), Some("speakers"));
        assert_eq!(near_miss(&fields, "sponsor", false), None);
        assert_eq!(near_miss(&fields, "sponsors", false), None);
    }
}
