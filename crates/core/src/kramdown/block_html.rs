//! Owns elements of HTML that are blocks: their content is HTML unless `markdown="1"` says otherwise.
//! <https://kramdown.gettalong.org/syntax.html#html-blocks>

use super::blocks::Blocks;
use super::entities;
use super::html::{self, Content, OpeningTag};
use super::lines;
use super::reader::from;
use super::tree::{Form, HtmlElement, Kind, Part};

/// Parts of an element while they are gathered.
#[derive(Default)]
struct Parts<'a> {
    done: Vec<Part<'a>>,
    raw: String,
}

impl<'a> Blocks<'_, '_, 'a> {
    pub(super) fn html(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let rest = from(source, start);
        if rest.starts_with("<!--")
            && let Some(end) = self.reader.comments.find(source, "-->", start + 4)
        {
            let comment = source.get(start..end + 3).unwrap_or("").to_owned();
            self.push_raw(comment, start..end + 3);
            self.skip_line_end();
            return true;
        }
        let Some(rest) = lines::outdented(rest).filter(|rest| rest.starts_with('<')) else { return false };
        let Some(tag) = html::opening_tag(rest) else { return false };
        if html::is_span(&tag.name.to_lowercase()) || self.is_too_deep() {
            return false;
        }
        let opening = source.len() - rest.len();
        let mut node = self.node(Kind::Rule, opening..opening + tag.length);
        self.reader.at = opening + tag.length;
        let name = html::canonical_name(tag.name);
        let (attributes, markdown) = html::kept_attributes(&tag, &name);
        node.own.pairs = attributes;
        let (form, parts) = self.element_content(&tag, &name, markdown.as_deref());
        let mut end = self.reader.at;
        if form == Form::Pair && !html::is_void(&name) && name != "script" && name != "style" {
            self.skip_line_end();
        }
        end = end.max(opening + tag.length);
        let opening_span = node.span;
        node.span = self.slice(opening..end).trimmed().span();
        node.kind = Kind::Html(HtmlElement { name, opening: opening_span, form, parts });
        self.children.push(node);
        true
    }

    /// True, and goes on after it, where the closing tag stands of the element that these blocks are in.
    pub(super) fn closing_tag_of_element(&mut self) -> bool {
        let Some(element) = self.element else { return false };
        let text = self.text();
        let Some(rest) = lines::outdented(from(text.as_str(), self.reader.at)) else { return false };
        let Some((name, length)) = html::closing_tag(rest) else { return false };
        // What comes before HTML among the blocks takes such a line only where it is none.
        let found = name.to_lowercase() == element;
        if found {
            self.reader.at = text.as_str().len() - rest.len() + length;
        }
        found
    }

    fn skip_line_end(&mut self) {
        let text = self.text();
        let rest = from(text.as_str(), self.reader.at);
        let white = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if from(rest, white).starts_with('\n') {
            self.reader.at += white + 1;
        }
    }

    /// Reads an element from after its opening tag to after its closing one.
    fn element_content(
        &mut self,
        tag: &OpeningTag<'_>,
        name: &str,
        markdown: Option<&str>,
    ) -> (Form, Vec<Part<'a>>) {
        let text = self.text();
        let source = text.as_str();
        if name == "script" || name == "style" {
            let start = self.reader.at;
            let (last, end) = html::closing_tag_of(source, start, name);
            self.reader.at = end;
            let script = source.get(start..last).unwrap_or("").to_owned();
            return (Form::Pair, vec![Part::Raw(script)]);
        }
        let content = wanted_content(name, markdown);
        if content == Content::Blocks && !tag.closed && !html::is_void(name) {
            self.skip_line_end();
        }
        if tag.closed || html::is_void(name) {
            let single = html::is_void(name) || content == Content::Raw;
            return (if single { Form::Single } else { Form::Pair }, Vec::new());
        }
        match content {
            Content::Blocks => {
                let (children, _) = self.in_element(name);
                (Form::Pair, vec![Part::Blocks(children)])
            }
            Content::Text => {
                let start = self.reader.at;
                let (last, end) = html::closing_tag_of(source, start, name);
                self.reader.at = end;
                (Form::Pair, vec![Part::Text(self.slice(start..last))])
            }
            Content::Raw => (Form::Pair, self.raw_content(name)),
        }
    }

