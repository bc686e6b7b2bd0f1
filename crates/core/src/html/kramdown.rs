//! Owns markup that is kramdown's alone where other dialects have theirs: formulas, checkboxes, tables without head.
//! <https://kramdown.gettalong.org/math_engine/mathjax.html>, <https://github.com/kramdown/parser-gfm>

use super::escape::escape_text;
use super::writer::Writer;
use crate::dialects::Grammar;
use pulldown_cmark::{Event, Tag};

impl Writer<'_, '_> {
    pub(super) fn is_kramdown(&self) -> bool {
        self.settings.grammar == Grammar::Kramdown
    }

    pub(super) fn math(&mut self, kind: &str, text: &str) {
        if self.is_kramdown() {
            return self.mathjax(kind, text);
        }
        self.push_all(&["<span class=\"math math-", kind, "\">"]);
        escape_text(&mut self.out, text);
        self.out.push_str("</span>");
    }

    /// A formula between the marks that MathJax looks for; a block of them that has attributes is a `div`.
    fn mathjax(&mut self, kind: &str, text: &str) {
        let (start, end, element) =
            if kind == "display" { ("\\[", "\\]", "div") } else { ("\\(", "\\)", "span") };
        let has_attributes = self.own_attributes().is_some();
        let (start, end) = if has_attributes && element == "span" { ("$", "$") } else { (start, end) };
        if has_attributes {
            self.open_inline(element);
        }
        self.out.push_str(start);
        escape_text(&mut self.out, text);
        self.out.push_str(end);
        if has_attributes {
            self.out.push_str(&format!("</{element}>"));
        }
        if kind == "display" {
            self.out.push('\n');
        }
    }

    /// The checkbox of a task, which has its class from the parser, as other attributes.
    pub(super) fn kramdown_checkbox(&mut self, checked: bool) {
        self.out.push_str("<input type=\"checkbox\"");
        self.write_own_attributes();
        let checked = if checked { " checked=\"checked\"" } else { "" };
        self.push_all(&[" disabled=\"disabled\"", checked, " />"]);
    }

    /// The start of a body right after the start of its table, which stands at `table`: kramdown's need no head.
    pub(super) fn body_without_head(&mut self, table: usize) {
        let next = self.event_at(table + 1);
        if !matches!(next, Some(Event::Start(Tag::TableHead))) {
            self.out.push_str("<tbody>");
        }
    }
}
