//! Owns the markup of footnotes: their numbers, references and the list at the end.

use super::writer::Writer;
use super::{RenderedBlock, escape_text};
use crate::blocks::footnote_definitions;
use crate::dialects::Footnotes;
use std::collections::HashMap;
use std::ops::Range;

/// The footnotes of one post while it is written.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Label → number (from 1) and how often it has been referred to.
    seen: HashMap<String, (usize, usize)>,
    /// Labels by number.
    order: Vec<String>,
}

impl Notes {
    /// Number of the note and of this reference to it, both from 1.
    fn refer(&mut self, label: &str) -> (usize, usize) {
        if let Some((number, count)) = self.seen.get_mut(label) {
            *count += 1;
            return (*number, *count);
        }
        self.order.push(label.to_owned());
        self.seen.insert(label.to_owned(), (self.order.len(), 1));
        (self.order.len(), 1)
    }
}

/// `-2` for the second reference to a note, nothing for the first.
fn suffix(separator: char, count: usize) -> String {
    if count > 1 { format!("{separator}{count}") } else { String::new() }
}

impl Writer<'_, '_> {
    /// `[^label]` in text.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let (number, count) = self.notes.refer(label);
        let mut name = String::new();
        escape_text(&mut name, label);
        self.out.push_str(&match self.document.settings.footnotes {
            Footnotes::Goldmark => {
                let id = format!("fnref{}:{number}", if count > 1 { (count - 1).to_string() } else { String::new() });
                format!("<sup id=\"{id}\"><a href=\"#fn:{number}\" class=\"footnote-ref\" role=\"doc-noteref\">{number}</a></sup>")
            }
            Footnotes::Kramdown => {
                let again = if count > 1 { format!(":{}", count - 1) } else { String::new() };
                format!("<sup id=\"fnref:{name}{again}\" role=\"doc-noteref\"><a href=\"#fn:{name}\" class=\"footnote\" rel=\"footnote\">{number}</a></sup>")
            }
            _ => {
                let id = format!("user-content-fnref-{name}{}", suffix('-', count));
                format!("<sup><a href=\"#user-content-fn-{name}\" id=\"{id}\" data-footnote-ref=\"\" aria-describedby=\"footnote-label\">{number}</a></sup>")
            }
        });
    }

    /// The list of notes that were referred to, as one block.
    pub(super) fn footnotes(&mut self) -> Option<RenderedBlock> {
        let events = &self.document.events;
        // Of two definitions with one label the first counts.
        let mut definitions: HashMap<&str, Range<usize>> = HashMap::new();
        for (label, range) in footnote_definitions(events) {
            definitions.entry(label).or_insert(range);
        }
        let first = definitions
            .values()
            .filter_map(|range| events.get(range.start.saturating_sub(1)))
            .map(|(_, span)| *span)
            .min()?;
        let style = self.document.settings.footnotes;
        let mut items = String::new();
        let mut number = 0;
        // Notes may refer to further notes, so the list grows while it is written.
        while let Some(label) = self.notes.order.get(number).cloned() {
            number += 1;
            let Some(range) = definitions.get(label.as_str()) else { continue };
            let body = self.block(first, range.clone());
            items.push_str(&self.item(style, &label, number, &body));
        }
        if items.is_empty() {
            return None;
        }
        let html = match style {
            Footnotes::Goldmark => {
                format!("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n{items}</ol>\n</div>\n")
            }
            Footnotes::Kramdown => {
                format!("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n{items}</ol>\n</div>\n")
            }
            _ => format!(
                "<section data-footnotes=\"\" class=\"footnotes\"><h2 class=\"sr-only\" id=\"footnote-label\">Footnotes</h2>\n<ol>\n{items}</ol>\n</section>\n"
            ),
        };
        Some(RenderedBlock { span: first, html })
    }

    fn item(&self, style: Footnotes, label: &str, number: usize, body: &str) -> String {
        let count = self.notes.seen.get(label).map_or(1, |(_, count)| *count);
        let mut name = String::new();
        escape_text(&mut name, label);
        if style == Footnotes::Kramdown {
            return kramdown_item(&name, count, body);
        }
        let goldmark = style == Footnotes::Goldmark;
        let back: String = (1..=count)
            .map(|nth| {
                if goldmark {
                    let which = if nth > 1 { (nth - 1).to_string() } else { String::new() };
                    format!("&#160;<a href=\"#fnref{which}:{number}\" class=\"footnote-backref\" role=\"doc-backlink\">&#x21a9;&#xfe0e;</a>")
                } else {
                    let label = format!("{number}{}", suffix('-', nth));
                    let mark = if nth > 1 { format!("<sup>{nth}</sup>") } else { String::new() };
                    format!(" <a href=\"#user-content-fnref-{name}{}\" data-footnote-backref=\"\" aria-label=\"Back to reference {label}\" class=\"data-footnote-backref\">↩{mark}</a>", suffix('-', nth))
                }
            })
            .collect();
        let body = body.trim_end();
        let content = match body.strip_suffix("</p>") {
            Some(open) => format!("{open}{back}</p>"),
            None => format!("{body}{back}"),
        };
        let id = if goldmark { format!("fn:{number}") } else { format!("user-content-fn-{name}") };
        format!("<li id=\"{id}\">\n{content}\n</li>\n")
    }
}

/// kramdown puts the links back into the last paragraph, or into one of their own.
fn kramdown_item(name: &str, count: usize, body: &str) -> String {
    let back = |reference: String, mark: String| {
        format!(
            "<a href=\"#fnref:{reference}\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;{mark}</a>"
        )
    };
    let further = (1..count)
        .map(|nth| format!("&#160;{}", back(format!("{name}:{nth}"), format!("<sup>{}</sup>", nth + 1))));
    let links = back(name.to_owned(), String::new()) + &further.collect::<String>();
    let body = body.trim_end();
    let content = match body.strip_suffix("</p>") {
        Some(open) => format!("{open}&#160;{links}</p>"),
        None => format!("{body}\n<p>{links}</p>"),
    };
    format!("<li id=\"fn:{name}\" role=\"doc-endnote\">\n{content}\n</li>\n")
}