    /// Reads HTML up to the closing tag of `name`, all elements inside included.
    fn raw_content(&mut self, name: &str) -> Vec<Part<'a>> {
        let text = self.text();
        let source = text.as_str();
        let mut parts = Parts::default();
        let mut open = vec![name.to_owned()];
        while self.reader.at < source.len() {
            let at = self.reader.at;
            let rest = from(source, at);
            let plain = rest.find('<').unwrap_or(rest.len());
            if plain > 0 {
                entities::escape(&mut parts.raw, rest.get(..plain).unwrap_or(""), false);
                self.reader.at += plain;
                continue;
            }
            if let Some(end) = self.comment_or_instruction(source, at) {
                parts.raw.push_str(source.get(at..end).unwrap_or(""));
                self.reader.at = end;
            } else if let Some(tag) = html::opening_tag(rest) {
                self.reader.at += tag.length;
                self.raw_element(&tag, &mut parts, &mut open);
            } else if let Some((closing, length)) = html::closing_tag(rest) {
                self.reader.at += length;
                let closes = open
                    .last()
                    .is_some_and(|last| *last == *closing || *last == html::canonical_name(closing));
                if !closes {
                    entities::escape(&mut parts.raw, rest.get(..length).unwrap_or(""), false);
                    continue;
                }
                let closed = open.pop().unwrap_or_default();
                if open.is_empty() {
                    parts.flush();
                    return parts.done;
                }
                close(&mut parts.raw, &closed);
            } else {
                parts.raw.push_str("&lt;");
                self.reader.at += 1;
            }
        }
        // What nothing closes ends with the text; the first is closed by who reads it.
        while open.len() > 1 {
            close(&mut parts.raw, &open.pop().unwrap_or_default());
        }
        parts.flush();
        parts.done
    }

    /// Writes an element inside an HTML block, up to where its raw content begins, or all of it.
    fn raw_element(&mut self, tag: &OpeningTag<'_>, parts: &mut Parts<'a>, open: &mut Vec<String>) {
        let name = html::canonical_name(tag.name);
        let (attributes, markdown) = html::kept_attributes(tag, &name);
        html::write_opening(&mut parts.raw, &name, &attributes);
        let content = wanted_content(&name, markdown.as_deref());
        let has_script = name == "script" || name == "style";
        if !has_script && (tag.closed || html::is_void(&name)) {
            parts.raw.push_str(" />");
            return;
        }
        parts.raw.push('>');
        if !has_script && (content == Content::Raw || self.is_too_deep()) {
            open.push(name);
            return;
        }
        parts.flush();
        let (_, inside) = self.element_content(tag, &name, markdown.as_deref());
        parts.done.extend(inside);
        close(&mut parts.raw, &name);
    }

    fn comment_or_instruction(&mut self, source: &str, at: usize) -> Option<usize> {
        let rest = from(source, at);
        if rest.starts_with("<!--") {
            return self.reader.comments.find(source, "-->", at + 4).map(|end| end + 3);
        }
        if rest.starts_with("<?") {
            return self.reader.instructions.find(source, "?>", at + 2).map(|end| end + 2);
        }
        None
    }
}

impl Parts<'_> {
    /// Ends the raw part.
    fn flush(&mut self) {
        if !self.raw.is_empty() {
            self.done.push(Part::Raw(std::mem::take(&mut self.raw)));
        }
    }
}

fn close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// What an element holds, by its attribute `markdown`.
fn wanted_content(name: &str, markdown: Option<&str>) -> Content {
    match markdown {
        Some("1") => html::content(name),
        Some("block") => Content::Blocks,
        Some("span") => Content::Text,
        _ => Content::Raw,
    }
}
