//! Owns `foreword lint --fix`: mending posts, then writing them or showing what would change.

use super::report::Report;
use crate::input::Input;
use crate::{file, output};
use foreword_lint::Diagnostic;
use foreword_lint::fixing::{self, Wanted};
use similar::TextDiff;

/// A post after mending, in memory.
pub(super) fn mend(input: Input, suggested: bool, look: impl Fn(&str) -> Vec<Diagnostic>) -> Report {
    let wanted = if suggested { Wanted::Suggested } else { Wanted::Safe };
    let mended = fixing::mend(&input.text, wanted, look);
    let before = (mended.text != input.text).then_some(input.text);
    Report { name: input.name, text: mended.text, findings: mended.left, before, fixed: mended.fixed }
}

/// Writes the posts that changed; standard input goes to standard output. With `diff`, shows the changes instead. Gives
/// how many could not be written.
pub(super) fn keep(reports: &[Report], diff: bool) -> usize {
    let mut failed = 0;
    for report in reports {
        match &report.before {
            Some(before) if diff => {
                let diff = TextDiff::from_lines(before.as_str(), report.text.as_str());
                output::print(&diff.unified_diff().header(&report.name, &report.name).to_string());
            }
            _ if diff => {}
            _ if report.name == "-" => output::print(&report.text),
            Some(_) => {
                if let Err(failure) = file::replace(&report.name, &report.text) {
                    output::warn(&format!("foreword: {failure}"));
                    failed += 1;
                }
            }
            None => {}
        }
    }
    failed
}
