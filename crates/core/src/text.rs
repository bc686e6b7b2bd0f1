//! Owns lines and the conversion between byte offsets and UTF-16 offsets.

/// Where every line of a text starts, in bytes and in UTF-16 code units.
/// A line ends after `\n`, `\r\n` or a lone `\r`.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// `(bytes, UTF-16 code units)` of each line's first character; never empty.
    starts: Vec<(usize, usize)>,
    /// The same of a character about every [`STEP`] bytes, so that a place in a long line is near to one.
    marks: Vec<(usize, usize)>,
}

/// Bytes from one mark to the next.
const STEP: usize = 1 << 10;

impl<'a> LineIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> LineIndex<'a> {
        let mut starts = vec![(0, 0)];
        let bytes = text.as_bytes();
        let mut marks = vec![(0, 0)];
        let mut next_mark = STEP;
        let mut utf16 = 0;
        for (at, byte) in bytes.iter().enumerate() {
            if at >= next_mark && text.is_char_boundary(at) {
                marks.push((at, utf16));
                next_mark = at + STEP;
            }
            utf16 += utf16_units_begun_by(*byte);
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push((at + 1, utf16));
            }
        }
        LineIndex { text, starts, marks }
    }

    /// The UTF-16 offset of a byte offset. An offset past the end is taken as the end.
    pub fn utf16(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let (start, units) = self.nearest(|place| place.0 <= byte);
        let before = self.text.as_bytes().get(start..byte).unwrap_or(&[]);
        units + before.iter().map(|byte| utf16_units_begun_by(*byte)).sum::<usize>()
    }

    /// The byte offset of a UTF-16 offset; in the middle of a surrogate pair, the offset before it.
    pub fn byte(&self, utf16: usize) -> usize {
        let (start, mut units) = self.nearest(|place| place.1 <= utf16);
        let rest = self.text.get(start..).unwrap_or("");
        for (at, character) in rest.char_indices() {
            units += character.len_utf16();
            if units > utf16 {
                return start + at;
            }
        }
        self.text.len()
    }

    /// The last known place of those that fulfil a condition, which all up to some place do.
    fn nearest(&self, is_before: impl Fn(&(usize, usize)) -> bool) -> (usize, usize) {
        let last = |places: &[(usize, usize)]| {
            let count = places.partition_point(&is_before);
            places.get(count.saturating_sub(1)).copied().unwrap_or_default()
        };
        last(&self.starts).max(last(&self.marks))
    }

    /// The line that holds a byte offset, from 0.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| start.0 <= byte).saturating_sub(1)
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.line_of(byte);
        let start = self.line_start(line);
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count());
        (line + 1, column + 1)
    }

    /// First byte of a line counted from 0; the end of the text for a line past the last.
    pub fn line_start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.text.len(), |start| start.0)
    }
}

/// A UTF-8 leading byte begins a character: of one code unit, or of two from U+10000 (four bytes) on.
fn utf16_units_begun_by(byte: u8) -> usize {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_lines_of_every_kind() {
        let index = LineIndex::new("a\r\nb\rc\n\nd");
        assert_eq!(
            [0, 3, 5, 7, 8].map(|byte| index.line_column(byte)),
            [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]
        );
    }

    #[test]
    fn an_emoji_is_four_bytes_and_two_units() {
        let index = LineIndex::new("a🎉b");
        assert_eq!(index.utf16(5), 3);
        assert_eq!(index.byte(3), 5);
        assert_eq!(index.byte(2), 1);
    }

    #[test]
    fn places_in_a_long_line() {
        let text = "é漢🎉a".repeat(700);
        let index = LineIndex::new(&text);
        let mut utf16 = 0;
        for (byte, c) in text.char_indices() {
            assert_eq!((index.utf16(byte), index.byte(utf16)), (utf16, byte));
            utf16 += c.len_utf16();
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_standard_library(text in "[a\n\r é漢🎉]{0,40}") {
            let index = LineIndex::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let utf16 = text[..byte].encode_utf16().count();
                prop_assert_eq!(index.utf16(byte), utf16);
                prop_assert_eq!(index.byte(utf16), byte);
            }
        }
    }
}
