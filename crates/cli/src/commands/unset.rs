//! Owns `foreword unset`.

use super::change::{self, path};
use crate::input::read;
use crate::{Failure, Outcome};
use foreword_core::front_matter::{Operation, edit};

/// Arguments of `foreword unset`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The post, or - for standard input
    file: String,
    /// What goes: title, params.author.name, tags[0]; a key with a dot in it goes in double quotes
    path: String,
    #[command(flatten)]
    result: change::Arguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let input = read(&arguments.file)?;
    let path = path(&arguments.path)?;
    change::finish(&input, edit(&input.text, &path, &Operation::Remove), &arguments.result)
}
