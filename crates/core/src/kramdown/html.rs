//! Owns tags of HTML as kramdown reads and writes them: names, attributes, which elements stand in text.
//! <https://kramdown.gettalong.org/syntax.html#html-blocks>

use super::entities;
use super::reader::{from, is_space};

/// Elements that stand in text.
const SPANS: [&str; 38] = [
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "del", "dfn", "em", "i",
    "img", "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby",
    "samp", "select", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
];

/// Elements that cannot stand in text: their tags are shown there.
const BLOCKS: [&str; 49] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "col",
    "colgroup",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "main",
    "map",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements without content.
const VOID: [&str; 16] = [
    "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param",
    "source", "track", "wbr",
];

/// Elements that hold blocks when their Markdown is asked for.
const WITH_BLOCKS: [&str; 28] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "iframe",
    "li",
    "main",
    "map",
    "menu",
    "nav",
    "noscript",
    "object",
    "section",
    "summary",
    "td",
];

/// Elements that hold text when their Markdown is asked for.
const WITH_TEXT: [&str; 40] = [
    "a", "abbr", "acronym", "b", "bdo", "big", "button", "caption", "cite", "del", "dfn", "dt", "em", "h1",
    "h2", "h3", "h4", "h5", "h6", "i", "ins", "label", "legend", "optgroup", "p", "q", "rb", "rbc", "rp",
    "rt", "rtc", "ruby", "select", "small", "span", "strong", "sub", "sup", "th", "tt",
];

/// Elements whose content is never Markdown.
const WITHOUT_MARKDOWN: [&str; 10] =
    ["script", "style", "math", "option", "textarea", "pre", "code", "kbd", "samp", "var"];

/// What an element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Raw,
    Text,
    Blocks,
}

/// What the element holds when its Markdown is asked for.
pub(super) fn content(name: &str) -> Content {
    if WITH_BLOCKS.contains(&name) {
        Content::Blocks
    } else if WITH_TEXT.contains(&name) {
        Content::Text
    } else {
        Content::Raw
    }
}

/// True for an element that stands in text; the name in lower case.
pub(super) fn is_span(name: &str) -> bool {
    SPANS.contains(&name)
}

/// True for an element that cannot stand in text; the name in lower case.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// The name as kramdown compares it: elements of HTML in lower case, others as written.
pub(super) fn canonical_name(written: &str) -> String {
    let lower = written.to_lowercase();
    let known = is_span(&lower)
        || is_block(&lower)
        || is_void(&lower)
        || WITHOUT_MARKDOWN.contains(&lower.as_str())
        || content(&lower) != Content::Raw;
    if known { lower } else { written.to_owned() }
}

/// Length of an element's or attribute's name at the start, with one prefix.
fn name_length(text: &str) -> usize {
    let part = |text: &str| {
        if !text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return 0;
        }
        text.find(|c: char| !(c.is_alphanumeric() || ['-', '.', '_'].contains(&c))).unwrap_or(text.len())
    };
    let first = part(text);
    if first > 0 && from(text, first).starts_with(':') {
        let second = part(from(text, first + 1));
        if second > 0 {
            return first + 1 + second;
        }
    }
    first
}

/// True where `text` looks like the start of a tag or comment.
pub(super) fn looks_like_tag(text: &str) -> bool {
    text.strip_prefix('<')
        .is_some_and(|rest| rest.starts_with("!--") || rest.starts_with('/') || name_length(rest) > 0)
}

/// True where the tag at the start ends a paragraph: any but those of elements in text.
pub(super) fn ends_paragraph(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('<') else { return false };
    let (rest, closes) = rest.strip_prefix('/').map_or((rest, false), |rest| (rest, true));
    let length = name_length(rest);
    if length == 0 {
        return false;
    }
    let name = rest.get(..length).unwrap_or("");
    // The first word decides: a hyphen or point ends it.
    let word = name.split(['-', '.', ':']).next().unwrap_or(name);
    if is_span(word) || word == "script" {
        return false;
    }
    !closes || from(rest, length).trim_start_matches(is_space).starts_with('>')
}

/// An opening tag.
#[derive(Debug)]
pub(super) struct OpeningTag<'t> {
    /// As written.
    pub(super) name: &'t str,
    pub(super) attributes: Vec<(&'t str, &'t str)>,
    /// It ends with `/>`.
    pub(super) closed: bool,
    /// Bytes.
    pub(super) length: usize,
}

