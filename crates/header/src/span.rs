//! Owns byte ranges of a text and replacements in it.

/// A half-open range of byte offsets into a post's text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after the range.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an `end` before `start` gives an empty range at `start`.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The text it covers; empty where the range does not fit the text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True when it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range, `by` bytes further on.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// True when `offset` lies inside it.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The range without white space at its end.
    pub fn trim_end(self, text: &str) -> Span {
        Span::new(self.start, self.start + self.slice(text).trim_end().len())
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// A replacement of a range of the text: the only way in which a post changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

impl Edit {
    /// Replaces `span` by `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Edit {
        Edit { span, text: text.into() }
    }

    /// Inserts `text` before the byte `at`.
    pub fn insert(at: usize, text: impl Into<String>) -> Edit {
        Edit::replace(Span::new(at, at), text)
    }
}

/// The text after all edits. Their spans count in `text` as it is before any of them, in order and
/// without overlap; an edit that overlaps an earlier one or does not fit the text is left out.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let Some(kept) = text.get(done..edit.span.start) else {
            continue;
        };
        if !text.is_char_boundary(edit.span.end) {
            continue;
        }
        out.push_str(kept);
        out.push_str(&edit.text);
        done = edit.span.end;
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_in_order() {
        let edits = [Edit::insert(0, "> "), Edit::replace(Span::new(4, 7), "green")];
        assert_eq!(apply("red red red", &edits), "> red green red");
    }

    #[test]
    fn an_edit_that_does_not_fit_is_left_out() {
        assert_eq!(apply("é", &[Edit::insert(1, "x")]), "é");
        assert_eq!(apply("a", &[Edit::insert(9, "x")]), "a");
    }
}
