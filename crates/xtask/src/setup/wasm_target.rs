//! Owns the Rust that compiles for wasm32: the toolchain in use, else rustup's target, else Debian's packages.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::{Result, bail};

use super::{debian, std_for_wasm};
use crate::{process, steps, workspace};

/// The target of everything that runs in the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A download that takes longer than this is not coming: networks that reach only registries often swallow it.
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(180);

/// What a cargo command needs in its environment to compile for wasm32.
#[derive(Clone, Debug, Default)]
pub(crate) struct WasmRust {
    environment: BTreeMap<&'static str, OsString>,
}

impl WasmRust {
    /// The toolchain in use, as it is.
    pub(crate) fn plain() -> Self {
        Self::default()
    }

    /// Adds one variable.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.environment.insert(name, value.into());
        self
    }

    /// Puts the environment on a command, and the output in the folder kept for wasm.
    pub(crate) fn apply<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(&self.environment).env("CARGO_TARGET_DIR", workspace::wasm_target())
    }

    /// A cargo command that compiles for wasm32.
    pub(crate) fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(workspace::root());
        self.apply(&mut command);
        command
    }
}

/// Finds a Rust that compiles for wasm32, installing what is missing. Says what it does, once.
pub(crate) fn ensure() -> Result<WasmRust> {
    static FOUND: OnceLock<WasmRust> = OnceLock::new();
    if let Some(found) = FOUND.get() {
        return Ok(found.clone());
    }
    let rust = find_or_install()?;
    Ok(FOUND.get_or_init(|| rust).clone())
}

fn find_or_install() -> Result<WasmRust> {
    let title = "Rust for wasm32";
    if has_std(&mut Command::new("rustc")) {
        steps::ready(title, "the toolchain in use has it");
        return Ok(WasmRust::plain());
    }
    if let Some(rust) = std_for_wasm::installed() {
        steps::ready(title, "Debian's Rust with the standard library compiled earlier");
        return Ok(rust);
    }
    if add_with_rustup() {
        return Ok(WasmRust::plain());
    }
    if debian::can_install() {
        steps::note("rustup could not download the target here; Debian's Rust packages can stand in.");
        return std_for_wasm::install();
    }
    bail!(
        "Rust's standard library for {TARGET} is missing and could not be installed.\n\
         With rustup and a network: rustup target add {TARGET}\n\
         On Debian, as root: apt-get install rustc-web cargo-web rust-web-src\n\
         Then run this command again."
    )
}

/// Asks rustup for the target; bounded in time, and quiet because the caller knows another way.
fn add_with_rustup() -> bool {
    if !process::succeeds(Command::new("rustup").arg("--version")) {
        return false;
    }
    steps::step("Add the wasm32 target with rustup (a download of about 20 MB)", || {
        let mut add = Command::new("rustup");
        add.args(["target", "add", TARGET]).current_dir(workspace::root());
        Ok(process::succeeds_within(&mut add, DOWNLOAD_LIMIT) && has_std(&mut Command::new("rustc")))
    })
    .unwrap_or(false)
}

/// Whether this compiler has a compiled standard library for wasm32.
pub(crate) fn has_std(rustc: &mut Command) -> bool {
    rustc.current_dir(workspace::root()).args(["--print", "target-libdir", "--target", TARGET]);
    process::read(rustc).is_ok_and(|dir| holds_std(Path::new(dir.trim())))
}

/// Whether a folder holds the compiled standard library.
pub(crate) fn holds_std(dir: &Path) -> bool {
    libraries(dir)
        .iter()
        .any(|file| file.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with("libstd-")))
}

/// The compiled Rust libraries of a folder; none when it is not there.
pub(crate) fn libraries(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension() == Some(OsStr::new("rlib")))
        .collect()
}
