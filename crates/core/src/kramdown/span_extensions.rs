//! Owns braces in text: attribute lists after an element, and extensions.
//! <https://kramdown.gettalong.org/syntax.html#span-ials>

use super::attributes::Attributes;
use super::extensions;
use super::html;
use super::lines;
use super::reader::{from, name_length};
use super::spans::{Frame, Last, Spans};
use pulldown_cmark::Event;

impl Spans<'_, '_> {
    /// `{: .class}` after an element, and extensions in text.
    pub(super) fn braces(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("{::") {
            return self.span_extension();
        }
        if !rest.starts_with("{:") || is_closing(rest) {
            return false;
        }
        let first = self.at + 2;
        let Some(close) =
            lines::closing_brace(self.source, &mut self.braces, first).filter(|close| *close < self.end)
        else {
            return false;
        };
        let mut list = Attributes::default();
        list.read(self.source.get(first..close).unwrap_or(""));
        let lists = &self.definitions.lists;
        let mut given = Attributes::default();
        given.add(&list, lists);
        let Some(Frame { last, .. }) = self.frames.last_mut() else { return false };
        match last {
            Last::Nothing | Last::Text => return false,
            Last::Symbol => {}
            Last::Element { event, entry } => *entry = Some(self.out.give(*event, *entry, &given)),
            Last::Html { event, name, attributes, end } => {
                attributes.add(&given, lists);
                let mut opening = String::new();
                html::write_opening(&mut opening, name, &attributes.pairs);
                opening.push_str(end);
                self.out.replace(*event, Event::InlineHtml(opening.into()));
            }
        }
        self.go_on_at(close + 1);
        true
    }

    fn span_extension(&mut self) -> bool {
        let close = self.braces.find(self.source, "}", self.at).filter(|close| *close < self.end);
        let Some(found) = close.and_then(|close| extensions::opening(self.rest(), close - self.at)) else {
            return false;
        };
        if !["comment", "nomarkdown", "options"].contains(&found.name) {
            return false;
        }
        let first = self.at + found.length;
        let text = self.source.get(..self.end).unwrap_or("");
        let (last, end) = if found.closed {
            (first, first)
        } else if self.is_exhausted() {
            return false;
        } else if let Some(closing) = extensions::closing(text, first, found.name, false) {
            closing
        } else {
            self.fuel = self.fuel.saturating_sub(self.end - first);
            return false;
        };
        let body = self.source.get(first..last).unwrap_or("");
        let written = match found.name {
            "comment" => format!("<!-- {body} -->"),
            "nomarkdown" if extensions::is_for_html(found.options) => body.to_owned(),
            "nomarkdown" | "options" => String::new(),
            _ => return false,
        };
        if !found.closed {
            self.write(Event::InlineHtml(written.into()), self.at..end);
            self.came(Last::Symbol);
        }
        self.go_on_at(end);
        true
    }
}

/// True for `{:/}` and `{:/name}`, which close an extension.
fn is_closing(text: &str) -> bool {
    text.strip_prefix("{:/").is_some_and(|rest| from(rest, name_length(rest).unwrap_or(0)).starts_with('}'))
}
