//! Owns counting what posts have under one key.

use super::style::{self, ListStyle, QuoteStyle};
use super::{LearnedKey, MAX_WORDS, add_entries, finish};
use crate::front_matter::{Entry, Format, Node, Value};
use crate::schema::{DateStyle, Kind, Usage, dates, kind};
use std::collections::HashMap;

/// Longer text is nobody's vocabulary.
const LONGEST_WORD: usize = 80;
/// This many items of a list are looked at.
const MAX_ITEMS: usize = 2000;
/// More different styles than this are not counted.
const MAX_STYLES: usize = 40;

/// Counts a few different things.
#[derive(Clone, Debug)]
pub(super) struct Counter<T>(Vec<(T, usize)>);

impl<T> Default for Counter<T> {
    fn default() -> Counter<T> {
        Counter(Vec::new())
    }
}

impl<T: PartialEq + Clone> Counter<T> {
    pub(super) fn add(&mut self, thing: T) {
        self.add_many(thing, 1);
    }

    pub(super) fn add_all(&mut self, other: &Counter<T>) {
        other.0.iter().for_each(|(thing, count)| self.add_many(thing.clone(), *count));
    }

    fn add_many(&mut self, thing: T, count: usize) {
        if let Some((_, known)) = self.0.iter_mut().find(|(known, _)| *known == thing) {
            *known += count;
        } else if self.0.len() < MAX_STYLES {
            self.0.push((thing, count));
        }
    }

    /// The most frequent; the first of equals.
    pub(super) fn most(&self) -> Option<T> {
        let best = self.0.iter().reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        Some(best.0.clone())
    }
}

/// What is counted for one key.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) key: String,
    pub(super) dates: Counter<DateStyle>,
    pub(super) lists: Counter<ListStyle>,
    pub(super) quotes: Counter<QuoteStyle>,
    pub(super) fields: Vec<Tally>,
    posts: usize,
    /// Maps that `fields` were found in.
    maps: usize,
    /// Sum of the places in the headers, each from 0 (first) to 1 (last).
    places: f64,
    kinds: Counter<(Kind, bool)>,
    /// What an empty list is taken for, where nothing else is known.
    of_empty: Option<(Kind, bool)>,
    words: HashMap<String, Word>,
}

/// How many posts have a word, and which was the last that did.
#[derive(Clone, Debug)]
struct Word {
    posts: usize,
    last: usize,
}

impl Tally {
    pub(super) fn new(key: &str) -> Tally {
        Tally { key: key.to_owned(), ..Tally::default() }
    }

    /// `format` is given where maps are looked into.
    pub(super) fn add(&mut self, source: &str, entry: &Entry, place: f64, format: Option<Format>) {
        self.posts += 1;
        self.places += place;
        let value = &entry.value;
        match kind::of_value(&entry.key, &value.value) {
            // An empty list does not tell what it would hold.
            kind if matches!(&value.value, Value::List(items) if items.is_empty()) => self.of_empty = kind,
            kind => kind.into_iter().for_each(|kind| self.kinds.add(kind)),
        }
        match &value.value {
            Value::Map(entries) if format.is_some() => self.add_map(source, entries),
            Value::List(items) => {
                style::of_list(source, entry).into_iter().for_each(|style| self.lists.add(style));
                for item in items.iter().take(MAX_ITEMS) {
                    match &item.value {
                        Value::Map(entries) if format.is_some() => self.add_map(source, entries),
                        _ => self.add_scalar(source, item),
                    }
                }
            }
            _ => self.add_scalar(source, value),
        }
    }

    fn add_map(&mut self, source: &str, entries: &[Entry]) {
        self.maps += 1;
        add_entries(&mut self.fields, source, entries, None);
    }

