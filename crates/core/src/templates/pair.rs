//! Owns finding the tags that belong together.

use super::call::{Call, Kind, Problem, Role, Shows, Tag};
use crate::span::Span;
use std::collections::{HashMap, HashSet};

/// Calls inside each other beyond this are text to the call that they stand in.
const MAX_DEPTH: usize = 30;

/// The calls that these tags make up, in text order, and what is wrong with them. Linear in the tags.
pub(super) fn pair(source: &str, tags: Vec<Tag>) -> (Vec<Call>, Vec<Problem>) {
    let mut pairing = Pairing::default();
    for tag in tags {
        match tag.role {
            Role::Closes => pairing.close(tag),
            _ => pairing.open(tag),
        }
    }
    pairing.unclose_from(0);
    pairing.report_unclosed();
    let Pairing { mut calls, .. } = pairing;
    nest(source, &mut calls);
    let mut problems: Vec<Problem> = calls
        .iter()
        .filter_map(|call| Some(Problem { span: call.head, message: call.problem.clone()? }))
        .collect();
    problems.sort_by_key(|problem| problem.span);
    (calls, problems)
}

/// A tag that may still be closed.
struct Open {
    call: usize,
    must_close: bool,
}

#[derive(Default)]
struct Pairing {
    calls: Vec<Call>,
    open: Vec<Open>,
    /// Where in `open` the tags of a name are.
    by_name: HashMap<String, Vec<usize>>,
    /// Tags that nothing closed.
    unclosed: Vec<Open>,
    /// Names that have a closing tag somewhere.
    closed: HashSet<String>,
}

impl Pairing {
    fn open(&mut self, tag: Tag) {
        let call = self.calls.len();
        let must_close = tag.role == Role::MustOpen;
        if must_close || tag.role == Role::MayOpen {
            self.by_name.entry(tag.name.clone()).or_default().push(self.open.len());
            self.open.push(Open { call, must_close });
        }
        self.calls.push(alone(tag));
    }

    fn close(&mut self, tag: Tag) {
        let at = if tag.name.is_empty() {
            self.open.len().checked_sub(1)
        } else {
            self.by_name.get(&tag.name).and_then(|places| places.last()).copied()
        };
        let Some(at) = at else {
            let message = format!("Nothing before this opens `{}`.", tag.name);
            let mut call = alone(tag);
            call.name.insert(0, '/');
            call.problem = Some(message);
            self.calls.push(call);
            return;
        };
        self.unclose_from(at + 1);
        let Some(open) = self.open.pop() else { return };
        if let Some(call) = self.calls.get_mut(open.call) {
            if let Some(places) = self.by_name.get_mut(&call.name) {
                places.pop();
            }
            call.kind = Kind::Paired { inner: Span::new(call.head.end, tag.span.start) };
            call.span.end = tag.span.end;
            call.problem = call.problem.take().or(tag.problem);
            self.closed.insert(call.name.clone());
        }
    }

    /// Gives up on tags that are open since the `from`th.
    fn unclose_from(&mut self, from: usize) {
        for open in self.open.split_off(from.min(self.open.len())).into_iter().rev() {
            let name = self.calls.get(open.call).map_or("", |call| call.name.as_str());
            if let Some(places) = self.by_name.get_mut(name) {
                places.pop();
            }
            self.unclosed.push(open);
        }
    }

    /// A tag without its closing one is wrong where it needs one: always, or as its namesakes in this post have one.
    fn report_unclosed(&mut self) {
        for open in &self.unclosed {
            let Some(call) = self.calls.get_mut(open.call) else { continue };
            if open.must_close || self.closed.contains(&call.name) {
                let message = || format!("Nothing after this closes `{}`.", call.name);
                call.problem.get_or_insert_with(message);
            }
        }
    }
}

fn alone(tag: Tag) -> Call {
    let shows = match tag.role {
        Role::Becomes(text) => Shows::Source(text),
        _ => Shows::Card,
    };
    Call {
        language: tag.language,
        span: tag.span,
        head: tag.span,
        name: tag.name,
        arguments: tag.arguments,
        kind: Kind::Inline,
        problem: tag.problem,
        shows,
        parent: None,
        is_literal: false,
        contents: Vec::new(),
    }
}

/// Finds which call stands in which, and which are alone on their lines.
fn nest(source: &str, calls: &mut [Call]) {
    // Paired calls around the current one: index, end, whether what is inside is text.
    let mut around: Vec<(usize, usize, bool)> = Vec::new();
    for (index, call) in calls.iter_mut().enumerate() {
        while around.last().is_some_and(|(_, end, _)| *end <= call.span.start) {
            around.pop();
        }
        let in_literal = around.last().is_some_and(|(_, _, is_literal)| *is_literal);
        call.parent = around.last().map(|(parent, ..)| *parent);
        if call.inner().is_some() {
            call.is_literal = in_literal || around.len() >= MAX_DEPTH || call.language.is_literal(&call.name);
            // What stands in text of a call is not looked at any more, however deep it is.
            if !in_literal {
                around.push((index, call.span.end, call.is_literal));
            }
        } else if is_alone(source, call.span) {
            call.kind = Kind::Block;
        }
    }
}

/// True when nothing but white space stands on the same lines.
fn is_alone(source: &str, span: Span) -> bool {
    let is_blank = |c: &char| matches!(c, ' ' | '\t');
    let before = source.get(..span.start).unwrap_or("").chars().rev().find(|c| !is_blank(c));
    let after = source.get(span.end..).unwrap_or("").chars().find(|c| !is_blank(c));
    [before, after].into_iter().all(|next| matches!(next, None | Some('\n' | '\r')))
}
