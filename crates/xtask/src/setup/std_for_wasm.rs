//! Owns the stand-in for rustup's wasm32 target: Debian's Rust, and its standard library compiled once from source.
//!
//! Debian ships the sources of the standard library but not its wasm32 build. Cargo's unstable `-Z build-std`
//! builds it for an empty crate; its libraries are kept beside the other tools and given as `--sysroot`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian;
use super::wasm_target::{TARGET, WasmRust, has_std, holds_std, libraries};
use crate::{process, steps, workspace};

const RUSTC: &str = "/usr/bin/rustc";
const SOURCES: &str = "/usr/lib/rustlib/src/rust/library/Cargo.toml";
/// The name under which rustup knows Debian's Rust.
const TOOLCHAIN: &str = "debian";
/// Newer Rust than the release's own, kept up to date for browsers.
const WEB_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// The release's own Rust, with a compiled standard library.
const OWN_PACKAGES: [&str; 3] = ["rustc", "cargo", "libstd-rust-dev-wasm32"];

/// Debian's Rust when everything was set up earlier.
pub(crate) fn installed() -> Option<WasmRust> {
    if !debian::is_here() || !Path::new(RUSTC).is_file() {
        return None;
    }
    if has_std(&mut Command::new(RUSTC)) {
        return environment(None).ok();
    }
    let sysroot = sysroot().ok()?;
    holds_std(&library_folder(&sysroot)).then(|| environment(Some(&sysroot)).ok()).flatten()
}

/// Installs Debian's Rust and compiles the standard library where it is missing.
pub(crate) fn install() -> Result<WasmRust> {
    if !Path::new(RUSTC).is_file() || !Path::new(SOURCES).is_file() {
        if !debian::offers(WEB_PACKAGES[0]) && !debian::offers(OWN_PACKAGES[2]) {
            debian::refresh()?;
        }
        let web = debian::offers(WEB_PACKAGES[0]);
        debian::install(if web { &WEB_PACKAGES } else { &OWN_PACKAGES })?;
    }
    if has_std(&mut Command::new(RUSTC)) {
        return environment(None);
    }
    let sysroot = sysroot()?;
    if !holds_std(&library_folder(&sysroot)) {
        steps::step("Compile Rust's standard library for wasm32 (once, about two minutes)", || {
            compile(&sysroot)
        })?;
    }
    environment(Some(&sysroot))
}

/// Where the libraries of exactly this compiler are kept.
fn sysroot() -> Result<PathBuf> {
    let version = process::read(Command::new(RUSTC).arg("-vV"))?;
    let release = version.lines().find_map(|line| line.strip_prefix("release: ")).unwrap_or("unknown");
    let mut hasher = DefaultHasher::new();
    version.hash(&mut hasher);
    Ok(workspace::shared_tools()?.join(format!("sysroot-{release}-{:08x}", hasher.finish() >> 32)))
}

fn library_folder(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn environment(sysroot: Option<&Path>) -> Result<WasmRust> {
    let mut rust = WasmRust::plain();
    if process::succeeds(Command::new("rustup").arg("--version")) {
        link()?;
        rust = rust.with("RUSTUP_TOOLCHAIN", TOOLCHAIN);
    }
    if let Some(sysroot) = sysroot {
        rust = rust.with(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            format!("--sysroot={}", sysroot.display()),
        );
    }
    Ok(match linker()? {
        Some(linker) => rust.with("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker),
        None => rust,
    })
}

/// Makes Debian's Rust known to rustup, so that `cargo` from any tool means it.
fn link() -> Result<()> {
    let known = process::read(Command::new("rustup").args(["run", TOOLCHAIN, "rustc", "--print", "sysroot"]));
    match known.as_deref().map(str::trim) {
        Ok("/usr") => Ok(()),
        Ok(other) => bail!(
            "rustup has a toolchain named {TOOLCHAIN} that is {other}, not Debian's own.\n\
             Remove or rename it (rustup toolchain uninstall {TOOLCHAIN}), then run this command again."
        ),
        Err(_) => process::run_quietly(Command::new("rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"])),
    }
}

/// A linker for wasm32. Debian's Rust brings none; the toolchain in use has one, which needs the libraries
/// beside it and so is used where it is. None means that the compiler finds its own.
fn linker() -> Result<Option<PathBuf>> {
    let version = process::read(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let toolchain = process::read(Command::new("rustc").args(["--print", "sysroot"]))?;
    let beside = Path::new(toolchain.trim()).join("lib/rustlib").join(host).join("bin/rust-lld");
    if beside.is_file() {
        return Ok(Some(beside));
    }
    if process::on_path("rust-lld").is_some() {
        return Ok(None);
    }
    if let Some(found) = process::on_path("wasm-ld") {
        return Ok(Some(found));
    }
    if debian::can_install() {
        debian::install(&["lld"])?;
    }
    process::on_path("wasm-ld").map(Some).context("no linker for wasm32 found. Install Debian's package lld.")
}

fn compile(sysroot: &Path) -> Result<()> {
    if !Path::new(SOURCES).is_file() {
        bail!("{SOURCES} is missing. Install Debian's package rust-web-src, then run this command again.");
    }
    let folder = workspace::scratch().join("std");
    fs::create_dir_all(folder.join("src"))?;
    // Its own workspace, so that cargo does not take it for a member of this one.
    fs::write(
        folder.join("Cargo.toml"),
        "[workspace]\n[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n",
    )?;
    fs::write(folder.join("src/lib.rs"), "#![no_std]\n")?;

    let mut build = Command::new("cargo");
    environment(None)?.apply(&mut build);
    build
        .current_dir(&folder)
        .args(["build", "--release", "--target", TARGET, "-Z", "build-std=std,panic_abort,panic_unwind,test"])
        // `-Z` outside of nightly; without bitcode a later link-time optimisation finds nothing to work on.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", folder.join("target"));
    process::run_quietly(&mut build)?;

    // Filled under another name first: a half-copied folder must never look complete.
    let unfinished = sysroot.with_file_name("sysroot-unfinished");
    let library = library_folder(&unfinished);
    fs::create_dir_all(&library)?;
    let built = folder.join("target").join(TARGET).join("release/deps");
    for file in libraries(&built) {
        let Some(name) = file.file_name() else {
            continue;
        };
        if !name.to_string_lossy().starts_with("libempty-") {
            fs::copy(&file, library.join(name))?;
        }
    }
    fs::rename(&unfinished, sysroot)
        .with_context(|| format!("keeping the standard library in {}", sysroot.display()))?;
    fs::remove_dir_all(&folder).ok();
    Ok(())
}
