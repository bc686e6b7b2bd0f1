//! Owns comments in a post that turn rules off and on: ours, and markdownlint's for the rules that equal its own.
//!
//! They count by lines: what a comment says holds for the whole line that it stands on. One that stands right after the
//! header holds for the header, too.

mod comment;
mod turn_off;

use crate::Environment;
use crate::by_name::ByName;
use crate::config::{Config, Level};
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::rule::Rule;
use crate::rules;
use comment::Action;

pub(crate) use comment::{Comment, read};
pub use turn_off::turn_off;

/// What is chosen, with what comments say that must be known before rules look: settings, and rules that are off and
/// that a comment turns on somewhere.
pub(crate) fn configure(comments: &[Comment<'_>], environment: &Environment<'_>) -> Config {
    let mut config = environment.config.clone();
    for comment in comments {
        if comment.action == Action::Configure {
            config.add_markdownlint(comment.rest);
        }
    }
    config
}

/// The rules that comments turn on by name.
pub(crate) fn turned_on(comments: &[Comment<'_>]) -> Vec<&'static Rule> {
    let enabling =
        comments.iter().filter(|comment| matches!(comment.action, Action::Enable | Action::EnableFile));
    enabling.filter_map(Comment::rules).flatten().collect()
}

/// Takes away the findings about lines for which their rule is off.
pub(crate) fn apply(comments: &[Comment<'_>], config: &Config, facts: &Facts, found: &mut Vec<Diagnostic>) {
    let mut state = State::of_file(comments, config);
    let mut captured = state.clone();
    // What is off on single lines; nothing stands for every rule.
    let mut on_lines: Vec<(usize, Option<Vec<&str>>)> = Vec::new();
    for comment in comments {
        let line = match comment.action {
            Action::DisableLine => comment.line,
            Action::DisableNextLine => comment.line + 1,
            _ => continue,
        };
        // Comments come by line, so that this is near the end.
        let at = on_lines.partition_point(|(known, _)| *known < line);
        if on_lines.get(at).is_none_or(|(known, _)| *known != line) {
            on_lines.insert(at, (line, Some(Vec::new())));
        }
        let Some((_, off)) = on_lines.get_mut(at) else { continue };
        match (comment.rules(), off) {
            (Some(rules), Some(off)) => {
                for rule in rules {
                    if !off.contains(&rule.id) {
                        off.push(rule.id);
                    }
                }
            }
            (None, off) => *off = None,
            (Some(_), None) => {}
        }
    }
    let mut ahead = comments.iter().peekable();
    found.retain(|finding| {
        let line = facts.line_at(finding.span.start);
        while let Some(comment) = ahead.next_if(|comment| comment.line <= line) {
            match comment.action {
                Action::Disable => state.set(comment, false),
                Action::Enable => state.set(comment, true),
                Action::Capture => captured = state.clone(),
                Action::Restore => state = captured.clone(),
                _ => {}
            }
        }
        let here = on_lines.get(on_lines.partition_point(|(known, _)| *known < line));
        let is_off_here = here.is_some_and(|(known, off)| {
            *known == line && off.as_ref().is_none_or(|off| off.contains(&finding.rule))
        });
        state.is_on(finding.rule) && !is_off_here
    });
}

/// Which rules are on, at some place.
#[derive(Clone)]
struct State {
    on: ByName<bool>,
    /// What a comment that names no rule goes back to.
    chosen: ByName<bool>,
}

impl State {
    /// At the start of a post with these comments.
    fn of_file(comments: &[Comment<'_>], config: &Config) -> State {
        let mut chosen = ByName::new();
        for rule in rules::all() {
            chosen.set(rule.id, config.is_on(rule));
        }
        let mut state = State { on: chosen.clone(), chosen };
        for comment in comments {
            match comment.action {
                Action::DisableFile => state.set(comment, false),
                Action::EnableFile => state.set(comment, true),
                _ => {}
            }
        }
        state
    }

    fn set(&mut self, comment: &Comment<'_>, is_on: bool) {
        match comment.rules() {
            Some(rules) => rules.iter().for_each(|rule| self.on.set(rule.id, is_on)),
            None if is_on => self.on.clone_from(&self.chosen),
            None => self.on.values_mut().for_each(|on| *on = false),
        }
    }

    fn is_on(&self, rule: &str) -> bool {
        self.on.get(rule).copied().unwrap_or(true)
    }
}

impl Config {
    /// Turns a rule on, as loud as was chosen.
    pub(crate) fn wake(&mut self, rule: &'static Rule) {
        if !self.is_on(rule) {
            self.set_level(rule, Level::On);
        }
    }
}

#[cfg(test)]
mod tests;
