//! Owns what somebody chose about the rules: which are on, how much they matter, and their choices.

use crate::diagnostic::Severity;
use crate::rule::Rule;
use std::collections::BTreeMap;

/// What somebody wants of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not a word.
    Off,
    /// On, with the rule's own severity.
    On,
    /// On, with this severity.
    At(Severity),
}

/// What somebody chose. Later choices win.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    levels: BTreeMap<&'static str, Level>,
    choices: BTreeMap<(&'static str, String), String>,
}

impl Config {
    /// Nothing is chosen.
    pub const fn new() -> Config {
        Config { levels: BTreeMap::new(), choices: BTreeMap::new() }
    }

    /// Chooses the level of a rule.
    pub fn set_level(&mut self, rule: &'static Rule, level: Level) {
        self.levels.insert(rule.id, level);
    }

    /// Chooses something about a rule: the value as written in a file, a list with commas.
    pub fn set_choice(&mut self, rule: &'static Rule, name: impl Into<String>, value: impl Into<String>) {
        self.choices.insert((rule.id, name.into()), value.into());
    }

    /// Whether a rule speaks.
    pub fn is_on(&self, rule: &Rule) -> bool {
        match self.levels.get(rule.id) {
            Some(level) => *level != Level::Off,
            None => !rule.quiet,
        }
    }

    /// How much a rule's findings matter.
    pub fn severity(&self, rule: &Rule) -> Severity {
        match self.levels.get(rule.id) {
            Some(Level::At(severity)) => *severity,
            _ => rule.severity,
        }
    }

    /// The value of a choice, where somebody chose.
    pub fn choice(&self, rule: &'static str, name: &str) -> Option<&str> {
        let of_rule = self.choices.range((rule, String::new())..).take_while(|((id, _), _)| *id == rule);
        of_rule.into_iter().find(|((_, of), _)| of == name).map(|(_, value)| value.as_str())
    }
}
