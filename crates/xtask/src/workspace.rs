//! Owns where things are: the project's root, its build folders, cargo's home, and versions in Cargo.lock.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).map_or(here.clone(), Path::to_path_buf)
}

/// Where the finished static site goes.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The npm project of the kernel.
pub(crate) fn www() -> PathBuf {
    root().join("www")
}

/// Cargo's output folder for the host.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Cargo's output folder for wasm32: apart, because that may need another toolchain, and two toolchains
/// in one folder throw away each other's work.
pub(crate) fn wasm_target() -> PathBuf {
    target().join("wasm")
}

/// Stamps, logs and half-finished pages of these commands.
pub(crate) fn scratch() -> PathBuf {
    target().join("xtask")
}

/// Where tools are kept that every clone on this machine shares.
pub(crate) fn shared_tools() -> Result<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| anyhow!("no home folder found. Set CARGO_HOME to a folder that can be written."))?;
    Ok(home.join("foreword"))
}

/// The version of `package` that Cargo.lock names.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock = root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).with_context(|| format!("reading {}", lock.display()))?;
    version_in_lock(&text, package)
        .map(str::to_owned)
        .ok_or_else(|| anyhow!("Cargo.lock does not name {package}"))
}

fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let entry = lock.split("[[package]]").find(|entry| {
        entry
            .lines()
            .any(|line| line.strip_prefix("name = ").is_some_and(|name| name.trim_matches('"') == package))
    })?;
    entry.lines().find_map(|line| line.strip_prefix("version = ")).map(|version| version.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn finds_the_locked_version_of_exactly_that_package() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
