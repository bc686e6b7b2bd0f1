//! Owns the rules for every source file: it opens with what it owns, and is short enough to be read at once.

use crate::project::{Text, expect_none, expect_some, sources};

/// Lines of one file.
const LONGEST: usize = 400;

/// Written by a program from the Rust types.
const GENERATED: [&str; 1] = ["www/src/wire.ts"];

#[test]
fn every_source_file_opens_with_what_it_owns() {
    let sources = sources();
    expect_some("source files", sources.len());
    let silent: Vec<_> = sources
        .iter()
        .filter(|source| !GENERATED.contains(&source.path.as_str()) && !says_what_it_owns(source))
        .map(|source| source.path.clone())
        .collect();
    expect_none(
        "The first line says what the file owns: `//! …` in Rust, `// Owns …` in TypeScript, `/* Owns …` in CSS, \
         `<!-- Owns …` in HTML",
        &silent,
    );
}

fn says_what_it_owns(source: &Text) -> bool {
    // A line that the system or the browser insists on may come first.
    let mut lines = source.content.lines().skip_while(|line| {
        line.starts_with("#!/")
            || line.to_ascii_lowercase().starts_with("<!doctype")
            || line.starts_with("@charset")
    });
    let first = lines.next().unwrap_or_default();
    let start = match source.extension() {
        "rs" => "//! ",
        "css" => "/* Owns ",
        "html" => "<!-- Owns ",
        _ => "// Owns ",
    };
    first.starts_with(start) && first.len() > start.len() + 10
}

#[test]
fn every_source_file_can_be_read_at_once() {
    let long: Vec<_> = sources()
        .iter()
        .filter(|source| !GENERATED.contains(&source.path.as_str()))
        .map(|source| (source, source.content.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(source, lines)| format!("{} has {lines} lines", source.path))
        .collect();
    expect_none(&format!("At most {LONGEST} lines; a longer file holds two ideas"), &long);
}

#[test]
fn no_file_is_a_drawer_for_leftovers() {
    let drawers = ["utils", "util", "helpers", "helper", "common", "misc"];
    let found: Vec<_> = sources()
        .iter()
        .map(|source| source.path.clone())
        .filter(|path| {
            let mut parts = path.split('/').map(|part| part.split('.').next().unwrap_or(part));
            parts.any(|part| drawers.contains(&part))
        })
        .collect();
    expect_none("A file's name says what is in it", &found);
}
