//! Owns building the page: engine, spelling → wasm-bindgen → wasm-opt → esbuild → trunk → security policy → precache → `dist/`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::wasm_target::{self, TARGET, WasmRust};
use crate::setup::{node, tools};
use crate::sources::Stamp;
use crate::{policy, precache, process, steps, workspace};

/// The instructions that today's Rust emits; wasm-opt refuses what it is not told about.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// A module that runs in a worker of its own.
struct Module {
    /// Its name in what is said about it.
    title: &'static str,
    /// What its files are called, and their folder below `www/`.
    name: &'static str,
    package: &'static str,
    /// How wasm-opt works on it.
    level: &'static str,
}

const ENGINE: Module =
    Module { title: "the engine", name: "engine", package: "foreword-engine", level: "-O3" };
const SPELLING: Module =
    Module { title: "the spell checker", name: "spelling", package: "foreword-spelling", level: "-Os" };

/// Builds whatever part of the page is out of date, after setting up what that needs.
pub(crate) fn build() -> Result<()> {
    let _turn = wait_for_turn()?;
    let rust = wasm_target::ensure()?;
    let npm_programs = node::ensure()?;
    let bindgen = tools::wasm_bindgen()?;
    let trunk = tools::trunk()?;
    compile(&rust, &bindgen, &ENGINE)?;
    compile(&rust, &bindgen, &SPELLING)?;
    bundle_kernel()?;
    assemble(&rust, &trunk, &[&bindgen, &npm_programs])
}

/// Builds the engine and its TypeScript declarations alone: what the kernel needs to be type-checked.
pub(crate) fn build_engine() -> Result<()> {
    let _turn = wait_for_turn()?;
    let rust = wasm_target::ensure()?;
    node::ensure()?;
    compile(&rust, &tools::wasm_bindgen()?, &ENGINE)
}

/// Keeps two builds from writing the same files: `serve --watch` in one terminal and `test` in another are usual.
/// The turn ends when the returned file is dropped, or with the process.
fn wait_for_turn() -> Result<File> {
    fs::create_dir_all(workspace::scratch())?;
    let file = File::create(workspace::scratch().join("lock"))?;
    if file.try_lock().is_err() {
        steps::note("Another build of the page is running; waiting for it to end.");
        file.lock()?;
    }
    Ok(file)
}

/// Everything the page is made from.
pub(crate) fn inputs() -> Vec<PathBuf> {
    let root = workspace::root();
    ["Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html"]
        .iter()
        .map(|file| root.join(file))
        .chain(
            ["header", "core", "lint", "wire", "engine", "spelling", "app"]
                .iter()
                .map(|name| root.join("crates").join(name)),
        )
        .chain(kernel_inputs())
        .collect()
}

fn kernel_inputs() -> impl Iterator<Item = PathBuf> {
    let parts = [
        "src",
        "styles",
        "static",
        "icons",
        "build.mjs",
        "rules.json",
        "package.json",
        "package-lock.json",
        "tsconfig.json",
    ];
    parts.into_iter().map(|name| workspace::www().join(name))
}

fn compile(rust: &WasmRust, bindgen: &Path, module: &Module) -> Result<()> {
    let Module { title, name, package, level } = module;
    let release = workspace::wasm_target().join(TARGET).join("release");
    let compiled = release.join(format!("{}.wasm", package.replace('-', "_")));
    steps::step(&format!("Compile {title}"), || {
        // Cargo itself knows best whether there is anything to do.
        process::run_long(rust.cargo().args(["build", "--release", "--package", package, "--target", TARGET]))
    })?;

    let folder = workspace::www().join(name);
    let outputs = [".js", ".d.ts", "_bg.wasm"].map(|ending| folder.join(format!("{name}{ending}")));
    let version = workspace::locked_version("wasm-bindgen")?;
    let stamp =
        Stamp::of(name, &[compiled.clone(), workspace::www().join("package-lock.json")], &[&version, level])?;
    let title = format!("Bind and optimise {title}");
    if stamp.is_current(&outputs) {
        steps::ready(&title, "unchanged");
        return Ok(());
    }
    steps::step(&title, || {
        fs::remove_dir_all(&folder).ok();
        process::run_quietly(
            Command::new(bindgen.join(process::executable("wasm-bindgen")))
                // The kernel hands over the compiled module, so the glue needs no address of its own.
                .args(["--target", "web", "--omit-default-module-path", "--out-name", name, "--out-dir"])
                .arg(&folder)
                .arg(&compiled),
        )?;
        let module = folder.join(format!("{name}_bg.wasm"));
        process::run_quietly(
            Command::new("node")
                .arg(workspace::www().join("node_modules/binaryen/bin/wasm-opt"))
                .args([level, "--strip-debug", "--strip-producers"])
                .args(FEATURES)
                .arg(&module)
                .arg("--output")
                .arg(&module),
        )
    })?;
    stamp.keep()
}

fn bundle_kernel() -> Result<()> {
    let title = "Bundle the kernel";
    let mut inputs: Vec<_> = kernel_inputs().collect();
    inputs.extend([&ENGINE, &SPELLING].map(|module| workspace::www().join(module.name)));
    let stamp = Stamp::of("kernel", &inputs, &[])?;
    let output = workspace::www().join("dist");
    if stamp.is_current(&[output.join("kernel.js")]) {
        steps::ready(title, "unchanged");
        return Ok(());
    }
    steps::step(title, || {
        fs::remove_dir_all(&output).ok();
        let mut bundle = Command::new("node");
        process::run_quietly(
            bundle.arg(workspace::www().join("build.mjs")).arg("--release").current_dir(workspace::root()),
        )
    })?;
    stamp.keep()
}

fn assemble(rust: &WasmRust, trunk: &Path, programs: &[&Path]) -> Result<()> {
    let title = "Compile the app and assemble the page";
    let dist = workspace::dist();
    let mut inputs = inputs();
    // The walk leaves out folders of this name, as they hold outputs; here its files are the inputs.
    inputs.extend(fs::read_dir(workspace::www().join("dist"))?.flatten().map(|entry| entry.path()));
    let own = [include_str!("policy.rs"), include_str!("page.rs"), include_str!("precache.rs")];
    let stamp = Stamp::of("page", &inputs, &own)?;
    if stamp.is_current(&[dist.join("index.html")]) {
        steps::ready(title, "unchanged");
        return Ok(());
    }
    let unfinished = workspace::scratch().join("page");
    steps::step(title, || {
        fs::remove_dir_all(&unfinished).ok();
        fs::create_dir_all(&unfinished)?;
        // Trunk copies every JavaScript snippet it finds here, also those of earlier builds.
        fs::remove_dir_all(workspace::wasm_target().join("wasm-bindgen")).ok();
        let mut build = Command::new(trunk.join(process::executable("trunk")));
        rust.apply(&mut build)
            .current_dir(workspace::root())
            .args(["build", "--release", "--offline", "--dist"])
            .arg(&unfinished)
            .env("PATH", process::path_with(programs)?)
            // Trunk takes the usual value of this variable for a mistake.
            .env_remove("NO_COLOR");
        process::run_long(&mut build)
    })?;
    policy::apply(&unfinished)?;
    precache::apply(&unfinished)?;
    // Replaced as a whole, so that the folder is never half old and half new.
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("removing the old {}", dist.display()))?;
    }
    fs::rename(&unfinished, &dist).with_context(|| format!("moving the page to {}", dist.display()))?;
    stamp.keep()
}
