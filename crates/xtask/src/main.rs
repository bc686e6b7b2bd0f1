//! The project's own commands: `cargo xtask serve`, `test`, `dist`, `types`, `docs`, `size`, `fidelity`.
//!
//! Owns the command line. Each command sets up what it needs, skips what is there, and ends with one clear line.

mod check;
mod fidelity;
mod html;
mod page;
mod policy;
mod precache;
mod process;
mod rules;
mod serve;
mod setup;
mod size;
mod sources;
mod steps;
mod test;
mod types;
mod workspace;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};

const HELP: &str = "\
Foreword's own commands. Each one first sets up what it needs and skips what is there.

  cargo xtask serve [--open] [--watch] [--port N]
      Build the page and serve it on this machine; print its address.
      --open opens the browser, --watch rebuilds when a source changes.

  cargo xtask test [--full] [--only PART]...
      Run every test. --full runs the slow ones at full length.
      Parts: format, lint, unit, structure, types, fidelity, kernel, wasm, edits, page, attacks, e2e.

  cargo xtask dist     Build the static site into dist/ and list its files.
  cargo xtask size     List the files of dist/ with their sizes.
  cargo xtask types    Write the TypeScript types of the wire, www/src/wire.ts.
  cargo xtask docs     Write the pages about lint rules, docs/rules.

  cargo xtask fidelity [--only GENERATOR]...
      Install the real site generators and write again what they make of the texts in tests/fidelity,
      into tests/fidelity/expected. Takes a few minutes the first time. The comparison is a part of the tests.

  cargo xtask help     Show this.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<ExitCode> {
    let started = Instant::now();
    let (command, options) = words.split_first().map_or(("help", words), |(first, rest)| (*first, rest));
    match command {
        "serve" => serve::run(&serve_options(options)?)?,
        "test" => return test::run(&test_options(options)?),
        "dist" => {
            no_options(command, options)?;
            page::build()?;
            size::print()?;
            println!("The site is in dist/, ready after {}.", steps::seconds(started.elapsed()));
        }
        "size" => {
            no_options(command, options)?;
            size::print()?;
        }
        "types" => {
            no_options(command, options)?;
            types::write()?;
        }
        "docs" => {
            no_options(command, options)?;
            rules::write()?;
        }
        "fidelity" => return fidelity::run(&only("fidelity", "a generator", options)?),
        "help" | "--help" | "-h" => print!("{HELP}"),
        other => bail!("There is no command `{other}`. See: cargo xtask help"),
    }
    Ok(ExitCode::SUCCESS)
}

fn serve_options(words: &[&str]) -> Result<serve::Options> {
    let mut options = serve::Options { open: false, watch: false, port: None };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--open" => options.open = true,
            "--watch" => options.watch = true,
            "--port" => {
                let port = rest.next().and_then(|number| number.parse().ok());
                options.port =
                    Some(port.ok_or_else(|| anyhow!("--port needs a number between 1 and 65535."))?);
            }
            other => return Err(unknown("serve", other)),
        }
    }
    Ok(options)
}

fn test_options(words: &[&str]) -> Result<test::Options> {
    let mut options = test::Options { full: false, only: Vec::new() };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--full" => options.full = true,
            "--only" => {
                let part = rest.next().ok_or_else(|| anyhow!("--only needs the name of a part."))?;
                options.only.push((*part).to_owned());
            }
            other => return Err(unknown("test", other)),
        }
    }
    Ok(options)
}

/// The values of `--only`, for a command that has no other option.
fn only(command: &str, of_what: &str, words: &[&str]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if *word != "--only" {
            return Err(unknown(command, word));
        }
        let name = rest.next().ok_or_else(|| anyhow!("--only needs the name of {of_what}."))?;
        names.push((*name).to_owned());
    }
    Ok(names)
}

fn no_options(command: &str, words: &[&str]) -> Result<()> {
    words.first().map_or(Ok(()), |word| Err(unknown(command, word)))
}

fn unknown(command: &str, word: &str) -> anyhow::Error {
    anyhow!("`cargo xtask {command}` does not know `{word}`. See: cargo xtask help")
}

#[cfg(test)]
mod tests {
    use super::{only, serve_options, test_options};

    #[test]
    fn options_are_read() {
        let options = serve_options(&["--watch", "--port", "9000"]).unwrap();
        assert!(options.watch && !options.open);
        assert_eq!(options.port, Some(9000));
        assert_eq!(test_options(&["--only", "unit", "--only", "e2e"]).unwrap().only, ["unit", "e2e"]);
        assert_eq!(only("fidelity", "a generator", &["--only", "hugo"]).unwrap(), ["hugo"]);
    }

    #[test]
    fn wrong_options_are_refused() {
        assert!(serve_options(&["--port"]).is_err());
        assert!(serve_options(&["--port", "99999"]).is_err());
        assert!(test_options(&["--fast"]).is_err());
        assert!(only("fidelity", "a generator", &["--only"]).is_err());
        assert!(only("fidelity", "a generator", &["hugo"]).is_err());
    }
}
