//! Owns what the addresses of a post lead to in the site's folder.

use crate::Context;
use crate::addresses::{self, Address};
use crate::folder::{self, Folder, Found};

/// What an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target<'f> {
    /// A file that is found by its place beside the post.
    Beside {
        /// Its path.
        path: &'f str,
    },
    /// A file at the site's root, by a path that does not begin there.
    AtRoot,
    /// Another file.
    File,
    /// A file whose path differs by the case of letters.
    OtherCase {
        /// Its path.
        path: &'f str,
    },
    /// None.
    Nothing,
}

/// Files that are looked for. All others may be pages, which have no files of their names.
const FILES: [&str; 26] = [
    "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "ico", "mp4", "webm", "mov", "mp3", "ogg",
    "wav", "m4a", "pdf", "zip", "csv", "xlsx", "docx", "pptx", "epub", "md", "mdx", "markdown",
];

/// Folders whose files generators publish at the root of the site.
const ROOTS: [&str; 3] = ["", "static/", "public/"];

/// Calls `look` for each address that leads to a file of the site, where the site and the post's place in it are known.
pub(crate) fn each<'d>(
    cx: &mut Context<'d, '_>,
    mut look: impl FnMut(&mut Context<'d, '_>, &Address<'d>, Target<'d>),
) {
    let Some((folder, file)) = cx.folder().zip(cx.file_name()) else { return };
    let Some(here) = folder.place_of(file) else { return };
    let lists_files = lists_files(folder);
    for address in addresses::all(cx.document, cx.facts) {
        let Some(path) = address.local_path() else { continue };
        let Some(extension) = folder::name_of(path).rsplit_once('.').map(|(_, extension)| extension) else {
            continue;
        };
        let is_file = FILES.iter().any(|known| known.eq_ignore_ascii_case(extension));
        if is_file && (lists_files || is_post(extension)) {
            look(cx, &address, target(folder, here, path));
        }
    }
}

fn is_post(extension: &str) -> bool {
    matches!(extension, "md" | "mdx" | "markdown")
}

/// Whether other files than posts were listed at all: without any image there would be none of the post's either.
fn lists_files(folder: &Folder) -> bool {
    folder.paths().any(|path| {
        path.rsplit_once('.').is_some_and(|(_, extension)| {
            !is_post(extension) && FILES.iter().any(|known| known.eq_ignore_ascii_case(extension))
        })
    })
}

fn target<'f>(folder: &'f Folder, here: &str, path: &str) -> Target<'f> {
    let path = folder::decoded(path);
    let mut other = None;
    if !path.starts_with('/') {
        match folder::resolve(folder::folder_of(here), &path).map(|path| folder.at(&path)) {
            Some(Found::File(path)) => return Target::Beside { path },
            Some(Found::OtherCase(path)) => other = Some(path),
            _ => {}
        }
    }
    let is_plain = !path.starts_with(['/', '.']);
    if is_plain && other.is_none() && ROOTS.iter().any(|root| folder.has(&format!("{root}{path}"))) {
        return Target::AtRoot;
    }
    // Static files, and what a path leads to from the page's address, are found by the end of the path.
    let end = path.trim_start_matches(['.', '/']);
    match folder.ending(end) {
        Found::File(_) => Target::File,
        Found::OtherCase(path) => Target::OtherCase { path: other.unwrap_or(path) },
        Found::Nothing => other.map_or(Target::Nothing, |path| Target::OtherCase { path }),
    }
}

/// The text of an address with the capitals of the file that it leads to.
pub(crate) fn in_case_of(address: &Address<'_>, file: &str) -> Option<String> {
    let path = address.local_path().filter(|_| address.is_exact)?;
    let end = path.trim_start_matches(['.', '/']);
    let start = path.len().checked_sub(end.len())?;
    // Of a path with other `..` in it or with signs that are written as numbers, the parts do not stand side by side.
    let right = file.len().checked_sub(end.len()).and_then(|at| file.get(at..))?;
    let same = right.to_lowercase() == end.to_lowercase();
    same.then(|| {
        format!("{}{right}{}", path.get(..start).unwrap_or(""), address.text.get(path.len()..).unwrap_or(""))
    })
}
