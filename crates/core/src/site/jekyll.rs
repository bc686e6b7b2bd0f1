//! Owns what Jekyll's configuration sets (<https://jekyllrb.com/docs/configuration/markdown/>,
//! <https://kramdown.gettalong.org/options.html>).

use super::rules::{Meaning, Rule, SWITCH, rule};

/// The processors that are CommonMark (<https://github.com/jekyll/jekyll-commonmark>).
macro_rules! commonmark {
    ($value:literal) => {
        Meaning::Each(&[("CommonMark", $value), ("CommonMarkGhPages", $value)])
    };
}

pub(super) static RULES: &[Rule] = &[
    rule("url", "base-url", Meaning::Same),
    rule("title", "title", Meaning::Same),
    rule("markdown", "grammar", commonmark!("commonmark")),
    rule("markdown", "typographer", commonmark!("off")),
    rule("markdown", "heading-ids", commonmark!("off")),
    rule("markdown", "definition-lists", commonmark!("off")),
    rule("markdown", "footnotes", commonmark!("off")),
    rule("markdown", "math", commonmark!("off")),
    rule("commonmark.options", "typographer", Meaning::Each(&[("SMART", "pulldown-cmark")])),
    rule("commonmark.options", "hard-breaks", Meaning::Each(&[("HARDBREAKS", "on")])),
    rule("commonmark.options", "footnotes", Meaning::Each(&[("FOOTNOTES", "github")])),
    rule("commonmark.options", "raw-html", Meaning::Each(&[("UNSAFE", "on"), ("SAFE", "off")])),
    rule("commonmark.extensions", "linkify", Meaning::Each(&[("autolink", "gfm")])),
    rule("kramdown.auto_ids", "heading-ids", Meaning::Each(&[("false", "off")])),
    rule("kramdown.hard_wrap", "hard-breaks", SWITCH),
    rule("kramdown.math_engine", "math", Meaning::Each(&[("nil", "off"), ("", "off"), ("false", "off")])),
];
