//! Owns turning a body into events: parser options per dialect, the links that bare addresses become, and passes
//! over the events, one file each, for what a dialect reads otherwise than the parser.

mod block_attributes;
mod definition_lists;
mod empty_paragraphs;
mod excerpt;
mod lines;
mod mask;
mod passes;
mod single_tildes;
mod tasks;
mod tildes;

use crate::dialects::{Alerts, Footnotes, Grammar, Settings, Strikethrough, TaskLists, Typographer};
use crate::kramdown;
use crate::linkify::{self, BareLink};
use crate::span::Span;
use mask::{Masks, Unmasked, Watch};
use passes::Passes;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};

/// An event of the parser and where it stands in the post.
pub type Spanned<'a> = (Event<'a>, Span);

/// Attributes of elements, by the index of the element's first event, in order.
pub type Attributes = Vec<(usize, Vec<(String, String)>)>;

/// A `[text][label]` or `[label][]` whose label has no definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndefinedReference {
    /// The whole link.
    pub span: Span,
    /// The label as written.
    pub label: String,
}

/// A `[label]: destination` of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The label as written.
    pub label: String,
    /// The whole definition.
    pub span: Span,
}

/// What one parse of a body yields.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// Events in text order; bare addresses are links where the dialect makes them so.
    pub events: Vec<Spanned<'a>>,
    /// Attributes of elements.
    pub attributes: Attributes,
    /// References that lead nowhere, in text order.
    pub undefined: Vec<UndefinedReference>,
    /// Link definitions, in text order.
    pub definitions: Vec<Definition>,
    /// Bare URLs and addresses in text, in order, whether or not the dialect links them.
    pub bare_links: Vec<BareLink>,
}

/// Ordinary prose has an event for about so many bytes.
pub(crate) const EVENT_EVERY: usize = 16;

/// How often a post may be parsed again because something in it must be masked; each time finds less.
const MASKING_ROUNDS: usize = 3;

/// Parses the text from `body_start` on.
pub fn parse<'a>(source: &'a str, body_start: usize, settings: &Settings) -> Parsed<'a> {
    match settings.grammar {
        Grammar::CommonMark => parse_commonmark(source, body_start, settings),
        Grammar::Kramdown => {
            let mut parsed = kramdown::parse(source, body_start, settings);
            parsed.undefined.sort_by_key(|reference| reference.span);
            parsed.undefined.dedup();
            parsed.definitions.sort_by_key(|definition| definition.span);
            parsed.bare_links = linkify::all(source, &parsed.events);
            parsed
        }
    }
}

fn parse_commonmark<'a>(source: &'a str, body_start: usize, settings: &Settings) -> Parsed<'a> {
    let mut masks = Masks::default();
    let mut read = read(source, body_start, settings, &masks);
    for _ in 0..MASKING_ROUNDS {
        if !masks.add(std::mem::take(&mut read.unmasked), source, body_start) {
            break;
        }
        read = self::read(source, body_start, settings, &masks);
    }
    let Read { mut events, bare_links, undefined, definitions, .. } = read;
    if settings.empty_paragraphs {
        events = empty_paragraphs::insert(source, events, &definitions);
    }
    // Last, because it counts events.
    let attributes = match masks.attributes.as_slice() {
        [] => Attributes::new(),
        lines => block_attributes::attach(source, &events, lines),
    };
    Parsed { events, attributes, undefined, definitions, bare_links }
}

type Definitions = Vec<Definition>;

/// A body as the dialect reads it.
struct Read<'a> {
    events: Vec<Spanned<'a>>,
    bare_links: Vec<BareLink>,
    undefined: Vec<UndefinedReference>,
    definitions: Definitions,
    /// What the parser should not have seen, beyond what was hidden from it.
    unmasked: Unmasked,
}

