//! Owns template constructs in posts: Hugo's and Zola's shortcodes, Liquid and Nunjucks, components of MDX, directives.
//!
//! They are read with their positions and never run. What a generator makes of its own constructs without running
//! anything is rendered; every other one becomes a labelled card with its name, arguments and inner Markdown.
//!
//! The body that the Markdown parser sees is rewritten: a call is a word there, or the text that it stands for, as it
//! is for the generator. A map leads from every place in it back to the post. A post without calls is not rewritten.

mod arguments;
mod call;
mod code;
mod cursor;
mod custom;
mod directives;
mod hugo;
mod known;
mod liquid;
mod markup;
mod mdx;
mod pair;
mod place;
mod rewritten;
mod zola;

use crate::dialects::{Dialect, Settings};
use crate::front_matter::{FrontMatter, Value};
use crate::markdown::Parsed;
use crate::span::Span;
use call::Tag;
use markup::Part;
use place::Placer;

pub use call::{Argument, Call, Kind, Problem, Shows};
pub use custom::{FOLDER, Templates};
pub use known::Known;
pub use markup::{Form, Part as MarkupPart};

/// A language of template constructs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Hugo's `{{< name >}}` and `{{% name %}}` (<https://gohugo.io/content-management/shortcodes/>).
    Hugo,
    /// `{% name %}` and `{{ value }}` as Jekyll reads them (<https://jekyllrb.com/docs/liquid/>).
    Liquid,
    /// The same as Eleventy reads them, as Liquid or Nunjucks (<https://www.11ty.dev/docs/languages/>).
    Eleventy,
    /// Zola's `{{ name() }}` and `{% name() %}` (<https://www.getzola.org/documentation/content/shortcodes/>).
    Zola,
    /// Components, expressions, `import` and `export` of MDX (<https://mdxjs.com/docs/what-is-mdx/>).
    Mdx,
    /// `:::name` (<https://docusaurus.io/docs/markdown-features/admonitions>).
    Directives,
}

impl Language {
    fn scan(self, source: &str, body_start: usize) -> Vec<Tag> {
        match self {
            Language::Hugo => hugo::scan(source, body_start),
            Language::Liquid | Language::Eleventy => liquid::scan(self, source, body_start),
            Language::Zola => zola::scan(source, body_start),
            Language::Mdx => mdx::scan(source, body_start),
            Language::Directives => directives::scan(source, body_start),
        }
    }

    /// True where a call begins a block of its own, whatever stands on the lines beside it.
    fn interrupts(self) -> bool {
        self == Language::Directives
    }

    /// True for calls whose inside is text for them and not Markdown.
    fn is_literal(self, name: &str) -> bool {
        match self {
            Language::Hugo => hugo::is_literal(name),
            Language::Liquid | Language::Eleventy => liquid::is_literal(name),
            Language::Zola | Language::Mdx | Language::Directives => false,
        }
    }

    /// The header's key that switches it off: with `false`, or with the names of other engines.
    fn switch(self) -> Option<&'static str> {
        match self {
            Language::Hugo | Language::Zola | Language::Mdx | Language::Directives => None,
            // <https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting>
            Language::Liquid => Some("render_with_liquid"),
            // <https://www.11ty.dev/docs/languages/#overriding-the-template-language>
            Language::Eleventy => Some("templateEngineOverride"),
        }
    }

    fn show(self, call: &Call, known: &Known<'_>) -> Option<Shows> {
        match self {
            Language::Hugo => hugo::show(call, known),
            Language::Liquid => liquid::show(call, known),
            Language::Eleventy => liquid::eleventy::show(call, known),
            Language::Zola => None,
            Language::Mdx => mdx::show(call, known),
            Language::Directives => directives::show(call),
        }
    }
}

/// The languages of a post's constructs: its dialect's, unless its header says that there are none, and MDX in every
/// file that is named so.
pub fn languages(dialect: &Dialect, header: Option<&FrontMatter>, file_name: Option<&str>) -> Vec<Language> {
    let is_off = |language: &Language| {
        let Some(key) = language.switch() else { return false };
        let value = header.and_then(|header| header.get(&[key])).map(|node| &node.value);
        match value {
            Some(Value::Bool(is_on)) => !is_on,
            Some(Value::String(engines)) => !engines.contains("liquid") && !engines.contains("njk"),
            _ => false,
        }
    };
    let mut languages: Vec<Language> =
        dialect.templates.iter().filter(|language| !is_off(language)).copied().collect();
    if file_name.is_some_and(|name| name.ends_with(".mdx")) && !languages.contains(&Language::Mdx) {
        languages.push(Language::Mdx);
    }
    languages
}

