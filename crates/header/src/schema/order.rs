//! Owns where a key belongs among those that are there.

use super::Field;
use crate::front_matter::Entry;

/// The index among `entries` at which `key` is best added: after the entry that comes closest before it in the
/// order of `fields`, else before the one that comes closest after it, else at the end.
pub fn place_among(fields: &[Field], key: &str, entries: &[Entry]) -> usize {
    let rank = |key: &str| fields.iter().position(|field| field.answers_to(key, true));
    let there: Vec<Option<usize>> = entries.iter().map(|entry| rank(&entry.key)).collect();
    place(rank(key), &there)
}

/// The same for ranks; those of keys that nobody knows are none.
pub(super) fn place(rank: Option<usize>, there: &[Option<usize>]) -> usize {
    let Some(rank) = rank else {
        return there.len();
    };
    let ranks = || there.iter().enumerate().filter_map(|(index, rank)| Some((index, (*rank)?)));
    let before = ranks().filter(|(_, other)| *other < rank).max_by_key(|(_, other)| *other);
    let after = ranks().filter(|(_, other)| *other > rank).min_by_key(|(_, other)| *other);
    match (before, after) {
        (Some((index, _)), _) => index + 1,
        (None, Some((index, _))) => index,
        (None, None) => there.len(),
    }
}

#[cfg(test)]
mod tests {
    use crate::front_matter::FrontMatter;
    use crate::schema::for_generator;

    #[track_caller]
    fn check(yaml: &str, key: &str, index: usize) {
        let header = FrontMatter::read(&format!("---\n{yaml}---\n")).unwrap();
        assert_eq!(for_generator("hugo", None).place_for(key, &header.entries), index, "{key} in {yaml}");
    }

    #[test]
    fn a_key_goes_beside_its_neighbours() {
        check("title: A\ndate: 2024-01-01\ntags: []\n", "lastmod", 2);
        check("title: A\ndate: 2024-01-01\ntags: []\n", "categories", 3);
        check("date: 2024-01-01\n", "title", 0);
        check("own: 1\ndate: 2024-01-01\n", "title", 1);
        check("own: 1\n", "title", 1);
        check("title: A\nown: 1\n", "unheard", 2);
        check("", "title", 0);
    }

    #[test]
    fn the_order_of_the_post_is_respected() {
        check("tags: []\ntitle: A\n", "description", 2);
        check("tags: []\ndate: 2024-01-01\ntitle: A\n", "draft", 2);
    }
}
