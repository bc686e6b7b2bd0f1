//! Owns elements of HTML in text. <https://kramdown.gettalong.org/syntax.html#html-spans>

use super::attributes::Attributes;
use super::html::{self, Content};
use super::spans::{Inside, Last, Spans, Stop};
use pulldown_cmark::Event;

impl Spans<'_, '_> {
    /// A tag or comment; a tag that does not fit here is text.
    pub(super) fn tag(&mut self) -> bool {
        let rest = self.rest();
        if !html::looks_like_tag(rest) {
            return false;
        }
        if rest.starts_with("<!--")
            && let Some(close) = self.comments.find(self.source, "-->", self.at + 4)
            && close + 3 <= self.end
        {
            let range = self.at..close + 3;
            let comment = self.cow(range.clone());
            self.write(Event::InlineHtml(comment), range);
            self.at = close + 3;
            self.came(Last::Symbol);
            return true;
        }
        if let Some((_, length)) = html::closing_tag(rest) {
            self.take(length);
            return true;
        }
        let Some(tag) = html::opening_tag(rest) else {
            self.take(1);
            return true;
        };
        let name = html::canonical_name(tag.name);
        if html::is_block(&name) || self.is_exhausted() {
            self.take(tag.length);
            return true;
        }
        let (mut pairs, markdown) = html::kept_attributes(&tag, &name);
        for (_, value) in &mut pairs {
            *value = value.replace('\n', " ");
        }
        let is_markdown_element = html::content(&name) != Content::Raw;
        let raw = match markdown.as_deref() {
            Some("0") => true,
            Some("1") => !is_markdown_element,
            Some("span") => false,
            _ => !is_markdown_element || self.inside().is_raw(),
        };
        let has_content = !tag.closed && !html::is_void(&name);
        let end = if html::is_void(&name) { " />" } else { ">" };
        let attributes = Attributes { pairs, ..Attributes::default() };
        let mut opening = String::new();
        html::write_opening(&mut opening, &name, &attributes.pairs);
        opening.push_str(end);
        let range = self.at..self.at + tag.length;
        let event = self.write(Event::InlineHtml(opening.into()), range.clone());
        self.at = range.end;
        if has_content {
            let inside = match name.as_str() {
                "script" | "style" => Inside::Script,
                _ if raw => Inside::RawHtml,
                _ => Inside::Html,
            };
            self.element(inside, &mut Stop::Tag { name: &name });
        }
        if !html::is_void(&name) {
            let closing = self.at;
            if has_content {
                self.at += html::closing_tag(self.rest()).map_or(0, |(_, length)| length);
            }
            self.write(Event::InlineHtml(format!("</{name}>").into()), closing..self.at);
        }
        self.came(Last::Html { event, name, attributes, end });
        true
    }
}
