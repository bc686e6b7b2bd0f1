//! Owns block quotes, and the alerts that some dialects make of them.

use super::writer::Writer;
use crate::dialects::Alerts;
use crate::span::Span;
use pulldown_cmark::BlockQuoteKind;

impl Writer<'_, '_> {
    pub(super) fn quote(&mut self, kind: Option<BlockQuoteKind>, span: Span) {
        let Some((class, title)) = kind.map(names) else {
            return self.open_block("blockquote", span, ">\n");
        };
        if self.settings.alerts == Alerts::Blockquote {
            self.open_block("blockquote", span, " class=\"markdown-alert-");
            self.push_all(&[class, "\">\n"]);
        } else {
            self.open_block("div", span, " class=\"markdown-alert markdown-alert-");
            self.push_all(&[class, "\">\n<p class=\"markdown-alert-title\">", title, "</p>\n"]);
        }
    }

    pub(super) fn end_quote(&mut self, kind: Option<BlockQuoteKind>) {
        self.fresh_line();
        let is_div = kind.is_some() && self.settings.alerts != Alerts::Blockquote;
        self.out.push_str(if is_div { "</div>\n" } else { "</blockquote>\n" });
    }
}

fn names(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Caution"),
    }
}
