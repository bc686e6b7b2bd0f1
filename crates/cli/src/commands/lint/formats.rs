//! Owns the ways to print findings, one file each.

mod github;
mod json;
mod sarif;
mod short;
mod text;

use super::report::Report;

/// A way to print findings.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people: each finding with its line and how to mend it
    Text,
    /// One finding a line: file:line:column: severity: message (rule)
    Short,
    /// An array with one object a post; positions in lines, columns and bytes
    Json,
    /// SARIF 2.1.0, for code-scanning services
    Sarif,
    /// Annotations for GitHub Actions
    Github,
}

impl Format {
    /// The findings in this form. A quiet one says no more than them.
    pub(super) fn write(self, reports: &[Report], quiet: bool) -> String {
        match self {
            Format::Text => text::write(reports, quiet),
            Format::Short => short::write(reports, quiet),
            Format::Json => json::write(reports),
            Format::Sarif => sarif::write(reports),
            Format::Github => github::write(reports, quiet),
        }
    }
}

/// How much there is, as sentences: "2 posts, 1 finding."
fn count(reports: &[Report]) -> String {
    let number = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let posts = number(reports.len(), "post");
    let fixed: usize = reports.iter().flat_map(|report| report.fixed.values()).sum();
    let findings: usize = reports.iter().map(|report| report.findings.len()).sum();
    let mended = if fixed > 0 { format!(", {fixed} mended") } else { String::new() };
    let left = match findings {
        0 if fixed > 0 => ", nothing left to say.".to_owned(),
        0 => ", nothing to say.".to_owned(),
        _ => format!(", {}{}.", number(findings, "finding"), if fixed > 0 { " left" } else { "" }),
    };
    let fixable = reports.iter().flat_map(|report| &report.findings);
    let fixable = fixable.filter(|finding| finding.fixes.iter().any(|fix| fix.safe)).count();
    let hint = if fixable > 0 && fixed == 0 { format!(" --fix mends {fixable}.") } else { String::new() };
    format!("{posts}{mended}{left}{hint}\n")
}

/// Text from a post that may be shown on a terminal: what would command it is a dot.
fn shown(text: &str) -> String {
    let is_harmless =
        |c: char| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_harmless(c) { c } else { '·' }).collect()
}
