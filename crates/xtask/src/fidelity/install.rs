//! Owns installing generators: each in a folder of its own under the build folder, in the versions that are pinned.

mod jekyll;
mod zola;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::generators::{Generator, Source};
use crate::setup::node;
use crate::{process, steps};

/// A generator that can be run.
pub(crate) struct Installed {
    /// What it is and in which version, as `expected/…/version.txt` tells.
    pub(crate) version: String,
    /// The folder to run its script in.
    pub(crate) folder: PathBuf,
    /// What runs the script.
    pub(crate) runtime: PathBuf,
    pub(crate) script: &'static str,
    /// The program that the script calls.
    pub(crate) program: Option<PathBuf>,
    /// What the program needs in its environment.
    pub(crate) environment: Vec<(&'static str, PathBuf)>,
}

impl Installed {
    /// A generator whose script runs in Node and calls `program`.
    fn called(version: String, folder: PathBuf, program: Option<PathBuf>) -> Installed {
        let runtime = PathBuf::from("node");
        Installed { version, folder, runtime, script: "render.mjs", program, environment: Vec::new() }
    }
}

/// Finds or installs a generator.
pub(crate) fn ensure(generator: &Generator) -> Result<Installed> {
    node::check_version()?;
    let folder = lay_out(generator.id)?;
    match generator.source {
        Source::Npm(package) => npm(package, folder),
        Source::PyPiProgram(name) => {
            let programs = python(&folder)?;
            let program = programs.join(process::executable(name));
            Ok(Installed::called(pinned(&folder)?, folder, Some(program)))
        }
        Source::PyPi => {
            let runtime = python(&folder)?.join(process::executable("python"));
            let script = "render.py";
            let version = pinned(&folder)?;
            Ok(Installed { version, folder, runtime, script, program: None, environment: Vec::new() })
        }
        Source::Jekyll => jekyll::ensure(folder),
        Source::Zola => zola::ensure(folder),
    }
}

/// Copies the scripts and the generator's own files to where they run, beside what is installed there.
fn lay_out(id: &str) -> Result<PathBuf> {
    let from = super::home().join("generators");
    let to = super::cache().join("generators");
    copy_files(&from, &to)?;
    copy_files(&from.join(id), &to.join(id))?;
    Ok(to.join(id))
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let file = entry?.path();
        if let Some(name) = file.file_name().filter(|_| file.is_file()) {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}

/// Does the installing unless it was done for the same versions before.
fn once(folder: &Path, versions: &str, title: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let pins = fs::read(folder.join(versions)).with_context(|| format!("reading {versions}"))?;
    let stamp = folder.join("installed");
    if fs::read(&stamp).is_ok_and(|done| done == pins) {
        steps::ready(title, "there");
        return Ok(());
    }
    steps::step(&format!("{title} (once, less than a minute)"), work)?;
    fs::write(stamp, pins)?;
    Ok(())
}

fn npm(package: &str, folder: PathBuf) -> Result<Installed> {
    once(&folder, "package-lock.json", "Install it from npm", || {
        let mut install = Command::new(process::script("npm"));
        install.current_dir(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        // The engines are wanted without the generators around them.
        install.arg("--legacy-peer-deps");
        process::run_quietly(&mut install)
    })?;
    let read = format!("JSON.parse(fs.readFileSync('node_modules/{package}/package.json')).version");
    let version = process::read(Command::new("node").current_dir(&folder).args(["--print", &read]))?;
    Ok(Installed::called(format!("{package} {}", version.trim()), folder, None))
}

/// Installs `requirements.txt` into an environment of its own; returns the folder of its programs.
fn python(folder: &Path) -> Result<PathBuf> {
    let programs = folder.join("python").join(if cfg!(windows) { "Scripts" } else { "bin" });
    once(folder, "requirements.txt", "Install it from PyPI", || {
        let python = if cfg!(windows) { "python" } else { "python3" };
        let mut create = Command::new(python);
        create.current_dir(folder).args(["-m", "venv", "--clear", "python"]);
        process::run_quietly(&mut create)
            .context("Python 3 with its venv module is needed, see https://www.python.org")?;
        let mut install = Command::new(programs.join(process::executable("python")));
        install.current_dir(folder).args(["-m", "pip", "install", "--quiet", "--no-deps"]);
        process::run_quietly(install.args(["--requirement", "requirements.txt"]))
    })?;
    Ok(programs)
}

/// The first package of `requirements.txt`, as `name version`.
fn pinned(folder: &Path) -> Result<String> {
    let text = fs::read_to_string(folder.join("requirements.txt"))?;
    Ok(text.lines().next().unwrap_or_default().replace("==", " "))
}

/// What `program --version` prints first.
fn version_of(program: &Path, environment: &[(&'static str, PathBuf)]) -> Option<String> {
    let mut command = Command::new(program);
    command.arg("--version").envs(environment.iter().map(|(name, value)| (name, value)));
    Some(process::read(&mut command).ok()?.lines().next()?.trim().to_owned())
}
