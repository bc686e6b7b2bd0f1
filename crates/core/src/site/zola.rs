//! Owns what Zola's configuration sets (<https://www.getzola.org/documentation/getting-started/configuration/>).

use super::rules::{Meaning, Rule, SWITCH, rule};

pub(super) static RULES: &[Rule] = &[
    rule("base_url", "base-url", Meaning::Same),
    rule("title", "title", Meaning::Same),
    rule("markdown.render_emoji", "emoji", SWITCH),
    rule(
        "markdown.smart_punctuation",
        "typographer",
        Meaning::Each(&[("true", "pulldown-cmark"), ("false", "off")]),
    ),
    rule("markdown.definition_list", "definition-lists", SWITCH),
    rule(
        "markdown.bottom_footnotes",
        "footnotes",
        Meaning::Each(&[("true", "bottom"), ("false", "in-place")]),
    ),
    rule("markdown.github_alerts", "alerts", Meaning::Each(&[("true", "blockquote"), ("false", "off")])),
    rule("markdown.external_links_target_blank", "external-links-target-blank", SWITCH),
    rule("markdown.external_links_no_follow", "external-links-no-follow", SWITCH),
    rule("markdown.external_links_no_referrer", "external-links-no-referrer", SWITCH),
    rule(
        "slugify.anchors",
        "heading-ids",
        Meaning::Each(&[("on", "slug"), ("safe", "underscores"), ("off", "underscores")]),
    ),
];
