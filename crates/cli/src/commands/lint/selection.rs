//! Owns which rules the command line asks for, on top of what configuration files say.

use super::Arguments;
use crate::Failure;
use foreword_lint::{Config, Level, Rule, config, rules};

/// The rules named on the command line.
pub(super) struct Selection {
    only: Vec<&'static Rule>,
    off: Vec<&'static Rule>,
}

impl Selection {
    pub(super) fn of(arguments: &Arguments) -> Result<Selection, Failure> {
        Ok(Selection { only: find(&arguments.rules)?, off: find(&arguments.off)? })
    }

    /// The choice of files, changed by what was asked for.
    pub(super) fn apply(&self, config: &mut Config) {
        for rule in rules::all() {
            let is_wanted = self.only.iter().any(|only| only.id == rule.id);
            let is_off = self.off.iter().any(|off| off.id == rule.id);
            if is_off || (!self.only.is_empty() && !is_wanted) {
                config.set_level(rule, Level::Off);
            } else if is_wanted && !config.is_on(rule) {
                config.set_level(rule, Level::On);
            }
        }
    }
}

/// The rules of these names.
fn find(names: &[String]) -> Result<Vec<&'static Rule>, Failure> {
    let mut found = Vec::new();
    for name in names {
        found.extend(named(name)?);
    }
    Ok(found)
}

/// The rules of a name: of a rule, a group, or markdownlint's.
pub(in crate::commands) fn named(name: &str) -> Result<Vec<&'static Rule>, Failure> {
    let found = config::named(name).ok_or_else(|| match config::nearest_name(name) {
        Some(near) => Failure::Impossible(format!("there is no rule `{name}`; did you mean `{near}`?")),
        None => Failure::Impossible(format!("there is no rule `{name}`; `foreword rules` lists all")),
    })?;
    if found.is_empty() {
        return Err(Failure::Impossible(format!(
            "no rule equals markdownlint's `{name}`; `foreword rules` lists all"
        )));
    }
    Ok(found)
}
