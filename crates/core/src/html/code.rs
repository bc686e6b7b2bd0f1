//! Owns code blocks: where their language comes from and how they end.

use super::escape::escape_text;
use super::writer::Writer;
use crate::dialects::{CodeEnd, CodeLanguage};
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, Event};
use std::sync::LazyLock;

impl Writer<'_, '_> {
    /// A whole code block; gives the index of the event after it.
    pub(super) fn code_block(&mut self, at: usize, kind: &CodeBlockKind<'_>, span: Span) -> usize {
        self.open_block("pre", span, "><code");
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        // What is not the language is something else for kramdown's parser already.
        let language = if self.is_kramdown() {
            Some(info).filter(|info| !info.is_empty())
        } else {
            language(self.settings.code_language, info)
        };
        let shows_colours =
            self.settings.code_language == CodeLanguage::OrPlaintext && language == Some("ansi");
        if let Some(language) = language {
            self.out.push_str(" class=\"language-");
            escape_text(&mut self.out, language);
            self.out.push('"');
            if self.settings.code_language == CodeLanguage::UpToComma {
                self.attribute("data-lang", language);
            }
        }
        self.out.push('>');
        let start = self.out.len();
        let mut next = at + 1;
        loop {
            match self.event_at(next) {
                Some(Event::Text(text)) => {
                    if shows_colours {
                        escape_text(&mut self.out, &without_colours(text));
                    } else {
                        escape_text(&mut self.out, text);
                    }
                    next += 1;
                }
                // Only template constructs are left there.
                Some(Event::Html(_) | Event::InlineHtml(_)) => next = self.event(next),
                _ => break,
            }
        }
        let end = self.out.get(start..).map_or(start, |code| start + kept(self.settings.code_end, code));
        self.out.truncate(end);
        self.out.push_str("</code></pre>\n");
        next + 1
    }
}

/// How much of a code block stays.
fn kept(end: CodeEnd, code: &str) -> usize {
    let trimmed = code.trim_end_matches('\n').len();
    let line_ends = code.len() - trimmed;
    match end {
        CodeEnd::Kept => code.len(),
        CodeEnd::Trimmed => trimmed + line_ends.min(1),
        CodeEnd::LessOne => code.len() - line_ends.min(1),
        CodeEnd::LessTwo => code.len() - line_ends.min(2),
    }
}

/// The language of a fence, if it has one.
fn language(from: CodeLanguage, info: &str) -> Option<&str> {
    let word = info.split([' ', '\t']).next().unwrap_or("");
    let language = match from {
        CodeLanguage::FirstWord => word,
        CodeLanguage::Word => up_to(word, &[',', '{']),
        CodeLanguage::UpToBrace => up_to(word, &['{']),
        CodeLanguage::UpToComma => zola_language(info),
        CodeLanguage::OrPlaintext => {
            if is_known(word) {
                word
            } else {
                "plaintext"
            }
        }
    };
    Some(language).filter(|language| !language.is_empty())
}

fn up_to<'t>(text: &'t str, ends: &[char]) -> &'t str {
    text.split(ends).next().unwrap_or("")
}

/// Under Zola, what stands between commas is a language or `name=value`.
/// <https://www.getzola.org/documentation/content/syntax-highlighting/#annotations>
fn zola_language(info: &str) -> &str {
    let parts = info.split(',').map(str::trim);
    parts.filter(|part| !part.is_empty() && !part.contains('=')).find(|part| *part != "linenos").unwrap_or("")
}

/// Names of the languages that come with Shiki 4.6, sorted, one in a line (<https://shiki.style/languages>).
const SHIKI: &str = include_str!("shiki-languages.txt");

/// Names for which Shiki needs no grammar (<https://shiki.style/languages#special-languages>).
const SPECIAL: [&str; 5] = ["ansi", "plain", "plaintext", "text", "txt"];

static KNOWN: LazyLock<Vec<&str>> = LazyLock::new(|| SHIKI.lines().collect());

/// Whether Shiki highlights a language of this name; all are in lower case.
fn is_known(language: &str) -> bool {
    SPECIAL.contains(&language) || KNOWN.binary_search(&language).is_ok()
}

/// Text with the codes of a terminal's colours left out: under Shiki `ansi` shows the colours.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut pieces = text.split("\u{1b}[");
    plain.push_str(pieces.next().unwrap_or(""));
    for piece in pieces {
        let code = piece.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
        match piece.get(code..).and_then(|rest| rest.strip_prefix('m')) {
            Some(rest) => plain.push_str(rest),
            None => {
                plain.push_str("\u{1b}[");
                plain.push_str(piece);
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_fence() {
        let of = language;
        assert_eq!(of(CodeLanguage::FirstWord, "rust,no_run x"), Some("rust,no_run"));
        assert_eq!(of(CodeLanguage::Word, "rust,no_run x"), Some("rust"));
        assert_eq!(of(CodeLanguage::UpToBrace, "rust,x{.a} b"), Some("rust,x"));
        assert_eq!(of(CodeLanguage::UpToBrace, "{.html #id}"), None);
        assert_eq!(of(CodeLanguage::UpToComma, "two words, x"), Some("two words"));
        assert_eq!(of(CodeLanguage::UpToComma, "linenos, hl_lines=1, rust"), Some("rust"));
        assert_eq!(of(CodeLanguage::UpToComma, "js title=\"x\""), None);
        assert_eq!(of(CodeLanguage::OrPlaintext, ""), Some("plaintext"));
        assert_eq!(of(CodeLanguage::OrPlaintext, "C#"), Some("plaintext"));
        assert_eq!(of(CodeLanguage::OrPlaintext, "klingon"), Some("plaintext"));
        assert_eq!(of(CodeLanguage::OrPlaintext, "ansi"), Some("ansi"));
        assert_eq!(of(CodeLanguage::OrPlaintext, "objective-c"), Some("objective-c"));
        assert_eq!(of(CodeLanguage::FirstWord, ""), None);
    }

    #[test]
    fn line_ends_at_the_end_of_a_block() {
        let of = |end, code: &'static str| code.get(..kept(end, code));
        assert_eq!(of(CodeEnd::Kept, "a\n\n\n"), Some("a\n\n\n"));
        assert_eq!(of(CodeEnd::Trimmed, "\na\n\n\n"), Some("\na\n"));
        assert_eq!(of(CodeEnd::LessOne, "a\n\n\n"), Some("a\n\n"));
        assert_eq!(of(CodeEnd::LessTwo, "a\n\n\n"), Some("a\n"));
        assert_eq!(of(CodeEnd::LessTwo, ""), Some(""));
    }

    #[test]
    fn languages_are_sorted() {
        assert!(KNOWN.is_sorted() && KNOWN.len() > 300);
    }

    #[test]
    fn colours_of_a_terminal_are_no_text() {
        assert_eq!(without_colours("a \u{1b}[1;31mred\u{1b}[0m, \u{1b}[2J"), "a red, \u{1b}[2J");
    }
}
