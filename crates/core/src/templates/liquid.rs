//! Owns tags and outputs of Liquid (<https://shopify.github.io/liquid/basics/introduction/>) and Nunjucks
//! (<https://mozilla.github.io/nunjucks/templating.html>), which share their delimiters.
//!
//! They are read before Markdown, in code as well; only what is between `{% raw %}` and `{% endraw %}` is text.

pub(super) mod eleventy;
mod expression;
mod jekyll;

use super::Language;
use super::arguments::arguments;
use super::call::{Role, Tag};
use super::cursor::{Cursor, first_of, unended};
use crate::span::Span;
use std::collections::HashSet;

pub(super) use jekyll::show;

/// Tags of the languages themselves that need a closing one.
const PAIRED: [&str; 12] = [
    "if",
    "unless",
    "case",
    "for",
    "tablerow",
    "capture",
    "highlight",
    "block",
    "macro",
    "call",
    "filter",
    "ifchanged",
];

/// Tags between the parts of a pair.
const BETWEEN: [&str; 4] = ["else", "elsif", "elseif", "when"];

pub(super) fn is_literal(name: &str) -> bool {
    name == "highlight"
}

pub(super) fn scan(language: Language, source: &str, from: usize) -> Vec<Tag> {
    let mut scanner =
        Scanner { language, source, tags: Vec::new(), names: HashSet::new(), missing: HashSet::new() };
    let mut at = from;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('{')) {
        at = scanner.construct(at + found);
    }
    scanner.tags
}

struct Scanner<'s> {
    language: Language,
    source: &'s str,
    tags: Vec<Tag>,
    /// Names of tags so far.
    names: HashSet<&'s str>,
    /// Ends that do not come any more; they are not looked for again.
    missing: HashSet<&'static str>,
}

impl<'s> Scanner<'s> {
    /// Reads what begins with the brace at `start`, if anything does; gives where to go on.
    fn construct(&mut self, start: usize) -> usize {
        let rest = self.source.get(start..).unwrap_or("");
        if rest.starts_with("{%") {
            self.tag(start)
        } else if rest.starts_with("{{") {
            self.output(start)
        } else if rest.starts_with("{#") && self.language == Language::Eleventy {
            // A comment of Nunjucks; without an end it is text, as in `{#id}`.
            match self.end_of(start + 2, "#}") {
                Some(end) => self.vanishes(Span::new(start, end), "#"),
                None => start + 1,
            }
        } else {
            start + 1
        }
    }

    fn end_of(&mut self, from: usize, end: &'static str) -> Option<usize> {
        if self.missing.contains(end) {
            return None;
        }
        let mut cursor = Cursor::new(self.source, from);
        if cursor.take_until(end).is_none() {
            self.missing.insert(end);
            return None;
        }
        Some(cursor.at)
    }

    /// The end of a construct that holds no other one; else where its line or the next construct is.
    fn bounds(&self, start: usize, end: &'static str) -> Result<usize, usize> {
        match first_of(self.source, start + 2, &[end, "{%", "{{"]) {
            Some((at, stop)) if stop == end => Ok(at + end.len()),
            _ => Err(unended(self.source, start + 1, &["{%", "{{"]).end),
        }
    }

