//! Owns what of a folder's posts is looked at: the search, the filters, the order, and which part of the list.

use crate::panes::counted;
use foreword_wire::{PostFilter, PostList, PostSort, PostView, PublishState, SortBy};

/// Rows that are asked for at first, and more at each request.
const STEP: u32 = 100;

/// So many rows are drawn at most; beyond them the list moves on instead of growing.
const MOST: u32 = 3 * STEP;

/// An order with its direction, as a person chooses it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// What a search finds best first.
    Best,
    /// By date, the latest first.
    #[default]
    Newest,
    /// By date, the earliest first.
    Oldest,
    /// By title.
    Title,
    /// When the file was last changed, the latest first.
    Changed,
}

impl Order {
    /// All of them; the first one only makes sense while something is searched for.
    const ALL: [Self; 5] = [Self::Best, Self::Newest, Self::Oldest, Self::Title, Self::Changed];

    /// Its name for a person.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Best => "Best match",
            Self::Newest => "Newest first",
            Self::Oldest => "Oldest first",
            Self::Title => "By title",
            Self::Changed => "Last changed",
        }
    }

    fn sort(self) -> PostSort {
        let (by, descending) = match self {
            Self::Best => (SortBy::Relevance, true),
            Self::Newest => (SortBy::Date, true),
            Self::Oldest => (SortBy::Date, false),
            Self::Title => (SortBy::Title, false),
            Self::Changed => (SortBy::Modified, true),
        };
        PostSort { by, descending }
    }
}

/// A filter that is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Active {
    State,
    Tag,
    Category,
    Year,
    Folder,
    Problems,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Looked {
    /// Words to search for, as they are typed.
    pub(crate) search: String,
    /// Which posts.
    pub(crate) filter: PostFilter,
    /// The order while nothing is searched for.
    order: Order,
    /// The order of what a search finds.
    found: Order,
    /// The first row.
    from: u32,
    /// How many rows.
    count: u32,
}

impl Default for Looked {
    fn default() -> Self {
        Self {
            search: String::new(),
            filter: PostFilter::default(),
            order: Order::Newest,
            found: Order::Best,
            from: 0,
            count: STEP,
        }
    }
}

impl Looked {
    /// Whether something is searched for.
    pub(crate) fn searching(&self) -> bool {
        !self.search.trim().is_empty()
    }

    /// The order that is in force.
    pub(crate) fn order(&self) -> Order {
        if self.searching() { self.found } else { self.order }
    }

    /// The orders that can be chosen.
    pub(crate) fn orders(&self) -> &'static [Order] {
        if self.searching() { &Order::ALL } else { Order::ALL.get(1..).unwrap_or_default() }
    }

    /// What the kernel is asked for.
    pub(crate) fn view(&self) -> PostView {
        PostView {
            filter: self.filter.clone(),
            sort: self.order().sort(),
            search: self.search.trim().to_owned(),
            from: self.from,
            count: self.count,
        }
    }

    /// The same with another search, from the start.
    pub(crate) fn with_search(&self, search: String) -> Self {
        Self { search, ..self.restarted() }
    }

    /// The same with another filter, from the start.
    pub(crate) fn with_filter(&self, filter: PostFilter) -> Self {
        Self { filter, ..self.restarted() }
    }

    /// The same in another order, from the start.
    pub(crate) fn with_order(&self, order: Order) -> Self {
        let start = self.restarted();
        if self.searching() { Self { found: order, ..start } } else { Self { order, ..start } }
    }

    /// The same with the next rows. Where there are many already, the first ones give way.
    pub(crate) fn more(&self) -> Self {
        let grown = self.count + STEP;
        if grown <= MOST {
            Self { count: grown, ..self.clone() }
        } else {
            Self { from: self.from + STEP, ..self.clone() }
        }
    }

    /// The same with the rows before.
    pub(crate) fn earlier(&self) -> Self {
        Self { from: self.from.saturating_sub(STEP), ..self.clone() }
    }

    /// The filters that are in force, with their words.
    pub(crate) fn active(&self) -> Vec<(Active, String)> {
        let filter = &self.filter;
        let word = |name: &str, value: &str| [name, value].join(": ");
        let state = match filter.state {
            PublishState::Any => None,
            state => Some(state_name(state).to_owned()),
        };
        let folder = filter.folder.as_deref().map(|folder| word("Folder", folder_name(folder)));
        [
            (Active::State, state),
            (Active::Tag, filter.tag.as_deref().map(|tag| word("Tag", tag))),
            (Active::Category, filter.category.as_deref().map(|category| word("Category", category))),
            (Active::Year, filter.year.map(|year| word("Year", &year.to_string()))),
            (Active::Folder, folder),
            (Active::Problems, filter.problems.then(|| "With problems".to_owned())),
        ]
        .into_iter()
        .filter_map(|(active, words)| Some((active, words?)))
        .collect()
    }

    /// The same without one filter, from the start.
    pub(crate) fn without(&self, active: Active) -> Self {
        let mut filter = self.filter.clone();
        match active {
            Active::State => filter.state = PublishState::Any,
            Active::Tag => filter.tag = None,
            Active::Category => filter.category = None,
            Active::Year => filter.year = None,
            Active::Folder => filter.folder = None,
            Active::Problems => filter.problems = false,
        }
        self.with_filter(filter)
    }

    /// Whether posts may be left out.
    pub(crate) fn narrows(&self) -> bool {
        self.searching() || self.filter != PostFilter::default()
    }

    /// How many posts are seen: `3 of 12 posts`.
    pub(crate) fn tally(&self, list: &PostList) -> String {
        let all = counted(count(list.total), "post", "posts");
        if self.narrows() { format!("{} of {all}", grouped(list.matching)) } else { all }
    }

    fn restarted(&self) -> Self {
        Self { from: 0, count: STEP, ..self.clone() }
    }
}

/// A state as a person knows it.
pub(crate) fn state_name(state: PublishState) -> &'static str {
    match state {
        PublishState::Any => "Any state",
        PublishState::Now => "Published",
        PublishState::Later => "Scheduled",
        PublishState::Never => "Hidden",
    }
}

/// A folder as a person knows it: the one that is open has no path.
pub(crate) fn folder_name(path: &str) -> &str {
    if path.is_empty() { "At the top" } else { path }
}

/// How far a folder is read, while it is: `Reading 1,200 of 5,000…`.
pub(crate) fn reading(list: &PostList) -> Option<String> {
    if list.read < list.total {
        Some(format!("Reading {} of {}…", grouped(list.read), grouped(list.total)))
    } else if list.done {
        None
    } else {
        Some("Looking for posts…".to_owned())
    }
}

/// A number for a person: `1,200`.
pub(crate) fn grouped(number: u32) -> String {
    let mut text = counted(count(number), "", "");
    text.truncate(text.trim_end().len());
    text
}

/// A number of the wire as one of ours.
pub(crate) fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
