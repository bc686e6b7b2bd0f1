//! Owns `cargo xtask test`: every part in turn, a table of what each counted, and one clear line.

mod counts;
mod parts;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::steps;
use counts::Counts;
use parts::{PARTS, Part};

/// Which tests to run, and at which length.
pub(crate) struct Options {
    /// Run the slow tests at full length.
    pub(crate) full: bool,
    /// The only parts to run; all when empty.
    pub(crate) only: Vec<String>,
}

struct Line {
    name: &'static str,
    counts: Counts,
    took: Duration,
    problem: Option<String>,
}

/// Runs the tests and prints their table; fails when anything failed or a part ran nothing.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    for name in &options.only {
        if !PARTS.iter().any(|part| part.name == name) {
            let known: Vec<_> = PARTS.iter().map(|part| part.name).collect();
            bail!("There is no part `{name}`. The parts are: {}.", known.join(", "));
        }
    }
    let wanted = |part: &&Part| options.only.is_empty() || options.only.iter().any(|name| name == part.name);
    let lines: Vec<Line> = PARTS.iter().filter(wanted).map(|part| run_part(part, options)).collect();
    for line in &lines {
        if let Some(problem) = &line.problem {
            println!("\n--- {} ---\n{problem}", line.name);
        }
    }
    let (table, passed_all) = table(&lines);
    print!("\n{table}");
    Ok(if passed_all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_part(part: &Part, options: &Options) -> Line {
    println!("\n{}: {}", part.name, part.about);
    let started = Instant::now();
    let (counts, problem) = match (part.run)(options) {
        Ok(report) => judge(report.counts, report.problem),
        Err(problem) => judge(Counts::default(), Some(format!("{problem:#}"))),
    };
    let took = started.elapsed();
    let mark = if counts.failed == 0 { "✓" } else { "✗" };
    println!("{mark} {} passed, {} failed  {}", counts.passed, counts.failed, steps::seconds(took));
    Line { name: part.name, counts, took, problem }
}

/// A part that did not end well, or that ran nothing, counts as failed even when its runner counted no failure.
fn judge(counts: Counts, problem: Option<String>) -> (Counts, Option<String>) {
    let problem = problem.or_else(|| {
        (counts.passed + counts.failed == 0)
            .then(|| "It ran no tests at all, so it shows nothing.".to_owned())
    });
    let failed = if problem.is_some() { counts.failed.max(1) } else { counts.failed };
    (Counts { failed, ..counts }, problem)
}

fn table(lines: &[Line]) -> (String, bool) {
    let mut text = format!("{:<10} {:>7} {:>7}  {:>12}\n", "part", "passed", "failed", "time");
    for line in lines {
        let time = steps::seconds(line.took);
        text.push_str(&format!(
            "{:<10} {:>7} {:>7}  {time:>12}\n",
            line.name, line.counts.passed, line.counts.failed
        ));
    }
    let total = lines.iter().fold(Counts::default(), |sum, line| sum + line.counts);
    text.push_str(&format!("\n{} passed, {} failed\n", total.passed, total.failed));
    (text, total.failed == 0)
}

#[cfg(test)]
mod tests {
    use super::counts::Counts;
    use super::{Line, judge, table};
    use std::time::Duration;

    #[test]
    fn a_part_that_ran_nothing_fails() {
        let (counts, problem) = judge(Counts::default(), None);
        assert_eq!(counts.failed, 1);
        assert!(problem.is_some());
    }

    #[test]
    fn a_part_that_broke_off_fails_even_when_no_test_did() {
        let (counts, _) = judge(Counts { passed: 5, failed: 0 }, Some("it broke off".to_owned()));
        assert_eq!((counts.passed, counts.failed), (5, 1));
    }

    #[test]
    fn the_last_line_is_the_sum() {
        let line = |name, passed, failed| Line {
            name,
            counts: Counts { passed, failed },
            took: Duration::from_secs(1),
            problem: None,
        };
        let (text, passed_all) = table(&[line("unit", 7, 0), line("e2e", 2, 1)]);
        assert!(text.ends_with("\n9 passed, 1 failed\n"));
        assert!(!passed_all);
    }
}
