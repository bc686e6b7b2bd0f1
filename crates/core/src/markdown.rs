//! Owns turning a body into events: parser options per dialect, and the links that bare addresses become.

use crate::dialects::{Alerts, Footnotes, Grammar, Linkify, Settings, Strikethrough, TaskLists, Typographer};
use crate::kramdown;
use crate::linkify::{BareLink, bare_links};
use crate::span::Span;
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

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
    /// Attributes of elements, by the index of the element's first event, in order.
    pub attributes: Vec<(usize, Vec<(String, String)>)>,
    /// References that lead nowhere, in text order.
    pub undefined: Vec<UndefinedReference>,
    /// Link definitions, in text order.
    pub definitions: Vec<Definition>,
    /// Bare URLs and addresses in text, in order, whether or not the dialect links them.
    pub bare_links: Vec<BareLink>,
}

/// Parses the text from `body_start` on.
pub fn parse<'a>(source: &'a str, body_start: usize, settings: &Settings) -> Parsed<'a> {
    let mut parsed = match settings.grammar {
        Grammar::CommonMark => parse_commonmark(source, body_start, settings),
        Grammar::Kramdown => kramdown::parse(source, body_start, settings),
    };
    parsed.undefined.sort_by_key(|reference| reference.span);
    parsed.undefined.dedup();
    parsed.definitions.sort_by_key(|definition| definition.span);
    parsed.bare_links = find_bare_links(source, &parsed.events);
    let links = settings.linkify != Linkify::Off && settings.grammar == Grammar::CommonMark;
    if links && !parsed.bare_links.is_empty() {
        parsed.events = linked(source, parsed.events, &parsed.bare_links);
    }
    parsed
}

fn parse_commonmark<'a>(source: &'a str, body_start: usize, settings: &Settings) -> Parsed<'a> {
    let body = source.get(body_start..).unwrap_or("");
    let mut undefined = Vec::new();
    let mut events = Vec::new();
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
        events.extend(parser.map(|(event, range)| (event, Span::from(range).shifted(body_start))));
    }
    Parsed { events, attributes: Vec::new(), undefined, definitions, bare_links: Vec::new() }
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
    options.set(Options::ENABLE_SMART_PUNCTUATION, settings.typographer != Typographer::Off);
    options.set(Options::ENABLE_HEADING_ATTRIBUTES, settings.heading_attributes);
    options.set(Options::ENABLE_FOOTNOTES, settings.footnotes != Footnotes::Off);
    options
}

/// Adjacent text events are one run: the parser splits text at every character that might be markup.
fn find_bare_links(source: &str, events: &[Spanned<'_>]) -> Vec<BareLink> {
    let mut found = Vec::new();
    let mut search = |run: Span| {
        let text = run.slice(source);
        if text.contains("://") || text.contains('@') || text.contains("www.") || text.contains("WWW.") {
            found.extend(bare_links(source, run));
        }
    };
    let mut run: Option<Span> = None;
    let mut inside_link_or_code = 0usize;
    for (event, span) in events {
        match event {
            Event::Text(_) if inside_link_or_code == 0 => match &mut run {
                Some(run) if run.end == span.start => run.end = span.end,
                _ => {
                    run.replace(*span).into_iter().for_each(&mut search);
                }
            },
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                inside_link_or_code += 1
            }
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                inside_link_or_code = inside_link_or_code.saturating_sub(1)
            }
            _ => {}
        }
        if !matches!(event, Event::Text(_)) {
            run.take().into_iter().for_each(&mut search);
        }
    }
    run.take().into_iter().for_each(&mut search);
    found
}

/// The events with each bare link as a link whose text is the source, so that smart punctuation
/// never reaches into an address.
fn linked<'a>(source: &'a str, events: Vec<Spanned<'a>>, links: &[BareLink]) -> Vec<Spanned<'a>> {
    let mut out = Vec::with_capacity(events.len() + links.len() * 3);
    let mut next = links.iter().peekable();
    let mut covered_to = 0;
    for (event, span) in events {
        let Event::Text(text) = event else {
            out.push((event, span));
            continue;
        };
        if next.peek().is_none_or(|link| link.span.start >= span.end) && covered_to <= span.start {
            out.push((Event::Text(text), span));
            continue;
        }
        let mut at = span.start;
        while at < span.end {
            if at < covered_to {
                at = covered_to.min(span.end);
                continue;
            }
            let link = next.peek().filter(|link| link.span.start < span.end);
            let until = link.map_or(span.end, |link| link.span.start);
            if until > at {
                let piece = Span::new(at, until);
                out.push((Event::Text(CowStr::Borrowed(piece.slice(source))), piece));
                at = until;
            }
            if let Some(link) = link {
                push_link(source, &mut out, link);
                covered_to = link.span.end;
                next.next();
            }
        }
    }
    out
}

fn push_link<'a>(source: &'a str, out: &mut Vec<Spanned<'a>>, link: &BareLink) {
    let tag = Tag::Link {
        link_type: LinkType::Autolink,
        dest_url: link.destination(source).into(),
        title: "".into(),
        id: "".into(),
    };
    out.push((Event::Start(tag), link.span));
    out.push((Event::Text(CowStr::Borrowed(link.span.slice(source))), link.span));
    out.push((Event::End(TagEnd::Link), link.span));
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
