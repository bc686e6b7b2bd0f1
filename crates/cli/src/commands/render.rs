//! Owns `foreword render`.

use crate::input::{check_dialect, read, site};
use crate::{Failure, Outcome, output};
use foreword_core::dialects::{Settings, settings::SettingProblem};
use foreword_core::html::{self, Caps, escape_text};
use foreword_core::{Context, Document};
use std::path::PathBuf;

/// Arguments of `foreword render`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Rules to render by, one of those that `foreword dialects` shows; detected from the post when left out
    #[arg(long, value_name = "DIALECT")]
    dialect: Option<String>,
    /// The site's folder: its configuration and its templates in .foreword/templates count
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// Set one of the dialect's settings otherwise, such as raw-html=on; may be given several times
    #[arg(long = "setting", value_name = "KEY=VALUE")]
    settings: Vec<String>,
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
    let settings = arguments.settings.iter().map(|setting| pair(setting)).collect::<Result<Vec<_>, _>>()?;
    let site = arguments.site.as_deref().map(site).transpose()?;
    let dialect = arguments.dialect.as_deref();
    let context = Context {
        file_name,
        dialect,
        site: site.as_ref(),
        words: Some(deunicode::deunicode_char),
        ..Context::default()
    };
    let document = Document::parse_with(&input.text, context, |own| {
        // Each was tried above, so all can be applied.
        settings.iter().fold(own, |own, (key, value)| own.clone().apply(key, value).unwrap_or(own))
    });
    let content = html::render(&document, Caps::NONE, None).html();
    if arguments.document {
        output::print(&page(&document, &content));
    } else {
        output::print(&content);
    }
    Ok(Outcome::Clean)
}

/// A setting's name and value, which any settings would take.
fn pair(setting: &str) -> Result<(&str, &str), Failure> {
    let Some((key, value)) = setting.split_once('=') else {
        return Err(Failure::Impossible(format!("`{setting}` sets nothing; write it as KEY=VALUE")));
    };
    match Settings::COMMONMARK.apply(key, value) {
        Ok(_) => Ok((key, value)),
        Err(problem @ SettingProblem::UnknownKey(_)) => {
            Err(Failure::Impossible(format!("{problem}; `foreword dialects generic` shows all")))
        }
        Err(problem) => Err(Failure::Impossible(problem.to_string())),
    }
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
