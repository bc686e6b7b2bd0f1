//! Owns what posts tell about their keys: one post's own habits, or those of a whole site.
//!
//! Posts are added one by one and need not be kept. What is remembered has bounds ([`MAX_KEYS`], [`MAX_WORDS`])
//! that no site reaches by honest means.

mod style;
mod tally;

use super::{DateStyle, Kind, Usage};
use crate::front_matter::{Entry, Format, FrontMatter};
use tally::{Counter, Tally};

pub use style::{ListStyle, QuoteStyle};

/// At most this many keys are remembered at each level.
pub const MAX_KEYS: usize = 300;
/// At most this many different words are remembered for each key.
pub const MAX_WORDS: usize = 1000;

/// From this many posts on, what nearly all of them have counts as required.
const ENOUGH_POSTS: usize = 5;

/// What was learned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learned {
    /// Posts with a header that were looked at.
    pub posts: usize,
    /// Their keys, in the order in which posts have them.
    pub keys: Vec<LearnedKey>,
    /// The language of most headers.
    pub format: Option<Format>,
    /// How most dates are spelt.
    pub dates: Option<DateStyle>,
    /// How most lists are written.
    pub lists: Option<ListStyle>,
    /// How most text is quoted that needs no quotes.
    pub quotes: Option<QuoteStyle>,
}

/// What was learned about a key.
#[derive(Clone, Debug, PartialEq)]
pub struct LearnedKey {
    /// The key.
    pub key: String,
    /// What most of its values are; [`Kind::Raw`] where it never has one.
    pub kind: Kind,
    /// True when most are lists of `kind`.
    pub multiple: bool,
    /// What else some of its values are.
    pub also: Vec<Kind>,
    /// How many posts have it.
    pub usage: Usage,
    /// Words that occur in it with the number of posts, the most frequent first: the items of lists, and text
    /// that occurs more than once.
    pub vocabulary: Vec<(String, usize)>,
    /// How most of its dates are spelt.
    pub dates: Option<DateStyle>,
    /// How most of its lists are written.
    pub lists: Option<ListStyle>,
    /// How most of its text is quoted.
    pub quotes: Option<QuoteStyle>,
    /// The keys of its maps, one level deep.
    pub fields: Vec<LearnedKey>,
}

impl LearnedKey {
    /// True when nearly every post has it, and there are enough posts to say so.
    pub fn is_required(&self) -> bool {
        self.usage.of >= ENOUGH_POSTS && self.usage.posts * 10 >= self.usage.of * 9
    }
}

impl Learned {
    /// What was learned about a top-level key.
    pub fn key(&self, key: &str) -> Option<&LearnedKey> {
        self.keys.iter().find(|learned| learned.key == key)
    }
}

/// Learns from posts given as their text and its header.
pub fn from_posts<'a>(posts: impl IntoIterator<Item = (&'a str, &'a FrontMatter)>) -> Learned {
    let mut learner = Learner::default();
    for (source, header) in posts {
        learner.add(source, header);
    }
    learner.finish()
}

/// Learns post by post.
#[derive(Clone, Debug, Default)]
pub struct Learner {
    posts: usize,
    keys: Vec<Tally>,
    formats: Counter<Format>,
}

impl Learner {
    /// Takes a post into account; `header` is that of `source`.
    pub fn add(&mut self, source: &str, header: &FrontMatter) {
        self.posts += 1;
        self.formats.add(header.format);
        add_entries(&mut self.keys, source, &header.entries, Some(header.format));
    }

    /// What was learned.
    pub fn finish(self) -> Learned {
        let mut all = Counters::default();
        for tally in self.keys.iter().flat_map(|tally| std::iter::once(tally).chain(&tally.fields)) {
            all.dates.add_all(&tally.dates);
            all.lists.add_all(&tally.lists);
            all.quotes.add_all(&tally.quotes);
        }
        Learned {
            posts: self.posts,
            keys: finish(self.keys, self.posts),
            format: self.formats.most(),
            dates: all.dates.most(),
            lists: all.lists.most(),
            quotes: all.quotes.most(),
        }
    }
}

#[derive(Default)]
struct Counters {
    dates: Counter<DateStyle>,
    lists: Counter<ListStyle>,
    quotes: Counter<QuoteStyle>,
}

/// Adds the entries of a map; `nested_in` is given where the maps among them are looked into as well.
fn add_entries(keys: &mut Vec<Tally>, source: &str, entries: &[Entry], nested_in: Option<Format>) {
    for (index, entry) in entries.iter().take(MAX_KEYS).enumerate() {
        let place = (index as f64 + 0.5) / entries.len() as f64;
        let at = keys.iter().position(|tally| tally.key == entry.key).or_else(|| {
            (keys.len() < MAX_KEYS).then(|| {
                keys.push(Tally::new(&entry.key));
                keys.len() - 1
            })
        });
        if let Some(tally) = at.and_then(|at| keys.get_mut(at)) {
            tally.add(source, entry, place, nested_in);
        }
    }
}

