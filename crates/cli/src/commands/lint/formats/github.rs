//! Owns findings as annotations of GitHub Actions
//! (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>).

use super::{Report, count};
use foreword_lint::Severity;
use std::fmt::Write;

pub(super) fn write(reports: &[Report], quiet: bool) -> String {
    let mut out = String::new();
    for report in reports {
        let place = report.index();
        for finding in &report.findings {
            let (start, end) = place(finding.span);
            let command = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            let _ = write!(
                out,
                "::{command} file={},line={},endLine={}",
                property(&report.name.replace('\\', "/")),
                start.0,
                end.0
            );
            // Columns mean something only within one line.
            if start.0 == end.0 {
                let _ = write!(out, ",col={},endColumn={}", start.1, end.1);
            }
            let _ = writeln!(out, ",title={}::{}", property(finding.rule), data(&finding.message));
        }
    }
    if !quiet {
        out.push_str(&count(reports));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
