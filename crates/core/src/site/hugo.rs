//! Owns what Hugo's configuration sets (<https://gohugo.io/configuration/markup/#goldmark>,
//! <https://gohugo.io/configuration/all/>).

use super::rules::{Meaning, Rule, SWITCH, rule};

const TYPOGRAPHER: Meaning = Meaning::Each(&[("true", "goldmark"), ("false", "off")]);
const NO_TYPOGRAPHER: Meaning = Meaning::Each(&[("true", "off"), ("false", "goldmark")]);
const FOOTNOTES: Meaning = Meaning::Each(&[("true", "goldmark"), ("false", "off")]);
/// Ids of the kind `blackfriday` differ from all that there are here.
const IDS: Meaning = Meaning::Each(&[("github", "hugo"), ("github-ascii", "hugo-ascii")]);

pub(super) static RULES: &[Rule] = &[
    rule("baseURL", "base-url", Meaning::Same),
    rule("title", "title", Meaning::Same),
    rule("enableEmoji", "emoji", SWITCH),
    rule("markup.goldmark.renderer.unsafe", "raw-html", SWITCH),
    rule("markup.goldmark.renderer.hardWraps", "hard-breaks", SWITCH),
    rule("markup.goldmark.parser.autoHeadingIDType", "heading-ids", IDS),
    rule("markup.goldmark.parser.autoIDType", "heading-ids", IDS),
    rule("markup.goldmark.parser.autoHeadingID", "heading-ids", Meaning::Each(&[("false", "off")])),
    rule("markup.goldmark.parser.attribute.block", "block-attributes", SWITCH),
    rule("markup.goldmark.parser.attribute.title", "heading-attributes", SWITCH),
    rule("markup.goldmark.extensions.typographer", "typographer", TYPOGRAPHER),
    rule("markup.goldmark.extensions.typographer.disable", "typographer", NO_TYPOGRAPHER),
    rule(
        "markup.goldmark.extensions.linkify",
        "linkify",
        Meaning::Each(&[("true", "goldmark"), ("false", "off")]),
    ),
    rule(
        "markup.goldmark.extensions.strikethrough",
        "strikethrough",
        Meaning::Each(&[("true", "del"), ("false", "off")]),
    ),
    rule("markup.goldmark.extensions.table", "tables", SWITCH),
    rule(
        "markup.goldmark.extensions.taskList",
        "task-lists",
        Meaning::Each(&[("true", "plain"), ("false", "off")]),
    ),
    rule("markup.goldmark.extensions.definitionList", "definition-lists", SWITCH),
    rule("markup.goldmark.extensions.footnote", "footnotes", FOOTNOTES),
    rule("markup.goldmark.extensions.footnote.enable", "footnotes", FOOTNOTES),
    rule("markup.goldmark.extensions.passthrough.enable", "math", SWITCH),
    rule("markup.goldmark.extensions.extras.superscript.enable", "superscript", SWITCH),
    rule("markup.goldmark.extensions.extras.subscript.enable", "subscript", SWITCH),
];
