//! Owns findings about a post: rules, each with its documentation, and fixes.
//!
//! Invariant: linting cannot fail and takes time linear in the post. Findings are in text order; their spans
//! are not empty unless the text is; edits of a fix do not overlap.

mod addresses;
mod by_name;
mod comments;
pub mod config;
mod diagnostic;
pub mod docs;
mod emoji;
mod facts;
pub mod fixing;
mod folder;
pub mod garbled;
mod header;
mod headings;
mod html;
mod images;
mod links_in_site;
mod list_items;
mod near;
mod nearest;
mod order;
#[cfg(any(feature = "docs", test))]
pub mod pages;
mod rule;
pub mod rules;
mod scripts;
mod suppress;

use foreword_core::Document;

pub use config::{Config, Level};
pub use diagnostic::{Diagnostic, Fix, Severity};
pub use facts::{Element, Facts, Kind, Line, Place, text_of};
pub use folder::{Folder, Post};
pub use rule::{Choice, Context, Group, Rule};
pub use suppress::turn_off;

/// What is known besides the post.
#[derive(Clone, Copy, Debug)]
pub struct Environment<'e> {
    /// What somebody chose about the rules.
    pub config: &'e Config,
    /// The other files of the site, where they are known.
    pub folder: Option<&'e Folder>,
    /// The file's name, with folders where they are known.
    pub file_name: Option<&'e str>,
    /// Id of the generator whose keys apply, where somebody asked for one.
    pub generator: Option<&'e str>,
    /// The current instant in Unix seconds, and the writer's zone in minutes east of UTC.
    pub now: Option<(i64, i32)>,
}

impl Default for Environment<'_> {
    fn default() -> Self {
        static CONFIG: Config = Config::new();
        Environment { config: &CONFIG, folder: None, file_name: None, generator: None, now: None }
    }
}

/// All findings about a post, in text order, by every rule that is on when nobody chose.
pub fn lint(document: &Document<'_>) -> Vec<Diagnostic> {
    lint_in(document, &Environment::default())
}

/// The same with what is known besides the post. Comments in the post that turn rules off and on count.
pub fn lint_in(document: &Document<'_>, environment: &Environment<'_>) -> Vec<Diagnostic> {
    let facts = Facts::new(document);
    let comments = suppress::read(document, &facts);
    if comments.is_empty() {
        return check(document, &facts, environment);
    }
    let chosen = suppress::configure(&comments, environment);
    let mut config = chosen.clone();
    suppress::turned_on(&comments).into_iter().for_each(|rule| config.wake(rule));
    let mut found = check(document, &facts, &Environment { config: &config, ..*environment });
    suppress::apply(&comments, &chosen, &facts, &mut found);
    found
}

fn check(document: &Document<'_>, facts: &Facts, environment: &Environment<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut keys = Vec::new();
    for rule in rules::all().filter(|rule| environment.config.is_on(rule)) {
        (rule.check)(&mut Context::new(document, facts, environment, rule, &mut found));
        if keys.len() < found.len() {
            // Where several rules find something at one place, they speak in the order of their names.
            let rank = rules::all().filter(|other| other.id < rule.id).count();
            for finding in found.iter().skip(keys.len()) {
                keys.push((finding.span.start, finding.span.end, rank));
            }
        }
    }
    for (one, other) in order::swaps(&keys) {
        found.swap(one, other);
    }
    found
}
