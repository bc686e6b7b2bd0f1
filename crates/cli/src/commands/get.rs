//! Owns `foreword get`.

use super::change::path;
use crate::input::read;
use crate::{Failure, Outcome, output};
use foreword_core::FrontMatter;
use foreword_core::front_matter::Data;
use serde_json::{Value as Json, json};

/// Arguments of `foreword get`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The post, or - for standard input
    file: String,
    /// Which value: title, params.author.name, tags[0]; a key with a dot in it goes in double quotes
    path: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let input = read(&arguments.file)?;
    let path = path(&arguments.path)?;
    let header = FrontMatter::read(&input.text);
    let data = header.map(|header| Data::map(&header.entries));
    let value = data.as_ref().and_then(|data| data.at(&path));
    let Some(value) = value else {
        return Err(Failure::Impossible(format!(
            "{}: no `{}` in its front matter",
            input.name, arguments.path
        )));
    };
    output::print(&match value {
        Data::String(text) | Data::Number(text) | Data::Date(text) => format!("{text}\n"),
        other => format!("{:#}\n", as_json(other)),
    });
    Ok(Outcome::Clean)
}

fn as_json(data: &Data) -> Json {
    match data {
        Data::Null => Json::Null,
        Data::Bool(truth) => json!(truth),
        Data::Number(text) | Data::Date(text) | Data::String(text) => json!(text),
        Data::List(items) => items.iter().map(as_json).collect(),
        Data::Map(entries) => {
            Json::Object(entries.iter().map(|(key, value)| (key.clone(), as_json(value))).collect())
        }
    }
}