/// The opening tag at the start of `text`.
pub(super) fn opening_tag(text: &str) -> Option<OpeningTag<'_>> {
    let rest = text.strip_prefix('<')?;
    let name = rest.get(..name_length(rest)).filter(|name| !name.is_empty())?;
    let mut at = 1 + name.len();
    let mut attributes = Vec::new();
    loop {
        let rest = from(text, at);
        let inner = rest.trim_start_matches(is_space);
        let white = rest.len() - inner.len();
        if let Some(tail) = inner.strip_prefix('>') {
            return Some(OpeningTag { name, attributes, closed: false, length: text.len() - tail.len() });
        }
        if let Some(tail) = inner.strip_prefix("/>") {
            return Some(OpeningTag { name, attributes, closed: true, length: text.len() - tail.len() });
        }
        let length = name_length(inner);
        if white == 0 || length == 0 {
            return None;
        }
        let key = inner.get(..length)?;
        let (value, value_length) = attribute_value(from(inner, length)).unwrap_or(("", 0));
        attributes.push((key, value));
        at += white + length + value_length;
    }
}

/// `= value` at the start: the value, and the length of all.
fn attribute_value(text: &str) -> Option<(&str, usize)> {
    let rest = text.trim_start_matches(is_space).strip_prefix('=')?.trim_start_matches(is_space);
    let start = text.len() - rest.len();
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            let end = quoted.find(quote)?;
            return Some((quoted.get(..end)?, start + end + 2));
        }
    }
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    (length > 0).then(|| (rest.get(..length).unwrap_or(""), start + length))
}

/// The closing tag at the start of `text`: the name as written, and its length.
pub(super) fn closing_tag(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix("</")?;
    let length = name_length(rest);
    let name = rest.get(..length).filter(|name| !name.is_empty())?;
    let tail = from(rest, length).trim_start_matches(is_space).strip_prefix('>')?;
    Some((name, text.len() - tail.len()))
}

/// Where the closing tag of `name` stands from `at` on, and where it ends; both the end of the text without one.
pub(super) fn closing_tag_of(text: &str, at: usize, name: &str) -> (usize, usize) {
    let mut search = at;
    while let Some(found) = from(text, search).find("</") {
        let start = search + found;
        if let Some((closing, length)) = closing_tag(from(text, start))
            && closing.eq_ignore_ascii_case(name)
        {
            return (start, start + length);
        }
        search = start + 2;
    }
    (text.len(), text.len())
}

/// Attributes as kramdown keeps them: of two with one name the last, names of HTML in lower case, and the value of
/// `markdown` apart, for it is not written.
pub(super) fn kept_attributes(tag: &OpeningTag<'_>, name: &str) -> (Vec<(String, String)>, Option<String>) {
    let is_html = name.chars().all(|c| !c.is_uppercase());
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut markdown = None;
    for (key, value) in &tag.attributes {
        let key = if is_html { key.to_lowercase() } else { (*key).to_owned() };
        if key == "markdown" {
            markdown = Some((*value).to_owned());
            continue;
        }
        match kept.iter_mut().find(|(known, _)| *known == key) {
            Some((_, old)) => *old = (*value).to_owned(),
            None => kept.push((key, (*value).to_owned())),
        }
    }
    (kept, markdown)
}

/// Writes an opening tag without its end.
pub(super) fn write_opening(out: &mut String, name: &str, attributes: &[(String, String)]) {
    out.push('<');
    out.push_str(name);
    for (key, value) in attributes {
        if key == "id" && value.trim().is_empty() {
            continue;
        }
        out.push(' ');
        out.push_str(key);
        out.push_str("=\"");
        entities::escape(out, value, true);
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_are_none() {
        assert!(opening_tag("<a href=x/y>").is_none());
        assert!(opening_tag("<a b=\"c\"d>").is_none());
        assert!(opening_tag("<http://x.org>").is_none());
        assert!(opening_tag("<>").is_none());
    }

    #[test]
    fn tags_with_attributes() {
        let tag = opening_tag("<IMG src='a>b' WIDTH = 3 hidden/> x").unwrap();
        assert_eq!((tag.name, tag.closed, tag.length), ("IMG", true, 33));
        assert_eq!(tag.attributes, [("src", "a>b"), ("WIDTH", "3"), ("hidden", "")]);
        assert_eq!(closing_tag("</div >x"), Some(("div", 7)));
    }

    #[test]
    fn which_tags_end_a_paragraph() {
        assert!(ends_paragraph("<div>") && ends_paragraph("</video>") && ends_paragraph("<x-y"));
        assert!(!ends_paragraph("<a-b>") && !ends_paragraph("</span>") && !ends_paragraph("</div"));
    }
}
