//! Owns the small HTML templates that a site has for its own constructs: placeholders, no logic.
//!
//! A template is a file `<name>.html` in [`FOLDER`]. `{{ title }}` is a named argument, `{{ 0 }}` the first without a
//! name, `{{ inner }}` what is inside. Values are escaped; the preview sanitises all of it, as everything in a post.

use super::call::{Call, Shows};
use super::markup::Part;
use crate::html::escape_text;
use std::collections::HashMap;

/// Where a site has its templates.
pub const FOLDER: &str = ".foreword/templates";

/// Longer templates are not read.
const MAX_TEXT: usize = 64 << 10;

/// A site's templates, by the name of the construct that they are for.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    by_name: HashMap<String, Vec<Slot>>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Slot {
    Html(String),
    Argument(String),
    Inner,
}

impl Templates {
    /// Adds a template by its path from the site's root; false where the file is none.
    pub fn add(&mut self, path: &str, text: &str) -> bool {
        let path = path.replace('\\', "/");
        let name = path
            .strip_prefix("./")
            .unwrap_or(&path)
            .strip_prefix(FOLDER)
            .and_then(|rest| rest.strip_prefix('/'))
            .and_then(|name| name.strip_suffix(".html"));
        let Some(name) = name.filter(|name| !name.is_empty() && text.len() <= MAX_TEXT) else {
            return false;
        };
        self.by_name.insert(name.to_owned(), slots(text));
        true
    }

    /// The names of the constructs that there are templates for, sorted.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.by_name.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// What a call looks like by the site's template for it.
    pub(super) fn show(&self, call: &Call) -> Option<Shows> {
        let slots = self.by_name.get(name_of(call))?;
        let mut parts = Vec::new();
        let mut html = String::new();
        for slot in slots {
            match slot {
                Slot::Html(text) => html.push_str(text),
                Slot::Argument(name) => {
                    let value = match name.parse() {
                        Ok(index) => call.positional(index),
                        Err(_) => call.named(name),
                    };
                    escape_text(&mut html, value.unwrap_or(""));
                }
                Slot::Inner => {
                    parts.push(Part::Html(std::mem::take(&mut html)));
                    parts.push(Part::Content);
                }
            }
        }
        parts.push(Part::Html(html));
        Some(Shows::Markup(parts))
    }
}

/// What a call is called: for `{% include folder/card.html %}` and the like, the name of the file.
fn name_of(call: &Call) -> &str {
    if !matches!(call.name.as_str(), "include" | "include_relative" | "include_cached" | "render") {
        return &call.name;
    }
    let path = call.positional(0).unwrap_or("");
    let file = path.rsplit('/').next().unwrap_or(path);
    file.split_once('.').map_or(file, |(stem, _)| stem)
}

fn slots(text: &str) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else { break };
        slots.push(Slot::Html(before.to_owned()));
        // One place for what is inside is enough, and more would make a page of any size.
        let has_inner = slots.contains(&Slot::Inner);
        match name.trim() {
            "inner" if has_inner => {}
            "inner" => slots.push(Slot::Inner),
            name => slots.push(Slot::Argument(name.to_owned())),
        }
        rest = after;
    }
    slots.push(Slot::Html(rest.to_owned()));
    slots
}
