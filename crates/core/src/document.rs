//! Owns a post after its one parse: everything that preview, lint, outline and forms share.

use crate::blocks::{self, Block};
use crate::dialects::{self, Choice, Clues, Settings};
use crate::front_matter::{BYTE_ORDER_MARK, FrontMatter};
use crate::generators::{self, GeneratorChoice};
use crate::linkify::BareLink;
use crate::markdown::{self, Attributes, Definition, Spanned, UndefinedReference};
use crate::outline::{self, Heading};
use crate::site::Site;
use crate::slug::Words;
use crate::span::Span;
use crate::stats::Stats;
use crate::templates::{self, Call, Known, Problem};
use pulldown_cmark::{Event, Tag, TagEnd};

/// What is known about a post besides its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The file's name, with folders where they are known.
    pub file_name: Option<&'a str>,
    /// Id of a dialect that somebody asked for.
    pub dialect: Option<&'a str>,
    /// The name of the site's configuration file, where it is known.
    pub site_file: Option<&'a str>,
    /// The site, where it is known.
    pub site: Option<&'a Site>,
    /// Words in ASCII for characters of all scripts, for heading ids; without them a few scripts are known.
    pub words: Option<Words>,
}

impl Context<'_> {
    /// The dialect asked for, or the site's, or the one that a post with this header and body speaks for.
    pub fn choose(&self, front_matter: Option<&FrontMatter>, body: &str) -> Choice {
        match self.site.and_then(|site| site.dialect.as_ref()) {
            Some((id, file)) if self.dialect.is_none() => dialects::of_site(id, file),
            _ => {
                let (file_name, site_file) = (self.file_name, self.site_file);
                dialects::choose(self.dialect, &Clues { front_matter, body, file_name, site_file })
            }
        }
    }
}

/// A parsed post.
#[derive(Debug)]
pub struct Document<'a> {
    /// The whole text.
    pub source: &'a str,
    /// The rules in force.
    pub choice: Choice,
    /// The dialect's settings as they apply here.
    pub settings: Settings,
    /// The header.
    pub front_matter: Option<FrontMatter>,
    /// First byte after the header.
    pub body_start: usize,
    /// Markdown events of the body.
    pub events: Vec<Spanned<'a>>,
    /// Attributes of elements.
    pub attributes: Attributes,
    /// Units of patching.
    pub blocks: Vec<Block>,
    /// Headings in text order.
    pub headings: Vec<Heading>,
    /// References that lead nowhere.
    pub undefined: Vec<UndefinedReference>,
    /// Link definitions.
    pub definitions: Vec<Definition>,
    /// Bare URLs and e-mail addresses in text.
    pub bare_links: Vec<BareLink>,
    /// Template constructs, in text order. Those that hold Markdown have it among the events, after the body's own.
    pub calls: Vec<Call>,
    /// What is wrong with template constructs, in text order; the first 200.
    pub template_problems: Vec<Problem>,
}

