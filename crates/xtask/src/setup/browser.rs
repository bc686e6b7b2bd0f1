//! Owns finding a Chromium-family browser for the end-to-end tests, or installing one.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::debian;
use crate::{process, steps};

/// Programs on the search path, best first.
const PROGRAMS: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// Where macOS keeps them.
const MAC: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// Where Windows keeps them, below its program folders.
const WINDOWS: [&str; 3] = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
];

/// The browser, and on Debian the fonts without which emoji and CJK are boxes.
const PACKAGES: [&str; 3] = ["chromium", "fonts-noto-color-emoji", "fonts-noto-cjk"];

/// The path of a browser that the end-to-end tests can drive.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if named.is_file() {
            steps::ready("Browser", &named.display().to_string());
            return Ok(named);
        }
        bail!("CHROMIUM names {}, which is not a file.", named.display());
    }
    if let Some(found) = installed() {
        steps::ready("Browser", &found.display().to_string());
        return Ok(found);
    }
    if debian::can_install() {
        debian::install(&PACKAGES)?;
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    bail!(
        "The end-to-end tests need Chromium, Google Chrome or Microsoft Edge, and none was found.\n\
         Install one of them (on Debian: apt-get install chromium), or name it: CHROMIUM=/path/to/browser"
    )
}

fn installed() -> Option<PathBuf> {
    let on_path = PROGRAMS.iter().filter_map(|name| process::on_path(&process::executable(name)));
    let on_mac = MAC.iter().map(PathBuf::from);
    let folders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
    let on_windows = folders
        .iter()
        .filter_map(env::var_os)
        .flat_map(|folder| WINDOWS.iter().map(move |below| Path::new(&folder).join(below)));
    on_path.chain(on_mac).chain(on_windows).find(|file| file.is_file())
}
