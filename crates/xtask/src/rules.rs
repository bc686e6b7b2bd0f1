//! Owns writing what the lint rules say about themselves: the pages in `docs/rules`, and the file that the app shows
//! when somebody asks why.

use std::process::Command;

use anyhow::Result;

use crate::{process, steps, workspace};

/// Writes them, by the tests that compare them with what the rules say.
pub(crate) fn write() -> Result<()> {
    steps::step("Write docs/rules and www/rules.json", || {
        let mut test = Command::new("cargo");
        test.current_dir(workspace::root());
        test.args(["test", "--package", "foreword-cli", "--test", "rule_pages"]);
        process::run_quietly(test.env("FOREWORD_UPDATE", "1"))
    })
}
