//! Owns list items and their checkboxes.

use super::writer::Writer;
use crate::dialects::TaskLists;
use crate::markdown::Spanned;
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::HashSet;
use std::fmt::Write;

/// The lists that have a task among their items, by the index of their first event.
pub(super) fn with_tasks(events: &[Spanned<'_>]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut open = Vec::new();
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::List(_)) => open.push(index),
            Event::End(TagEnd::List(_)) => {
                open.pop();
            }
            Event::TaskListMarker(_) => found.extend(open.last()),
            _ => {}
        }
    }
    found
}

impl Writer<'_, '_> {
    pub(super) fn list(&mut self, at: usize, first: Option<u64>, span: Span) {
        self.open_block(if first.is_some() { "ol" } else { "ul" }, span, "");
        if let Some(number) = first.filter(|number| *number != 1) {
            // Writing to a text cannot fail.
            let _ = write!(self.out, " start=\"{number}\"");
        }
        if self.task_lists.contains(&at) {
            self.attribute("class", "contains-task-list");
        }
        self.out.push_str(">\n");
    }

    pub(super) fn item(&mut self, at: usize, span: Span) {
        let marked = self.settings.task_lists == TaskLists::Classes && self.is_task(at);
        self.open_block("li", span, if marked { " class=\"task-list-item\">" } else { ">" });
    }

    /// A paragraph; before one that begins with a checkbox, cmark-gfm writes the box.
    pub(super) fn paragraph(&mut self, at: usize, span: Span) {
        if self.settings.task_lists == TaskLists::Cmark
            && let Some(Event::TaskListMarker(checked)) = self.event_at(at + 1)
        {
            self.input(*checked);
        }
        self.open_block("p", span, ">");
    }

    pub(super) fn checkbox(&mut self, at: usize, checked: bool) {
        if self.is_kramdown() {
            return self.kramdown_checkbox(checked);
        }
        let before = at.checked_sub(1).and_then(|before| self.event_at(before));
        let in_paragraph = matches!(before, Some(Event::Start(Tag::Paragraph)));
        if self.settings.task_lists != TaskLists::Cmark || !in_paragraph {
            self.input(checked);
        }
    }

    fn input(&mut self, checked: bool) {
        let checked = if checked { " checked=\"\"" } else { "" };
        self.push_all(&["<input type=\"checkbox\" disabled=\"\"", checked, " /> "]);
    }

    /// True when the list item at `at` begins with a checkbox.
    fn is_task(&self, at: usize) -> bool {
        match self.event_at(at + 1) {
            Some(Event::TaskListMarker(_)) => true,
            Some(Event::Start(Tag::Paragraph)) => {
                matches!(self.event_at(at + 2), Some(Event::TaskListMarker(_)))
            }
            _ => false,
        }
    }
}