/// Reads the body with these bytes of it hidden from the parser. The events go through all passes one by one.
fn read<'a>(source: &'a str, body_start: usize, settings: &Settings, masks: &Masks) -> Read<'a> {
    let mut passes = Passes::new(source, source.get(body_start..).unwrap_or(""), settings);
    let mut watch = Watch::new(source, settings, masks);
    let mut take = |event: Spanned<'a>| {
        watch.see(&event);
        passes.push(event);
    };
    let (undefined, definitions) = if masks.is_empty() {
        parse_text(source, body_start, settings, take)
    } else {
        let masked = masks.hide(source);
        parse_text(&masked, body_start, settings, |event| {
            masks.show(source, &masked, event).into_iter().for_each(&mut take);
        })
    };
    let unmasked = watch.unmasked();
    let (events, bare_links) = passes.finish();
    Read { events, bare_links, undefined, definitions, unmasked }
}

/// Parses the text from `body_start` on, by the parser's own rules alone.
fn parse_text<'a>(
    source: &'a str,
    body_start: usize,
    settings: &Settings,
    mut take: impl FnMut(Spanned<'a>),
) -> (Vec<UndefinedReference>, Definitions) {
    let body = source.get(body_start..).unwrap_or("");
    let mut undefined = Vec::new();
    let definitions;
    {
        let mut note = |link: BrokenLink<'_>| -> Option<(CowStr<'a>, CowStr<'a>)> {
            let written_as_reference = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
            if written_as_reference && !link.reference.starts_with('^') {
                undefined.push(UndefinedReference {
                    span: Span::from(link.span).shifted(body_start),
                    label: link.reference.into_string(),
                });
            }
            None
        };
        let parser = Parser::new_with_broken_link_callback(body, options(settings), Some(&mut note))
            .into_offset_iter();
        definitions = parser
            .reference_definitions()
            .iter()
            .map(|(label, definition)| Definition {
                label: label.to_owned(),
                span: Span::from(definition.span.clone()).shifted(body_start),
            })
            .collect::<Vec<_>>();
        for (event, range) in parser {
            take((event, Span::from(range).shifted(body_start)));
        }
    }
    undefined.sort_by_key(|reference| reference.span);
    undefined.dedup();
    let mut definitions = definitions;
    definitions.sort_by_key(|definition| definition.span);
    (undefined, definitions)
}

fn options(settings: &Settings) -> Options {
    // Metadata blocks stay off: they match in mid-text and are super-linear on crafted input.
    let mut options = Options::empty();
    options.set(Options::ENABLE_TABLES, settings.tables);
    options.set(Options::ENABLE_STRIKETHROUGH, settings.strikethrough != Strikethrough::Off);
    options.set(Options::ENABLE_TASKLISTS, settings.task_lists != TaskLists::Off);
    options.set(Options::ENABLE_GFM, settings.alerts != Alerts::Off);
    options.set(Options::ENABLE_DEFINITION_LIST, settings.definition_lists);
    options.set(Options::ENABLE_MATH, settings.math);
    options.set(Options::ENABLE_SUPERSCRIPT, settings.superscript);
    options.set(Options::ENABLE_SUBSCRIPT, settings.subscript);
    options.set(Options::ENABLE_SMART_PUNCTUATION, settings.typographer == Typographer::PulldownCmark);
    options.set(Options::ENABLE_HEADING_ATTRIBUTES, settings.heading_attributes);
    options.set(Options::ENABLE_FOOTNOTES, settings.footnotes != Footnotes::Off);
    options
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialects;

    fn generic(source: &str) -> Parsed<'_> {
        parse(source, 0, &dialects::by_id("generic").unwrap().settings)
    }

    #[test]
    fn undefined_references_are_noted_but_shortcuts_are_text() {
        let parsed = generic("[a][x] [b][] [c] [d][y]\n\n[y]: /z\n");
        let labels: Vec<_> = parsed.undefined.iter().map(|reference| reference.label.as_str()).collect();
        assert_eq!(labels, ["x", "b"]);
        assert_eq!(parsed.definitions[0].label, "y");
    }

    #[test]
    fn bare_links_are_found_across_split_text_but_not_in_links_or_code() {
        let source =
            "https://a.b/c_d_e [https://x.y](z) `https://code.a` <https://auto.b>\n\n    https://block.c\n";
        let parsed = generic(source);
        let found: Vec<_> = parsed.bare_links.iter().map(|link| link.span.slice(source)).collect();
        assert_eq!(found, ["https://a.b/c_d_e"]);
    }
}
