//! Owns what is known of the site that a post belongs to: settings and values from its configuration, and its templates.
//!
//! Nothing of a site is run. Its files are found and read by the caller.

mod astro;
mod data;
mod eleventy;
mod hugo;
mod jekyll;
mod rules;
mod script;
mod zola;

use crate::dialects::Settings;
use crate::templates::Templates;
use data::Value;

/// Files that may configure a site, from its root.
pub const CONFIGURATIONS: [&str; 33] = [
    "hugo.toml",
    "hugo.yaml",
    "hugo.yml",
    "hugo.json",
    "config.toml",
    "config.yaml",
    "config.yml",
    "config.json",
    "config/_default/hugo.toml",
    "config/_default/hugo.yaml",
    "config/_default/config.toml",
    "config/_default/config.yaml",
    "config/_default/markup.toml",
    "config/_default/markup.yaml",
    "config/_default/params.toml",
    "config/_default/params.yaml",
    "_config.yml",
    "_config.yaml",
    "_config.toml",
    "zola.toml",
    "astro.config.mjs",
    "astro.config.js",
    "astro.config.ts",
    "astro.config.mts",
    "astro.config.cjs",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    ".eleventy.js",
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    "gatsby-config.js",
];

/// Longer files are not read.
const MAX_TEXT: usize = 512 << 10;

/// Where something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's path from the site's root.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// A setting that the site's configuration makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteSetting {
    /// One of [`crate::dialects::settings::KEYS`], or `base-url` or `title`.
    pub key: &'static str,
    /// Its value, as [`Settings::apply`] takes it.
    pub value: String,
    /// Where it is set.
    pub from: Place,
}

/// A site, as far as it was told.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Its own templates for its own constructs.
    pub templates: Templates,
    /// What its configuration sets, in the order in which it was told; of two for one key the last counts.
    pub settings: Vec<SiteSetting>,
    /// Id of the dialect that its configuration is for, and the file that says so.
    pub dialect: Option<(&'static str, String)>,
    values: Vec<Value>,
}

impl Site {
    /// Takes a file of the site into account, by its path from the site's root: a configuration or a template. False
    /// where it is neither.
    pub fn add(&mut self, path: &str, text: &str) -> bool {
        let path = path.replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        if self.templates.add(path, text) {
            return true;
        }
        if !CONFIGURATIONS.contains(&path) || text.len() > MAX_TEXT {
            return false;
        }
        let Some((dialect, values)) = read(path, text) else {
            return false;
        };
        self.dialect.get_or_insert_with(|| (dialect, path.to_owned()));
        let found = rules::settings(rules_of(dialect), &values);
        self.settings.extend(found.into_iter().map(|(key, value, line)| SiteSetting {
            key,
            value,
            from: Place { file: path.to_owned(), line },
        }));
        self.values.extend(values);
        true
    }

    /// The value under a dotted path in its configuration. Upper and lower case are the same.
    pub fn value(&self, path: &str) -> Option<&str> {
        let value = self.values.iter().rev().find(|value| value.path.eq_ignore_ascii_case(path))?;
        Some(&value.text)
    }

    /// Whether its configuration is for this dialect, or another version of it.
    pub fn is_for(&self, dialect: &str) -> bool {
        let is = |id: &str| dialect == id || dialect.strip_suffix("-remark") == Some(id);
        self.dialect.as_ref().is_some_and(|(id, _)| is(id))
    }

    /// A dialect's settings as the site has changed them; as they are where it is another dialect's site.
    pub fn apply(&self, dialect: &str, settings: Settings) -> Settings {
        if !self.is_for(dialect) {
            return settings;
        }
        self.settings.iter().fold(settings, |settings, setting| {
            let changed = settings.clone().apply(setting.key, &setting.value);
            changed.unwrap_or(settings)
        })
    }
}

fn rules_of(dialect: &str) -> &'static [rules::Rule] {
    match dialect {
        "hugo" => hugo::RULES,
        "jekyll" => jekyll::RULES,
        "zola" => zola::RULES,
        "astro" => astro::RULES,
        "eleventy" => eleventy::RULES,
        _ => &[],
    }
}

/// The dialect that a configuration is for, and the values in it.
fn read(path: &str, text: &str) -> Option<(&'static str, Vec<Value>)> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = name.rsplit_once('.')?;
    match stem {
        "_config" => Some(("jekyll", data::values(extension, text)?)),
        "zola" => Some(("zola", data::values(extension, text)?)),
        "hugo" => Some(("hugo", data::values(extension, text)?)),
        "config" => {
            let values = data::values(extension, text)?;
            // Zola and Hugo share this name; only Zola has this key, and must have it.
            let is_zola = folder.is_empty() && values.iter().any(|value| value.path == "base_url");
            Some((if is_zola { "zola" } else { "hugo" }, values))
        }
        "markup" | "params" => {
            // In a folder of configurations a file's name is the first part of its keys.
            let mut values = data::values(extension, text)?;
            values.iter_mut().for_each(|value| value.path = format!("{stem}.{}", value.path));
            Some(("hugo", values))
        }
        "astro.config" => Some(("astro", astro::values(text))),
        "eleventy.config" | ".eleventy" => Some(("eleventy", eleventy::values(text))),
        "docusaurus.config" => Some(("docusaurus", Vec::new())),
        "gatsby-config" => Some(("gatsby", Vec::new())),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
