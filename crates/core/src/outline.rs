//! Owns the headings of a post: their plain text, their ids, their places.

use crate::dialects::HeadingIds;
use crate::markdown::Spanned;
use crate::slug::{Counted, Slugger, Words};
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// Its id; none where the dialect gives none.
    pub id: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// Index of its start among the events.
    pub event: usize,
}

/// All headings in text order, those inside quotes and lists too. `source` is the whole post.
pub fn headings(source: &str, events: &[Spanned<'_>], ids: HeadingIds, words: Option<Words>) -> Vec<Heading> {
    let own = events.iter().filter_map(|(event, _)| match event {
        Event::Start(Tag::Heading { id, .. }) => id.as_deref(),
        _ => None,
    });
    let mut slugger = Slugger::new(ids, own, words);
    let mut counted = Counted::new(ids, source);
    let mut found: Vec<Heading> = Vec::new();
    let mut open: Option<Heading> = None;
    for (index, (event, span)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                open = Some(Heading {
                    level: *level as u8,
                    text: String::new(),
                    id: id.as_ref().map(|id| id.to_string()),
                    span: *span,
                    event: index,
                });
                continue;
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = counted.take();
                if let Some(mut heading) = open.take() {
                    match &heading.id {
                        Some(id) => slugger.reserve(id),
                        None => heading.id = slugger.id(&text),
                    }
                    found.push(heading);
                }
                continue;
            }
            _ => {}
        }
        match &mut open {
            Some(heading) => {
                counted.add(event, *span);
                add_text(&mut heading.text, event);
            }
            None => counted.pass(event),
        }
    }
    found
}

fn add_text(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(piece) | Event::Code(piece) | Event::InlineMath(piece) => text.push_str(piece),
        Event::SoftBreak | Event::HardBreak => text.push(' '),
        _ => {}
    }
}
