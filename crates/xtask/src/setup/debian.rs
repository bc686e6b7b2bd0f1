//! Owns installing Debian packages, where that is possible without asking anyone.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::{process, steps};

/// Whether this is Debian itself. Its derivatives name or fill these packages differently.
pub(crate) fn is_here() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
        && process::on_path("apt-get").is_some()
}

/// How to become root without a question: no words when we are, `sudo -n` when that works.
fn as_root() -> Option<&'static [&'static str]> {
    let user = process::read(Command::new("id").arg("-u")).ok()?;
    if user.trim() == "0" {
        return Some(&[]);
    }
    process::succeeds(Command::new("sudo").args(["-n", "true"])).then_some(&["sudo", "-n"])
}

/// Whether packages can be installed here without asking anyone.
pub(crate) fn can_install() -> bool {
    is_here() && as_root().is_some()
}

/// Whether the package lists know this package.
pub(crate) fn offers(package: &str) -> bool {
    process::read(Command::new("apt-cache").args(["show", "--no-all-versions", package]))
        .is_ok_and(|text| !text.trim().is_empty())
}

/// Installs packages without their recommendations; refreshes the package lists when the first try fails.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    steps::step(&format!("Install the Debian packages {}", packages.join(" ")), || {
        let wanted = ["install", "--yes", "--no-install-recommends"].iter().chain(packages).copied();
        if process::run_quietly(&mut apt_get(wanted.clone())).is_ok() {
            return Ok(());
        }
        process::run_quietly(&mut apt_get(["update"]))?;
        process::run_quietly(&mut apt_get(wanted))
    })
}

/// Refreshes the package lists; a machine image often comes without any.
pub(crate) fn refresh() -> Result<()> {
    steps::step("Refresh Debian's package lists", || process::run_quietly(&mut apt_get(["update"])))
}

fn apt_get<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut words =
        as_root().unwrap_or_default().iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive"]);
    let mut command = Command::new(words.next().unwrap_or("env"));
    command.args(words).arg("apt-get").args(arguments);
    command
}
