//! Owns the `foreword` command line: arguments in, text out, exit status.
//!
//! Exit status: 0 nothing to say, 1 findings, 2 the command could not be carried out.

mod commands;
mod input;

use clap::{Parser, Subcommand};
use commands::{front_matter, lint, render};
use std::process::ExitCode;

/// Render, lint and read blog posts the way Foreword's editor does.
#[derive(Parser)]
#[command(name = "foreword", version, about, subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print a post's content as HTML, as its site generator would publish it
    Render(render::Arguments),
    /// Print what a careful editor would say about posts
    Lint(lint::Arguments),
    /// Print a post's front matter as JSON, with the place of every value
    FrontMatter(front_matter::Arguments),
}

/// How a command ended.
pub(crate) enum Outcome {
    /// Nothing to say.
    Clean,
    /// There were findings.
    Findings,
}

/// Why a command could not be carried out, as one line.
pub(crate) struct Failure(pub(crate) String);

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Render(arguments) => render::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::FrontMatter(arguments) => front_matter::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure(message)) => {
            output::warn(&format!("foreword: {message}"));
            ExitCode::from(2)
        }
    }
}

mod output {
    //! Owns writing to the terminal; a closed pipe (`foreword … | head`) is no error.

    use std::io::Write;

    /// Writes to standard output.
    pub(crate) fn print(text: &str) {
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }

    /// Writes a line to standard error.
    pub(crate) fn warn(line: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }
}