/// What was learned about each key, in order of its usual place.
fn finish(mut keys: Vec<Tally>, of: usize) -> Vec<LearnedKey> {
    keys.sort_by(|a, b| a.usual_place().total_cmp(&b.usual_place()));
    keys.into_iter().map(|tally| tally.finish(of)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learn(posts: &[&str]) -> Learned {
        let headers: Vec<_> = posts.iter().map(|post| (*post, FrontMatter::read(post).unwrap())).collect();
        from_posts(headers.iter().map(|(post, header)| (*post, header)))
    }

    fn kind(learned: &Learned, key: &str) -> Kind {
        learned.key(key).unwrap().kind
    }

    #[test]
    fn one_post_tells_its_own_habits() {
        let learned = learn(&[
            "---\ntitle: \"A\"\ndate: 2023-03-09T10:53:13+01:00\ntags:\n  - x\n  - y\nauthor: \"J\"\nempty:\nmeta: {toc: true}\n---\n",
        ]);
        assert_eq!(learned.posts, 1);
        assert_eq!(
            learned.keys.iter().map(|key| key.key.as_str()).collect::<Vec<_>>(),
            ["title", "date", "tags", "author", "empty", "meta"]
        );
        assert_eq!(learned.dates.as_ref().unwrap().pattern, "YYYY-MM-DDTHH:mm:ss±hh:mm");
        assert_eq!(learned.lists, Some(ListStyle::Indented));
        assert_eq!(learned.quotes, Some(QuoteStyle::Double));
        assert_eq!(kind(&learned, "empty"), Kind::Raw);
        assert_eq!(learned.key("meta").unwrap().fields[0].kind, Kind::Switch);
        assert!(learned.keys.iter().all(|key| !key.is_required()));
    }

    #[test]
    fn what_nearly_every_post_has_is_required() {
        let mut posts = vec!["---\ntitle: A\ndescription: B\n---\n"; 9];
        posts.push("---\ntitle: A\nextra: 1\n---\n");
        let learned = learn(&posts);
        let required = |key| learned.key(key).unwrap().is_required();
        assert!(required("title") && required("description") && !required("extra"));
        assert_eq!(learned.key("description").unwrap().usage, Usage { posts: 9, of: 10 });
        assert!(!learn(&posts[..4]).key("title").unwrap().is_required());
    }

    #[test]
    fn words_are_counted_by_post() {
        let learned = learn(&[
            "---\ntags: [rust, wasm, rust]\nlayout: post\ntitle: One\n---\n",
            "---\ntags: [rust]\nlayout: post\ntitle: Two\n---\n",
        ]);
        let words = |key| learned.key(key).unwrap().vocabulary.clone();
        assert_eq!(words("tags"), [("rust".to_owned(), 2), ("wasm".to_owned(), 1)]);
        assert_eq!(words("layout"), [("post".to_owned(), 2)]);
        assert_eq!(words("title"), []);
    }

    #[test]
    fn most_values_decide_and_the_others_are_remembered() {
        let learned = learn(&[
            "---\ntags: [a, b]\nimage: /x.png\ndate: 2024-01-01\nnote: short\nlink: https://a.org\n---\n",
            "---\ntags: [a]\nimage: y.jpg\ndate: 2024-01-02\nnote: |\n  long\n  long\nlink: none\n---\n",
            "---\ntags: a\nimage: ''\ndate: 2024-01-02 10:00\nnote: short\nlink: https://b.org\n---\n",
        ]);
        assert_eq!(kind(&learned, "tags"), Kind::Tags);
        assert_eq!(learned.key("tags").unwrap().also, [Kind::Text]);
        assert_eq!(kind(&learned, "image"), Kind::Image);
        assert_eq!(kind(&learned, "date"), Kind::Date);
        assert_eq!(learned.key("date").unwrap().also, [Kind::DateTime]);
        assert_eq!(kind(&learned, "note"), Kind::LongText);
        assert_eq!(kind(&learned, "link"), Kind::Text);
    }

    #[test]
    fn keys_of_maps_and_of_lists_of_maps() {
        let learned = learn(&[
            "+++\ntitle = 'A'\n[taxonomies]\ntags = ['x']\n[[resources]]\nsrc = 'a.png'\n[[resources]]\nsrc = 'b.png'\n+++\n",
        ]);
        let fields = |key| learned.key(key).unwrap().fields.clone();
        assert_eq!((kind(&learned, "taxonomies"), fields("taxonomies")[0].kind), (Kind::Object, Kind::Tags));
        assert_eq!(
            (kind(&learned, "resources"), fields("resources")[0].kind),
            (Kind::ObjectList, Kind::Image)
        );
        assert_eq!(learned.quotes, Some(QuoteStyle::Single));
        assert_eq!(learned.format, Some(Format::Toml));
    }

    #[test]
    fn memory_is_bounded() {
        let mut post = String::from("---\n");
        (0..2000).for_each(|index| post.push_str(&format!("key{index}: value\n")));
        post.push_str("---\n");
        assert_eq!(learn(&[&post]).keys.len(), MAX_KEYS);
        let tags: Vec<String> = (0..5000).map(|index| format!("t{index}")).collect();
        let post = format!("---\ntags: [{}]\n---\n", tags.join(", "));
        assert_eq!(learn(&[&post]).key("tags").unwrap().vocabulary.len(), MAX_WORDS);
    }
}