    fn tag(&mut self, start: usize) -> usize {
        let (end, problem) = match self.bounds(start, "%}") {
            Ok(end) => (end, None),
            Err(end) => (end, Some("This tag has no `%}` at its end.".to_owned())),
        };
        let closing = if problem.is_none() { 2 } else { 0 };
        let mut cursor = Cursor::new(self.source, start + 2);
        cursor.takes("-");
        cursor.skip_space();
        let name = cursor.take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '#'));
        let name = if cursor.at + closing > end { "" } else { name.trim_end_matches('-') };
        let span = Span::new(start, end);
        match name {
            _ if problem.is_some() => {}
            "#" => return self.vanishes(span, "#"),
            "raw" | "verbatim" => return self.raw(span, name),
            "comment" => return self.comment(span),
            _ => {}
        }
        let inside = Span::new(cursor.at.min(end - closing), end - closing);
        let inside = Span::new(
            inside.start,
            inside.start + inside.slice(self.source).trim_end_matches(['-', ' ']).len(),
        );
        let known = |name: &str| self.names.contains(name) || PAIRED.contains(&name);
        let closes = name.strip_prefix("end").filter(|opened| !opened.is_empty() && known(opened));
        let role = match closes {
            _ if problem.is_some() || name.is_empty() || BETWEEN.contains(&name) => Role::Alone,
            Some(_) => Role::Closes,
            None if PAIRED.contains(&name) => Role::MustOpen,
            None => Role::MayOpen,
        };
        let problem = problem.or_else(|| name.is_empty().then(|| "This tag has no name.".to_owned()));
        self.names.insert(name);
        self.tags.push(Tag {
            language: self.language,
            span,
            name: closes.unwrap_or(name).to_owned(),
            arguments: arguments(self.source, inside),
            role,
            problem,
        });
        end.max(start + 2)
    }

    fn output(&mut self, start: usize) -> usize {
        let (end, problem) = match self.bounds(start, "}}") {
            Ok(end) => (end, None),
            Err(end) => (end, Some("This output has no `}}` at its end.".to_owned())),
        };
        let closing = if problem.is_none() { 2 } else { 0 };
        let inside = self.source.get(start + 2..end - closing).unwrap_or("");
        self.tags.push(Tag {
            language: self.language,
            span: Span::new(start, end),
            name: inside.trim_matches(['-', ' ', '\t', '\n', '\r']).to_owned(),
            arguments: Vec::new(),
            role: Role::Alone,
            problem,
        });
        end.max(start + 2)
    }

    /// `{% raw %}`: both tags vanish, and what is between them is not read.
    fn raw(&mut self, open: Span, name: &str) -> usize {
        let end = if name == "raw" { "endraw" } else { "endverbatim" };
        let mut from = open.end;
        while let Some(after) = self.end_of(from, end) {
            let before = self.source.get(open.end..after - end.len()).unwrap_or("");
            let tag_start = before.trim_end().trim_end_matches('-').trim_end();
            let mut cursor = Cursor::new(self.source, after);
            cursor.skip_space();
            cursor.takes("-");
            if tag_start.ends_with("{%") && cursor.takes("%}") {
                self.vanishes(open, name);
                return self.vanishes(Span::new(open.end + tag_start.len() - 2, cursor.at), end);
            }
            from = after;
        }
        self.missing.insert(end);
        self.unended(open, name)
    }

    /// `{% comment %}`: all of it up to its end vanishes.
    fn comment(&mut self, open: Span) -> usize {
        let Some(after) = self.end_of(open.end, "endcomment") else {
            return self.unended(open, "comment");
        };
        match self.end_of(after, "%}") {
            Some(end) => self.vanishes(Span::new(open.start, end), "comment"),
            None => self.unended(open, "comment"),
        }
    }

    fn unended(&mut self, open: Span, name: &str) -> usize {
        self.tags.push(Tag {
            language: self.language,
            span: open,
            name: name.to_owned(),
            arguments: Vec::new(),
            role: Role::Alone,
            problem: Some(format!("Nothing after this closes `{name}`.")),
        });
        open.end
    }

    fn vanishes(&mut self, span: Span, name: &str) -> usize {
        let text = span.slice(self.source);
        // A hyphen in a delimiter takes the white space beside it away.
        let free = self.tags.last().map_or(0, |tag| tag.span.end);
        let mut wide = span;
        if text.starts_with("{%-") || text.starts_with("{#-") {
            let before = self.source.get(free..span.start).unwrap_or("");
            wide.start = free + before.trim_end().len();
        }
        if text.ends_with("-%}") || text.ends_with("-#}") {
            let mut cursor = Cursor::new(self.source, span.end);
            cursor.skip_space();
            wide.end = cursor.at;
        }
        self.tags.push(Tag {
            language: self.language,
            span: wide,
            name: name.to_owned(),
            arguments: Vec::new(),
            role: Role::Becomes(String::new()),
            problem: None,
        });
        wide.end
    }
}

#[cfg(test)]
mod tests;
