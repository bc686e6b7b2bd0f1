//! Owns the list of rules: a folder for each group, one file for each rule, one line in its group's list.

mod accessibility;
mod blank_lines;
mod dialect;
mod fences;
mod front_matter;
mod html_tags;
mod labels;
mod links;
mod markdown;
mod sharing;
mod text;

use crate::Rule;

/// Declares the rules of a group: `module::NAME` a line, sorted.
macro_rules! rules {
    ($($module:ident :: $name:ident),* $(,)?) => {
        $(mod $module;)*

        /// The rules of this group, by id.
        pub(super) static RULES: &[&$crate::Rule] = &[$(&$module::$name),*];
    };
}
use rules;

static GROUPS: [&[&Rule]; 7] = [
    front_matter::RULES,
    markdown::RULES,
    text::RULES,
    links::RULES,
    accessibility::RULES,
    dialect::RULES,
    sharing::RULES,
];

const COUNT: usize = {
    let (mut count, mut group) = (0, 0);
    while group < GROUPS.len() {
        count += GROUPS[group].len();
        group += 1;
    }
    count
};

/// The same in one list, which takes less code to walk. Made by the compiler, where only `while` is at hand.
static ALL: [&Rule; COUNT] = {
    let mut all = [GROUPS[0][0]; COUNT];
    let (mut at, mut group) = (0, 0);
    while group < GROUPS.len() {
        let mut index = 0;
        while index < GROUPS[group].len() {
            all[at] = GROUPS[group][index];
            at += 1;
            index += 1;
        }
        group += 1;
    }
    all
};

/// Every rule, group by group, by id within each.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().copied()
}

/// The rule with this id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// The rules with this id or, in any case of letters, this id in markdownlint: that one may be several of ours.
pub fn named(name: &str) -> impl Iterator<Item = &'static Rule> {
    all().filter(move |rule| {
        rule.id == name || rule.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests;
