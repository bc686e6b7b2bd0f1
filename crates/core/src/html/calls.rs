//! Owns what stands for a template construct: its markup, or a card with its name, arguments and inner Markdown.

use super::escape_text;
use super::writer::Writer;
use crate::span::Span;
use crate::templates::{Call, Form, MarkupPart, Shows};
use crate::text_runs::is_inline_tag;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

impl<'d> Writer<'d, '_> {
    /// Writes the call that the event at `at` stands for, or the code with calls in it; gives the index of the next
    /// event, none where the event is another one.
    pub(super) fn call(&mut self, at: usize) -> Option<usize> {
        if self.document.calls.is_empty() {
            return None;
        }
        let (event, span) = self.document.events.get(at)?;
        if let Event::Code(_) = event {
            return self.code_with_calls(at, *span);
        }
        let call = self.call_of(at)?;
        let is_block = matches!(event, Event::Html(_));
        if is_block {
            self.fresh_line();
        }
        match &call.shows {
            Shows::Source(text) | Shows::Text(text) => escape_text(&mut self.out, text),
            Shows::Markup(parts) => self.parts(call, parts, is_block),
            Shows::Card if is_block => self.block_card(call),
            Shows::Card => self.inline_card(call),
        }
        if is_block {
            self.fresh_line();
        }
        Some(at + 1)
    }

    fn call_of(&self, at: usize) -> Option<&'d Call> {
        match self.document.events.get(at)? {
            (Event::Html(html) | Event::InlineHtml(html), span) if html.is_empty() => {
                self.document.call_at(*span)
            }
            _ => None,
        }
    }

    /// A code span that calls divide into several events is one element.
    fn code_with_calls(&mut self, at: usize, span: Span) -> Option<usize> {
        let is_inside = |call: &Call| span.start < call.span.start && call.span.end < span.end;
        self.call_of(at + 1).filter(|call| is_inside(call))?;
        self.out.push_str("<code>");
        let mut next = at;
        loop {
            match self.document.events.get(next) {
                Some((Event::Code(text), piece)) if *piece == span => {
                    escape_text(&mut self.out, text);
                    next += 1;
                }
                Some(_) if self.call_of(next).is_some_and(is_inside) => next = self.call(next)?,
                _ => break,
            }
        }
        self.out.push_str("</code>");
        Some(next)
    }

    fn parts(&mut self, call: &Call, parts: &[MarkupPart], is_block: bool) {
        let mut contents = call.contents.iter();
        let mut wants_position = is_block;
        for part in parts {
            match part {
                MarkupPart::Html(html) if wants_position => {
                    wants_position = false;
                    self.with_position(html, call.span);
                }
                MarkupPart::Html(html) => self.out.push_str(html),
                MarkupPart::Content if call.is_literal => self.literal(call),
                MarkupPart::Content => contents.next().into_iter().for_each(|events| self.blocks(events)),
                MarkupPart::Markdown(_, Form::Blocks) => {
                    contents.next().into_iter().for_each(|events| self.blocks(events));
                }
                MarkupPart::Markdown(_, Form::Text) => {
                    contents.next().into_iter().for_each(|events| self.inside(events));
                }
            }
        }
    }

    /// HTML whose first tag says where it stands.
    fn with_position(&mut self, html: &str, span: Span) {
        let name = html
            .strip_prefix('<')
            .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or(""));
        match name.filter(|name| !name.is_empty()) {
            Some(name) => {
                self.open(name, span);
                self.out.push_str(html.get(1 + name.len()..).unwrap_or(""));
            }
            None => self.out.push_str(html),
        }
    }

    fn block_card(&mut self, call: &Call) {
        self.open("div", call.span);
        self.out.push_str(" class=\"template-card\" role=\"note\">\n<p class=\"template-card-label\">");
        self.label(call);
        self.out.push_str("</p>\n");
        if call.is_literal {
            self.out.push_str("<pre><code>");
            self.literal(call);
            self.out.push_str("</code></pre>\n");
        } else if let Some(events) = call.contents.first() {
            self.out.push_str("<div class=\"template-card-content\">\n");
            self.blocks(events);
            self.fresh_line();
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</div>");
    }

    fn inline_card(&mut self, call: &Call) {
        self.out.push_str("<span class=\"template-card\">");
        self.label(call);
        let has_text = call.inner().is_some_and(|inner| !inner.slice(self.document.source).trim().is_empty());
        if has_text {
            self.out.push_str(" <span class=\"template-card-content\">");
            match call.contents.first() {
                Some(events) if !call.is_literal => self.inside(events),
                _ => self.literal(call),
            }
            self.out.push_str("</span>");
        }
        self.out.push_str("</span>");
    }

    /// What is inside of a call for which it is text.
    fn literal(&mut self, call: &Call) {
        let inner = call.inner().map_or("", |inner| inner.slice(self.document.source));
        escape_text(&mut self.out, inner.trim_matches(['\n', '\r']));
    }

    /// A call's name and its arguments, as they were written but for quotes that are not needed.
    fn label(&mut self, call: &Call) {
        let name = if call.name.is_empty() { call.head.slice(self.document.source) } else { &call.name };
        self.out.push_str("<span class=\"template-card-name\">");
        escape_text(&mut self.out, name);
        self.out.push_str("</span>");
        for argument in &call.arguments {
            self.out.push_str(" <span class=\"template-card-argument\">");
            if let Some(name) = &argument.name {
                escape_text(&mut self.out, name);
                self.out.push_str(if argument.value.is_empty() { "" } else { ": " });
            }
            escape_text(&mut self.out, &argument.value);
            self.out.push_str("</span>");
        }
    }

    /// The events of a call as blocks.
    fn blocks(&mut self, events: &Range<usize>) {
        let mut at = events.start;
        while at < events.end {
            at = self.event(at);
        }
    }

    /// The events of a call as text: a paragraph without its tags; of several blocks their text alone, since no block
    /// can stand among text.
    fn inside(&mut self, events: &Range<usize>) {
        let all = self.document.events.get(events.clone()).unwrap_or(&[]);
        let starts =
            all.iter().filter(|(event, _)| matches!(event, Event::Start(tag) if !is_inline_tag(tag))).count();
        let is_paragraph = matches!(all.first(), Some((Event::Start(Tag::Paragraph), _)))
            && matches!(all.last(), Some((Event::End(TagEnd::Paragraph), _)));
        let range =
            if starts == 1 && is_paragraph { events.start + 1..events.end - 1 } else { events.clone() };
        if starts == 0 || (starts == 1 && is_paragraph) {
            self.blocks(&range);
        } else {
            let text = self.plain_text(events.clone(), true);
            escape_text(&mut self.out, &text);
        }
    }
}
