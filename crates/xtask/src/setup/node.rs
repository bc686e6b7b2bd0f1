//! Owns Node.js and the npm packages of the kernel.

use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::{process, steps, workspace};

/// The oldest Node.js that runs the build and the tests.
const OLDEST: u32 = 20;

/// Checks Node.js and installs the npm packages; returns the folder of their programs.
pub(crate) fn ensure() -> Result<PathBuf> {
    check_version()?;
    let programs = workspace::www().join("node_modules").join(".bin");
    let title = "npm packages";
    if is_current() {
        steps::ready(title, "there");
        return Ok(programs);
    }
    steps::step("Install the npm packages", || {
        let mut install = Command::new(process::script("npm"));
        // No package needs its install script, so none gets to run one.
        install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(workspace::www());
        process::run_quietly(&mut install)
    })?;
    Ok(programs)
}

/// Checks that Node.js is there and new enough.
pub(crate) fn check_version() -> Result<()> {
    let text = process::read(Command::new("node").arg("--version")).with_context(|| {
        format!("Node.js was not found. Install version {OLDEST} or newer from https://nodejs.org, then try again.")
    })?;
    match major(&text) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => bail!(
            "Node.js {} is too old. Install version {OLDEST} or newer from https://nodejs.org, then try again.",
            text.trim()
        ),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Whether the installed packages are at least as new as the lock file.
fn is_current() -> bool {
    let changed =
        |name: &str| -> Option<SystemTime> { workspace::www().join(name).metadata().ok()?.modified().ok() };
    match (changed("node_modules/.package-lock.json"), changed("package-lock.json")) {
        (Some(installed), Some(locked)) => installed >= locked,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20.1"), None);
    }
}
