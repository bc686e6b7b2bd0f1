//! Owns how a post is rendered: the dialect's settings with what a person has set, and the comparison of two dialects.

use crate::convert;
use foreword_core::dialects::layers::{Layers, Origin};
use foreword_core::dialects::settings::{Key, Values};
use foreword_core::dialects::{self, Settings};
use foreword_core::site::{Site, SiteSetting};
use foreword_core::text::LineIndex;
use foreword_core::{Context, Document, elsewhere};
use foreword_wire as wire;

/// An excerpt of a block has so many characters.
const EXCERPT: usize = 80;

/// A post with the dialect's settings as a person has set them. What a setting cannot be set to is passed over: it may
/// come from another version.
pub(crate) fn parse<'a>(text: &'a str, context: Context<'_>, by_hand: &[wire::SetByHand]) -> Document<'a> {
    Document::parse_with(text, context, |settings| {
        // What the site sets is in these already.
        layered(settings, &[], by_hand).settings().clone()
    })
}

fn layered(defaults: Settings, of_site: &[SiteSetting], by_hand: &[wire::SetByHand]) -> Layers {
    let mut layers = Layers::over(defaults);
    for SiteSetting { key, value, from } in of_site {
        drop(layers.set(key, value, Origin::Site { file: from.file.clone(), line: from.line }));
    }
    for set in by_hand {
        drop(layers.set(&set.key, &set.value, Origin::ByHand));
    }
    layers
}

/// The settings of a dialect with what the site and a person have set.
pub(crate) fn settings(
    dialect: &dialects::Dialect,
    site: Option<&Site>,
    by_hand: &[wire::SetByHand],
) -> Vec<wire::RenderSetting> {
    let of_site = site.filter(|site| site.is_for(dialect.id)).map_or(&[][..], |site| &site.settings);
    let layers = layered(dialect.settings.clone(), of_site, by_hand);
    let setting = |(key, value, default, origin): (&Key, &str, &str, &Origin)| wire::RenderSetting {
        key: key.name.to_owned(),
        about: key.about.to_owned(),
        values: values(key),
        value: value.to_owned(),
        default: default.to_owned(),
        from: match origin {
            Origin::Dialect => wire::SettingFrom::Dialect,
            Origin::Site { file, line } => {
                wire::SettingFrom::Site { file: file.clone(), line: convert::count(*line) }
            }
            Origin::ByHand => wire::SettingFrom::ByHand,
        },
    };
    layers.active().map(setting).collect()
}

fn values(key: &Key) -> wire::SettingValues {
    match key.values {
        Values::Switch => wire::SettingValues::Switch,
        Values::OneOf(names) => wire::SettingValues::OneOf {
            names: names
                .iter()
                .zip(key.meanings())
                .map(|(name, meaning)| wire::SettingName {
                    name: (*name).to_owned(),
                    meaning: meaning.to_owned(),
                })
                .collect(),
        },
        Values::Text => wire::SettingValues::Text,
    }
}

/// What comes out differently under the rules of two sides; no id stands for the rules of the post itself.
pub(crate) fn compare(
    rev: u32,
    text: &str,
    context: Context<'_>,
    by_hand: &[wire::SetByHand],
    sides: [Option<&str>; 2],
) -> wire::Comparison {
    let [a, b] = sides.map(|side| match side {
        Some(id) => Document::parse(text, Context { dialect: Some(id), ..context }),
        None => parse(text, context, by_hand),
    });
    let found = elsewhere::compare(&a, &b);
    let index = LineIndex::new(text);
    let difference = |found: elsewhere::Difference| wire::BlockDifference {
        range: convert::range(&index, found.span),
        line: convert::count(index.line_of(found.span.start) + 1),
        excerpt: excerpt(found.span.slice(text)),
        kind: kind(found.kind),
        a: found.a_html,
        b: found.b_html,
    };
    wire::Comparison {
        rev,
        a: a.choice.dialect.name.to_owned(),
        b: b.choice.dialect.name.to_owned(),
        differences: found.differences.into_iter().map(difference).collect(),
        more: convert::count(found.more),
        shortened: found.shortened.map(str::to_owned),
    }
}

fn kind(kind: elsewhere::Kind) -> wire::DifferenceKind {
    match kind {
        elsewhere::Kind::OnlyA => wire::DifferenceKind::OnlyA,
        elsewhere::Kind::OnlyB => wire::DifferenceKind::OnlyB,
        elsewhere::Kind::Text => wire::DifferenceKind::Text,
        elsewhere::Kind::Markup => wire::DifferenceKind::Markup,
        elsewhere::Kind::Addresses => wire::DifferenceKind::Addresses,
        elsewhere::Kind::Ids => wire::DifferenceKind::Ids,
    }
}

/// The first line of a block that says something.
fn excerpt(block: &str) -> String {
    let line = block.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => [line.get(..end).unwrap_or(line), "…"].concat(),
        None => line.to_owned(),
    }
}
