//! Owns the spans that hold no others: code, formulas, references to footnotes and characters, typographic symbols,
//! line breaks, escapes.

use super::code_spans::run;
use super::entities::{self, Reference};
use super::reader::{from, is_space, name_length};
use super::spans::{Last, Spans};
use super::typography;
use crate::dialects::{Footnotes, Typographer};
use pulldown_cmark::{CowStr, Event};

impl<'a> Spans<'_, 'a> {
    /// `` `code` ``; a run that nothing closes is text.
    pub(super) fn code(&mut self) -> bool {
        let text = self.source.get(..self.end).unwrap_or("");
        let Some(found) = self.backticks.span(text, self.at) else {
            self.take(run(self.rest()));
            return true;
        };
        let range = self.at..found.end;
        let code = self.cow(found.content);
        let event = self.write(Event::Code(code), range);
        self.at = found.end;
        self.came(Last::Element { event, entry: None });
        true
    }

    pub(super) fn footnote(&mut self) -> bool {
        if self.settings.footnotes == Footnotes::Off {
            return false;
        }
        let Some(name) = self.rest().strip_prefix("[^") else { return false };
        let length = name_length(name).unwrap_or(0);
        if length == 0 || !from(name, length).starts_with(']') {
            return false;
        }
        let whole = self.at..self.at + length + 3;
        let name = self.at + 2..self.at + 2 + length;
        if !self.definitions.footnotes.contains_key(self.source.get(name.clone()).unwrap_or("")) {
            self.take(length + 3);
            return true;
        }
        let label = self.cow(name);
        self.write(Event::FootnoteReference(label), whole.clone());
        self.at = whole.end;
        self.came(Last::Symbol);
        true
    }

    pub(super) fn quotes(&mut self) -> bool {
        let rest = self.rest();
        let Some(found) =
            Some(rest).filter(|_| self.settings.typographer != Typographer::Off).and_then(typography::quotes)
        else {
            return false;
        };
        self.take(found.before);
        for c in found.curly {
            self.replace(c.to_string().into(), 1);
        }
        true
    }

    pub(super) fn symbol(&mut self) -> bool {
        if self.settings.typographer == Typographer::Off {
            return false;
        }
        let found = typography::symbol(self.rest());
        if let Some((symbol, length)) = found {
            self.replace(symbol.into(), length);
        }
        found.is_some()
    }

    /// Writes a symbol in place of bytes.
    pub(super) fn replace(&mut self, symbol: CowStr<'a>, length: usize) {
        self.write(Event::Text(symbol), self.at..self.at + length);
        self.at += length;
        self.came(Last::Symbol);
    }

    pub(super) fn formula(&mut self) -> bool {
        if !self.settings.math || !self.rest().starts_with("$$") {
            return false;
        }
        let first = self.at + 2;
        let Some(last) = self.formulas.find(self.source, "$$", first).filter(|last| last + 2 <= self.end)
        else {
            return false;
        };
        let formula = self.source.get(first..last).unwrap_or("").trim_matches(is_space).to_owned();
        let event = self.write(Event::InlineMath(formula.into()), self.at..last + 2);
        self.at = last + 2;
        self.came(Last::Element { event, entry: None });
        true
    }

    pub(super) fn reference(&mut self) -> bool {
        let Some((reference, length)) = entities::reference(self.rest()) else { return false };
        match reference {
            Reference::Known(c) => self.replace(c.to_string().into(), length),
            Reference::Unknown => self.take(length),
        }
        true
    }

    /// Two spaces or two backslashes at the end of a line, or one backslash as GFM has it.
    pub(super) fn line_break(&mut self) -> bool {
        let rest = self.rest();
        let marks = [("  \n", true), ("\\\\\n", true), ("\\\n", self.has_gfm_breaks())];
        let Some((mark, _)) = marks.iter().find(|(mark, allowed)| *allowed && rest.starts_with(mark)) else {
            return false;
        };
        // The line end stays: it can decide what a quote after it becomes.
        let length = mark.len() - 1;
        self.write(Event::HardBreak, self.at..self.at + length);
        self.at += length;
        self.came(Last::Symbol);
        true
    }

    pub(super) fn escape(&mut self) -> bool {
        const ESCAPED: &str = "\\.*_+`<>()[]{}#!:|\"'$=-~";
        let found =
            self.rest().strip_prefix('\\').is_some_and(|rest| rest.starts_with(|c| ESCAPED.contains(c)));
        if found {
            self.go_on_at(self.at + 1);
            self.take(1);
        }
        found
    }
}
