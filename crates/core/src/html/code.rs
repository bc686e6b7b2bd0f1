//! Owns code blocks: where their language comes from and how they end.

use super::escape::escape_text;
use super::writer::Writer;
use crate::dialects::{CodeEnd, CodeLanguage};
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, Event};

impl Writer<'_, '_> {
    /// A whole code block; gives the index of the event after it.
    pub(super) fn code_block(&mut self, at: usize, kind: &CodeBlockKind<'_>, span: Span) -> usize {
        self.open_block("pre", span, "><code");
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        if let Some(language) = language(self.settings.code_language, info) {
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
        while let Some(Event::Text(text)) = self.event_at(next) {
            escape_text(&mut self.out, text);
            next += 1;
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
            if could_be_known(word) {
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

/// Whether a highlighter's grammar could have this name; all are in lower case.
/// <https://shiki.style/languages>
fn could_be_known(language: &str) -> bool {
    language.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit())
        && language
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_+#.".contains(&byte))
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
}
