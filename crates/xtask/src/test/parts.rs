//! Owns what the tests consist of: one function per part, its set-up, its runner and its count.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Options;
use super::counts::{self, Counts};
use crate::setup::wasm_target::{self, TARGET};
use crate::setup::{browser, node, tools};
use crate::{check, page, process, steps, types, workspace};

/// One part of the tests.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) run: fn(&Options) -> Result<Report>,
}

/// What a part found.
pub(crate) struct Report {
    pub(crate) counts: Counts,
    /// What its runners printed, when one of them did not end well.
    pub(crate) problem: Option<String>,
}

/// Every part, cheap ones first.
pub(crate) const PARTS: [Part; 12] = [
    Part { name: "format", about: "every Rust file is formatted", run: format },
    Part { name: "lint", about: "clippy has nothing to say about any package", run: lint },
    Part { name: "unit", about: "unit, snapshot, property and documentation tests", run: unit },
    Part {
        name: "structure",
        about: "dependency directions, file headers, sizes, and these commands",
        run: structure,
    },
    Part {
        name: "types",
        about: "TypeScript and Rust agree on the wire, and the kernel type-checks",
        run: types,
    },
    Part {
        name: "fidelity",
        about: "the preview against what the real site generators made of the same texts",
        run: fidelity,
    },
    Part { name: "kernel", about: "the kernel's own tests, in Node", run: kernel },
    Part { name: "wasm", about: "the engine's tests, as wasm", run: wasm },
    Part { name: "edits", about: "front matter edits, judged by parsers that are not ours", run: edits },
    Part { name: "page", about: "the page builds, and everything it names is there and intact", run: page },
    Part { name: "attacks", about: "hostile posts against every layer of the preview", run: attacks },
    Part { name: "e2e", about: "the page in a real browser", run: e2e },
];

fn format(_: &Options) -> Result<Report> {
    let mut check = cargo();
    check.args(["fmt", "--all", "--", "--check", "--verbose", "--color", "never"]);
    count("format", check, counts::of_formatted_files)
}

fn lint(_: &Options) -> Result<Report> {
    let mut host = cargo();
    host.args(["clippy", "--workspace", "--all-targets", "--verbose", "--", "--deny", "warnings"]);
    let on_host = count("lint", host, counts::of_checked_packages)?;
    let rust = wasm_target::ensure()?;
    if !process::succeeds(rust.cargo().args(["clippy", "--version"])) {
        // Debian's Rust comes without clippy; the page build still compiles these packages.
        return Ok(on_host);
    }
    let mut browser = rust.cargo();
    browser.args(["clippy", "--package", "foreword-app", "--package", "foreword-engine"]);
    browser.args(["--package", "foreword-spelling", "--target", TARGET]);
    browser.args(["--verbose", "--", "--deny", "warnings"]);
    Ok(both(on_host, count("lint-wasm", browser, counts::of_checked_packages)?))
}

fn unit(options: &Options) -> Result<Report> {
    // The specification's examples are an npm package.
    node::ensure()?;
    let mut test = cargo();
    test.args(["test", "--workspace", "--exclude", "foreword-xtask", "--no-fail-fast"]);
    count("unit", lengthened(test, options), counts::of_cargo_test)
}

fn structure(_: &Options) -> Result<Report> {
    let mut test = cargo();
    test.args(["test", "--package", "foreword-xtask", "--no-fail-fast"]);
    count("structure", test, counts::of_cargo_test)
}

fn types(_: &Options) -> Result<Report> {
    // The kernel imports the declarations of the engine, which its build writes.
    page::build_engine()?;
    let wire = count("types-wire", types::test(), counts::of_cargo_test)?;
    let mut check = Command::new("node");
    check.current_dir(workspace::www()).args(["node_modules/typescript/bin/tsc", "--noEmit", "--listFiles"]);
    Ok(both(wire, count("types-kernel", check, counts::of_typescript_files)?))
}

fn fidelity(_: &Options) -> Result<Report> {
    let mut test = cargo();
    test.args(["test", "--package", "foreword-core", "--test", "fidelity", "--", "--nocapture"]);
    let report = count("fidelity", test, counts::of_summary)?;
    let log = fs::read_to_string(log_file("fidelity")).unwrap_or_default();
    for line in log.lines().filter(|line| line.contains(" equal, ") || line.ends_with("no such dialect")) {
        steps::note(line);
    }
    Ok(report)
}

fn kernel(options: &Options) -> Result<Report> {
    page::build_engine()?;
    let mut test = Command::new(process::script("npm"));
    test.current_dir(workspace::www()).args(["test", "--silent"]);
    count("kernel", lengthened(test, options), counts::of_node_test)
}

