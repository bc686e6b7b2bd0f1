//! Owns which words of a post are prose, for spell checking: those that a person wrote to be read as words. Code, math,
//! raw HTML, addresses and template constructs are not among them, nor is the header but for title and description.

mod words;

use crate::document::Document;
use crate::front_matter::Value;
use crate::markdown::Spanned;
use crate::span::Span;
use crate::text_runs::is_inline;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// The keys of the header whose values are prose.
const KEYS: [&str; 2] = ["title", "description"];

/// Elements whose text is no prose.
const NOT_PROSE: [&str; 8] = ["code", "kbd", "samp", "var", "pre", "tt", "script", "style"];

/// The words of a post that are prose, in text order; none overlaps another.
pub fn words(document: &Document<'_>) -> Vec<Span> {
    let mut reader = Reader::new(document.source);
    for key in KEYS {
        let Some(node) = document.front_matter.as_ref().and_then(|header| header.get(&[key])) else {
            continue;
        };
        match &node.value {
            // What an escape stands for is not in the text.
            Value::String(value) if says(document.source, value, node.span) => reader.text(node.span),
            _ => {}
        }
        reader.pause();
    }
    for event in &document.events {
        reader.event(event);
    }
    reader.pause();
    // Footnotes and what is inside of template constructs come later than they stand, a table of contents says again
    // what the headings say.
    let mut found = reader.found;
    found.sort_unstable();
    let mut end = 0;
    found.retain(|word| {
        let is_free = word.start >= end;
        end = end.max(word.end);
        is_free
    });
    found
}

/// A stretch of text without markup.
#[derive(Clone, Copy, Debug)]
struct Run {
    span: Span,
    /// Whether its first word goes on from what is before it, and its last one into what is after it.
    goes_on: [bool; 2],
}

/// Reads events one after the other.
struct Reader<'a> {
    source: &'a str,
    found: Vec<Span>,
    run: Option<Run>,
    /// Whether what was shown last, in this paragraph, may be a part of the word that follows.
    in_word: bool,
    in_code_block: bool,
    /// The text of a link is its address.
    in_address: bool,
    /// Open elements whose text is no prose.
    elements: usize,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Reader<'a> {
        Reader {
            source,
            found: Vec::new(),
            run: None,
            in_word: false,
            in_code_block: false,
            in_address: false,
            elements: 0,
        }
    }

    fn event(&mut self, (event, span): &Spanned<'_>) {
        match event {
            Event::Text(_) if self.in_code_block => {}
            Event::Text(_) if self.in_address || self.elements > 0 => self.other([true, true]),
            Event::Text(text) if says(self.source, text, *span) => self.text(*span),
            Event::Text(text) => self.other(ends(text)),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.other([true, true]),
            Event::InlineHtml(html) if html.is_empty() => self.other([true, true]),
            Event::InlineHtml(html) => self.tag(html),
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.in_address = true;
            }
            Event::End(TagEnd::Link) => self.in_address = false,
            Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {
                self.pause();
            }
            event if is_inline(event) => {}
            event => {
                self.pause();
                self.elements = 0;
                self.in_code_block = matches!(event, Event::Start(Tag::CodeBlock(_)));
            }
        }
    }

    /// Text that stands so in the source.
    fn text(&mut self, span: Span) {
        let [begins, ends] = ends(span.slice(self.source));
        match &mut self.run {
            Some(run) if run.span.end == span.start => run.span.end = span.end,
            _ => {
                self.close(begins);
                self.run = Some(Run { span, goes_on: [self.in_word, false] });
            }
        }
        self.in_word = ends;
    }

    /// Something else within a line, that may look as if words began and ended with it.
    fn other(&mut self, [begins, ends]: [bool; 2]) {
        self.close(begins);
        self.in_word = ends;
    }

    fn tag(&mut self, html: &str) {
        let inside = html.trim_start_matches('<');
        let name = inside.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
        if name == "br" {
            self.pause();
        } else if NOT_PROSE.contains(&name.as_str()) {
            self.elements = if inside.starts_with('/') {
                self.elements.saturating_sub(1)
            } else {
                self.elements + usize::from(!html.ends_with("/>"))
            };
        }
    }

    /// A word cannot go over this.
    fn pause(&mut self) {
        self.close(false);
        self.in_word = false;
    }

    fn close(&mut self, goes_on: bool) {
        if let Some(mut run) = self.run.take() {
            run.goes_on[1] = goes_on;
            words::add(self.source, run, &mut self.found);
        }
    }
}

/// Whether a text is what stands in the source, but for punctuation: `it's` may have become `it’s`.
fn says(source: &str, text: &str, span: Span) -> bool {
    let written = span.slice(source);
    let letters = |text: &'_ str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    written == text || letters(written) == letters(text)
}

