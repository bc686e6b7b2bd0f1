//! Owns regenerating the TypeScript types of the wire from their Rust originals.

use std::process::Command;

use anyhow::Result;

use crate::{process, steps, workspace};

/// The test that compares `www/src/wire.ts` with what Rust says, and writes it when asked to.
pub(crate) fn test() -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(workspace::root())
        .args(["test", "--package", "foreword-wire", "--features", "typescript"])
        .env_remove("FOREWORD_UPDATE");
    command
}

/// Writes `www/src/wire.ts`.
pub(crate) fn write() -> Result<()> {
    steps::step("Write www/src/wire.ts", || process::run_quietly(test().env("FOREWORD_UPDATE", "1")))
}
