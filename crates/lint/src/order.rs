//! Owns sorting, compiled once: the standard library's is compiled anew, at several kilobytes, for every type sorted.

use foreword_core::Span;

/// What is compared, first number first.
pub(crate) type Key = (usize, usize, usize);

/// Sorts by a key; what has the same key stays in its order.
pub(crate) fn by_key<T>(items: &mut [T], key: impl Fn(&T) -> Key) {
    let mut keys = Vec::with_capacity(items.len());
    for item in items.iter() {
        keys.push(key(item));
    }
    for (one, other) in swaps(&keys) {
        items.swap(one, other);
    }
}

/// The key of what is sorted by where it stands.
pub(crate) fn place(span: Span) -> Key {
    (span.start, span.end, 0)
}

/// Pairs of indices: exchanged one pair after another, what has these keys is sorted, and equal ones stay in their order.
#[inline(never)]
pub(crate) fn swaps(keys: &[Key]) -> Vec<(usize, usize)> {
    let mut sorted: Vec<(Key, usize)> = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        sorted.push((*key, index));
    }
    sorted.sort_unstable();
    let mut swaps = Vec::new();
    // Each round of places that hand their item on is followed once; a place that is done hands on to itself.
    for start in 0..sorted.len() {
        let mut place = start;
        while let Some((_, from)) = sorted.get_mut(place) {
            let next = std::mem::replace(from, place);
            if next == start || next == place {
                break;
            }
            swaps.push((place, next));
            place = next;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        for count in 0..40 {
            // Seven is prime, so that every remainder comes up several times and out of order.
            let mut items: Vec<(usize, usize)> = (0..count).map(|index| (index * 5 % 7, index)).collect();
            let mut expected = items.clone();
            expected.sort();
            by_key(&mut items, |(key, _)| (*key, 0, 0));
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn compares_the_first_number_first() {
        let mut items = [(2, 0, 0), (1, 2, 0), (1, 1, 9), (1, 1, 3)];
        by_key(&mut items, |key| *key);
        assert_eq!(items, [(1, 1, 3), (1, 1, 9), (1, 2, 0), (2, 0, 0)]);
    }

    #[test]
    fn a_place_sorts_by_start_then_end() {
        let mut spans = [Span::new(4, 9), Span::new(0, 9), Span::new(4, 5)];
        by_key(&mut spans, |span| place(*span));
        assert_eq!(spans, [Span::new(0, 9), Span::new(4, 5), Span::new(4, 9)]);
    }
}
