//! Owns reading a configuration file into values with places: TOML, YAML, and JSON with comments.

use super::Problem;
use foreword_core::Span;
use foreword_core::front_matter::{BYTE_ORDER_MARK, Entry, FrontMatter};
use foreword_core::jsonc::without_comments;
use foreword_core::text::LineIndex;

/// Longer files are not read.
const MAX_TEXT: usize = 512 << 10;

/// A file that is being read.
pub(super) struct File<'f> {
    path: &'f str,
    index: LineIndex<'f>,
    /// By how much places of values are further on than they are in the file.
    shift: usize,
    /// What is wrong with the file.
    pub(super) problems: Vec<Problem>,
}

impl<'f> File<'f> {
    /// Reads a file in the language that its name says; gives its entries.
    pub(super) fn read(path: &'f str, text: &'f str) -> (File<'f>, Vec<Entry>) {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let extension = path.rsplit('.').next().unwrap_or("");
        let (open, close) = match extension {
            "toml" => ("+++\n", "\n+++\n"),
            "yaml" | "yml" => ("---\n", "\n---\n"),
            _ => ("---json\n", "\n---\n"),
        };
        // The mark that begins a document of YAML is the fence.
        let open = if extension.starts_with('y') && text.lines().next() == Some("---") { "" } else { open };
        let mut file = File { path, index: LineIndex::new(text), shift: open.len(), problems: Vec::new() };
        if text.len() > MAX_TEXT {
            file.report(Span::new(0, 0), "This file is too long to be read.");
            return (file, Vec::new());
        }
        let plain = if extension.starts_with("json") { without_comments(text) } else { text.to_owned() };
        let fenced = format!("{open}{plain}{close}");
        let Some(header) = FrontMatter::read(&fenced) else {
            file.report(Span::new(0, 0), "This file cannot be read: it has no keys.");
            return (file, Vec::new());
        };
        for problem in header.problems {
            file.report(problem.span, problem.message);
        }
        (file, header.entries)
    }

    /// Says that something is wrong at the place of a value.
    pub(super) fn report(&mut self, span: Span, message: impl Into<String>) {
        let (line, column) = self.index.line_column(span.start.saturating_sub(self.shift));
        self.problems.push(Problem { path: self.path.to_owned(), line, column, message: message.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_file() {
        for (path, text) in [
            ("a.toml", "\u{feff}x = 1\ny = \n"),
            ("a.yaml", "x: 1\ny: \"\n"),
            ("a.yaml", "---\nx: \"\n"),
            ("a.jsonc", "{ // é\n  y: 1 }"),
        ] {
            let (file, _) = File::read(path, text);
            assert_eq!(file.problems.first().map(|problem| problem.line), Some(2), "{path}: {text:?}");
        }
    }
}
