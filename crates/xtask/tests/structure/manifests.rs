//! Owns the rules for manifests: every dependency has a reason, every package keeps the shared lints, and lock
//! files name only the public registries.

use std::fs;

use serde_json::{Map, Value};

use crate::project::{Text, expect_none, expect_some, root, texts};

/// Every Cargo.toml with its path.
fn manifests() -> Vec<(String, String)> {
    let all = texts().into_iter().filter(|text| text.path.ends_with("Cargo.toml"));
    all.map(|text| (text.path, text.content)).collect()
}

#[test]
fn every_rust_dependency_has_a_reason() {
    let mut problems = Vec::new();
    let mut seen = 0;
    for (path, content) in manifests() {
        let mut in_dependencies = false;
        let mut reason = false;
        for line in content.lines().map(str::trim) {
            if line.starts_with('[') {
                in_dependencies = line.ends_with("dependencies]");
            } else if in_dependencies && !line.is_empty() && !line.starts_with('#') {
                seen += 1;
                // Those of the project itself, and those whose reason stands in the workspace's manifest.
                let known = line.starts_with("foreword-") || line.contains("workspace = true");
                // The later lines of a value that goes over several.
                let begins = line.contains('=') && line.starts_with(|c: char| c.is_ascii_alphabetic());
                if begins && !known && !reason {
                    problems.push(format!("{path}: {line}"));
                }
            }
            reason = line.starts_with('#');
        }
    }
    expect_some("dependencies", seen);
    expect_none("A comment above each dependency says why it is there", &problems);
}

#[test]
fn every_package_keeps_the_shared_lints() {
    let root_manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(root_manifest.contains("unsafe_code = \"forbid\""), "the workspace forbids unsafe code");
    let without: Vec<_> = manifests()
        .into_iter()
        .filter(|(path, content)| path != "Cargo.toml" && !content.contains("[lints]\nworkspace = true"))
        .map(|(path, _)| path)
        .collect();
    expect_none("Each package has `[lints] workspace = true`", &without);
}

#[test]
fn every_npm_dependency_has_a_reason() {
    let text = fs::read_to_string(root().join("www/package.json")).unwrap();
    let package: Value = serde_json::from_str(&text).unwrap();
    let part = |name: &str| package.get(name).and_then(Value::as_object).cloned().unwrap_or_else(Map::new);
    let reasons = part("//dependencies");
    let used: Vec<String> =
        part("dependencies").keys().chain(part("devDependencies").keys()).cloned().collect();
    expect_some("npm dependencies", used.len());
    let mut problems: Vec<_> = used
        .iter()
        .filter(|name| {
            reasons.get(*name).and_then(Value::as_str).is_none_or(|reason| reason.trim().is_empty())
        })
        .map(|name| format!("{name} has no reason"))
        .collect();
    problems
        .extend(reasons.keys().filter(|name| !used.contains(name)).map(|name| format!("{name} is not used")));
    expect_none("`//dependencies` of www/package.json says why each package is there", &problems);
}

#[test]
fn lock_files_name_only_the_public_registries() {
    let locks = texts().into_iter().filter(|text| text.path.ends_with("package-lock.json"));
    let mut problems = Vec::new();
    for Text { path, content } in locks {
        let lock: Value = serde_json::from_str(&content).unwrap();
        let packages = lock.get("packages").and_then(Value::as_object).cloned().unwrap_or_else(Map::new);
        expect_some("locked npm packages", packages.len());
        problems.extend(
            packages
                .values()
                .filter_map(|package| package.get("resolved")?.as_str())
                .filter(|address| !address.starts_with("https://registry.npmjs.org/"))
                .map(|address| format!("{path}: {address}")),
        );
    }
    let cargo = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    problems.extend(
        cargo
            .lines()
            .filter(|line| line.starts_with("source = "))
            .filter(|line| !line.contains("\"registry+https://github.com/rust-lang/crates.io-index\""))
            .map(|line| format!("Cargo.lock: {line}")),
    );
    expect_none("Everything comes from crates.io and npm's registry", &problems);
}
