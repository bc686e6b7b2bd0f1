//! Owns `foreword set`.

use super::change::{self, path};
use crate::input::read;
use crate::{Failure, Outcome};
use foreword_core::front_matter::Data;
use foreword_core::{Context, Document, schema};

/// Arguments of `foreword set`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The post, or - for standard input
    file: String,
    /// Which value: title, params.author.name, tags[0]; a key with a dot in it goes in double quotes
    path: String,
    /// The new value
    #[arg(allow_hyphen_values = true)]
    value: String,
    /// What the value is; as before when left out, and text for a new key
    #[arg(long = "type", value_enum)]
    kind: Option<Kind>,
    #[command(flatten)]
    result: change::Arguments,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    /// Text, quoted where YAML would read it as something else
    String,
    /// A number, written as given
    Number,
    /// true or false
    Bool,
    /// A date or date and time, written as given
    Date,
    /// A list of texts, parted by commas
    List,
    /// No value
    Null,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let input = read(&arguments.file)?;
    let path = path(&arguments.path)?;
    let file_name = Some(input.name.as_str()).filter(|name| *name != "-");
    let document = Document::parse(&input.text, Context { file_name, ..Context::default() });
    let header = document.front_matter.as_ref();
    let before = header.map(|header| Data::map(&header.entries));
    let kind = arguments
        .kind
        .unwrap_or_else(|| kind_of(before.as_ref().and_then(|data| data.at(&path)), &arguments.value));
    let data = data(kind, &arguments.value)?;
    let generator = document.generator(None, file_name).generator.id;
    let schema = schema::for_generator(generator, file_name);
    change::finish(&input, schema.set(&input.text, header, &path, data), &arguments.result)
}

/// The kind of the value that is replaced, if the new one fits it.
fn kind_of(before: Option<&Data>, value: &str) -> Kind {
    match before {
        Some(Data::Number(_)) if is_number(value) => Kind::Number,
        Some(Data::Bool(_)) if matches!(value, "true" | "false") => Kind::Bool,
        Some(Data::Date(_)) if value.starts_with(|c: char| c.is_ascii_digit()) => Kind::Date,
        Some(Data::List(_)) => Kind::List,
        _ => Kind::String,
    }
}

fn is_number(value: &str) -> bool {
    value.parse::<f64>().is_ok_and(f64::is_finite)
}

fn data(kind: Kind, value: &str) -> Result<Data, Failure> {
    let unfit = |what: &str| Err(Failure::Impossible(format!("`{value}` is no {what}")));
    match kind {
        Kind::String => Ok(Data::String(value.to_owned())),
        Kind::Number if is_number(value) => Ok(Data::Number(value.to_owned())),
        Kind::Number => unfit("number"),
        Kind::Bool => value.parse().map(Data::Bool).or_else(|_| unfit("true or false")),
        Kind::Date if value.starts_with(|c: char| c.is_ascii_digit()) => Ok(Data::Date(value.to_owned())),
        Kind::Date => unfit("date"),
        Kind::List => {
            let items = value.split(',').map(str::trim).filter(|item| !item.is_empty());
            Ok(Data::List(items.map(|item| Data::String(item.to_owned())).collect()))
        }
        Kind::Null => Ok(Data::Null),
    }
}
