//! Owns reading posts from files, folders and standard input.

use crate::Failure;
use foreword_core::dialects;
use foreword_core::site::{CONFIGURATIONS, Site};
use foreword_core::templates;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A post that was read.
pub(crate) struct Input {
    /// The path as given, or `-`.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// Reads a file, or standard input for `-`.
pub(crate) fn read(path: &str) -> Result<Input, Failure> {
    let bytes = if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(|error| Failure::Impossible(format!("{path}: {}", plainly(&error))))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Failure::Impossible(format!(
            "{path}: not UTF-8 (byte {} is invalid); convert it first",
            error.utf8_error().valid_up_to()
        ))
    })?;
    Ok(Input { name: path.to_owned(), text })
}

fn plainly(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        std::io::ErrorKind::IsADirectory => "is a folder, not a file".to_owned(),
        _ => error.to_string(),
    }
}

/// Complains about a dialect that does not exist.
pub(crate) fn check_dialect(asked: Option<&str>) -> Result<(), Failure> {
    match asked {
        Some(id) if dialects::by_id(id).is_none() => {
            let known: Vec<&str> = dialects::ALL.iter().map(|dialect| dialect.id).collect();
            Err(Failure::Impossible(format!("unknown dialect `{id}`; there are {}", known.join(", "))))
        }
        _ => Ok(()),
    }
}

/// What a folder tells of the site in it. Files that cannot be read as text are passed over.
pub(crate) fn site(folder: &Path) -> Result<Site, Failure> {
    if !folder.is_dir() {
        return Err(Failure::Impossible(format!("{}: no such folder", folder.display())));
    }
    let mut site = Site::default();
    let mut add = |path: &str| {
        if let Ok(text) = std::fs::read_to_string(folder.join(path)) {
            site.add(path, &text);
        }
    };
    CONFIGURATIONS.into_iter().for_each(&mut add);
    let mut found = Vec::new();
    template_files(folder, templates::FOLDER, 0, &mut found);
    found.sort();
    found.iter().for_each(|path| add(path));
    Ok(site)
}

/// Folders of templates deeper than this are passed over; a name with two slashes is rare enough.
const DEEPEST: usize = 4;

/// The files below a folder of the site, as paths from the site's root.
fn template_files(root: &Path, below: &str, depth: usize, found: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(root.join(below)) else { return };
    for entry in entries.flatten() {
        let path = format!("{below}/{}", entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && depth < DEEPEST => template_files(root, &path, depth + 1, found),
            Ok(kind) if kind.is_file() => found.push(path),
            _ => {}
        }
    }
}

/// File names that are posts.
const POSTS: [&str; 4] = ["md", "markdown", "mdx", "mkd"];

/// Where generators put what they make, in a site's folder.
const MADE: [&str; 3] = ["public", "_site", "dist"];

/// The files as given, with every folder replaced by the posts below it, sorted. Hidden folders, `node_modules` and,
/// right below a given folder, what generators made are passed over.
pub(crate) fn posts(paths: &[String]) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if path != "-" && Path::new(path).is_dir() {
            let mut below = Vec::new();
            collect(Path::new(path), true, &mut below)?;
            below.sort();
            found.extend(
                below.iter().map(|path| path.strip_prefix(".").unwrap_or(path).display().to_string()),
            );
        } else {
            found.push(path.clone());
        }
    }
    // A file that is named twice, or also by its folder, is one post.
    let mut seen = std::collections::HashSet::new();
    found.retain(|path| seen.insert(path.strip_prefix("./").unwrap_or(path).to_owned()));
    Ok(found)
}

fn collect(folder: &Path, is_given: bool, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failure =
        |error: std::io::Error| Failure::Impossible(format!("{}: {}", folder.display(), plainly(&error)));
    for entry in std::fs::read_dir(folder).map_err(failure)? {
        let entry = entry.map_err(failure)?;
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        // Links are not followed, so a folder that holds itself ends.
        let kind = entry.file_type().map_err(failure)?;
        let is_skipped =
            name.starts_with('.') || name == "node_modules" || (is_given && MADE.contains(&&*name));
        if kind.is_dir() && !is_skipped {
            collect(&path, false, found)?;
        } else if kind.is_file()
            && path.extension().is_some_and(|extension| POSTS.iter().any(|post| extension == *post))
        {
            found.push(path);
        }
    }
    Ok(())
}
