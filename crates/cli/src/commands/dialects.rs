//! Owns `foreword dialects`.

use crate::input::check_dialect;
use crate::{Failure, Outcome, output};
use foreword_core::dialects::settings::KEYS;
use foreword_core::dialects::{self, Dialect};
use std::fmt::Write;

/// Arguments of `foreword dialects`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The dialect to show, with all its settings and what each can be set to; all dialects when left out
    id: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    check_dialect(arguments.id.as_deref())?;
    let text = match arguments.id.as_deref().and_then(dialects::by_id) {
        Some(dialect) => one(dialect),
        None => all(),
    };
    output::print(&text);
    Ok(Outcome::Clean)
}

/// Every dialect with the settings that are not those of CommonMark.
fn all() -> String {
    let plain = &dialects::Settings::COMMONMARK;
    let mut out = String::new();
    for dialect in dialects::ALL {
        let _ = writeln!(out, "{}\n  {}", dialect.id, dialect.about);
        let different = KEYS
            .iter()
            .map(|key| (key.name, key.get(&dialect.settings), key.get(plain)))
            .filter(|(_, value, plain)| value != plain)
            .map(|(name, value, _)| format!("{name}={value}"));
        let different: Vec<String> = different.collect();
        if !different.is_empty() {
            let _ = writeln!(out, "  {}", different.join(" "));
        }
    }
    out
}

/// One dialect with every setting, its meaning and its values.
fn one(dialect: &Dialect) -> String {
    let mut out = format!("{} ({})\n{}\n\n", dialect.name, dialect.id, dialect.about);
    for key in &KEYS {
        let _ = writeln!(
            out,
            "{}={}\n  {}\n  values: {}",
            key.name,
            key.get(&dialect.settings),
            key.about,
            key.values
        );
    }
    out
}
