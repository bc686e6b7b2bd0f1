//! Owns text whose lines have lost their markers, and where each of its bytes stands in the post.
//!
//! A quote's or a list item's content is parsed as a text of its own: the same lines without `>` or indentation.
//! Every byte of it either stands in the post or was put there (indentation that tabs stood for, the final
//! line break).

use super::reader::is_space;
use crate::span::Span;
use pulldown_cmark::CowStr;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

/// A run of bytes that stand next to each other in the post too.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// First byte in the text.
    at: usize,
    /// First byte in the post.
    source: usize,
    /// Bytes.
    length: usize,
}

/// Text to parse, mapped to the post. Lines end with `\n`; so does the text, unless it is a table cell.
#[derive(Debug)]
pub(super) struct Text<'a> {
    source: &'a str,
    text: Cow<'a, str>,
    /// In order, not overlapping.
    pieces: Vec<Piece>,
}

/// Part of a text that outlives the parse of the text.
#[derive(Clone, Debug)]
pub(super) struct Slice<'a> {
    pub(super) text: Rc<Text<'a>>,
    pub(super) range: Range<usize>,
}

impl<'a> Text<'a> {
    /// The body of a post: line ends made `\n`, one of them at the end.
    pub(super) fn body(source: &'a str, start: usize) -> Text<'a> {
        let body = source.get(start..).unwrap_or("");
        if body.ends_with('\n') && !body.contains('\r') {
            let pieces = vec![Piece { at: 0, source: start, length: body.len() }];
            return Text { source, text: Cow::Borrowed(body), pieces };
        }
        let mut builder = Builder::new(source, body.len() + 1);
        let mut from = start;
        let mut lines = body.split_inclusive(['\n', '\r']).peekable();
        while let Some(line) = lines.next() {
            let content = line.trim_end_matches(['\n', '\r']);
            builder.push_source(from..from + content.len());
            from += line.len();
            if line.ends_with('\r') && lines.peek() == Some(&"\n") {
                lines.next();
                from += 1;
            }
            builder.push("\n");
        }
        if builder.text.is_empty() {
            builder.push("\n");
        }
        builder.finish()
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole post.
    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// The piece that holds the byte at `at`, or the last one before it.
    fn piece_at(&self, at: usize) -> Option<(usize, Piece)> {
        let index = self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1)?;
        Some((index, *self.pieces.get(index)?))
    }

    /// Where a range stands in the post.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = match self.piece_at(range.start) {
            Some((_, piece)) if range.start < piece.at + piece.length => {
                piece.source + (range.start - piece.at)
            }
            found => {
                let next = found.map_or(0, |(index, _)| index + 1);
                match (self.pieces.get(next), found) {
                    (Some(piece), _) if piece.at <= range.end => piece.source,
                    (_, Some((_, piece))) => piece.source + piece.length,
                    (Some(piece), None) => piece.source,
                    (None, None) => 0,
                }
            }
        };
        let end = match range.end.checked_sub(1).and_then(|last| self.piece_at(last)) {
            Some((_, piece)) => piece.source + (range.end - piece.at).min(piece.length),
            None => start,
        };
        Span::new(start, end.max(start))
    }

    /// A range's text: borrowed from the post where it stands there in one piece.
    pub(super) fn cow(&self, range: Range<usize>) -> CowStr<'a> {
        if let Some((_, piece)) = self.piece_at(range.start)
            && range.end <= piece.at + piece.length
            && let Some(borrowed) = self.source.get(
                piece.source + (range.start - piece.at)
                    ..piece.source + (range.end - piece.at).max(range.start - piece.at),
            )
        {
            return CowStr::Borrowed(borrowed);
        }
        CowStr::from(self.text.get(range).unwrap_or("").to_owned())
    }
}

impl<'a> Slice<'a> {
    pub(super) fn as_str(&self) -> &str {
        self.text.as_str().get(self.range.clone()).unwrap_or("")
    }

    /// Where it stands in the post.
    pub(super) fn span(&self) -> Span {
        self.text.span(self.range.clone())
    }

    /// The part of it without white space around.
    pub(super) fn trimmed(&self) -> Slice<'a> {
        let text = self.as_str();
        let start = self.range.start + (text.len() - text.trim_start_matches(is_space).len());
        let end = start + text.trim_matches(is_space).len();
        Slice { text: Rc::clone(&self.text), range: start..end }
    }

    /// The whole of a text.
    pub(super) fn whole(text: Text<'a>) -> Slice<'a> {
        let range = 0..text.as_str().len();
        Slice { text: Rc::new(text), range }
    }
}

/// Puts together a text from parts of another.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    source: &'a str,
    text: String,
    pieces: Vec<Piece>,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str, capacity: usize) -> Builder<'a> {
        Builder { source, text: String::with_capacity(capacity), pieces: Vec::new() }
    }

    /// Starts a text made of parts of `text`.
    pub(super) fn from(text: &Text<'a>) -> Builder<'a> {
        Builder::new(text.source, 0)
    }

    fn push_source(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(self.source.get(range.clone()).unwrap_or(""));
        match self.pieces.last_mut() {
            Some(last) if last.at + last.length == at && last.source + last.length == range.start => {
                last.length += range.len();
            }
            _ => self.pieces.push(Piece { at, source: range.start, length: range.len() }),
        }
    }

    /// Text that does not stand in the post.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Part of another text of the same post.
    pub(super) fn push_part(&mut self, text: &Text<'a>, range: Range<usize>) {
        let mut at = range.start;
        let mut index = text.piece_at(at).map_or(0, |(index, _)| index);
        while at < range.end {
            match text.pieces.get(index) {
                Some(piece) if at < piece.at => {
                    let end = piece.at.min(range.end);
                    self.push(text.text.get(at..end).unwrap_or(""));
                    at = end;
                }
                Some(piece) if at < piece.at + piece.length => {
                    let end = (piece.at + piece.length).min(range.end);
                    self.push_source(piece.source + (at - piece.at)..piece.source + (end - piece.at));
                    at = end;
                }
                Some(_) => index += 1,
                None => {
                    self.push(text.text.get(at..range.end).unwrap_or(""));
                    at = range.end;
                }
            }
        }
    }

    pub(super) fn finish(self) -> Text<'a> {
        Text { source: self.source, text: Cow::Owned(self.text), pieces: self.pieces }
    }
}
