//! Owns finding comments that speak to the linter, in HTML and in the braces of MDX, and never in code.

use crate::config::names;
use crate::facts::{Facts, Kind};
use crate::order;
use crate::rule::Rule;
use foreword_core::templates::Language;
use foreword_core::{Document, Span};

/// So many comments count, and so many names in each: nobody writes more, and a crafted post is nothing else.
const MOST_COMMENTS: usize = 500;
const MOST_NAMES: usize = 64;

/// What a comment asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Off from here on.
    Disable,
    /// On from here on.
    Enable,
    /// Off on this line.
    DisableLine,
    /// Off on the next line.
    DisableNextLine,
    /// Off in the whole post.
    DisableFile,
    /// On in the whole post.
    EnableFile,
    /// Remembers what is on.
    Capture,
    /// Goes back to what was remembered, else to the start.
    Restore,
    /// Settings for the whole post, as JSON.
    Configure,
}

/// A comment that speaks to the linter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Comment<'d> {
    /// What it asks for.
    pub(crate) action: Action,
    /// The line that it counts from: its own, or the first where nothing but the header stands before it.
    pub(crate) line: usize,
    /// What follows the action: names of rules, or settings.
    pub(crate) rest: &'d str,
    /// All of it, with its delimiters.
    pub(crate) span: Span,
    /// Whether it speaks to markdownlint in the first place.
    is_markdownlints: bool,
}

impl<'d> Comment<'d> {
    /// The rules that it names, without those that do not exist; nothing where it names none and so means all.
    pub(crate) fn rules(&self) -> Option<Vec<&'static Rule>> {
        let names = self.names();
        (!names.is_empty()).then(|| {
            let find = |name: &&str| match self.is_markdownlints {
                true => names::markdownlint(name),
                false => names::ours(name).map(|(_, rules)| rules),
            };
            names.iter().filter_map(find).flatten().collect()
        })
    }

    /// The names as written. What stands after two hyphens or a dash is said to people.
    pub(crate) fn names(&self) -> Vec<&'d str> {
        let words = self.rest.split([' ', '\t', '\n', '\r', ',']).filter(|word| !word.is_empty());
        words.take_while(|word| !matches!(*word, "--" | "—" | "–")).take(MOST_NAMES).collect()
    }

    /// Whether it turns rules off by name from the start of the post on, in our own words.
    pub(crate) fn is_for_the_post(&self) -> bool {
        self.action == Action::Disable && self.line == 0 && !self.is_markdownlints && !self.names().is_empty()
    }
}

/// The comments of a post, in text order.
pub(crate) fn read<'d>(document: &Document<'d>, facts: &Facts) -> Vec<Comment<'d>> {
    let mut found = Vec::new();
    for kind in [Kind::HtmlBlock, Kind::InlineHtml] {
        facts.all(kind).for_each(|element| html(document.source, element.span, &mut found));
    }
    for call in document.calls.iter().filter(|call| call.language == Language::Mdx) {
        let text = call.head.slice(document.source);
        let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).map(str::trim);
        if let Some(inside) = inside.and_then(|text| text.strip_prefix("/*")?.strip_suffix("*/")) {
            found.extend(comment(inside, call.head));
        }
    }
    if found.is_empty() {
        return found;
    }
    order::by_key(&mut found, |comment: &Comment<'_>| order::place(comment.span));
    // An element of a list is both a block's and its item's.
    found.dedup_by_key(|comment| comment.span);
    found.truncate(MOST_COMMENTS);
    let mut first = document.body_start;
    let mut is_first = true;
    for comment in &mut found {
        let before = Span::new(first, comment.span.start).slice(document.source);
        is_first &= first <= comment.span.start && before.trim().is_empty();
        first = comment.span.end;
        let is_for_lines = matches!(comment.action, Action::DisableLine | Action::DisableNextLine);
        comment.line = if is_first && !is_for_lines { 0 } else { facts.line_at(comment.span.start) };
    }
    found
}

/// The comments in a piece of HTML.
fn html<'d>(source: &'d str, span: Span, found: &mut Vec<Comment<'d>>) {
    let text = span.slice(source);
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find("<!--")).map(|length| at + length) {
        let Some(length) = text.get(start + 4..).and_then(|rest| rest.find("-->")) else { return };
        let end = start + 4 + length;
        let inside = text.get(start + 4..end).unwrap_or("");
        at = end + 3;
        found.extend(comment(inside, Span::new(start, at).shifted(span.start)));
    }
}

/// What a comment with this inside asks for, where it speaks to the linter.
fn comment(inside: &str, span: Span) -> Option<Comment<'_>> {
    let inside = inside.trim();
    let (first, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let ours = first.strip_prefix("foreword-");
    // Upper and lower case are the same to markdownlint.
    let lower = first.to_ascii_lowercase();
    let action = match (ours, lower.strip_prefix("markdownlint-")) {
        (Some(action), _) | (None, Some(action)) => action,
        (None, None) => return None,
    };
    let action = match action {
        "disable" => Action::Disable,
        "enable" => Action::Enable,
        "disable-line" => Action::DisableLine,
        "disable-next-line" => Action::DisableNextLine,
        "disable-file" => Action::DisableFile,
        "enable-file" => Action::EnableFile,
        "capture" => Action::Capture,
        "restore" => Action::Restore,
        "configure-file" if ours.is_none() => Action::Configure,
        _ => return None,
    };
    Some(Comment { action, line: 0, rest: rest.trim(), span, is_markdownlints: ours.is_none() })
}
