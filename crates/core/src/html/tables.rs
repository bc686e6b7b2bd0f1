//! Owns tables.

use super::writer::Writer;
use crate::dialects::TableAlignment;
use crate::span::Span;
use pulldown_cmark::{Alignment, Event, TagEnd};

/// Where in a table the writer is, and how many cells there have been in the whole post.
#[derive(Debug, Default)]
pub(super) struct TableState {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    cells: usize,
}

impl Writer<'_, '_> {
    /// Whether no further row may be written; the reader is told.
    pub(super) fn too_many_cells(&mut self) -> bool {
        let too_many = self.table.cells >= self.caps.cells;
        if too_many {
            self.shorten("Some tables are cut: the post has more table cells than a page can show.");
        }
        too_many
    }

    pub(super) fn table(&mut self, at: usize, alignments: &[Alignment], span: Span) {
        self.table.alignments.clear();
        self.table.alignments.extend_from_slice(alignments);
        self.open_block("table", span, ">");
        self.body_without_head(at);
    }

    pub(super) fn table_head(&mut self, span: Span) {
        self.table.in_head = true;
        self.table.column = 0;
        self.out.push_str("<thead>");
        self.open("tr", span);
        self.out.push('>');
    }

    /// Ends the head. A table of a head alone has no body, as GFM has it:
    /// <https://github.github.com/gfm/#example-205>.
    pub(super) fn end_table_head(&mut self, at: usize) {
        self.table.in_head = false;
        self.out.push_str("</tr></thead>");
        let has_rows = !matches!(self.event_at(at + 1), Some(Event::End(TagEnd::Table)));
        self.out.push_str(if has_rows { "<tbody>\n" } else { "\n" });
    }

    pub(super) fn end_table(&mut self, at: usize) {
        let before = at.checked_sub(1).and_then(|before| self.event_at(before));
        let has_rows = !matches!(before, Some(Event::End(TagEnd::TableHead)));
        self.out.push_str(if has_rows { "</tbody></table>\n" } else { "</table>\n" });
    }

    pub(super) fn table_row(&mut self, span: Span) {
        self.table.column = 0;
        self.open("tr", span);
        self.out.push('>');
    }

    pub(super) fn table_cell(&mut self) {
        self.table.cells += 1;
        self.out.push_str(if self.table.in_head { "<th" } else { "<td" });
        let alignment = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => "left",
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "right",
            _ => "",
        };
        if !alignment.is_empty() {
            let before = match self.settings.table_alignment {
                TableAlignment::Style => " style=\"text-align: ",
                TableAlignment::Align => " align=\"",
            };
            self.push_all(&[before, alignment, "\""]);
        }
        self.out.push('>');
    }

    pub(super) fn end_table_cell(&mut self) {
        self.table.column += 1;
        self.out.push_str(if self.table.in_head { "</th>" } else { "</td>" });
    }
}