impl<'a> Document<'a> {
    /// Parses a post under the dialect asked for or detected.
    pub fn parse(source: &'a str, context: Context<'_>) -> Document<'a> {
        Document::parse_with(source, context, |settings| settings)
    }

    /// The same, with the dialect's settings changed by `adjust`.
    pub fn parse_with(
        source: &'a str,
        context: Context<'_>,
        adjust: impl FnOnce(Settings) -> Settings,
    ) -> Document<'a> {
        let front_matter = FrontMatter::read(source);
        let body_start = match &front_matter {
            Some(header) => header.span.end,
            None if source.starts_with(BYTE_ORDER_MARK) => BYTE_ORDER_MARK.len_utf8(),
            None => 0,
        };
        let choice = context.choose(front_matter.as_ref(), source.get(body_start..).unwrap_or(""));
        let defaults = choice.dialect.settings.clone();
        let of_site = context.site.map(|site| site.apply(choice.dialect.id, defaults.clone()));
        let settings = adjust(of_site.unwrap_or(defaults));
        let known = Known { source, front_matter: front_matter.as_ref(), site: context.site };
        let languages = templates::languages(choice.dialect, front_matter.as_ref(), context.file_name);
        let (parsed, own_events, calls, template_problems) =
            match templates::read(&languages, &known, body_start) {
                None => {
                    let parsed = markdown::parse(source, body_start, &settings);
                    let count = parsed.events.len();
                    (parsed, count, Vec::new(), Vec::new())
                }
                Some(reading) => {
                    let composed = templates::compose(source, body_start, reading, &settings);
                    (composed.parsed, composed.own_events, composed.calls, composed.problems)
                }
            };
        let own = parsed.events.get(..own_events).unwrap_or(&parsed.events);
        let blocks = blocks::divide(own, &settings);
        let headings = outline::headings(source, &parsed.events, settings.heading_ids, context.words);
        Document {
            source,
            choice,
            settings,
            front_matter,
            body_start,
            events: parsed.events,
            attributes: parsed.attributes,
            blocks,
            headings,
            undefined: parsed.undefined,
            definitions: parsed.definitions,
            bare_links: parsed.bare_links,
            calls,
            template_problems,
        }
    }

    /// The generator whose keys and publishing rules apply: the one asked for, else the one it speaks for.
    /// `file_name` is the file's name, with folders where they are known.
    pub fn generator(&self, asked: Option<&str>, file_name: Option<&str>) -> GeneratorChoice {
        let body = self.source.get(self.body_start..).unwrap_or("");
        let clues = Clues { front_matter: self.front_matter.as_ref(), body, file_name, site_file: None };
        generators::choose(asked, &clues, &self.choice)
    }

    /// The template construct that is exactly at this place.
    pub fn call_at(&self, span: Span) -> Option<&Call> {
        let at = self.calls.partition_point(|call| call.span.start < span.start);
        self.calls.get(at).filter(|call| call.span == span)
    }

    /// Counts over the readable text: no header, no code blocks, no raw HTML.
    pub fn stats(&self) -> Stats {
        let mut stats = Stats::default();
        let mut in_code_block = false;
        let mut run: Option<Span> = None;
        for (event, span) in &self.events {
            match event {
                Event::Start(Tag::CodeBlock(_)) => in_code_block = true,
                Event::End(TagEnd::CodeBlock) => in_code_block = false,
                Event::Text(_) | Event::Code(_) if !in_code_block => {
                    // Text arrives in pieces; a word must not count once per piece.
                    match &mut run {
                        Some(run) if run.end == span.start => run.end = span.end,
                        _ => {
                            run.replace(*span).into_iter().for_each(|run| stats.add(run.slice(self.source)));
                        }
                    }
                }
                _ => {}
            }
        }
        run.into_iter().for_each(|run| stats.add(run.slice(self.source)));
        stats
    }

    /// The post's title: from the header, else the first level-1 heading.
    pub fn title(&self) -> Option<&str> {
        let header = self.front_matter.as_ref().and_then(|header| header.text(&["title"]));
        let heading =
            || self.headings.iter().find(|heading| heading.level == 1).map(|heading| heading.text.as_str());
        header.or_else(heading).map(str::trim).filter(|title| !title.is_empty())
    }

    /// The language that the header names, as a BCP 47 tag.
    pub fn language(&self) -> Option<&str> {
        let tag = self.front_matter.as_ref()?.text(&["lang", "language", "locale"])?;
        let valid = tag.len() <= 35
            && tag.starts_with(|c: char| c.is_ascii_alphabetic())
            && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        valid.then_some(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn generic(source: &str) -> Document<'_> {
        Document::parse(source, Context::default())
    }

    #[test]
    fn the_title_comes_from_the_header_first() {
        assert_eq!(generic("---\ntitle: A\n---\n# B\n").title(), Some("A"));
        assert_eq!(generic("---\ntitle: ''\n---\n# B\n").title(), None);
        assert_eq!(generic("## x\n# B *c*\n").title(), Some("B c"));
    }

    #[test]
    fn words_are_counted_in_readable_text_only() {
        let source = "---\ntitle: not these words\n---\n# One two\n\nthree *four* `five`\n\n```\nno no\n```\n\n<div>no</div>\n";
        assert_eq!(generic(source).stats().words, 5);
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let document = generic("\u{feff}# A\n");
        assert_eq!(document.headings[0].text, "A");
    }
}
