//! Owns how the items of lists begin: their markers and the white space around these.

use crate::{Facts, Kind, order};
use foreword_core::Span;

/// The beginning of a list's item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Index of its list among the post's elements.
    pub list: usize,
    /// Index of the item itself.
    pub number: usize,
    /// `-`, `3.`
    pub marker: Span,
    /// What its number is; none in a list without numbers.
    pub value: Option<u64>,
    /// How many bytes of its line stand before the marker.
    pub column: usize,
    /// White space between the marker and what follows; none where nothing follows on the line. Of the five and
    /// more columns before code, the first.
    pub space: usize,
}

impl Item {
    /// The column at which its text begins; what is indented as far belongs to it.
    pub(crate) fn text_column(&self) -> usize {
        self.column + self.marker.len() + self.space.max(1)
    }

    /// The first byte of its marker, or of the sign after its number.
    pub(crate) fn sign(&self, source: &str) -> Option<u8> {
        source.as_bytes().get(self.marker.end.checked_sub(1)?).copied()
    }
}

/// The items of all lists: those of a list one after another, lists in the order of their starts.
pub(crate) fn by_list(facts: &Facts, source: &str) -> Vec<Item> {
    let mut found: Vec<Item> =
        facts.numbers(Kind::Item).iter().filter_map(|number| read(facts, source, *number)).collect();
    order::by_key(&mut found, |item| (item.list, 0, 0));
    found
}

/// How the item of this index begins.
pub(crate) fn read(facts: &Facts, source: &str, number: usize) -> Option<Item> {
    let element = facts.elements.get(number)?;
    let text = element.span.slice(source);
    // After a tab the parser's span begins a line too early.
    let rest = text.trim_start();
    let start = element.span.start + (text.len() - rest.len());
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let sign = rest.as_bytes().get(digits)?;
    let fits = if digits > 0 { matches!(sign, b'.' | b')') } else { matches!(sign, b'-' | b'*' | b'+') };
    if !fits {
        return None;
    }
    let value = if digits > 0 { Some(rest.get(..digits)?.parse().ok()?) } else { None };
    let marker = Span::new(start, start + digits + 1);
    let line = facts.lines.get(facts.line_at(start))?.span;
    let before = marker.end - line.start;
    let after = source.get(marker.end..line.end)?;
    let rest = after.trim_start_matches([' ', '\t']);
    let white = after.get(..after.len() - rest.len())?;
    let space = match width(white, before) {
        _ if rest.is_empty() => 0,
        wide if wide > 4 => 1,
        _ => white.len(),
    };
    Some(Item { list: element.parent?, number, marker, value, column: start - line.start, space })
}

/// How many columns a text of ASCII takes after that many others.
pub(crate) fn width(text: &str, before: usize) -> usize {
    let end =
        text.bytes().fold(before, |column, byte| if byte == b'\t' { column / 4 * 4 + 4 } else { column + 1 });
    end - before
}
