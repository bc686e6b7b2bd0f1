//! Owns installing Zola: what is there already, else compiled from its repository.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Installed, version_of};
use crate::{process, steps, workspace};

const VERSION: &str = "0.22.1";

/// Finds or compiles Zola.
pub(super) fn ensure(folder: PathBuf) -> Result<Installed> {
    let wanted = format!("zola {VERSION}");
    let is_it = |program: &PathBuf| version_of(program, &[]).as_deref() == Some(wanted.as_str());
    let name = process::executable("zola");
    let root = workspace::shared_tools()?.join(format!("zola-{VERSION}"));
    let kept = root.join("bin").join(&name);
    if is_it(&kept) {
        steps::ready(&wanted, "there");
        return Ok(Installed::called(wanted, folder, Some(kept)));
    }
    if let Some(found) = process::on_path(&name).filter(is_it) {
        steps::ready(&wanted, "there, on the search path");
        return Ok(Installed::called(wanted, folder, Some(found)));
    }
    steps::step(&format!("Compile {wanted} from its repository (once, about 10 minutes)"), || {
        let mut install = Command::new("cargo");
        install
            .args(["install", "zola", "--git", "https://github.com/getzola/zola", "--locked", "--root"])
            .arg(&root)
            .args(["--tag", &format!("v{VERSION}")])
            // A site of short pages is built at once: compiling fast matters more.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_TARGET_DIR", workspace::scratch().join("tools"));
        process::run_quietly(&mut install).with_context(|| {
            format!("no registry of packages has Zola; put {wanted} on the search path, see https://www.getzola.org")
        })
    })?;
    Ok(Installed::called(wanted, folder, Some(kept)))
}
