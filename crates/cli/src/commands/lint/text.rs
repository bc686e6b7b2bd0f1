//! Owns findings as text: one a line, then a count.

use super::{Report, severity};
use std::fmt::Write;

pub(super) fn write(reports: &[Report]) -> String {
    let mut out = String::new();
    for report in reports {
        for (finding, (line, column), _) in report.places() {
            let _ = writeln!(
                out,
                "{}:{line}:{column}: {}: {} ({})",
                report.name,
                severity(finding),
                finding.message,
                finding.rule
            );
        }
    }
    let findings: usize = reports.iter().map(|report| report.findings.len()).sum();
    let posts = if reports.len() == 1 { "1 post".to_owned() } else { format!("{} posts", reports.len()) };
    let _ = match findings {
        0 => writeln!(out, "{posts}, nothing to say."),
        1 => writeln!(out, "{posts}, 1 finding."),
        _ => writeln!(out, "{posts}, {findings} findings."),
    };
    out
}
