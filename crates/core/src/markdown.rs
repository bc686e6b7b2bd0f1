//! Owns turning a body into events: parser options per dialect, and the links that bare addresses become.

use crate::dialects::{Alerts, Footnotes, Settings, Strikethrough, TaskLists, Typographer};
use crate::linkify::BareLink;
use crate::passes::Passes;
use crate::span::Span;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};

/// An event of the parser and where it stands in the post.
pub type Spanned<'a> = (Event<'a>, Span);

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
    /// References that lead nowhere, in text order.
    pub undefined: Vec<UndefinedReference>,
    /// Link definitions, in text order.
    pub definitions: Vec<Definition>,
    /// Bare URLs and addresses in text, in order, whether or not the dialect links them.
    pub bare_links: Vec<BareLink>,
}

/// Parses the text from `body_start` on.
pub fn parse<'a>(source: &'a str, body_start: usize, settings: &Settings) -> Parsed<'a> {
    let body = source.get(body_start..).unwrap_or("");
    let mut undefined = Vec::new();
    let mut passes = Passes::new(source, body.len(), settings);
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
            passes.push((event, Span::from(range).shifted(body_start)));
        }
    }
    undefined.sort_by_key(|reference| reference.span);
    undefined.dedup();
    let mut definitions = definitions;
    definitions.sort_by_key(|definition| definition.span);
    let (events, bare_links) = passes.finish();
    Parsed { events, undefined, definitions, bare_links }
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
