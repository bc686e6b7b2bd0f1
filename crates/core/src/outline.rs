//! Owns the headings of a post: their plain text, their ids, their places.

use crate::markdown::Spanned;
use crate::slug::Slugger;
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

/// All headings in text order, those inside quotes and lists too.
pub fn headings(events: &[Spanned<'_>], mut slugger: Slugger) -> Vec<Heading> {
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
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(mut heading) = open.take() {
                    match &heading.id {
                        Some(id) => slugger.reserve(id),
                        None => heading.id = slugger.id(&heading.text),
                    }
                    found.push(heading);
                }
            }
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) => {
                open.iter_mut().for_each(|heading| heading.text.push_str(text));
            }
            Event::SoftBreak | Event::HardBreak => {
                open.iter_mut().for_each(|heading| heading.text.push(' '));
            }
            _ => {}
        }
    }
    found
}
