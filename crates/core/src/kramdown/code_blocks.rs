//! Owns code blocks, indented and fenced. <https://kramdown.gettalong.org/syntax.html#code-blocks>

use super::blocks::Blocks;
use super::lines;
use super::reader::{Next, first_line, from, is_space};
use super::text::{Builder, Slice};
use super::tree::Kind;

/// So many lengths of a fence are tried.
const MOST_LENGTHS: usize = 8;

/// Where the indented lines end that begin at `at`, with blank lines among them and lazy ones after them.
pub(super) fn indented_lines(text: &str, braces: &mut Next, at: usize) -> usize {
    let mut end = at;
    loop {
        let mut next = end + lines::blank_lines(from(text, end));
        let mut any = false;
        while let line = first_line(from(text, next))
            && lines::code_indent(line).is_some()
            && !lines::is_blank(line)
        {
            next += line.len();
            any = true;
        }
        if !any {
            return end;
        }
        while let line = first_line(from(text, next))
            && !lines::is_blank(line)
            && !lines::ends_lazy(text, braces, next)
        {
            next += line.len();
        }
        end = next;
    }
}

impl Blocks<'_, '_, '_> {
    pub(super) fn indented_code(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        if !self.post.settings.indented_code || lines::code_indent(from(source, start)).is_none() {
            return false;
        }
        let end = indented_lines(source, &mut self.reader.braces, start);
        if end == start {
            return false;
        }
        let mut code = Builder::from(&text);
        let mut at = start;
        while at < end {
            let line = first_line(from(source, at));
            let indent = lines::code_indent(line);
            let content = at + indent.unwrap_or(0)..at + line.trim_end_matches('\n').len();
            if at > start {
                // A lazy line goes on with the line before.
                let lazy = lines::outdented(line).is_some_and(|rest| !rest.starts_with(is_space));
                code.push(if lazy { " " } else { "\n" });
            }
            if content.start < content.end {
                code.push_part(&text, content);
            }
            at += line.len();
        }
        code.push("\n");
        self.push(Kind::Code { language: None, text: Slice::whole(code.finish()) }, start..end);
        true
    }

    pub(super) fn fenced_code(&mut self) -> bool {
        let text = self.text();
        let source = text.as_str();
        let start = self.reader.at;
        let line = first_line(from(source, start));
        let Some(rest) = lines::outdented(line) else { return false };
        let Some(mark) = rest.chars().next().filter(|c| ['`', '~'].contains(c)) else { return false };
        let marks = rest.len() - rest.trim_start_matches(mark).len();
        if !line.ends_with('\n') || from(rest, marks).trim_matches(is_space).contains(is_space) {
            return false;
        }
        let first = start + line.len();
        // A long fence that nothing closes is a shorter one; its other marks are the language then.
        let found = (3..=marks).rev().take(MOST_LENGTHS).find_map(|fence| {
            let info = from(rest, fence).trim_matches(is_space);
            let (last, end) =
                self.closing_fence(source, first, mark, fence).filter(|_| !info.contains(is_space))?;
            Some((last, end, info))
        });
        let Some((last, end, info)) = found else { return false };
        // What follows a question mark is for the highlighter.
        let language = match info.get(1..).and_then(|tail| tail.find('?')) {
            Some(at) => info.get(..at + 1).unwrap_or(info),
            None => info,
        };
        let language = (!language.is_empty()).then(|| language.to_owned());
        let kind = Kind::Code { language, text: self.slice(first..last) };
        self.push(kind, start..end);
        true
    }

    /// Where the line begins that closes a fence, and where it ends.
    fn closing_fence(
        &mut self,
        text: &str,
        from_line: usize,
        mark: char,
        length: usize,
    ) -> Option<(usize, usize)> {
        if self.reader.unclosed_fences.get(&mark).is_some_and(|known| *known <= length) {
            return None;
        }
        let mut at = from_line;
        while at < text.len() {
            let line = first_line(from(text, at));
            if let Some(rest) = lines::outdented(line) {
                let tail = rest.trim_start_matches(mark);
                if rest.len() - tail.len() >= length && lines::is_blank(tail) && line.ends_with('\n') {
                    return Some((at, at + line.len()));
                }
            }
            at += line.len();
        }
        let known = self.reader.unclosed_fences.entry(mark).or_insert(length);
        *known = (*known).min(length);
        None
    }
}
