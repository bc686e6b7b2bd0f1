//! Owns struck text. <https://github.com/kramdown/parser-gfm>

use super::reader::is_space;
use super::spans::{Inside, Last, Spans, Stop};
use crate::dialects::Strikethrough;
use pulldown_cmark::{Event, Tag, TagEnd};

impl Spans<'_, '_> {
    /// `~~struck~~`, whose content is read by itself.
    pub(super) fn struck(&mut self) -> bool {
        let Some(inner) = self.rest().strip_prefix("~~") else { return false };
        if self.settings.strikethrough == Strikethrough::Off
            || self.is_exhausted()
            || inner.chars().next().is_none_or(|c| is_space(c) || c == '~')
        {
            return false;
        }
        let first = self.at + 2;
        // What could close struck text inside of this has closed this.
        if self.is_in(Inside::Struck) || self.unstruck.is_some_and(|known| known <= first) {
            return false;
        }
        let mut search = first;
        let last = loop {
            let Some(last) = self.tildes.find(self.source, "~~", search).filter(|last| last + 2 <= self.end)
            else {
                self.unstruck = Some(first);
                return false;
            };
            let before = self.source.get(first..last).and_then(|before| before.chars().next_back());
            if before.is_some_and(|c| !is_space(c) && c != '~') {
                break last;
            }
            search = last + 1;
        };
        let whole = self.at..last + 2;
        let event = self.write(Event::Start(Tag::Strikethrough), whole.clone());
        let outer = (self.start, self.end, self.base);
        (self.start, self.at, self.end, self.base) = (first, first, last, self.frames.len());
        self.pending = first..first;
        self.element(Inside::Struck, &mut Stop::Nowhere);
        (self.start, self.end, self.base) = outer;
        self.at = last + 2;
        self.pending = self.at..self.at;
        self.write(Event::End(TagEnd::Strikethrough), whole);
        self.came(Last::Element { event, entry: None });
        true
    }
}
