//! Owns writing a post's file: all of it or nothing.

use crate::Failure;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file through one beside it that takes its place, so that it is never half written. A link stays a link, and
/// the file keeps who may read it.
pub(crate) fn replace(path: &str, text: &str) -> Result<(), Failure> {
    written(Path::new(path), text).map_err(|error| Failure::Impossible(format!("{path}: {error}")))
}

fn written(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "permission denied"));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let result = File::create_new(&beside)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::set_permissions(&beside, permissions))
        .and_then(|()| fs::rename(&beside, &path));
    if result.is_err() {
        let _ = fs::remove_file(&beside);
    }
    result
}
