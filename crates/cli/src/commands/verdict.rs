//! Owns `foreword verdict`.

use crate::input::read;
use crate::instant::instant;
use crate::{Failure, Outcome, output};
use foreword_core::text::LineIndex;
use foreword_core::verdict::{Circumstances, Publishes, SiteTime, verdict_for};
use foreword_core::{Context, Document};
use std::fmt::Write;

/// Arguments of `foreword verdict`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Whose rules: hugo, jekyll, eleventy, astro, zola, docusaurus or gatsby; detected when left out
    #[arg(long, value_name = "GENERATOR")]
    generator: Option<String>,
    /// Judge at this instant, such as 2026-03-01T09:00:00Z, instead of now
    #[arg(long, value_name = "DATE")]
    at: Option<String>,
    /// Your zone in minutes east of UTC, for the times in the answer
    #[arg(long, value_name = "MINUTES", default_value_t = 0, allow_hyphen_values = true)]
    zone: i32,
    /// The site's zone in minutes east of UTC, where its configuration sets one
    #[arg(long, value_name = "MINUTES", allow_hyphen_values = true)]
    site_zone: Option<i32>,
    /// The site builds drafts
    #[arg(long)]
    drafts: bool,
    /// The site builds posts dated in the future
    #[arg(long)]
    future: bool,
    /// The site builds expired posts
    #[arg(long)]
    expired: bool,
    /// The post, or - for standard input
    file: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let input = read(&arguments.file)?;
    let file_name = Some(input.name.as_str()).filter(|name| *name != "-");
    let document = Document::parse(&input.text, Context { file_name, ..Context::default() });
    let circumstances = Circumstances {
        file_name,
        now: instant(arguments.at.as_deref(), arguments.zone)?,
        viewer_zone: arguments.zone,
        site: SiteTime {
            zone: arguments.site_zone,
            build_drafts: arguments.drafts,
            build_future: arguments.future,
            build_expired: arguments.expired,
        },
    };
    let generator = document.generator(arguments.generator.as_deref(), file_name).generator.id;
    let verdict = verdict_for(generator, &input.text, document.front_matter.as_ref(), &circumstances);
    let mut out = format!("{}\n", verdict.headline);
    for reason in &verdict.because {
        let _ = writeln!(out, "- {}", reason.message);
    }
    let index = LineIndex::new(&input.text);
    for trap in &verdict.traps {
        let (line, column) = index.line_column(trap.span.start);
        let _ = writeln!(out, "! {}:{line}:{column}: {}", input.name, trap.message);
        if let Some(fix) = &trap.fix {
            let _ = writeln!(out, "  {}", fix.title);
        }
    }
    output::print(&out);
    let published = matches!(verdict.publishes, Publishes::Now | Publishes::Until(_));
    Ok(if published { Outcome::Clean } else { Outcome::Findings })
}
