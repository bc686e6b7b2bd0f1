//! Owns what is known of the linter's rules: which there are, what a person chose, and the page that is read.

use crate::shared::Shared;
use foreword_wire::{Diagnostic, RuleGroup, RuleInfo, RuleLevel, RulePage, Severity};

/// The linter's rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lint {
    /// In the order to show; empty until the engine is there.
    pub(crate) rules: Shared<Vec<RuleInfo>>,
    /// What a person chose.
    pub(crate) levels: Shared<Vec<RuleLevel>>,
    /// What a rule is for, while that is read.
    pub(crate) page: Shared<Option<RulePage>>,
}

impl Lint {
    pub(crate) fn hear_rules(&mut self, rules: Vec<RuleInfo>) {
        self.rules = self.rules.updated(rules);
    }

    pub(crate) fn hear_levels(&mut self, levels: Vec<RuleLevel>) {
        self.levels = self.levels.updated(levels);
    }

    pub(crate) fn hear_page(&mut self, page: Option<RulePage>) {
        self.page = self.page.updated(page);
    }

    /// What a person chose about a rule.
    pub(crate) fn chosen(&self, rule: &str) -> Option<&RuleLevel> {
        self.levels.iter().find(|level| level.rule == rule)
    }

    /// How many rules a person has switched off.
    pub(crate) fn off(&self) -> usize {
        self.levels.iter().filter(|level| level.level.is_none()).count()
    }
}

/// What a severity is called, one and many.
pub(crate) fn severity_name(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("error", "errors"),
        Severity::Warning => ("warning", "warnings"),
        Severity::Info => ("note", "notes"),
    }
}

/// Every severity, gravest first.
pub(crate) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// Every group of rules with its name, in the order to show.
pub(crate) const GROUPS: [(RuleGroup, &str); 7] = [
    (RuleGroup::FrontMatter, "Front matter"),
    (RuleGroup::Markdown, "Markdown"),
    (RuleGroup::Text, "Text"),
    (RuleGroup::Links, "Links and images"),
    (RuleGroup::Accessibility, "Accessibility"),
    (RuleGroup::Dialect, "Site generator"),
    (RuleGroup::Sharing, "Search and sharing"),
];

/// What a group of rules is called.
pub(crate) fn group_name(group: RuleGroup) -> &'static str {
    GROUPS.iter().find(|(known, _)| *known == group).map_or("", |(_, name)| name)
}

/// Which findings are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// In lower case: all words must occur in the message or the rule's id.
    pub(crate) search: String,
    /// Severities that are not looked at.
    pub(crate) hidden: Vec<Severity>,
}

impl Filter {
    /// Whether it lets a finding through.
    pub(crate) fn shows(&self, finding: &Diagnostic) -> bool {
        let text = || [finding.message.to_lowercase().as_str(), &finding.rule].join(" ");
        !self.hidden.contains(&finding.severity)
            && (self.search.trim().is_empty() || {
                let text = text();
                self.search.split_whitespace().all(|word| text.contains(word))
            })
    }

    /// The same with a severity looked at, if it was not, or else not.
    pub(crate) fn toggled(&self, severity: Severity) -> Filter {
        let mut hidden = self.hidden.clone();
        match hidden.iter().position(|other| *other == severity) {
            Some(at) => drop(hidden.remove(at)),
            None => hidden.push(severity),
        }
        Filter { hidden, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foreword_wire::Range16;

    #[test]
    fn a_filter_looks_for_all_words_in_message_and_rule() {
        let finding = Diagnostic {
            rule: "bare-url".to_owned(),
            group: RuleGroup::Markdown,
            severity: Severity::Info,
            range: Range16 { from: 0, to: 1 },
            line: 1,
            message: "Not a Link.".to_owned(),
            fixes: Vec::new(),
        };
        let search = |words: &str| Filter { search: words.to_owned(), hidden: Vec::new() };
        assert!(search("").shows(&finding));
        assert!(search("link bare").shows(&finding));
        assert!(!search("link other").shows(&finding));
        let without_notes = Filter::default().toggled(Severity::Info);
        assert!(!without_notes.shows(&finding));
        assert!(without_notes.toggled(Severity::Info).shows(&finding));
    }
}
