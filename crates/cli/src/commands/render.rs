//! Owns `foreword render`.

use crate::input::{check_dialect, read, site};
use crate::{Failure, Outcome, output};
use foreword_core::html::{self, Caps, escape_text};
use foreword_core::{Context, Document};
use std::path::PathBuf;

/// Arguments of `foreword render`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Rules to render by: generic, hugo, commonmark; detected from the post when left out
    #[arg(long, value_name = "DIALECT")]
    dialect: Option<String>,
    /// The site's folder: its configuration and its templates in .foreword/templates count
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// Print a whole page instead of the content alone
    #[arg(long)]
    document: bool,
    /// The post, or - for standard input
    file: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    check_dialect(arguments.dialect.as_deref())?;
    let input = read(&arguments.file)?;
    let file_name = (input.name != "-").then_some(input.name.as_str());
    let site = arguments.site.as_deref().map(site).transpose()?;
    let dialect = arguments.dialect.as_deref();
    let context = Context { file_name, dialect, site: site.as_ref(), ..Context::default() };
    let document = Document::parse(&input.text, context);
    let content = html::render(&document, Caps::NONE, None).html();
    if arguments.document {
        output::print(&page(&document, &content));
    } else {
        output::print(&content);
    }
    Ok(Outcome::Clean)
}

fn page(document: &Document<'_>, content: &str) -> String {
    let mut title = String::new();
    escape_text(&mut title, document.title().unwrap_or("Untitled"));
    let language = document.language().map_or(String::new(), |tag| format!(" lang=\"{tag}\""));
    format!(
        "<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>\n{content}</main>\n</body>\n</html>\n"
    )
}
