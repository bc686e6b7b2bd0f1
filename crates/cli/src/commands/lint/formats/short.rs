//! Owns findings as text, one a line, then a count.

use super::{Report, count, shown};
use foreword_lint::pages::severity;
use std::fmt::Write;

pub(super) fn write(reports: &[Report], quiet: bool) -> String {
    let mut out = String::new();
    for report in reports {
        let place = report.index();
        for finding in &report.findings {
            let ((line, column), _) = place(finding.span);
            let (name, message) = (shown(&report.name), shown(&finding.message));
            let _ = writeln!(
                out,
                "{name}:{line}:{column}: {}: {message} ({})",
                severity(finding.severity),
                finding.rule
            );
        }
    }
    if !quiet {
        out.push_str(&count(reports));
    }
    out
}
