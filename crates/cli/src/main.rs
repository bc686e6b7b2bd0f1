//! Owns the `foreword` command line: arguments in, text out, exit status.
//!
//! Exit status: 0 nothing to say, 1 findings, 2 the command could not be carried out, 3 a change was refused.

mod commands;
mod file;
mod input;
mod instant;

use clap::{Parser, Subcommand};
use commands::{convert, dialects, front_matter, get, lint, render, rules, schema, set, unset, verdict};
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
    /// Print the dialects and their settings
    Dialects(dialects::Arguments),
    /// Print what a careful editor would say about posts, and mend what can be mended
    Lint(lint::Arguments),
    /// Print the rules that posts are checked by
    Rules(rules::Arguments),
    /// Print a post's front matter as JSON, with the place of every value
    FrontMatter(front_matter::Arguments),
    /// Print one value of a post's front matter
    Get(get::Arguments),
    /// Give a front matter key another value, and change nothing else
    Set(set::Arguments),
    /// Take a key or list item out of the front matter, and change nothing else
    Unset(unset::Arguments),
    /// Turn the front matter into YAML, TOML or JSON
    Convert(convert::Arguments),
    /// Print what is known about the front matter keys of a site, as JSON
    Schema(schema::Arguments),
    /// Print whether a post will be published, when, and why
    Verdict(verdict::Arguments),
}

/// How a command ended.
pub(crate) enum Outcome {
    /// Nothing to say.
    Clean,
    /// There were findings.
    Findings,
    /// Some of the files could not be read or written.
    Incomplete,
}

/// Why a command was not carried out, as one line.
pub(crate) enum Failure {
    /// It could not be.
    Impossible(String),
    /// The change would not have been safe.
    Refused(String),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Failure::Impossible(message) | Failure::Refused(message)) = self;
        out.write_str(message)
    }
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Render(arguments) => render::run(&arguments),
        Command::Dialects(arguments) => dialects::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::FrontMatter(arguments) => front_matter::run(&arguments),
        Command::Get(arguments) => get::run(&arguments),
        Command::Set(arguments) => set::run(&arguments),
        Command::Unset(arguments) => unset::run(&arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Verdict(arguments) => verdict::run(&arguments),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        Err(failure) => {
            output::warn(&format!("foreword: {failure}"));
            ExitCode::from(match failure {
                Failure::Impossible(_) => 2,
                Failure::Refused(_) => 3,
            })
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

    /// Writes to standard error.
    pub(crate) fn warn_all(text: &str) {
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }

    /// Writes a line to standard error.
    pub(crate) fn warn(line: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }
}
