//! Owns what somebody chose about the rules: which are on, how much they matter, and their choices; and the files that
//! say so. Files are found and read by the caller.

mod file;
mod foreword;
mod markdownlint;
pub(crate) mod names;

use crate::by_name::ByName;
use crate::diagnostic::Severity;
use crate::order;
use crate::rule::Rule;
use file::File;
use foreword_core::front_matter::Entry;

/// The name of our own configuration file.
pub const OUR_FILE: &str = ".foreword.toml";

/// Whether a file, by its path, says something about rules: ours, or one of markdownlint's.
pub fn is_configuration(path: &str) -> bool {
    let name = split(path).1;
    name == OUR_FILE || markdownlint::SECOND.contains(&name) || markdownlint::FILES.contains(&name)
}

/// Something wrong in a configuration file. What is right in it counts all the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What, as a sentence.
    pub message: String,
}

/// The name of a rule or a group that a misspelt one was probably meant to be.
pub fn nearest_name(name: &str) -> Option<&'static str> {
    crate::nearest::nearest(name, names::known())
}

/// The rules that a name in our files and comments is about: of a rule, a group, markdownlint's, or `all`. Nothing where
/// there is no such name.
pub fn named(name: &str) -> Option<Vec<&'static Rule>> {
    names::ours(name).map(|(_, rules)| rules)
}

/// The folder that a file lies in, with a slash at its end, and its name.
fn split(path: &str) -> (&str, &str) {
    let at = path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    path.split_at_checked(at).unwrap_or(("", path))
}

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
    /// By rule.
    levels: ByName<Level>,
    /// Rules, names and values; sorted by the first two.
    choices: Vec<(&'static str, String, String)>,
}

impl Config {
    /// Nothing is chosen.
    pub const fn new() -> Config {
        Config { levels: ByName::new(), choices: Vec::new() }
    }

    /// What these files, paths and texts, say. A file in a folder counts more than one in a folder around it; our own
    /// count more than markdownlint's, of which only those of the innermost folder count, as with markdownlint itself.
    pub fn read(files: &[(&str, &str)]) -> (Config, Vec<Problem>) {
        let mut config = Config::new();
        let mut problems = Vec::new();
        let mut files: Vec<(&str, &str, &str)> = files
            .iter()
            .map(|(path, text)| (*path, split(path).1, *text))
            .filter(|(path, ..)| is_configuration(path))
            .collect();
        order::by_key(&mut files, |(path, ..)| {
            (path.bytes().filter(|byte| matches!(byte, b'/' | b'\\')).count(), 0, 0)
        });
        let is_ours = |name: &str| name == OUR_FILE;
        let innermost = files.iter().rfind(|(_, name, _)| !is_ours(name)).map(|(path, ..)| split(path).0);
        for names in [markdownlint::SECOND.as_slice(), &markdownlint::FILES] {
            let mut there = names.iter().filter_map(|wanted| {
                files.iter().find(|(path, name, _)| name == wanted && Some(split(path).0) == innermost)
            });
            if let Some((path, name, text)) = there.next() {
                let (mut file, entries) = File::read(path, text);
                markdownlint::apply(&mut config, &mut file, name, &entries);
                problems.append(&mut file.problems);
            }
        }
        for (path, _, text) in files.iter().filter(|(_, name, _)| is_ours(name)) {
            let (mut file, entries) = File::read(path, text);
            foreword::apply(&mut config, &mut file, &entries);
            problems.append(&mut file.problems);
        }
        (config, problems)
    }

    /// The same for a post: of these files, those in its folder and in the folders around it.
    pub fn read_for(post: &str, files: &[(&str, &str)]) -> (Config, Vec<Problem>) {
        let folder = split(post).0;
        let around: Vec<(&str, &str)> =
            files.iter().filter(|(path, _)| folder.starts_with(split(path).0)).copied().collect();
        Config::read(&around)
    }

    /// Takes markdownlint's settings, as JSON in a comment of a post, into account.
    pub(crate) fn add_markdownlint(&mut self, json: &str) {
        let (mut file, entries): (File<'_>, Vec<Entry>) = File::read("comment.json", json);
        markdownlint::rules(self, &mut file, &entries);
    }

    /// Chooses the level of many rules by a name as in files: of a rule, a group, or `all`. False where there is no
    /// such name. A severity for many rules is for those that speak anyway.
    pub fn set_level_of(&mut self, name: &str, level: Level) -> bool {
        let Some((reach, rules)) = names::ours(name) else { return false };
        foreword::set(self, reach, &rules, level);
        true
    }

    /// Chooses the level of a rule.
    pub fn set_level(&mut self, rule: &'static Rule, level: Level) {
        self.levels.set(rule.id, level);
    }

    /// Chooses something about a rule: the value as written in a file, a list with commas.
    pub fn set_choice(&mut self, rule: &'static Rule, name: impl Into<String>, value: impl Into<String>) {
        let (name, value) = (name.into(), value.into());
        match self.find_choice(rule.id, &name) {
            Ok(at) => {
                if let Some((.., known)) = self.choices.get_mut(at) {
                    *known = value;
                }
            }
            Err(at) => self.choices.insert(at, (rule.id, name, value)),
        }
    }

    /// Whether a rule speaks.
    pub fn is_on(&self, rule: &Rule) -> bool {
        match self.levels.get(rule.id) {
            Some(level) => *level != Level::Off,
            None => !rule.quiet,
        }
    }

    /// Whether somebody chose that a rule speaks.
    pub fn is_asked_for(&self, rule: &Rule) -> bool {
        self.levels.get(rule.id).is_some_and(|level| *level != Level::Off)
    }

    /// How much a rule's findings matter.
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.chosen_severity(rule).unwrap_or(rule.severity)
    }

    /// The same, where somebody chose it.
    pub fn chosen_severity(&self, rule: &Rule) -> Option<Severity> {
        match self.levels.get(rule.id) {
            Some(Level::At(severity)) => Some(*severity),
            _ => None,
        }
    }

    /// The value of a choice, where somebody chose.
    pub fn choice(&self, rule: &'static str, name: &str) -> Option<&str> {
        let at = self.find_choice(rule, name).ok()?;
        self.choices.get(at).map(|(.., value)| value.as_str())
    }

    fn find_choice(&self, rule: &str, name: &str) -> Result<usize, usize> {
        self.choices.binary_search_by(|(of, known, _)| (*of, known.as_str()).cmp(&(rule, name)))
    }
}

#[cfg(test)]
mod tests;
