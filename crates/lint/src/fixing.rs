//! Owns mending many findings at once: which edits go together, and doing so again until nothing is left to mend.
//!
//! Invariant: chosen edits never overlap, and no two of them insert at one place. Bytes outside them stay.

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::order;
use foreword_core::{Edit, Span, span};
use std::collections::BTreeMap;

/// What to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted<'w> {
    /// What has a fix after which the post means the same.
    Safe,
    /// The same, and what has a fix that a person should look at.
    Suggested,
    /// What a rule finds, by the best fix of each finding.
    Rule(&'w str),
}

impl Wanted<'_> {
    /// The fix that a finding gets, if any.
    fn of(self, finding: &Diagnostic) -> Option<&Fix> {
        let safe = finding.fixes.iter().find(|fix| fix.safe);
        let fix = match self {
            Wanted::Safe => safe,
            Wanted::Suggested => safe.or(finding.fixes.first()),
            Wanted::Rule(rule) => finding.fixes.first().filter(|_| finding.rule == rule),
        };
        fix.filter(|fix| !fix.edits.is_empty())
    }
}

/// The edits that mend as much of this as can be mended at once, in text order. A fix that overlaps an earlier one is
/// left for the next time, because its positions would no longer hold.
pub fn edits(findings: &[Diagnostic], wanted: Wanted<'_>) -> Vec<Edit> {
    choose(findings, wanted).0
}

/// The same, and which findings they mend.
fn choose<'f>(findings: &'f [Diagnostic], wanted: Wanted<'_>) -> (Vec<Edit>, Vec<&'f Diagnostic>) {
    let mut fixes: Vec<(&Diagnostic, &Fix)> =
        findings.iter().filter_map(|finding| Some((finding, wanted.of(finding)?))).collect();
    order::by_key(&mut fixes, |(_, fix)| (fix.edits.first().map_or(0, |edit| edit.span.start), 0, 0));
    // Keyed by place, so that only the neighbours of an edit can overlap it.
    let mut chosen: BTreeMap<Span, &Edit> = BTreeMap::new();
    let mut mended = Vec::new();
    for (finding, fix) in fixes {
        if fix.edits.iter().all(|edit| is_free(&chosen, edit.span)) {
            chosen.extend(fix.edits.iter().map(|edit| (edit.span, edit)));
            mended.push(finding);
        }
    }
    (chosen.into_values().cloned().collect(), mended)
}

/// Whether a range overlaps none of the chosen edits, and does not insert where one of them does.
fn is_free(chosen: &BTreeMap<Span, &Edit>, place: Span) -> bool {
    let before = chosen.range(..place).next_back();
    let after = chosen.range(place..).next();
    before.is_none_or(|(other, _)| other.end <= place.start)
        && after.is_none_or(|(other, _)| *other != place && other.start >= place.end)
}

/// A post after mending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Its text.
    pub text: String,
    /// How many findings of each rule were mended.
    pub fixed: BTreeMap<&'static str, usize>,
    /// What is found in it now.
    pub left: Vec<Diagnostic>,
}

/// Mending ends after so many rounds: each brings to light at most what the one before it hid.
const MOST_ROUNDS: usize = 20;
/// So many fixes are tried one by one where together they do harm.
const MOST_TRIES: usize = 50;

/// Mends all that is wanted, again and again until nothing changes. `look` finds what is wrong with a text.
///
/// Fixes that together bring a new error, which each by itself did not, are done one by one.
pub fn mend(text: &str, wanted: Wanted<'_>, look: impl Fn(&str) -> Vec<Diagnostic>) -> Mended {
    let mut mended = Mended { text: text.to_owned(), fixed: BTreeMap::new(), left: look(text) };
    for _ in 0..MOST_ROUNDS {
        let (edits, findings) = choose(&mended.left, wanted);
        let rules: Vec<&'static str> = findings.iter().map(|finding| finding.rule).collect();
        let Some((text, left, rules)) =
            attempt(&mended, &edits, rules, &look).or_else(|| one_by_one(&mended, wanted, &look))
        else {
            break;
        };
        mended.text = text;
        mended.left = left;
        for rule in rules {
            *mended.fixed.entry(rule).or_default() += 1;
        }
    }
    mended
}

/// A text, what is found in it, and the rules whose findings were mended to get there.
type Step = (String, Vec<Diagnostic>, Vec<&'static str>);

/// The text after these edits, unless they change nothing or bring new errors.
fn attempt(
    before: &Mended,
    edits: &[Edit],
    rules: Vec<&'static str>,
    look: impl Fn(&str) -> Vec<Diagnostic>,
) -> Option<Step> {
    let text = span::apply(&before.text, edits);
    if text == before.text {
        return None;
    }
    let left = look(&text);
    (errors(&left) <= errors(&before.left)).then_some((text, left, rules))
}

fn one_by_one(before: &Mended, wanted: Wanted<'_>, look: impl Fn(&str) -> Vec<Diagnostic>) -> Option<Step> {
    let fixes = before.left.iter().filter_map(|finding| Some((finding.rule, wanted.of(finding)?)));
    fixes.take(MOST_TRIES).find_map(|(rule, fix)| attempt(before, &fix.edits, vec![rule], &look))
}

fn errors(findings: &[Diagnostic]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

#[cfg(test)]
mod tests;