/// So many problems are told: nobody reads more, and a crafted post has one in every three bytes.
const MOST_PROBLEMS: usize = 200;

/// The calls of a body, before its Markdown is read.
#[derive(Debug)]
pub struct Reading {
    calls: Vec<Call>,
    problems: Vec<Problem>,
}

/// Reads the calls from `body_start` on; none where there are none.
pub fn read(languages: &[Language], known: &Known<'_>, body_start: usize) -> Option<Reading> {
    let source = known.source;
    let mut tags = Vec::new();
    for language in languages {
        tags.extend(language.scan(source, body_start));
    }
    if tags.is_empty() {
        return None;
    }
    tags.sort_by_key(|tag| tag.span);
    let mut end = 0;
    tags.retain(|tag| {
        let is_free = tag.span.start >= end;
        end = end.max(tag.span.end);
        is_free
    });
    let (mut calls, mut problems) = pair::pair(source, tags);
    problems.truncate(MOST_PROBLEMS);
    for call in &mut calls {
        if matches!(call.shows, Shows::Card) {
            let custom = known.templates().and_then(|templates| templates.show(call));
            let shows = custom.or_else(|| call.language.show(call, known));
            call.shows = shows.unwrap_or(Shows::Card);
        }
    }
    Some(Reading { calls, problems })
}

/// A body with its calls, read as Markdown.
#[derive(Debug)]
pub struct Composed<'a> {
    /// The body. Its events are followed by those of what is inside of calls.
    pub parsed: Parsed<'a>,
    /// How many of the events are the body's own.
    pub own_events: usize,
    /// The calls in text order.
    pub calls: Vec<Call>,
    /// What is wrong with them, in text order.
    pub problems: Vec<Problem>,
}

/// Reads the Markdown around and inside of calls.
pub fn compose<'a>(
    source: &'a str,
    body_start: usize,
    reading: Reading,
    settings: &Settings,
) -> Composed<'a> {
    let Reading { mut calls, problems } = reading;
    let placer = Placer::new(source, &calls, settings);
    let mut parsed = placer.parse(&placer.body(Span::new(body_start, source.len())));
    let own_events = parsed.events.len();
    let definitions = placer.definitions(&parsed.definitions);
    // Every call may use every definition; how much they read of them in all is bounded.
    let mut budget = source.len().saturating_mul(4);
    let mut contents = Vec::new();
    for (index, call) in calls.iter().enumerate() {
        for piece in pieces_of(call) {
            let more = match piece {
                Piece::Inside(inner) => {
                    let has_links = inner.slice(source).contains(']');
                    let known =
                        if has_links && definitions.len() <= budget { definitions.as_str() } else { "" };
                    budget -= known.len();
                    placer.parse(&placer.inside(inner, index, known))
                }
                Piece::Value(text) => placer.parse(&placer.value(text, call.head)),
            };
            let first = parsed.events.len();
            extend(&mut parsed, more);
            contents.push((index, first..parsed.events.len()));
        }
    }
    for (index, range) in contents {
        if let Some(call) = calls.get_mut(index) {
            call.contents.push(range);
        }
    }
    Composed { parsed, own_events, calls, problems }
}

/// Markdown that belongs to a call.
enum Piece<'c> {
    Inside(Span),
    Value(&'c str),
}

/// The Markdown of a call, in the order in which its markup has it.
fn pieces_of(call: &Call) -> Vec<Piece<'_>> {
    let inside = call.inner().filter(|_| !call.is_literal).map(Piece::Inside);
    match &call.shows {
        Shows::Card => inside.into_iter().collect(),
        Shows::Markup(parts) => parts
            .iter()
            .filter_map(|part| match part {
                Part::Content if call.is_literal => Some(Piece::Value("")),
                Part::Content => Some(call.inner().map_or(Piece::Value(""), Piece::Inside)),
                Part::Markdown(text, _) => Some(Piece::Value(text)),
                Part::Html(_) => None,
            })
            .collect(),
        Shows::Source(_) | Shows::Text(_) => Vec::new(),
    }
}

fn extend<'a>(parsed: &mut Parsed<'a>, more: Parsed<'a>) {
    // Named one by one, so that a field that is added must be thought of here.
    let Parsed { events, attributes, undefined, definitions, bare_links } = more;
    let before = parsed.events.len();
    parsed.attributes.extend(attributes.into_iter().map(|(at, own)| (before + at, own)));
    parsed.events.extend(events);
    parsed.undefined.extend(undefined);
    parsed.definitions.extend(definitions);
    parsed.bare_links.extend(bare_links);
}

#[cfg(test)]
mod tests;
