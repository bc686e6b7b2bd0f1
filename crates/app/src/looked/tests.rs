//! Owns the tests of what is looked at.

use super::*;
use foreword_wire::Facets;

fn list(matching: u32, total: u32, read: u32, done: bool) -> PostList {
    PostList { rows: vec![], from: 0, matching, total, read, done, facets: Facets::default(), limit: None }
}

fn tagged(tag: &str) -> PostFilter {
    PostFilter { tag: Some(tag.to_owned()), ..PostFilter::default() }
}

#[test]
fn at_first_the_newest_posts_are_seen() {
    let view = Looked::default().view();
    assert_eq!(view.sort, PostSort { by: SortBy::Date, descending: true });
    assert_eq!((view.from, view.count), (0, 100));
    assert_eq!((view.search.as_str(), view.filter), ("", PostFilter::default()));
}

#[test]
fn a_search_has_an_order_of_its_own_and_gives_the_other_one_back() {
    let titles = Looked::default().with_order(Order::Title);
    let found = titles.with_search(" rust ".to_owned());
    assert_eq!((found.order(), found.view().search.as_str()), (Order::Best, "rust"));
    let changed = found.with_order(Order::Changed);
    assert_eq!(changed.view().sort, PostSort { by: SortBy::Modified, descending: true });
    assert_eq!(changed.with_search("  ".to_owned()).order(), Order::Title);
}

#[test]
fn the_list_grows_to_three_hundred_rows_and_moves_on_from_there() {
    let mut looked = Looked::default();
    let mut seen = vec![];
    for _ in 0..4 {
        looked = looked.more();
        seen.push((looked.from, looked.count));
    }
    assert_eq!(seen, [(0, 200), (0, 300), (100, 300), (200, 300)]);
    looked = looked.earlier();
    assert_eq!((looked.from, looked.count), (100, 300));
    assert_eq!((looked.earlier().earlier().from, looked.count), (0, 300));
}

#[test]
fn whatever_is_chosen_is_seen_from_the_start() {
    let far = (0..4).fold(Looked::default(), |looked, _| looked.more());
    for next in [far.with_search("a".to_owned()), far.with_filter(tagged("a")), far.with_order(Order::Oldest)]
    {
        assert_eq!((next.from, next.count), (0, 100));
    }
}

#[test]
fn each_filter_is_a_chip_that_can_be_taken_away() {
    let filter = PostFilter {
        state: PublishState::Later,
        tag: Some("rust".to_owned()),
        category: None,
        dialect: None,
        year: Some(2024),
        folder: Some(String::new()),
        problems: true,
    };
    let mut looked = Looked::default().with_filter(filter);
    let words: Vec<String> = looked.active().into_iter().map(|(_, words)| words).collect();
    assert_eq!(words, ["Scheduled", "Tag: rust", "Year: 2024", "Folder: At the top", "With problems"]);
    for (active, _) in looked.active() {
        looked = looked.without(active);
    }
    assert_eq!(looked, Looked::default());
}

#[test]
fn posts_are_counted_with_what_is_left_out() {
    assert_eq!(Looked::default().tally(&list(1, 1, 1, true)), "1 post");
    assert_eq!(Looked::default().tally(&list(1234, 1234, 0, true)), "1,234 posts");
    let narrow = Looked::default().with_filter(tagged("a"));
    assert_eq!(narrow.tally(&list(0, 1234, 0, true)), "0 of 1,234 posts");
}

#[test]
fn reading_is_said_as_long_as_it_lasts() {
    assert_eq!(reading(&list(0, 5000, 1200, true)).as_deref(), Some("Reading 1,200 of 5,000…"));
    assert_eq!(reading(&list(0, 0, 0, false)).as_deref(), Some("Looking for posts…"));
    assert_eq!(reading(&list(3, 3, 3, true)), None);
}
