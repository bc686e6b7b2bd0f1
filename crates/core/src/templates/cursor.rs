//! Owns reading a text from left to right.

use crate::span::Span;

/// A place in a text that moves on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    pub(super) source: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str, at: usize) -> Cursor<'a> {
        Cursor { source, at }
    }

    /// What is left of the text.
    pub(super) fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    pub(super) fn sees(&self, text: &str) -> bool {
        self.rest().starts_with(text)
    }

    /// Moves over `text` if it is next.
    pub(super) fn takes(&mut self, text: &str) -> bool {
        let is_next = self.sees(text);
        self.at += if is_next { text.len() } else { 0 };
        is_next
    }

    /// Moves over characters for which `belongs` is true and gives them.
    pub(super) fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or("")
    }

    pub(super) fn skip_space(&mut self) {
        self.take_while(char::is_whitespace);
    }

    /// The text up to `end`, which is moved over, too.
    pub(super) fn take_until(&mut self, end: &str) -> Option<&'a str> {
        let rest = self.rest();
        let length = rest.find(end)?;
        self.at += length + end.len();
        rest.get(..length)
    }
}

/// The offset of the end of the line that `at` is on, without its line end.
pub(super) fn line_end(source: &str, at: usize) -> usize {
    let rest = source.get(at..).unwrap_or("");
    at + rest.bytes().position(|byte| byte == b'\n' || byte == b'\r').unwrap_or(rest.len())
}

/// Where the first of some texts is that come from `from` on, and which one.
pub(super) fn first_of(source: &str, from: usize, texts: &[&'static str]) -> Option<(usize, &'static str)> {
    let rest = source.get(from..)?;
    rest.char_indices().find_map(|(at, _)| {
        let here = rest.get(at..)?;
        let text = texts.iter().find(|text| here.starts_with(**text))?;
        Some((from + at, *text))
    })
}

/// A construct that has no end: its line up to where another one begins.
pub(super) fn unended(source: &str, start: usize, openers: &[&'static str]) -> Span {
    let stops: Vec<&'static str> = openers.iter().copied().chain(["\n"]).collect();
    let end = first_of(source, start + 1, &stops).map_or(source.len(), |(at, _)| at);
    Span::new(start, end).trim_end(source)
}
