//! Owns what a list of posts shows of each: title, date, words it is filed under.

use crate::document::Document;
use crate::front_matter::{Entry, Node, Value};
use crate::verdict::{Circumstances, Publishes};
use crate::verdict::{read_date, verdict_for};

/// A post in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// From the header, else the first level-1 heading.
    pub title: Option<String>,
    /// The date as spelt: the header's, else that of the file's name.
    pub date: Option<String>,
    /// The same in Unix seconds; a missing zone counts as UTC.
    pub instant: Option<i64>,
    /// Whether and when it is published.
    pub publishes: Publishes,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its categories.
    pub categories: Vec<String>,
    /// The slug that its header gives.
    pub slug: Option<String>,
}

/// Keys for the date of a post, the best first.
const DATES: [&str; 9] = [
    "date",
    "pubDate",
    "pubdate",
    "publishDate",
    "published_at",
    "publishedAt",
    "published",
    "created",
    "updated",
];
/// At most so many words are shown of each list.
const MOST_WORDS: usize = 50;

/// The summary of a post, judged by its generator's rules.
pub fn summary(document: &Document<'_>, at: &Circumstances<'_>) -> Summary {
    let header = document.front_matter.as_ref();
    let generator = document.generator(None, at.file_name).generator.id;
    let entries = header.map_or(&[][..], |header| header.entries.as_slice());
    let spelt = DATES.iter().find_map(|key| date_of(&find(entries, key)?.value));
    let named = || {
        let name = at.file_name?.rsplit(['/', '\\']).next()?;
        let day = name.get(..10).filter(|_| name.get(10..11) == Some("-"))?;
        read_date(day).is_ok().then(|| day.to_owned())
    };
    let date = spelt.or_else(named);
    Summary {
        title: document.title().map(str::to_owned),
        instant: date.as_deref().and_then(|date| read_date(date).ok()).map(|moment| moment.instant(0)),
        date,
        publishes: verdict_for(generator, document.source, header, at).publishes,
        tags: words(entries, &["tags", "tag", "keywords"]),
        categories: words(entries, &["categories", "category", "series"]),
        slug: words(entries, &["slug"]).pop(),
    }
}

fn find<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key))
}

fn date_of(node: &Node) -> Option<String> {
    match &node.value {
        Value::Date(text) => Some(text.clone()),
        Value::String(text) => read_date(text).is_ok().then(|| text.clone()),
        _ => None,
    }
}

/// The words under the first of these keys, at the top or in Zola's `taxonomies`.
fn words(entries: &[Entry], keys: &[&str]) -> Vec<String> {
    let inner = match find(entries, "taxonomies").map(|entry| &entry.value.value) {
        Some(Value::Map(entries)) => entries.as_slice(),
        _ => &[],
    };
    let found = keys.iter().find_map(|key| find(entries, key).or_else(|| find(inner, key)));
    let text = |node: &Node| match &node.value {
        Value::String(text) | Value::Number(text) | Value::Date(text) => Some(text.trim().to_owned()),
        _ => None,
    };
    match found.map(|entry| &entry.value) {
        Some(Node { value: Value::List(items), .. }) => {
            items.iter().filter_map(text).take(MOST_WORDS).collect()
        }
        Some(node) => text(node).filter(|text| !text.is_empty()).into_iter().collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;

    fn of(source: &str, file_name: Option<&str>) -> Summary {
        let document = Document::parse(source, Context { file_name, ..Context::default() });
        summary(&document, &Circumstances { file_name, now: 1_712_487_909, ..Circumstances::default() })
    }

    #[test]
    fn what_a_list_shows() {
        let post = of(
            "---\ntitle: A\ndate: 2024-01-02T01:00:00+01:00\ndraft: true\ntags: [x, 2024]\ncategory: y\n---\n",
            None,
        );
        assert_eq!(post.title.as_deref(), Some("A"));
        assert_eq!(post.date.as_deref(), Some("2024-01-02T01:00:00+01:00"));
        assert_eq!(post.instant, Some(1_704_153_600));
        assert_eq!(post.publishes, Publishes::Never);
        assert_eq!(
            (post.tags, post.categories),
            (vec!["x".to_owned(), "2024".to_owned()], vec!["y".to_owned()])
        );
    }

    #[test]
    fn the_file_name_dates_a_post_that_does_not_date_itself() {
        let post = of("# Title\n\nText\n", Some("_posts/2024-02-03-title.md"));
        assert_eq!((post.title.as_deref(), post.date.as_deref()), (Some("Title"), Some("2024-02-03")));
        assert_eq!(of("Text\n", Some("notes/2024-02-03.md")).date, None);
        assert_eq!(of("", None).publishes, Publishes::Now);
    }

    #[test]
    fn a_slug_of_its_own() {
        assert_eq!(of("---\nslug: low-water\n---\n", None).slug.as_deref(), Some("low-water"));
        assert_eq!(of("---\nslug:\n---\nslug: x\n", None).slug, None);
    }

    #[test]
    fn taxonomies_of_zola() {
        let post = of("+++\ntitle = 'A'\n[taxonomies]\ntags = ['x']\n+++\n", None);
        assert_eq!(post.tags, ["x"]);
    }
}