    fn add_scalar(&mut self, source: &str, node: &Node) {
        match &node.value {
            Value::Date(text) => dates::read(text).into_iter().for_each(|style| self.dates.add(style)),
            Value::String(text) => {
                style::of_quotes(source, node).into_iter().for_each(|style| self.quotes.add(style));
                match dates::read(text) {
                    Some(style) => self.dates.add(style),
                    None => self.add_word(text),
                }
            }
            Value::Number(text) => self.add_word(text),
            _ => {}
        }
    }

    fn add_word(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST_WORD || text.contains('\n') {
            return;
        }
        let post = self.posts;
        if let Some(word) = self.words.get_mut(text) {
            if word.last != post {
                *word = Word { posts: word.posts + 1, last: post };
            }
        } else if self.words.len() < MAX_WORDS {
            self.words.insert(text.to_owned(), Word { posts: 1, last: post });
        }
    }

    pub(super) fn usual_place(&self) -> f64 {
        self.places / self.posts.max(1) as f64
    }

    pub(super) fn finish(self, of: usize) -> LearnedKey {
        let (kind, multiple) = self.kind();
        let mut also = Vec::new();
        for ((other, _), _) in &self.kinds.0 {
            // A shade of the same kind is no other kind.
            if *other != kind && !other.refines(kind) && !kind.refines(*other) && !also.contains(other) {
                also.push(*other);
            }
        }
        if kind == Kind::Date && self.kinds.0.iter().any(|((other, _), _)| *other == Kind::DateTime) {
            also.push(Kind::DateTime);
        }
        let is_list = kind.is_list() || multiple;
        let mut vocabulary: Vec<(String, usize)> = match kind {
            Kind::LongText | Kind::Markdown | Kind::Slug | Kind::Number => Vec::new(),
            _ => self.words.into_iter().map(|(text, word)| (text, word.posts)).collect(),
        };
        vocabulary.retain(|(_, posts)| is_list || *posts > 1);
        vocabulary.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        LearnedKey {
            key: self.key,
            kind,
            multiple,
            also,
            usage: Usage { posts: self.posts, of },
            vocabulary,
            dates: self.dates.most(),
            lists: self.lists.most(),
            quotes: self.quotes.most(),
            fields: finish(self.fields, self.maps),
        }
    }

    /// The kind that suits the values best: the most frequent shape, and within text a special kind only where
    /// nearly all of it is.
    fn kind(&self) -> (Kind, bool) {
        let Some(most) = self.kinds.most() else {
            return self.of_empty.unwrap_or((Kind::Raw, false));
        };
        let texts = self.count(Kind::is_text);
        let is_text = |(kind, multiple): (Kind, bool)| kind.is_text() && !multiple;
        let others = self.kinds.0.iter().filter(|(kind, _)| !is_text(*kind)).map(|(_, count)| *count).max();
        if !is_text(most) && others >= Some(texts) {
            // One list in five with longer items: in the others, too, the items only happened to be short.
            let is_list = most.0 == Kind::Tags && self.count(|kind| kind == Kind::List) * 5 >= self.posts;
            return if is_list { (Kind::List, false) } else { most };
        }
        let share = |kind: Kind, percent| self.count(|other| other == kind) * 100 >= texts * percent;
        let special = [Kind::Image, Kind::File, Kind::Url, Kind::Email, Kind::Colour, Kind::Slug];
        if let Some(kind) = special.into_iter().find(|kind| share(*kind, 80)) {
            return (kind, false);
        }
        // One text in ten with Markdown is enough for it to be meant as such, one in four to need the room.
        let is_long = self.count(|kind| matches!(kind, Kind::LongText | Kind::Markdown)) * 4 >= texts;
        let kind = if share(Kind::Markdown, 10) {
            Kind::Markdown
        } else if is_long {
            Kind::LongText
        } else {
            Kind::Text
        };
        (kind, false)
    }

    /// How many values, other than lists of several, are of such kinds.
    fn count(&self, test: impl Fn(Kind) -> bool) -> usize {
        let single = self.kinds.0.iter().filter(|((kind, multiple), _)| !multiple && test(*kind));
        single.map(|(_, count)| *count).sum()
    }
}
