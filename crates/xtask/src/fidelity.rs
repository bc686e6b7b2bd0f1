//! Owns `cargo xtask fidelity`: installs the real site generators and has them render the project's own texts again,
//! so that what the tests compare with is made, not guessed.

mod generators;
mod install;
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{process, steps, workspace};
use generators::{ALL, Generator};
use install::Installed;

/// Names of changed files to list before only their number is told.
const LISTED: usize = 12;

/// The folder of probes, posts, generators and expected output.
fn home() -> PathBuf {
    workspace::root().join("tests").join("fidelity")
}

/// Where the generators are installed and run.
fn cache() -> PathBuf {
    workspace::target().join("fidelity")
}

/// Refreshes the expected output of the generators named, or of all; one that cannot be had does not stop the others.
pub(crate) fn run(only: &[String]) -> Result<ExitCode> {
    if let Some(name) = only.iter().find(|name| !ALL.iter().any(|generator| generator.id == name.as_str())) {
        let known: Vec<_> = ALL.iter().map(|generator| generator.id).collect();
        bail!("There is no generator `{name}`. The generators are: {}.", known.join(", "));
    }
    let started = Instant::now();
    let input = cache().join("input");
    let count = texts::gather(&home(), &input)?;
    println!("{count} texts of tests/fidelity, rendered by each generator as it would publish them:");
    let wanted = ALL.iter().filter(|generator| only.is_empty() || only.iter().any(|id| id == generator.id));
    let (mut refreshed, mut failed) = (Vec::new(), Vec::new());
    for generator in wanted {
        println!("\n{}: {}", generator.id, generator.about);
        match refresh(generator, &input) {
            Ok(()) => refreshed.push(generator.id),
            Err(problem) => {
                steps::note(&format!("not refreshed: {problem:#}"));
                failed.push(generator.id);
            }
        }
    }
    let took = steps::seconds(started.elapsed());
    if !refreshed.is_empty() {
        println!("\nRefreshed after {took}: {}. Now: cargo xtask test --only fidelity", refreshed.join(", "));
    }
    if failed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("\nNot refreshed: {}.", failed.join(", "));
    Ok(ExitCode::FAILURE)
}

fn refresh(generator: &Generator, input: &Path) -> Result<()> {
    let installed = install::ensure(generator)?;
    let output = cache().join("output").join(generator.id);
    steps::step(&format!("Render with {}", installed.version), || render(&installed, input, &output))?;
    fs::write(output.join("version.txt"), format!("{}\n", installed.version))?;
    let expected = home().join("expected").join(generator.id);
    let (before, after) = (files(&expected)?, files(&output)?);
    if !after.keys().any(|name| name.ends_with(".html")) {
        bail!("it made no HTML at all");
    }
    tell(&before, &after);
    replace(&expected, &after)
}

/// Runs the generator's script over all texts.
fn render(installed: &Installed, input: &Path, output: &Path) -> Result<()> {
    if output.exists() {
        fs::remove_dir_all(output)?;
    }
    fs::create_dir_all(output)?;
    let mut script = Command::new(&installed.runtime);
    script.current_dir(&installed.folder).arg(installed.script).arg(input).arg(output);
    if let Some(program) = &installed.program {
        script.env("PROGRAM", program);
    }
    script.envs(installed.environment.iter().map(|(name, value)| (name, value)));
    process::run_quietly(&mut script)
}

/// The files of a folder by name; none where there is no folder.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else { return Ok(found) };
    for entry in entries {
        let entry = entry?;
        found.insert(entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?);
    }
    Ok(found)
}

fn replace(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (name, content) in files {
        let file = folder.join(name);
        fs::write(&file, content).with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(())
}

/// Says what the generator now does otherwise than before.
fn tell(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) {
    let changed: Vec<&str> = changed(before, after);
    match changed.len() {
        0 => steps::note("nothing changed"),
        count if count <= LISTED => steps::note(&format!("changed: {}", changed.join(", "))),
        count => steps::note(&format!("{count} files changed")),
    }
}

/// Names of files that are new, gone or different.
fn changed<'a>(before: &'a BTreeMap<String, Vec<u8>>, after: &'a BTreeMap<String, Vec<u8>>) -> Vec<&'a str> {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let other = after.iter().filter(|(name, content)| before.get(*name) != Some(content));
    let mut names: Vec<&str> = gone.chain(other.map(|(name, _)| name)).map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::changed;
    use std::collections::BTreeMap;

    #[test]
    fn new_gone_and_different_files_are_changes() {
        let files = |list: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
        };
        let before = files(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let after = files(&[("b", "2"), ("c", "1"), ("d", "1")]);
        assert_eq!(changed(&before, &after), ["a", "b", "d"]);
    }
}
