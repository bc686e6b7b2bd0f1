//! Owns `foreword convert`.

use super::change;
use crate::input::read;
use crate::{Failure, Outcome};
use foreword_core::front_matter::{Format, convert};

/// Arguments of `foreword convert`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The post, or - for standard input
    file: String,
    /// The language that the front matter is to be in
    #[arg(long, value_enum)]
    to: Target,
    #[command(flatten)]
    result: change::Arguments,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Target {
    /// Between --- lines
    Yaml,
    /// Between +++ lines
    Toml,
    /// An object in braces; it has no place for comments
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let input = read(&arguments.file)?;
    let format = match arguments.to {
        Target::Yaml => Format::Yaml,
        Target::Toml => Format::Toml,
        Target::Json => Format::Json,
    };
    change::finish(&input, convert(&input.text, format), &arguments.result)
}
