//! Owns how keys of a configuration become settings, as data.

use super::data::Value;

/// What a key of a configuration sets.
#[derive(Debug)]
pub(super) struct Rule {
    /// The key with those that it stands in, with dots between them. Upper and lower case are the same.
    pub(super) path: &'static str,
    /// The setting.
    pub(super) key: &'static str,
    /// The setting's value for each value of the configuration.
    pub(super) meaning: Meaning,
}

/// How a value becomes a setting's.
#[derive(Debug)]
pub(super) enum Meaning {
    /// It is the setting's.
    Same,
    /// Each of these is another one; any other sets nothing.
    Each(&'static [(&'static str, &'static str)]),
}

/// `true` is on, `false` is off.
pub(super) const SWITCH: Meaning = Meaning::Each(&[("true", "on"), ("false", "off")]);

/// The settings that values make: key, value, line.
pub(super) fn settings(rules: &[Rule], values: &[Value]) -> Vec<(&'static str, String, usize)> {
    let mut found = Vec::new();
    for value in values {
        for rule in rules.iter().filter(|rule| rule.path.eq_ignore_ascii_case(&value.path)) {
            let means = match rule.meaning {
                Meaning::Same => Some(value.text.clone()),
                Meaning::Each(each) => each
                    .iter()
                    .find(|(text, _)| text.eq_ignore_ascii_case(&value.text))
                    .map(|(_, means)| (*means).to_owned()),
            };
            found.extend(means.map(|means| (rule.key, means, value.line)));
        }
    }
    found
}

/// A rule whose meaning is plain.
pub(super) const fn rule(path: &'static str, key: &'static str, meaning: Meaning) -> Rule {
    Rule { path, key, meaning }
}
