//! Owns writing what the lint rules say about themselves: the pages in `docs/rules`, and the file that the app shows
//! when somebody asks why.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::sources::Stamp;
use crate::{process, steps, workspace};

/// Writes `docs/rules`, by the test that compares it with what the rules say.
pub(crate) fn write() -> Result<()> {
    steps::step("Write docs/rules", || {
        let mut test = cargo();
        test.args(["test", "--package", "foreword-cli", "--test", "rule_pages"]);
        process::run_quietly(test.env("FOREWORD_UPDATE", "1"))
    })
}

/// Writes `www/engine/rules.json`, from which the bundle makes the file that the app shows.
pub(crate) fn for_the_page() -> Result<()> {
    let title = "Write what the rules say";
    let crates = workspace::root().join("crates");
    let inputs = ["header", "core", "lint", "cli"].map(|name| crates.join(name));
    let output = workspace::www().join("engine").join("rules.json");
    let stamp = Stamp::of("rules", &inputs, &[include_str!("rules.rs")])?;
    if stamp.is_current(std::slice::from_ref(&output)) {
        steps::ready(title, "unchanged");
        return Ok(());
    }
    steps::step(title, || {
        let mut print = cargo();
        print.args(["run", "--quiet", "--package", "foreword-cli", "--", "rules", "--format", "json"]);
        let told = process::read(&mut print)?;
        fs::write(&output, told).with_context(|| format!("writing {}", output.display()))
    })?;
    stamp.keep()
}

fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(workspace::root());
    command
}