/// Whether a text begins and ends with a part of a word.
fn ends(text: &str) -> [bool; 2] {
    [text.chars().next(), text.chars().next_back()].map(|c| c.is_some_and(words::is_letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Context;
    use proptest::prelude::*;

    fn of<'s>(source: &'s str, dialect: &str) -> Vec<&'s str> {
        let context = Context { dialect: Some(dialect), ..Context::default() };
        let document = Document::parse(source, context);
        words(&document).into_iter().map(|span| span.slice(source)).collect()
    }

    fn generic(source: &str) -> Vec<&str> {
        of(source, "generic")
    }

    #[test]
    fn text_of_every_block_is_prose() {
        let source = "# Tide tables\n\n> quoted here\n\n- [ ] first\n- second *item*\n\n| head |\n|---|\n| cell |\n\nnote[^n]\n\n[^n]: below\n";
        let expected =
            ["Tide", "tables", "quoted", "here", "first", "second", "item", "head", "cell", "note", "below"];
        assert_eq!(generic(source), expected);
    }

    #[test]
    fn code_math_and_raw_html_are_not() {
        let source = "one `tow` two\n\n```sh\nthre\n```\n\n    fuor\n\n$fiv$ six\n\n<div data-x=\"sevn\">egiht</div>\n\nnine <kbd>tne</kbd> ten <b title=\"elevn\">eleven</b>\n";
        assert_eq!(of(source, "hugo"), ["one", "two", "six", "nine", "ten", "eleven"]);
    }

    #[test]
    fn what_a_link_says_is_prose_and_where_it_leads_is_not() {
        let source = "[shown words](https://exmaple.org/pathh \"titel\") <https://wrnog.org> <me@hoem.org> https://brae.org/wrod www.nto.org ![alternative text](pictrue.png)\n\n[refrence]: https://elswehere.org\n";
        assert_eq!(generic(source), ["shown", "words", "alternative", "text"]);
    }

    #[test]
    fn of_the_header_title_and_description_are_prose() {
        let yaml = "---\ntitle: \"Low tide\"\ntags: [tdie]\ndescription: >-\n  Folded\n  lines\nslug: lwo-tide\n---\nBody\n";
        assert_eq!(generic(yaml), ["Low", "tide", "Folded", "lines", "Body"]);
        let toml = "+++\ntitle = 'Low tide'\nauthor = 'Mraia'\n+++\nBody\n";
        assert_eq!(of(toml, "hugo"), ["Low", "tide", "Body"]);
        assert_eq!(generic("---\ntitle: \"Caf\\u00e9\"\n---\nBody\n"), ["Body"]);
        assert_eq!(generic("---\ntitle: 12\n---\nBody\n"), ["Body"]);
    }

    #[test]
    fn template_constructs_are_not_but_what_is_inside_them_is() {
        let source = "before {{< figrue src=\"x.png\" captoin=\"y\" >}} after\n\n{{% notcie %}}\ninside *here*\n{{% /notcie %}}\n\nend\n";
        assert_eq!(of(source, "hugo"), ["before", "after", "inside", "here", "end"]);
        assert_eq!(
            of("one {% inculde x.html %} two {{ pgae.title }} three\n", "jekyll"),
            ["one", "two", "three"]
        );
    }

    #[test]
    fn smart_punctuation_does_not_tear_words_apart() {
        for dialect in ["hugo", "jekyll", "zola", "astro", "generic"] {
            assert_eq!(
                of("It's \"so\" -- don't... stop\n", dialect),
                ["It's", "so", "don't", "stop"],
                "{dialect}"
            );
        }
    }

    #[test]
    fn a_word_with_markup_inside_is_left_alone() {
        let source = "un*believ*able and `Vec`s, caf&eacute; or 5&nbsp;metres, a **whole** word<br>next[^1] <b>W</b>ords\n\n[^1]: x\n";
        assert_eq!(generic(source), ["and", "or", "metres", "whole", "word", "next"]);
    }

    proptest! {
        #[test]
        fn words_are_in_order_inside_the_text_and_made_of_letters(
            text in "(---\ntitle: a'b\n---\n)?([a-cé'’ \n*_`<>{}%:.#@/&;()\\[\\]-]|\\{\\{< x >\\}\\}|&eacute;){0,60}"
        ) {
            for dialect in ["generic", "hugo", "jekyll"] {
                let document = Document::parse(&text, Context { dialect: Some(dialect), ..Context::default() });
                let mut end = 0;
                for word in words(&document) {
                    prop_assert!(end <= word.start && word.start < word.end);
                    prop_assert!(text.get(word.start..word.end).is_some_and(|word| word.chars().all(|c| words::is_letter(c) || "'’-".contains(c))));
                    end = word.end;
                }
            }
        }
    }

    #[test]
    fn words_come_in_text_order_and_once() {
        let source = "first[^a] second\n\n[^a]: third\n\nfourth\n";
        assert_eq!(generic(source), ["first", "second", "third", "fourth"]);
        assert_eq!(of("- x\n{:toc}\n\n## Heading\n", "jekyll"), ["Heading"]);
    }
}
