//! Owns listing source files, and telling whether any of them changed since an output was made.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::workspace;

/// Folders that hold what tools made or fetched.
const NOT_SOURCES: [&str; 3] = ["node_modules", "target", "dist"];

/// Every file below these paths, in a stable order. A path that is not there has no files.
pub(crate) fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in paths {
        collect(path, &mut found);
    }
    found.sort();
    found.dedup();
    found
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_file() {
        found.push(path.to_path_buf());
        return;
    }
    let Ok(entries) = fs::read_dir(path) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with('.') && !NOT_SOURCES.contains(&name.as_ref()) {
            collect(&entry.path(), found);
        }
    }
}

/// Which files there are and when they were last written: cheap enough to ask twice a second.
pub(crate) fn written(paths: &[PathBuf]) -> Vec<(PathBuf, Option<SystemTime>)> {
    files(paths)
        .into_iter()
        .map(|file| {
            let time = file.metadata().and_then(|data| data.modified()).ok();
            (file, time)
        })
        .collect()
}

/// What an output was made from: the content of its inputs, and words that also decide it (versions, options).
pub(crate) struct Stamp {
    file: PathBuf,
    value: String,
}

impl Stamp {
    /// The stamp of an output as its inputs are now.
    pub(crate) fn of(output: &str, inputs: &[PathBuf], words: &[&str]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        for file in files(inputs) {
            file.hash(&mut hasher);
            fs::read(&file).with_context(|| format!("reading {}", file.display()))?.hash(&mut hasher);
        }
        let file = workspace::scratch().join(format!("{output}.stamp"));
        Ok(Self { file, value: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the outputs were made from these very inputs and are still there.
    pub(crate) fn is_current(&self, outputs: &[PathBuf]) -> bool {
        outputs.iter().all(|output| output.exists())
            && fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.value)
    }

    /// Remembers that the outputs were made from these inputs.
    pub(crate) fn keep(&self) -> Result<()> {
        fs::create_dir_all(workspace::scratch())?;
        fs::write(&self.file, &self.value).with_context(|| format!("writing {}", self.file.display()))
    }
}
