//! Owns what MDX has beside Markdown (<https://mdxjs.com/docs/what-is-mdx/>): components, expressions in braces,
//! `import` and `export`. None of it is read in code.

mod element;
mod expression;

use super::Language;
use super::call::{Argument, Call, Role, Shows, Tag};
use super::code::{Spans, after_fence, line, next_line};
use super::cursor::{Cursor, unended};
use super::known::Known;
use crate::byte_kinds::ByteKinds;
use crate::span::Span;
use expression::Braces;

/// What is known of an expression: a value of the header, as Docusaurus and Astro call it.
pub(super) fn show(call: &Call, known: &Known<'_>) -> Option<Shows> {
    let path = call.name.strip_prefix('{')?.strip_suffix('}')?.trim();
    let path = ["frontMatter.", "frontmatter."].iter().find_map(|start| path.strip_prefix(start))?;
    known.of_page(path).map(Shows::Text)
}

pub(super) fn scan(source: &str, from: usize) -> Vec<Tag> {
    let body = source.get(from..).unwrap_or("");
    if !body.contains(['{', '<']) && !body.contains("import ") && !body.contains("export ") {
        return Vec::new();
    }
    let mut scanner =
        Scanner { source, tags: Vec::new(), spans: Spans::default(), braces: Braces::default() };
    let mut at = from;
    // Whether a block can begin on the next line.
    let mut after_blank = true;
    while at < source.len() {
        if let Some(after) = after_fence(source, at) {
            (at, after_blank) = (after, true);
            continue;
        }
        if after_blank && is_module_code(line(source, at)) {
            at = scanner.module_code(at);
            continue;
        }
        after_blank = line(source, at).trim().is_empty();
        at = scanner.text(at);
    }
    scanner.tags
}

/// What may begin or hide something, and line ends.
const SIGNS: ByteKinds = ByteKinds::new(&[(b"\n\\`{<", 1)]);

/// True for a line that begins a statement: with less, an ordinary sentence about imports would be one.
fn is_module_code(line: &str) -> bool {
    let rest = |word| line.strip_prefix(word).map(str::trim_start);
    if let Some(rest) = rest("import ") {
        return rest.starts_with(['"', '\'', '{', '*'])
            || rest.contains(" from ")
            || rest.contains(" from\"");
    }
    rest("export ").is_some_and(|rest| {
        ["const ", "let ", "var ", "function ", "async ", "default ", "class ", "{", "*"]
            .iter()
            .any(|start| rest.starts_with(start))
    })
}

struct Scanner<'s> {
    source: &'s str,
    tags: Vec<Tag>,
    spans: Spans,
    braces: Braces,
}

impl Scanner<'_> {
    /// `import` and `export` go up to the next blank line, and are nothing on the page.
    fn module_code(&mut self, start: usize) -> usize {
        let mut end = start;
        while end < self.source.len() && !line(self.source, end).trim().is_empty() {
            end = next_line(self.source, end);
        }
        let word = line(self.source, start).split(' ').next().unwrap_or("").to_owned();
        self.becomes(Span::new(start, end), word, String::new());
        end
    }

    /// Reads from `at` to the start of a line; gives it.
    fn text(&mut self, mut at: usize) -> usize {
        loop {
            let Some(found) = SIGNS.find(self.source.as_bytes(), at, 1) else {
                return self.source.len();
            };
            at = found;
            match self.source.as_bytes().get(at) {
                Some(b'\n') => return at + 1,
                Some(b'\\') => {
                    let escaped = self.source.get(at + 1..).and_then(|rest| rest.chars().next());
                    at += 1 + escaped.filter(|c| *c != '\n').map_or(0, char::len_utf8);
                }
                Some(b'`') => at = self.spans.after(self.source, at),
                Some(b'{') => at = self.expression(at),
                _ => at = self.element(at),
            }
        }
    }

    fn expression(&mut self, start: usize) -> usize {
        let rest = self.source.get(start..).unwrap_or("");
        // `{#id}` after a heading is no expression (<https://docusaurus.io/docs/markdown-features/toc#heading-ids>).
        if rest.starts_with("{#") || self.braces.gave_up {
            return start + 1;
        }
        let Some(end) = self.braces.end(self.source, start) else {
            let span = unended(self.source, start, &[]);
            self.push(span, span.slice(self.source), Vec::new(), Role::Alone);
            let last = self.tags.last_mut();
            last.into_iter()
                .for_each(|tag| tag.problem = Some("This expression has no `}` at its end.".to_owned()));
            return span.end;
        };
        let span = Span::new(start, end);
        let inside = self.source.get(start + 1..end - 1).unwrap_or("").trim();
        let is_comment = inside.starts_with("/*") && inside.ends_with("*/");
        if let Some(text) = if is_comment { Some("") } else { expression::text(inside) } {
            self.becomes(span, "{}".to_owned(), text.to_owned());
        } else {
            self.push(span, span.slice(self.source), Vec::new(), Role::Alone);
        }
        end
    }

    fn element(&mut self, start: usize) -> usize {
        let Some(element) = element::read(self.source, start, &mut self.braces) else {
            return start + 1;
        };
        let end = element.span.end;
        match element.kind {
            element::Kind::Component(role) => {
                self.push(element.span, element.name, element.attributes, role);
                let problem = element.problem;
                self.tags.last_mut().into_iter().for_each(|tag| tag.problem = problem.clone());
            }
            element::Kind::Becomes(html) => self.becomes(element.span, element.name.to_owned(), html),
            element::Kind::Html => return start + 1,
        }
        end
    }

    fn becomes(&mut self, span: Span, name: String, text: String) {
        self.push(span, &name, Vec::new(), Role::Becomes(text));
    }

    fn push(&mut self, span: Span, name: &str, arguments: Vec<Argument>, role: Role) {
        self.tags.push(Tag {
            language: Language::Mdx,
            span,
            name: name.to_owned(),
            arguments,
            role,
            problem: None,
        });
    }
}

/// Where a cursor stands after an expression in braces that begins there.
fn skip_braces(cursor: &mut Cursor<'_>, braces: &mut Braces) -> Option<Span> {
    let start = cursor.at;
    cursor.at = braces.end(cursor.source, start)?;
    Some(Span::new(start, cursor.at))
}

#[cfg(test)]
mod tests;
