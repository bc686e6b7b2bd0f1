//! Owns `foreword lint`.

mod json;
mod sarif;
mod text;

use crate::input::{check_dialect, posts, read};
use crate::{Failure, Outcome, output};
use foreword_core::text::LineIndex;
use foreword_core::{Context, Document};
use foreword_lint::Diagnostic;

/// Arguments of `foreword lint`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Rules to read the posts by, one of those that `foreword dialects` shows; detected for each post when left out
    #[arg(long, value_name = "DIALECT")]
    dialect: Option<String>,
    /// Posts, folders of posts, or - for standard input
    #[arg(required = true, value_name = "FILE|FOLDER")]
    paths: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One finding a line: file:line:column: severity: message (rule)
    Text,
    /// An array with one object a post; positions in lines, columns and bytes
    Json,
    /// SARIF 2.1.0, for code-scanning services
    Sarif,
}

/// A post and what was found in it.
struct Report {
    name: String,
    text: String,
    findings: Vec<Diagnostic>,
}

impl Report {
    /// Line and column (in characters) of both ends of a finding, from 1.
    fn places(&self) -> impl Iterator<Item = (&Diagnostic, (usize, usize), (usize, usize))> {
        let index = LineIndex::new(&self.text);
        self.findings.iter().map(move |finding| {
            (finding, index.line_column(finding.span.start), index.line_column(finding.span.end))
        })
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    check_dialect(arguments.dialect.as_deref())?;
    let names = posts(&arguments.paths)?;
    if names.is_empty() {
        return Err(Failure::Impossible(format!(
            "no posts (.md, .markdown, .mdx, .mkd) in {}",
            arguments.paths.join(", ")
        )));
    }
    let mut reports = Vec::with_capacity(names.len());
    for name in names {
        let input = read(&name)?;
        let file_name = (name != "-").then_some(name.as_str());
        let context = Context { file_name, dialect: arguments.dialect.as_deref(), ..Context::default() };
        let findings = foreword_lint::lint(&Document::parse(&input.text, context));
        reports.push(Report { name, text: input.text, findings });
    }
    output::print(&match arguments.format {
        Format::Text => text::write(&reports),
        Format::Json => json::write(&reports),
        Format::Sarif => sarif::write(&reports),
    });
    let clean = reports.iter().all(|report| report.findings.is_empty());
    Ok(if clean { Outcome::Clean } else { Outcome::Findings })
}

fn severity(finding: &Diagnostic) -> &'static str {
    match finding.severity {
        foreword_lint::Severity::Error => "error",
        foreword_lint::Severity::Warning => "warning",
        foreword_lint::Severity::Info => "info",
    }
}
