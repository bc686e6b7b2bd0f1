//! Owns what rules are called in files and comments: by us, and by markdownlint.

use crate::rule::{Group, Rule};
use crate::rules;

/// The name that means every rule.
pub(crate) const ALL: &str = "all";

/// How many rules a name is about; what is said of fewer wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// Every rule.
    All,
    /// The rules of a group.
    Group,
    /// A rule.
    Rule,
}

/// The rules that a name in our own files and comments is about: a rule, a group, `all`, or markdownlint's name of a
/// rule, which may be none of ours. Nothing where there is no such name.
pub(crate) fn ours(name: &str) -> Option<(Reach, Vec<&'static Rule>)> {
    if name == ALL {
        return Some((Reach::All, rules::all().collect()));
    }
    if let Some(group) = Group::ALL.into_iter().find(|group| group.id() == name) {
        return Some((Reach::Group, rules::all().filter(|rule| rule.group == group).collect()));
    }
    if let Some(rule) = rules::by_id(name) {
        return Some((Reach::Rule, vec![rule]));
    }
    markdownlint(name).map(|found| (Reach::Rule, found))
}

/// Every name that [`ours`] knows, without markdownlint's.
pub(crate) fn known() -> impl Iterator<Item = &'static str> {
    let groups = Group::ALL.into_iter().map(Group::id);
    rules::all().map(|rule| rule.id).chain(groups).chain([ALL])
}

/// The rules that equal what markdownlint calls so: an id, another name, or a tag, in any case of letters. There may be
/// none. Nothing where markdownlint has no such name.
pub(crate) fn markdownlint(name: &str) -> Option<Vec<&'static Rule>> {
    // Its older versions said header where it now says heading.
    let name = name.to_ascii_lowercase().replace("header", "heading");
    let has = |names: &str| names.split(' ').any(|known| known == name);
    let ids: Vec<u8> = NAMES
        .iter()
        .filter(|(id, names, tags)| has(names) || has(tags) || number(&name) == Some(*id))
        .map(|(id, ..)| *id)
        .collect();
    let is_meant = |rule: &&Rule| rule.aliases.iter().filter_map(|id| number(id)).any(|id| ids.contains(&id));
    (!ids.is_empty()).then(|| rules::all().filter(is_meant).collect())
}

/// The number in an id such as `MD034`.
fn number(id: &str) -> Option<u8> {
    let digits = id.get(2..).filter(|digits| digits.len() == 3)?;
    id.get(..2).filter(|start| start.eq_ignore_ascii_case("md")).and_then(|_| digits.parse().ok())
}

/// What markdownlint 0.40 calls its rules: number, names, tags.
const NAMES: [(u8, &str, &str); 53] = [
    (1, "heading-increment", "headings"),
    (3, "heading-style", "headings"),
    (4, "ul-style", "bullet ul"),
    (5, "list-indent", "bullet ul indentation"),
    (7, "ul-indent", "bullet ul indentation"),
    (9, "no-trailing-spaces", "whitespace"),
    (10, "no-hard-tabs", "whitespace hard_tab"),
    (11, "no-reversed-links", "links"),
    (12, "no-multiple-blanks", "whitespace blank_lines"),
    (13, "line-length", "line_length"),
    (14, "commands-show-output", "code"),
    (18, "no-missing-space-atx", "headings atx spaces"),
    (19, "no-multiple-space-atx", "headings atx spaces"),
    (20, "no-missing-space-closed-atx", "headings atx_closed spaces"),
    (21, "no-multiple-space-closed-atx", "headings atx_closed spaces"),
    (22, "blanks-around-headings", "headings blank_lines"),
    (23, "heading-start-left", "headings spaces"),
    (24, "no-duplicate-heading", "headings"),
    (25, "single-title single-h1", "headings"),
    (26, "no-trailing-punctuation", "headings"),
    (27, "no-multiple-space-blockquote", "blockquote whitespace indentation"),
    (28, "no-blanks-blockquote", "blockquote whitespace"),
    (29, "ol-prefix", "ol"),
    (30, "list-marker-space", "ol ul whitespace"),
    (31, "blanks-around-fences", "code blank_lines"),
    (32, "blanks-around-lists", "bullet ul ol blank_lines"),
    (33, "no-inline-html", "html"),
    (34, "no-bare-urls", "links url"),
    (35, "hr-style", "hr"),
    (36, "no-emphasis-as-heading", "headings emphasis"),
    (37, "no-space-in-emphasis", "whitespace emphasis"),
    (38, "no-space-in-code", "whitespace code"),
    (39, "no-space-in-links", "whitespace links"),
    (40, "fenced-code-language", "code language"),
    (41, "first-line-heading first-line-h1", "headings"),
    (42, "no-empty-links", "links"),
    (43, "required-headings", "headings"),
    (44, "proper-names", "spelling"),
    (45, "no-alt-text", "accessibility images"),
    (46, "code-block-style", "code"),
    (47, "single-trailing-newline", "blank_lines"),
    (48, "code-fence-style", "code"),
    (49, "emphasis-style", "emphasis"),
    (50, "strong-style", "emphasis"),
    (51, "link-fragments", "links"),
    (52, "reference-links-images", "images links"),
    (53, "link-image-reference-definitions", "images links"),
    (54, "link-image-style", "images links"),
    (55, "table-pipe-style", "table"),
    (56, "table-column-count", "table"),
    (58, "blanks-around-tables", "table"),
    (59, "descriptive-link-text", "accessibility links"),
    (60, "table-column-style", "table"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(found: Option<Vec<&'static Rule>>) -> Option<Vec<&'static str>> {
        found.map(|rules| rules.iter().map(|rule| rule.id).collect())
    }

    #[test]
    fn every_alias_of_a_rule_is_a_rule_of_markdownlint() {
        let known = |alias: &str| NAMES.iter().any(|(id, ..)| Some(*id) == number(alias));
        for rule in rules::all() {
            assert!(rule.aliases.iter().all(|alias| known(alias)), "{}: {:?}", rule.id, rule.aliases);
        }
    }

    #[test]
    fn markdownlints_names_lead_to_ours() {
        for name in ["MD034", "md034", "no-bare-urls", "No-Bare-URLs", "url"] {
            assert_eq!(ids(markdownlint(name)).unwrap(), ["bare-url"], "{name}");
        }
        assert!(ids(markdownlint("headers")).unwrap().contains(&"skipped-heading-level"));
        assert_eq!(ids(markdownlint("header-increment")).unwrap(), ["skipped-heading-level"]);
        assert_eq!(ids(markdownlint("line-length")).unwrap(), [""; 0]);
        for name in ["MD002", "bare-url", "", "MD", "é", "my-own-rule"] {
            assert_eq!(ids(markdownlint(name)), None, "{name}");
        }
    }

    #[test]
    fn our_names_reach_one_rule_a_group_or_all() {
        assert!(ours("all").is_some_and(|(reach, found)| reach == Reach::All && found.len() > 5));
        let (reach, found) = ours("links").unwrap();
        assert_eq!(reach, Reach::Group);
        assert!(!found.is_empty() && found.iter().all(|rule| rule.group == Group::Links));
        assert!(matches!(ours("bare-url"), Some((Reach::Rule, found)) if found.len() == 1));
        assert!(matches!(ours("MD034"), Some((Reach::Rule, found)) if found.len() == 1));
        assert!(ours("bare-urls").is_none());
    }
}
