//! Owns what the commands that change a front matter have in common: paths, and where the result goes.

use crate::input::Input;
use crate::{Failure, Outcome, file, output};
use foreword_core::Edit;
use foreword_core::front_matter::{Refusal, Step, parse_path};
use foreword_core::span::apply;
use foreword_core::text::LineIndex;
use similar::TextDiff;

/// Where the result goes; to standard output without either.
#[derive(clap::Args)]
#[group(id = "result")]
pub(crate) struct Arguments {
    /// Print the changed lines instead of the whole post
    #[arg(long)]
    diff: bool,
    /// Write the file
    #[arg(long)]
    write: bool,
}

/// A path as written on the command line.
pub(crate) fn path(text: &str) -> Result<Vec<Step>, Failure> {
    parse_path(text).ok_or_else(|| {
        Failure::Impossible(format!("`{text}` is no path; write it like params.author or tags[0]"))
    })
}

/// Puts the result of a change where it was asked for, or says why there is none.
pub(crate) fn finish(
    input: &Input,
    change: Result<Vec<Edit>, Refusal>,
    result: &Arguments,
) -> Result<Outcome, Failure> {
    let edits = change.map_err(|refusal| {
        let (line, column) = LineIndex::new(&input.text).line_column(refusal.span.start);
        Failure::Refused(format!("{}:{line}:{column}: {} Nothing was changed.", input.name, refusal.message))
    })?;
    let changed = apply(&input.text, &edits);
    if result.diff {
        let diff = TextDiff::from_lines(input.text.as_str(), changed.as_str());
        output::print(&diff.unified_diff().context_radius(0).header(&input.name, &input.name).to_string());
    }
    if result.write {
        if input.name == "-" {
            return Err(Failure::Impossible(
                "standard input cannot be written; leave --write out".to_owned(),
            ));
        }
        file::replace(&input.name, &changed)?;
    }
    if !result.diff && !result.write {
        output::print(&changed);
    }
    Ok(Outcome::Clean)
}