fn wasm(_: &Options) -> Result<Report> {
    let rust = wasm_target::ensure()?;
    node::ensure()?;
    let runner = tools::wasm_bindgen()?.join(process::executable("wasm-bindgen-test-runner"));
    let mut test = rust.cargo();
    test.args(["test", "--package", "foreword-engine", "--target", TARGET])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    count("wasm", test, counts::of_cargo_test)
}

fn page(_: &Options) -> Result<Report> {
    page::build()?;
    let findings = check::page(&workspace::dist())?;
    let problem = (!findings.problems.is_empty()).then(|| findings.problems.join("\n"));
    let failed = u32::try_from(findings.problems.len()).unwrap_or(u32::MAX);
    Ok(Report { counts: Counts { passed: findings.passed, failed }, problem })
}

fn edits(_: &Options) -> Result<Report> {
    node::ensure()?;
    let mut make = cargo();
    make.args(["test", "--package", "foreword-header", "--test", "many_edits"]);
    let made = count("edits-made", make, counts::of_cargo_test)?;
    let mut judge = Command::new("node");
    judge.current_dir(workspace::root()).arg("tests/front-matter/oracle.mjs");
    Ok(both(made, count("edits", judge, counts::of_summary)?))
}

fn attacks(options: &Options) -> Result<Report> {
    let browser = browser::ensure()?;
    page::build_engine()?;
    let mut test = Command::new("node");
    test.current_dir(workspace::root()).arg("tests/attacks/run.mjs").env("CHROMIUM", browser);
    count("attacks", lengthened(test, options), counts::of_summary)
}

fn e2e(options: &Options) -> Result<Report> {
    let browser = browser::ensure()?;
    page::build()?;
    let mut test = Command::new("node");
    test.current_dir(workspace::root()).arg("tests/e2e/run.mjs").env("CHROMIUM", browser);
    count("e2e", lengthened(test, options), counts::of_summary)
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    // Snapshots are compared here, never rewritten.
    command.current_dir(workspace::root()).env("INSTA_UPDATE", "no").env_remove("FOREWORD_UPDATE");
    command
}

/// Tells a runner to take its time when the full length was asked for.
fn lengthened(mut command: Command, options: &Options) -> Command {
    if options.full {
        command.env("FOREWORD_FULL", "1").env("PROPTEST_CASES", "5000");
    }
    command
}

/// Where the output of a runner goes.
fn log_file(log: &str) -> PathBuf {
    workspace::scratch().join("logs").join(format!("{log}.log"))
}

/// Runs a runner with its output in a log, and counts what that says.
fn count(log: &str, mut command: Command, read: fn(&str) -> Counts) -> Result<Report> {
    let file = log_file(log);
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    let output = File::create(&file).with_context(|| format!("writing {}", file.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(output.try_clone()?)
        .stderr(output)
        .env("CARGO_TERM_COLOR", "never")
        .env("NO_COLOR", "1")
        // A failed test says where it failed; the way there is the test runner's.
        .env("RUST_BACKTRACE", "0")
        .status()
        .with_context(|| format!("could not start {}", process::shown(&command)))?;
    let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
    let counts = read(&text);
    let problem = (!status.success() || counts.failed > 0).then(|| {
        format!(
            "{} ended with {status}; its output is in {}\n{}",
            process::shown(&command),
            file.display(),
            telling(&text)
        )
    });
    Ok(Report { counts, problem })
}

/// What runners say about what went well.
const NOISE: [&str; 17] = [
    "Fresh ",
    "Running ",
    "Compiling ",
    "Checking ",
    "Dirty ",
    "Formatting ",
    "Using rustfmt ",
    "Spent ",
    "Doc-tests ",
    "Finished ",
    "running ",
    "test result: ok",
    "note: run with `RUST_BACKTRACE",
    "warning: build failed",
    "✓ ",
    "Caused by:",
    "process didn't exit successfully: ",
];

/// The lines of a log that a person needs, and not more than fill a screen or two.
fn telling(log: &str) -> String {
    let mut lines: Vec<&str> = log
        .lines()
        .filter(|line| !NOISE.iter().any(|start| line.trim_start().starts_with(start)))
        // Tests that passed, files that TypeScript read, and the way through other people's code.
        .filter(|line| !line.ends_with(" ... ok") && !line.ends_with(".ts"))
        .filter(|line| !(line.trim_start().starts_with("at ") && line.contains("node_modules")))
        .collect();
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    lines[lines.len().saturating_sub(150)..].join("\n")
}

fn both(first: Report, second: Report) -> Report {
    let problems: Vec<_> = [first.problem, second.problem].into_iter().flatten().collect();
    Report {
        counts: first.counts + second.counts,
        problem: (!problems.is_empty()).then(|| problems.join("\n")),
    }
}
