//! Owns `foreword schema`.

use crate::input::{posts, read};
use crate::{Failure, Outcome, output};
use foreword_core::schema::import::{self, Collection};
use foreword_core::schema::{self, Field, Group, Origin, Schema, learn};
use foreword_core::{Context, Document, generators};
use serde_json::{Value as Json, json};
use std::path::Path;

/// Arguments of `foreword schema`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Whose keys: hugo, jekyll, eleventy, astro, zola, docusaurus, gatsby or generic; detected when left out
    #[arg(long, value_name = "GENERATOR")]
    generator: Option<String>,
    /// The site's folder: its configuration and its other posts are read for what they tell
    #[arg(long, value_name = "FOLDER")]
    site: Option<String>,
    /// The post, or - for standard input
    file: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    if let Some(unknown) = arguments.generator.as_deref().filter(|id| generators::by_id(id).is_none()) {
        let known: Vec<&str> = generators::ALL.iter().map(|generator| generator.id).collect();
        let known = known.join(", ");
        return Err(Failure::Impossible(format!("unknown generator `{unknown}`; there are {known}")));
    }
    let input = arguments.file.as_deref().map(read).transpose()?;
    let text = input.as_ref().map_or("", |input| input.text.as_str());
    let file_name = input.as_ref().map(|input| input.name.as_str()).filter(|name| *name != "-");
    let document = Document::parse(text, Context { file_name, ..Context::default() });
    let generator = document.generator(arguments.generator.as_deref(), file_name).generator.id;
    let (collections, learned) = match &arguments.site {
        Some(site) => site_of(site)?,
        None => (Vec::new(), learn::Learner::default()),
    };
    let mut learned = learned;
    if let Some(header) = &document.front_matter {
        learned.add(text, header);
    }
    let inside = file_name.map(|name| within(name, arguments.site.as_deref()));
    let imported = import::for_post(&collections, document.front_matter.as_ref(), inside.as_deref());
    let merged =
        schema::merge(schema::for_generator(generator, file_name), imported, Some(&learned.finish()));
    output::print(&format!("{:#}\n", as_json(generator, imported, &merged)));
    Ok(Outcome::Clean)
}

/// A file's path from the site's root.
fn within(name: &str, site: Option<&str>) -> String {
    let inside = site.and_then(|site| Path::new(name).strip_prefix(site).ok());
    inside.map_or_else(|| name.to_owned(), |path| path.display().to_string())
}

/// What a site's configuration declares, and what its posts do.
fn site_of(site: &str) -> Result<(Vec<Collection>, learn::Learner), Failure> {
    let mut learner = learn::Learner::default();
    let mut collections = Vec::new();
    for name in posts(&[site.to_owned()])? {
        let inside = within(&name, Some(site));
        // A post that cannot be read tells nothing; it is not what was asked about.
        let Ok(input) = read(&name) else { continue };
        if import::source_of(&inside).is_some() {
            collections.extend(import::read(&inside, &input.text));
        } else if let Some(header) = foreword_core::FrontMatter::read(&input.text) {
            learner.add(&input.text, &header);
        }
    }
    for path in import::CONFIGURATIONS {
        let file = Path::new(site).join(path);
        if file.is_file() {
            collections.extend(import::read(path, &read(&file.display().to_string())?.text));
        }
    }
    Ok((collections, learner))
}

fn as_json(generator: &str, imported: Option<&Collection>, schema: &Schema) -> Json {
    json!({
        "generator": generator,
        "collection": imported.map(|collection| collection.name.as_str()),
        "fields": schema.fields.iter().map(field).collect::<Vec<_>>(),
    })
}

fn field(field: &Field) -> Json {
    json!({
        "key": field.key,
        "aliases": field.aliases,
        "label": field.label,
        "kind": format!("{:?}", field.kind),
        "multiple": field.multiple,
        "about": field.about,
        "default": field.default,
        "required": field.required,
        "group": match field.group {
            Group::Common => "common",
            Group::Dates => "dates",
            Group::Taxonomy => "taxonomy",
            Group::More => "more",
        },
        "choices": field.choices,
        "suggestions": field.suggestions,
        "from": match field.origin {
            Origin::Site => "site",
            Origin::Generator => "generator",
            Origin::Posts => "posts",
        },
        "usage": field.usage.map(|usage| json!({"posts": usage.posts, "of": usage.of})),
        "fields": field.fields.iter().map(self::field).collect::<Vec<_>>(),
    })
}
