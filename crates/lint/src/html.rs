//! Owns the tags of raw HTML in a post: their names, their attributes, their places.
//!
//! Comments and what scripts and styles hold are passed over.

use foreword_core::Span;

/// An opening tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Its name, as written.
    pub(crate) name: Span,
    /// All of it.
    pub(crate) span: Span,
    /// Whether it ends with `/>`.
    pub(crate) closes_itself: bool,
    attributes: Vec<(Span, Span)>,
}

impl Tag {
    /// Whether this is its name, in any case of letters.
    pub(crate) fn is(&self, source: &str, name: &str) -> bool {
        self.name.slice(source).eq_ignore_ascii_case(name)
    }

    /// Whether it has any attribute.
    pub(crate) fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }

    /// Where the value of an attribute stands, without quotes; empty where it has none.
    pub(crate) fn place_of(&self, source: &str, attribute: &str) -> Option<Span> {
        let found =
            self.attributes.iter().find(|(name, _)| name.slice(source).eq_ignore_ascii_case(attribute));
        found.map(|(_, value)| *value)
    }

    /// The value of an attribute.
    pub(crate) fn value<'s>(&self, source: &'s str, attribute: &str) -> Option<&'s str> {
        self.place_of(source, attribute).map(|place| place.slice(source))
    }

    /// Whether assistive technology is told to pass it over.
    pub(crate) fn is_hidden(&self, source: &str) -> bool {
        self.value(source, "aria-hidden").is_some_and(|value| value != "false")
            || matches!(self.value(source, "role"), Some("presentation" | "none"))
    }
}

/// Elements whose content is no HTML.
const RAW: [&str; 3] = ["script", "style", "textarea"];

/// Every opening tag in these pieces of raw HTML, in order.
pub(crate) fn tags(source: &str, pieces: &[Span]) -> Vec<Tag> {
    let mut found = Vec::new();
    for piece in pieces {
        read(source, *piece, &mut found);
    }
    found
}

fn read(source: &str, piece: Span, found: &mut Vec<Tag>) {
    let text = |at: usize| source.get(at..piece.end).unwrap_or("");
    let mut at = piece.start;
    while let Some(next) = text(at).find('<') {
        at += next;
        let rest = text(at + 1);
        if let Some(comment) = rest.strip_prefix("!--") {
            at = comment.find("-->").map_or(piece.end, |end| at + 4 + end + 3);
            continue;
        }
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            at += 1;
            continue;
        }
        let Some(tag) = tag(source, at, piece.end) else { return };
        at = tag.span.end;
        let name = tag.name.slice(source);
        if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            at = text(at).find("</").map_or(piece.end, |end| at + end);
        }
        found.push(tag);
    }
}

/// The tag that begins at `start`; none where it does not end.
fn tag(source: &str, start: usize, end: usize) -> Option<Tag> {
    let bytes = source.as_bytes().get(..end)?;
    let skip = |mut at: usize, stop: &dyn Fn(u8) -> bool| {
        while bytes.get(at).is_some_and(|byte| !stop(*byte)) {
            at += 1;
        }
        at
    };
    let name_end =
        skip(start + 1, &|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'.')));
    let mut attributes = Vec::new();
    let mut closes_itself = false;
    let mut at = name_end;
    loop {
        at = skip(at, &|byte| !byte.is_ascii_whitespace());
        match bytes.get(at)? {
            b'>' => break,
            b'/' => {
                closes_itself = bytes.get(at + 1) == Some(&b'>');
                at += 1;
                continue;
            }
            _ => {}
        }
        let name_start = at;
        at = skip(at + 1, &|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'));
        let name = Span::new(name_start, at);
        let mut value = Span::new(at, at);
        let equals = skip(at, &|byte| !byte.is_ascii_whitespace());
        if bytes.get(equals) == Some(&b'=') {
            at = skip(equals + 1, &|byte| !byte.is_ascii_whitespace());
            let quote = bytes.get(at).copied().filter(|byte| matches!(byte, b'"' | b'\''));
            let from = at + usize::from(quote.is_some());
            at = match quote {
                Some(quote) => skip(from, &|byte| byte == quote),
                None => skip(from, &|byte| byte.is_ascii_whitespace() || byte == b'>'),
            };
            value = Span::new(from, at);
            at += usize::from(quote.is_some());
        }
        attributes.push((name, value));
    }
    let (name, span) = (Span::new(start + 1, name_end), Span::new(start, at + 1));
    Some(Tag { name, span, closes_itself, attributes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Facts;
    use foreword_core::{Context, Document};

    fn read(source: &str) -> Vec<Tag> {
        Facts::new(&Document::parse(source, Context::default())).tags(source).to_vec()
    }

    #[test]
    fn attributes_have_values_and_places() {
        let source = "<img src=a.png ALT='x > y' hidden title=\"\n\"/> and <b>\n";
        let found = read(source);
        assert_eq!(found.len(), 2);
        let image = &found[0];
        assert!(image.is(source, "IMG") && image.closes_itself && image.has_attributes());
        let values: Vec<_> =
            ["src", "alt", "hidden", "title", "id"].iter().map(|name| image.value(source, name)).collect();
        assert_eq!(values, [Some("a.png"), Some("x > y"), Some(""), Some("\n"), None]);
        assert!(!found[1].has_attributes());
    }

    #[test]
    fn attributes_are_written_in_many_ways() {
        let source = "<a id=x href='y>'>b</a><!-- <i> --><Img alt SRC = \"z\"/>\n";
        let found = read(source);
        let [link, image] = found.as_slice() else { panic!("{found:?}") };
        assert!(link.is(source, "a") && image.is(source, "img"));
        assert_eq!((link.value(source, "id"), link.value(source, "src")), (Some("x"), None));
        assert_eq!((image.value(source, "id"), image.value(source, "src")), (None, Some("z")));
        assert_eq!(image.value(source, "alt"), Some(""));
    }

    #[test]
    fn comments_and_scripts_hold_no_tags() {
        let source = "<div>\n<!-- <img> -->\n<script>\nx = '<img>';\n</script>\n<i>\n</div>\n";
        let names: Vec<&str> = read(source).iter().map(|tag| tag.name.slice(source)).collect();
        assert_eq!(names, ["div", "script", "i"]);
    }

    #[test]
    fn code_and_template_calls_are_no_html() {
        assert_eq!(read("`<img>` and\n\n    <img>\n"), []);
        assert_eq!(read("{{< figure src=\"a.png\" >}}\n"), []);
    }

    #[test]
    fn a_tag_without_an_end_is_none() {
        assert_eq!(read("<div\n"), []);
        assert_eq!(read("<div title=\"a>\n"), []);
    }
}
