//! Owns the finished page's version, and the list of its files that the service worker keeps for working offline.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{html, policy, sources};

/// The service worker: the one file that is not in its own list.
pub(crate) const WORKER: &str = "sw.js";
const PAGE: &str = "index.html";
/// What only some writers want: kept from the first time that it is asked for, not before.
const OPTIONAL: &str = "static/spelling/";
/// Name of the `<meta>` element that says the page's version.
const VERSION: &str = "foreword-version";

/// Writes the version into `index.html` and the list into the service worker. Nothing may change the page afterwards.
pub(crate) fn apply(page: &Path) -> Result<()> {
    let mut files = files(page)?;
    let text = read(page, PAGE)?;
    let worker = read(page, WORKER)?;
    let version = version(&files, &text, &worker);
    let text = with_version(&text, &version)?;
    files.push((PAGE.to_owned(), policy::sha256(text.as_bytes())));
    fs::write(page.join(PAGE), text).with_context(|| format!("writing {PAGE}"))?;
    fs::write(page.join(WORKER), format!("{}{worker}", list(&version, &files)))
        .with_context(|| format!("writing {WORKER}"))
}

/// Whether the list says what is in the folder, and the page its version: else nothing would be kept for offline.
pub(crate) fn holds(page: &Path) -> Result<bool> {
    let mut files = files(page)?;
    let text = read(page, PAGE)?;
    files.push((PAGE.to_owned(), policy::sha256(text.as_bytes())));
    let version = html::tags(&text).iter().find_map(|tag| {
        (tag.attribute("name") == Some(VERSION)).then(|| tag.attribute("content").unwrap_or_default())
    });
    let worker = read(page, WORKER)?;
    Ok(version.is_some_and(|version| worker.starts_with(&list(version, &files))))
}

/// Path and integrity of every file but the page and the worker.
fn files(page: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for file in sources::files(&[page.to_path_buf()]) {
        let below = file.strip_prefix(page)?.to_string_lossy().replace('\\', "/");
        if below != WORKER && below != PAGE {
            let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            files.push((below, policy::sha256(&content)));
        }
    }
    Ok(files)
}

fn read(page: &Path, name: &str) -> Result<String> {
    fs::read_to_string(page.join(name)).with_context(|| format!("reading {name}"))
}

/// Sixteen hexadecimal digits that change with every file, and are the same for the same files.
fn version(files: &[(String, String)], page: &str, worker: &str) -> String {
    let mut hasher = Sha256::new();
    for (path, integrity) in files {
        hasher.update(format!("{path} {integrity}\n"));
    }
    hasher.update(policy::sha256(page.as_bytes()));
    hasher.update(policy::sha256(worker.as_bytes()));
    hasher.finalize().iter().take(8).fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The page with its version, as the last thing in its head.
fn with_version(page: &str, version: &str) -> Result<String> {
    let Some((before, after)) = page.split_once("</head>") else {
        bail!("{PAGE} has no </head>");
    };
    Ok(format!("{before}<meta name=\"{VERSION}\" content=\"{version}\"></head>{after}"))
}

/// What stands in front of the service worker's own script, as one line.
fn list(version: &str, files: &[(String, String)]) -> String {
    let entries = |optional: bool| {
        let chosen = files.iter().filter(|(path, _)| path.starts_with(OPTIONAL) == optional);
        chosen
            .map(|(path, integrity)| format!("{}:\"{integrity}\"", quoted(path)))
            .collect::<Vec<_>>()
            .join(",")
    };
    format!(
        "self.RELEASE={{\"version\":\"{version}\",\"files\":{{{}}},\"optional\":{{{}}}}};\n",
        entries(false),
        entries(true)
    )
}

/// A path as a JSON string; the names that a build gives hold no control characters.
fn quoted(path: &str) -> String {
    format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{list, version, with_version};

    fn files(integrity: &str) -> Vec<(String, String)> {
        vec![("a.js".to_owned(), integrity.to_owned()), ("static/b.wasm".to_owned(), "sha256-b".to_owned())]
    }

    #[test]
    fn the_version_changes_with_every_part_and_with_nothing_else() {
        let first = version(&files("sha256-a"), "page", "worker");
        assert_eq!(first.len(), 16);
        assert!(first.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()));
        assert_eq!(first, version(&files("sha256-a"), "page", "worker"));
        for other in [
            version(&files("sha256-c"), "page", "worker"),
            version(&files("sha256-a"), "other", "worker"),
            version(&files("sha256-a"), "page", "other"),
            version(&files("sha256-a")[..1], "page", "worker"),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn the_list_is_one_line_in_front() {
        let mut files = files("sha256-a");
        files.push(("static/spelling/en-0.bin".to_owned(), "sha256-en".to_owned()));
        let line = list("0123456789abcdef", &files);
        assert_eq!(
            line,
            "self.RELEASE={\"version\":\"0123456789abcdef\",\"files\":{\"a.js\":\"sha256-a\",\"static/b.wasm\":\"sha256-b\"},\"optional\":{\"static/spelling/en-0.bin\":\"sha256-en\"}};\n"
        );
    }

    #[test]
    fn the_page_says_its_version() {
        let page = with_version("<head><title>x</title></head><body>", "ab").unwrap();
        assert_eq!(
            page,
            "<head><title>x</title><meta name=\"foreword-version\" content=\"ab\"></head><body>"
        );
        assert!(with_version("<body>", "ab").is_err());
    }
}
