//! Owns reading the project's files for the structure tests.

use std::fs;
use std::path::{Path, PathBuf};

/// What tools fetched or made, relative to the project.
const MADE: [&str; 9] = [
    ".git",
    "target",
    "dist",
    "www/dist",
    "www/engine",
    "www/spelling",
    "www/node_modules",
    "tests/e2e/output",
    ".github/ISSUE_TEMPLATE",
];

/// A file of the project that holds text.
pub(crate) struct Text {
    /// Its path relative to the project, with `/` between folders.
    pub(crate) path: String,
    pub(crate) content: String,
}

impl Text {
    /// Whether the file lies in a folder of the project.
    pub(crate) fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The extension of the file's name; empty when it has none.
    pub(crate) fn extension(&self) -> &str {
        Path::new(&self.path).extension().and_then(|extension| extension.to_str()).unwrap_or_default()
    }

    /// Every line that contains `word`, as `path:line`.
    pub(crate) fn places_of(&self, word: &str) -> Vec<String> {
        let lines = self.content.lines().enumerate();
        lines
            .filter(|(_, line)| line.contains(word))
            .map(|(index, _)| format!("{}:{} has {word}", self.path, index + 1))
            .collect()
    }
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_path_buf()
}

/// Every text file of the project, in a stable order.
pub(crate) fn texts() -> Vec<Text> {
    let mut found = Vec::new();
    collect(&root(), "", &mut found);
    found.sort_by(|a: &Text, b: &Text| a.path.cmp(&b.path));
    found
}

/// Every source file: what a person writes and a machine compiles or draws.
pub(crate) fn sources() -> Vec<Text> {
    let mut all = texts();
    all.retain(|text| {
        matches!(text.extension(), "rs" | "ts" | "mjs" | "css" | "html") && !is_data(&text.path)
    });
    all
}

/// Posts, expected outputs and recorded attacks are data, whatever their names end in.
fn is_data(path: &str) -> bool {
    let folders = [
        "tests/fixtures/",
        "tests/attacks/",
        "tests/fidelity/probes/",
        "tests/fidelity/posts/",
        "tests/fidelity/expected/",
    ];
    folders.iter().any(|folder| path.starts_with(folder))
}

fn collect(folder: &Path, below: &str, found: &mut Vec<Text>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if MADE.contains(&path.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &path, found);
        } else if let Ok(content) = fs::read_to_string(entry.path()) {
            found.push(Text { path, content });
        }
    }
}

/// Fails with every problem on its own line.
#[track_caller]
pub(crate) fn expect_none(rule: &str, problems: &[String]) {
    assert!(problems.is_empty(), "{rule}\n  {}", problems.join("\n  "));
}

/// Fails when a test looked at nothing, which would make it pass for the wrong reason.
#[track_caller]
pub(crate) fn expect_some(what: &str, count: usize) {
    assert!(count > 0, "no {what} found: the test looks in the wrong place");
}
