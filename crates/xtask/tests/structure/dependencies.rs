//! Owns the dependency directions between the packages, read from cargo itself.

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

use crate::project::{expect_none, root, sources};

/// What each package may depend on within the project.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("foreword-header", &[]),
    ("foreword-core", &["foreword-header"]),
    ("foreword-lint", &["foreword-core"]),
    ("foreword-wire", &[]),
    ("foreword-engine", &["foreword-core", "foreword-lint", "foreword-wire"]),
    ("foreword-spelling", &[]),
    ("foreword-app", &["foreword-wire"]),
    ("foreword-cli", &["foreword-core", "foreword-lint", "foreword-wire"]),
    ("foreword-xtask", &[]),
];

/// Packages that know no browser, no serialisation and no threads of another runtime.
const PURE: [&str; 3] = ["foreword-header", "foreword-core", "foreword-lint"];
const IMPURE: [&str; 10] = [
    "serde",
    "serde_json",
    "serde-wasm-bindgen",
    "wasm-bindgen",
    "js-sys",
    "web-sys",
    "gloo",
    "yew",
    "tokio",
    "ts-rs",
];

/// What reads the world outside of its arguments.
const OUTSIDE: [&str; 8] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "SystemTime",
    "Instant::now",
];

#[expect(clippy::panic, reason = "without cargo's answer there is nothing to test")]
fn packages() -> Vec<Package> {
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).no_deps();
    command.exec().unwrap_or_else(|problem| panic!("cargo metadata: {problem}")).packages
}

/// The names of what a package needs to run, not of what only its tests need.
fn used(package: &Package) -> impl Iterator<Item = &str> {
    let all = package.dependencies.iter();
    all.filter(|dependency| dependency.kind != DependencyKind::Development)
        .map(|dependency| dependency.name.as_str())
}

#[test]
fn packages_depend_on_each_other_in_one_direction() {
    let mut problems = Vec::new();
    for package in packages() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == package.name.as_str()) else {
            problems.push(format!("{} is new: say in this test what it may use", package.name));
            continue;
        };
        let own = used(&package).filter(|name| name.starts_with("foreword-"));
        problems.extend(
            own.filter(|name| !allowed.contains(name)).map(|name| format!("{} uses {name}", package.name)),
        );
    }
    expect_none("header ◄ core ◄ lint ◄ engine ► wire ◄ app; cli ► core, lint, wire", &problems);
}

#[test]
fn every_package_of_the_design_is_there() {
    let packages = packages();
    let missing: Vec<_> = MAY_USE
        .iter()
        .filter(|(name, _)| !packages.iter().any(|package| package.name.as_str() == *name))
        .map(|(name, _)| (*name).to_owned())
        .collect();
    expect_none("These packages are named by the design", &missing);
}

#[test]
fn core_and_lint_know_no_browser_and_no_serialisation() {
    let mut problems = Vec::new();
    for package in packages() {
        if PURE.contains(&package.name.as_str()) {
            let found = used(&package).filter(|name| IMPURE.contains(name));
            problems.extend(found.map(|name| format!("{} uses {name}", package.name)));
        }
    }
    expect_none("core and lint turn text into values, nothing else", &problems);
}

#[test]
fn core_and_lint_read_nothing_but_their_arguments() {
    let mut problems = Vec::new();
    for mut source in sources() {
        if source.is_in("crates/core/src") || source.is_in("crates/lint/src") {
            // Tests at the end of a file may read their fixtures.
            let shipped = source.content.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            source.content = shipped;
            problems.extend(OUTSIDE.iter().flat_map(|word| source.places_of(word)));
        }
    }
    expect_none("core and lint do no input or output and have no clock", &problems);
}
