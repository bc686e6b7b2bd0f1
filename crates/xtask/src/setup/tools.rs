//! Owns the tools written in Rust: trunk and wasm-bindgen, in exactly the versions the build needs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{process, steps, workspace};

/// The newest trunk that the Rust this project asks for can compile.
const TRUNK: &str = "0.21.14";

struct Tool {
    /// The program that tells the version.
    name: &'static str,
    /// The crate that holds it.
    package: &'static str,
    /// Every program that must be there.
    programs: &'static [&'static str],
    version: String,
    /// Whether to build with the versions that its authors locked.
    locked: bool,
    minutes: u32,
}

/// The folder that holds `trunk`.
pub(crate) fn trunk() -> Result<PathBuf> {
    ensure(&Tool {
        name: "trunk",
        package: "trunk",
        programs: &["trunk"],
        version: TRUNK.to_owned(),
        locked: true,
        minutes: 5,
    })
}

/// The folder that holds `wasm-bindgen` and its test runner, of the version that Cargo.lock names.
pub(crate) fn wasm_bindgen() -> Result<PathBuf> {
    ensure(&Tool {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: workspace::locked_version("wasm-bindgen")?,
        // Its lock file may name versions that a registry mirror does not serve yet.
        locked: false,
        minutes: 3,
    })
}

fn ensure(tool: &Tool) -> Result<PathBuf> {
    let title = format!("{} {}", tool.name, tool.version);
    let root = workspace::shared_tools()?.join(format!("{}-{}", tool.name, tool.version));
    let kept = root.join("bin");
    if holds(&kept, tool) {
        steps::ready(&title, "there");
        return Ok(kept);
    }
    let found = process::on_path(&process::executable(tool.name))
        .and_then(|file| file.parent().map(Path::to_path_buf));
    if let Some(folder) = found.filter(|folder| holds(folder, tool)) {
        steps::ready(&title, "there, on the search path");
        return Ok(folder);
    }
    steps::step(&format!("Install {title} (once, about {} minutes)", tool.minutes), || install(tool, &root))?;
    Ok(kept)
}

/// Whether a folder has every program of the tool, in the right version.
fn holds(folder: &Path, tool: &Tool) -> bool {
    tool.programs.iter().all(|program| folder.join(process::executable(program)).is_file())
        && process::read(Command::new(folder.join(process::executable(tool.name))).arg("--version"))
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(&tool.version))
}

fn install(tool: &Tool, root: &Path) -> Result<()> {
    let build = workspace::scratch().join("tools");
    let mut install = Command::new("cargo");
    install
        .current_dir(workspace::root())
        .args(["install", tool.package, "--version", &tool.version, "--force", "--root"])
        .arg(root)
        // These tools mostly copy files: compiling them fast matters more than running them fast.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_TARGET_DIR", &build);
    if tool.locked {
        install.arg("--locked");
    }
    process::run_quietly(&mut install)
        .with_context(|| format!("{} {} could not be installed", tool.name, tool.version))?;
    fs::remove_dir_all(build).ok();
    Ok(())
}
