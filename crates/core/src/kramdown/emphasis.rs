//! Owns emphasis: `*x*`, `_x_`, `**x**`, `__x__`. <https://kramdown.gettalong.org/syntax.html#emphasis>

use super::reader::{from, is_space};
use super::spans::{Inside, Last, Spans, Stop};
use pulldown_cmark::{Event, Tag, TagEnd};

/// True after a word, or its letters and a hyphen: there an underscore is part of the word.
fn is_after_word(before: &str) -> bool {
    let letters = before.trim_end_matches(char::is_alphabetic);
    letters.len() < before.len()
        || letters.strip_suffix('-').is_some_and(|rest| rest.ends_with(char::is_alphabetic))
}

impl Spans<'_, '_> {
    pub(super) fn emphasis(&mut self) {
        let rest = self.rest();
        let Some(mark) = rest.chars().next() else { return };
        let width = if from(rest, 1).starts_with(mark) { 2 } else { 1 };
        let inside = if width == 2 { Inside::Strong } else { Inside::Emphasis };
        let in_word = mark == '_' && is_after_word(last_characters(self.before()));
        if in_word || from(rest, width).starts_with(is_space) || self.is_in(inside) || self.is_exhausted() {
            return self.take(width);
        }
        let start = self.at;
        let found = self.emphasised(mark, width)
            || (width == 2
                && self.inside() != Inside::Emphasis
                && !self.is_exhausted()
                && self.emphasised(mark, 1));
        if !found {
            self.at = start;
            self.take(width);
        }
    }

    /// Reads emphasis with so many marks; nothing is read where it has no end.
    fn emphasised(&mut self, mark: char, width: usize) -> bool {
        let start = self.at;
        let (inside, tag, end) = match width {
            1 => (Inside::Emphasis, Tag::Emphasis, TagEnd::Emphasis),
            _ => (Inside::Strong, Tag::Strong, TagEnd::Strong),
        };
        self.flush();
        let before = self.out.mark();
        let event = self.write(Event::Start(tag), start..start + width);
        self.at = start + width;
        if !self.element(inside, &mut Stop::Mark { mark, width }) {
            self.out.back_to(before);
            self.back(start);
            return false;
        }
        self.at += width;
        let whole = start..self.at;
        self.write(Event::End(end), whole);
        self.out.close(event);
        self.came(Last::Element { event, entry: None });
        true
    }
}

/// The end of a text, as much as a hyphen and the letters around it can matter.
fn last_characters(text: &str) -> &str {
    let start = text.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    from(text, start)
}
