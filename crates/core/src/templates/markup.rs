//! Owns markup that takes the place of a call: HTML, with Markdown where the call has some.

use super::call::Shows;
use crate::html::escape_text;
use pulldown_cmark::{Event, Parser};

/// A piece of markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// HTML.
    Html(String),
    /// What is inside of the call.
    Content,
    /// Markdown of an argument.
    Markdown(String, Form),
}

/// How Markdown is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As blocks.
    Blocks,
    /// As text, without the paragraph around it.
    Text,
}

/// Markup under construction. Whatever is not a name of ours is escaped.
#[derive(Debug, Default)]
pub(super) struct Markup {
    parts: Vec<Part>,
}

impl Markup {
    pub(super) fn html(mut self, html: &str) -> Markup {
        match self.parts.last_mut() {
            Some(Part::Html(last)) => last.push_str(html),
            _ => self.parts.push(Part::Html(html.to_owned())),
        }
        self
    }

    /// An opening tag. Attributes without a value are left out.
    pub(super) fn open(self, name: &str, attributes: &[(&str, Option<&str>)]) -> Markup {
        let mut tag = format!("<{name}");
        for (attribute, value) in attributes {
            let Some(value) = value else { continue };
            tag.push_str(&format!(" {attribute}=\""));
            escape_text(&mut tag, value);
            tag.push('"');
        }
        tag.push('>');
        self.html(&tag)
    }

    pub(super) fn close(self, name: &str) -> Markup {
        self.html(&format!("</{name}>"))
    }

    pub(super) fn text(self, text: &str) -> Markup {
        let mut html = String::new();
        escape_text(&mut html, text);
        self.html(&html)
    }

    /// Markdown without the paragraph around it.
    pub(super) fn markdown(mut self, text: &str) -> Markup {
        self.parts.push(Part::Markdown(text.to_owned(), Form::Text));
        self
    }

    /// What is inside of the call, as blocks.
    pub(super) fn content(mut self) -> Markup {
        self.parts.push(Part::Content);
        self
    }

    /// More of it where there is a value to make it of.
    pub(super) fn when<T>(self, value: Option<T>, more: impl FnOnce(Markup, T) -> Markup) -> Markup {
        match value {
            Some(value) => more(self, value),
            None => self,
        }
    }

    pub(super) fn shows(self) -> Option<Shows> {
        Some(Shows::Markup(self.parts))
    }
}

/// Code as the generators mark it up: with its language as class and as fact.
pub(super) fn code(markup: Markup, language: Option<&str>, code: &str) -> Markup {
    let class = language.map(|language| format!("language-{language}"));
    markup
        .open("pre", &[])
        .open("code", &[("class", class.as_deref()), ("data-lang", language)])
        .text(code)
        .html("</code></pre>")
}

/// A frame with a player, of the shape of a film: what the preview shows as a button that plays it.
pub(super) fn player(class: Option<&str>, attributes: &[(&str, Option<&str>)]) -> Markup {
    let is_styled = class.is_some();
    let style = |text| if is_styled { None } else { Some(text) };
    let around = style("position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;");
    let frame = style("position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;");
    let mut all = attributes.to_vec();
    all.push(("style", frame));
    Markup::default()
        .open("div", &[("class", class), ("style", around)])
        .open("iframe", &all)
        .html("</iframe></div>")
}

/// The text of some Markdown without its markup.
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Whether a tag is open at the end of some HTML, when one was or was not at its start.
pub(super) fn ends_in_tag(html: &str, was_in_tag: bool) -> bool {
    match (html.rfind('<'), html.rfind('>')) {
        (None, None) => was_in_tag,
        (opens, closes) => opens > closes,
    }
}
