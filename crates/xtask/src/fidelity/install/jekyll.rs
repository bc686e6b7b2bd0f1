//! Owns installing Jekyll: what is there already, else Debian's package, else Ruby gems in a folder of their own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Installed, version_of};
use crate::setup::debian;
use crate::{process, steps};

/// Whose Markdown rules the expected output shows; its patches change none.
const WANTED: &str = "jekyll 4.3.";

/// The gems that decide what Markdown becomes. The parsers come first, so that Jekyll is content with them.
const GEMS: [&str; 3] = ["kramdown:2.4.0", "kramdown-parser-gfm:1.1.0", "jekyll:4.3.1"];

/// Finds or installs Jekyll.
pub(super) fn ensure(folder: PathBuf) -> Result<Installed> {
    if let Some(found) = on_path(&folder) {
        steps::ready("Jekyll", "there, on the search path");
        return Ok(found);
    }
    let can_be_had = debian::can_install() && debian::offers("jekyll");
    if can_be_had
        && debian::install(&["jekyll"]).is_ok()
        && let Some(found) = on_path(&folder)
    {
        return Ok(found);
    }
    from_gems(folder)
}

fn on_path(folder: &Path) -> Option<Installed> {
    let program = process::on_path(&process::executable("jekyll"))?;
    let version = version_of(&program, &[]).filter(|version| version.starts_with(WANTED))?;
    Some(Installed::called(version, folder.to_path_buf(), Some(program)))
}

fn from_gems(folder: PathBuf) -> Result<Installed> {
    let gems = folder.join("gems");
    let program = gems.join("bin").join(process::script("jekyll"));
    let environment = vec![("GEM_HOME", gems.clone()), ("GEM_PATH", gems.clone())];
    if !program.is_file() {
        steps::step("Install Jekyll's gems (once, about a minute)", || {
            let mut install = Command::new(process::script("gem"));
            install.args(["install", "--no-document", "--conservative"]).args(GEMS).env("GEM_HOME", &gems);
            process::run_quietly(&mut install)
                .context("Jekyll 4.3 is needed, or Ruby to install it, see https://jekyllrb.com")
        })?;
    }
    let Some(version) = version_of(&program, &environment) else {
        bail!("{} does not run", program.display());
    };
    Ok(Installed { environment, ..Installed::called(version, folder, Some(program)) })
}
