//! Owns the images of a post and what stands for each where it cannot be seen: in Markdown, in raw HTML and in Hugo's
//! shortcode `figure`.

use crate::Fix;
use crate::facts::{Element, Facts, Kind, text_of};
use foreword_core::templates::Language;
use foreword_core::{Document, Edit, Span};
use pulldown_cmark::{Event, Tag};

/// How an image is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// `![…](…)`
    Markdown,
    /// `<img>`
    Html,
    /// `{{< figure >}}`
    Shortcode,
}

/// An image.
#[derive(Clone, Debug)]
pub(crate) struct Image<'d> {
    /// How it is written.
    pub(crate) written: Written,
    /// All of it.
    pub(crate) span: Span,
    /// Its alternative text; empty where it is written as empty, none where nothing is written.
    pub(crate) alternative: Option<String>,
    /// Where that stands, when it can be replaced.
    pub(crate) place: Option<Span>,
    /// The address of its file.
    pub(crate) address: &'d str,
    /// Its title or caption.
    pub(crate) title: &'d str,
    /// Index of its element, where it is Markdown.
    pub(crate) element: Option<usize>,
}

impl Image<'_> {
    /// The alternative text without white space about it; empty where there is none.
    pub(crate) fn text(&self) -> &str {
        self.alternative.as_deref().unwrap_or("").trim()
    }

    /// The name of its file.
    pub(crate) fn file(&self) -> &str {
        let path = self.address.split(['?', '#']).next().unwrap_or("");
        path.rsplit(['/', '\\']).next().unwrap_or("")
    }

    /// Whether its text is the name of its file, or was meant to be: no words for people.
    pub(crate) fn is_named_by_file(&self) -> bool {
        let text = self.text();
        let file = self.file();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        // `img_2041` or `screen-shot-1` is a name for a machine; `gate` may be what a person would say.
        let is_name = |name: &str| {
            name.contains('_') || name.chars().any(|c| c.is_ascii_digit()) || name.matches('-').count() > 1
        };
        let has_extension = text.rsplit_once('.').is_some_and(|(stem, extension)| {
            !stem.is_empty() && EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
        });
        !text.is_empty()
            && !text.contains(' ')
            && (has_extension
                || text.eq_ignore_ascii_case(file)
                || (text.eq_ignore_ascii_case(stem) && is_name(stem)))
    }

    /// Uses the title as alternative text, where there is one that says something.
    pub(crate) fn use_title(&self) -> Vec<Fix> {
        let title = self.title.trim();
        let suits = self.written == Written::Markdown && !title.is_empty() && placeholder(title).is_none();
        let Some(place) = self.place.filter(|_| suits) else { return Vec::new() };
        let escaped = title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        vec![Fix::suggested(format!("Use the title “{title}”"), vec![Edit::replace(place, escaped)])]
    }
}

const EXTENSIONS: [&str; 10] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "heic", "tiff"];

/// Words that name the kind of thing instead of what it shows.
const PLACEHOLDERS: [&str; 18] = [
    "image",
    "img",
    "picture",
    "pic",
    "photo",
    "photograph",
    "screenshot",
    "screen shot",
    "figure",
    "graphic",
    "alt",
    "alt text",
    "alt-text",
    "image alt text",
    "image description",
    "untitled",
    "description",
    "placeholder",
];

/// The word in an alternative text that says nothing about the image, where that is all there is: `image`, `Photo 2`.
pub(crate) fn placeholder(text: &str) -> Option<&'static str> {
    let text = text.trim().trim_end_matches(['.', '…']);
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '_' | '#'));
    PLACEHOLDERS
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(word) || known.eq_ignore_ascii_case(text))
}

/// Every image of a post.
pub(crate) fn all<'d>(document: &'d Document<'_>, facts: &Facts) -> Vec<Image<'d>> {
    let source = document.source;
    let mut found = Vec::new();
    let mut done = 0;
    for number in facts.numbers(Kind::Image) {
        let Some(element) = facts.elements.get(*number) else { continue };
        // An image inside of another is only a part of its text.
        if element.events.start < done {
            continue;
        }
        done = element.events.end;
        let Some((Event::Start(Tag::Image { dest_url, title, .. }), _)) =
            document.events.get(element.events.start)
        else {
            continue;
        };
        found.push(Image {
            written: Written::Markdown,
            span: element.span,
            alternative: Some(text_of(document, element)),
            place: place(source, element),
            address: dest_url,
            title,
            element: Some(*number),
        });
    }
    for tag in facts.tags(source) {
        if !tag.is(source, "img") || tag.is_hidden(source) {
            continue;
        }
        found.push(Image {
            written: Written::Html,
            span: tag.span,
            alternative: tag.value(source, "alt").map(str::to_owned),
            place: tag.place_of(source, "alt").filter(|place| !place.is_empty()),
            address: tag.value(source, "src").unwrap_or(""),
            title: tag.value(source, "title").unwrap_or(""),
            element: None,
        });
    }
    for call in document.calls.iter().filter(|call| call.language == Language::Hugo && call.name == "figure")
    {
        // Hugo takes the caption where there is no alternative text.
        let caption = call.named("caption");
        found.push(Image {
            written: Written::Shortcode,
            span: call.head,
            alternative: call.named("alt").or(caption).map(str::to_owned),
            place: None,
            address: call.named("src").or_else(|| call.positional(0)).unwrap_or(""),
            title: caption.or_else(|| call.named("title")).unwrap_or(""),
            element: None,
        });
    }
    found
}

/// Where the alternative text of `![…](…)` or `![…][…]` stands.
fn place(source: &str, element: &Element) -> Option<Span> {
    let start = element.span.start + 2;
    let end = if element.inner.is_empty() { start } else { element.inner.end };
    let place = Span::new(start, end);
    let is_written = element.span.slice(source).starts_with("![")
        && source.get(place.end..element.span.end).is_some_and(|rest| rest.starts_with("]("));
    is_written.then_some(place)
}
