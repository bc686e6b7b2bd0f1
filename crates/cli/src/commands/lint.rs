//! Owns `foreword lint`.

mod fixes;
mod formats;
mod parallel;
mod report;
mod selection;
mod surroundings;

use crate::input::{check_dialect, posts, read};
use crate::instant::instant;
use crate::{Failure, Outcome, output};
use clap::ValueEnum;
use foreword_core::{Context, Document, dialects};
use foreword_lint::{Diagnostic, Environment, Severity, lint_in};
use formats::Format;
use report::Report;
pub(super) use selection::named;
use std::path::PathBuf;
use surroundings::{Around, Surroundings};

/// Arguments of `foreword lint`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Mend what can be mended without changing what a post means, and write the files
    #[arg(long)]
    fix: bool,
    /// With --fix: mend also what a person should look at afterwards
    #[arg(long, requires = "fix")]
    suggested: bool,
    /// With --fix: print what would change and write nothing
    #[arg(long, requires = "fix")]
    diff: bool,
    /// Check by these rules alone, as `foreword rules` names them, or by those of a group; may be given several times
    #[arg(long = "rule", value_name = "ID")]
    rules: Vec<String>,
    /// Leave out a rule or the rules of a group; may be given several times
    #[arg(long, value_name = "ID")]
    off: Vec<String>,
    /// Report only what matters at least so much
    #[arg(long, value_enum, default_value_t = Least::Info, value_name = "SEVERITY")]
    min_severity: Least,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Print no count at the end, and nothing when there is nothing to say
    #[arg(long, short)]
    quiet: bool,
    /// Take the choice of rules from this file alone, named like .foreword.toml or one of markdownlint's
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Rules to read the posts by, one of those that `foreword dialects` shows; else the site's, or detected
    #[arg(long, value_name = "DIALECT")]
    dialect: Option<String>,
    /// The site's folder; else the nearest one around each post that holds a site's configuration
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// Judge dates at this instant, such as 2026-03-01T09:00:00Z, instead of now
    #[arg(long, value_name = "DATE")]
    at: Option<String>,
    /// Your zone in minutes east of UTC
    #[arg(long, value_name = "MINUTES", default_value_t = 0, allow_hyphen_values = true)]
    zone: i32,
    /// Posts, folders of posts, or - for standard input
    #[arg(required = true, value_name = "FILE|FOLDER")]
    paths: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Least {
    Error,
    Warning,
    Info,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    check_dialect(arguments.dialect.as_deref())?;
    let now = (instant(arguments.at.as_deref(), arguments.zone)?, arguments.zone);
    let names = posts(&arguments.paths)?;
    if names.is_empty() {
        let folders = arguments.paths.join(", ");
        return Err(Failure::Impossible(format!("no posts (.md, .markdown, .mdx, .mkd) in {folders}")));
    }
    let surroundings = Surroundings::of(&names, arguments)?;
    surroundings.problems.iter().for_each(|problem| output::warn(problem));
    let look = |name: &str| look(name, &surroundings.around(name), arguments, now);
    let mut reports = Vec::with_capacity(names.len());
    let mut failed = 0;
    for outcome in parallel::map(&names, |name| look(name)) {
        match outcome {
            Ok(report) => reports.push(report),
            // With one post, that it cannot be read is all there is to say.
            Err(failure) if names.len() == 1 => return Err(failure),
            Err(failure) => {
                output::warn(&format!("foreword: {failure}"));
                failed += 1;
            }
        }
    }
    if arguments.fix {
        failed += fixes::keep(&reports, arguments.diff);
    }
    let print =
        if arguments.fix && names.iter().any(|name| name == "-") { output::warn_all } else { output::print };
    if !arguments.diff {
        print(&arguments.format.write(&reports, arguments.quiet));
    }
    let clean = if arguments.diff {
        reports.iter().all(|report| report.before.is_none())
    } else {
        reports.iter().all(|report| report.findings.is_empty())
    };
    Ok(match (failed, clean) {
        (0, true) => Outcome::Clean,
        (0, false) => Outcome::Findings,
        _ => Outcome::Incomplete,
    })
}

/// What is found in a post, after mending it in memory where that was asked for.
fn look(name: &str, around: &Around<'_>, arguments: &Arguments, now: (i64, i32)) -> Result<Report, Failure> {
    let input = read(name)?;
    let dialect = arguments.dialect.as_deref();
    let findings = |text: &str| -> Vec<Diagnostic> {
        let context = Context {
            file_name: around.file_name.as_deref(),
            dialect,
            site: around.site,
            words: Some(deunicode::deunicode_char),
            ..Context::default()
        };
        let environment = Environment {
            config: around.config,
            folder: around.folder,
            file_name: around.file_name.as_deref(),
            generator: dialect.and_then(dialects::by_id).map(|dialect| dialect.generator),
            now: Some(now),
        };
        lint_in(&Document::parse(text, context), &environment)
    };
    let mut report = if arguments.fix {
        fixes::mend(input, arguments.suggested, findings)
    } else {
        let found = findings(&input.text);
        Report::new(input, found)
    };
    let least = match arguments.min_severity {
        Least::Error => Severity::Error,
        Least::Warning => Severity::Warning,
        Least::Info => Severity::Info,
    };
    report.findings.retain(|finding| finding.severity <= least);
    Ok(report)
}
