//! Owns Eleventy's defaults: markdown-it with `html: true` and without indented code
//! (<https://www.11ty.dev/docs/languages/markdown/>).

use super::signs::Signs;
use super::{AltText, Dialect, ScriptLinks, Settings, Strikethrough};
use crate::templates::Language;

pub(super) static DIALECT: Dialect = Dialect {
    id: "eleventy",
    name: "Eleventy",
    about: "Eleventy with its default settings: tables and strikethrough, no indented code, no heading ids.",
    generator: "eleventy",
    settings: Settings {
        tables: true,
        strikethrough: Strikethrough::DoubleS,
        indented_code: false,
        alt_text: AltText::WithoutCode,
        script_links: ScriptLinks::Text,
        ..Settings::COMMONMARK
    },
    templates: &[Language::Eleventy],
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs = Signs {
    keys: &[
        "eleventyNavigation",
        "eleventyComputed",
        "eleventyExcludeFromCollections",
        "eleventyImport",
        "templateEngineOverride",
    ],
    marks: &[
        "{% image \"",
        "{% image '",
        ".njk\" %}",
        ".njk' %}",
        "{{ collections.",
        "{% renderTemplate",
        "{% renderFile",
        "{{ eleventy.",
    ],
    folders: &[],
    site_files: &["eleventy.config", ".eleventy"],
};
