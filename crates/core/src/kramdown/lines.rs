//! Owns what the start of a line can be: the tests that decide where a block begins and where another ends.

use super::html;
use super::reader::{Next, first_line, from, is_space};

/// Length of the blank lines at the start of `text`, 0 where the first line is not blank.
pub(super) fn blank_lines(text: &str) -> usize {
    let white = text.find(|c| !is_space(c)).unwrap_or(text.len());
    text.get(..white).and_then(|white| white.rfind('\n')).map_or(0, |last| last + 1)
}

/// True where nothing but white space stands before the line end.
pub(super) fn is_blank(line: &str) -> bool {
    line.chars().all(is_space)
}

/// The line without up to three spaces in front; nothing where there are more.
pub(super) fn outdented(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len() <= 3).then_some(rest)
}

/// Length of the indentation that makes a line code.
pub(super) fn code_indent(line: &str) -> Option<usize> {
    if line.starts_with('\t') { Some(1) } else { line.starts_with("    ").then_some(4) }
}

/// The marker of a list item at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) ordered: bool,
    /// Bytes up to and with the marker.
    pub(super) length: usize,
}

/// The marker of a line that begins a list item, at most `spaces` in.
pub(super) fn list_marker(line: &str, spaces: usize) -> Option<Marker> {
    let rest = line.trim_start_matches(' ');
    let indent = line.len() - rest.len();
    if indent > spaces {
        return None;
    }
    let ordered = rest.starts_with(|c: char| c.is_ascii_digit());
    let after = if ordered {
        rest.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix('.')?
    } else {
        rest.strip_prefix(['+', '*', '-'])?
    };
    let length = line.len() - after.len();
    after.starts_with(['\t', '|', ' ']).then_some(Marker { ordered, length })
}

/// Bytes up to and with the colon of a line that begins a definition, at most `spaces` in.
pub(super) fn definition_marker(line: &str, spaces: usize) -> Option<usize> {
    let rest = line.trim_start_matches(' ');
    let after = rest.strip_prefix(':')?;
    (line.len() - rest.len() <= spaces && after.starts_with(['\t', '|', ' ']))
        .then_some(line.len() - after.len())
}

/// Length of the line `^`, which ends a block.
pub(super) fn end_of_block(line: &str) -> Option<usize> {
    let line = first_line(line);
    line.strip_prefix('^').filter(|rest| is_blank(rest)).map(|_| line.len())
}

/// True for three or more `*`, `-` or `_` with nothing but space between them.
pub(super) fn is_rule(line: &str) -> bool {
    let Some(rest) = outdented(line) else { return false };
    let Some(mark) = rest.chars().next().filter(|c| ['*', '-', '_'].contains(c)) else { return false };
    let rest = rest.trim_end_matches('\n');
    rest.chars().all(|c| c == mark || c == ' ' || c == '\t')
        && rest.chars().filter(|c| *c == mark).count() >= 3
}

/// The level and the bytes before the text of a heading with `#`; GFM wants space between them.
pub(super) fn heading(line: &str) -> Option<(u8, usize)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let text = rest.trim_start_matches([' ', '\t']);
    let fits = (1..=6).contains(&level) && text.len() < rest.len();
    fits.then_some((u8::try_from(level).unwrap_or(6), line.len() - text.len()))
}

/// True where a line looks like the start of fenced code.
pub(super) fn is_fence(line: &str) -> bool {
    outdented(line).is_some_and(|rest| rest.len() - rest.trim_start_matches(['~', '`']).len() >= 3)
}

/// True where a line begins a quote.
pub(super) fn is_quote(line: &str) -> bool {
    outdented(line).is_some_and(|rest| rest.starts_with('>'))
}

/// An attribute list alone on its lines: `{: …}`.
pub(super) struct AttributeLine {
    /// Where the list stands in the text.
    pub(super) list: std::ops::Range<usize>,
    /// First byte after its last line.
    pub(super) end: usize,
}

/// The attribute list that stands at `at`, after up to three spaces.
pub(super) fn attribute_line(text: &str, braces: &mut Next, at: usize) -> Option<AttributeLine> {
    let rest = outdented(from(text, at))?;
    let inner = rest.strip_prefix("{:")?;
    if inner.starts_with([':', '/']) {
        return None;
    }
    let start = text.len() - inner.len();
    let close = closing_brace(text, braces, start)?;
    let end = close + 1;
    let tail = first_line(from(text, end));
    (close > start && tail.ends_with('\n') && is_blank(tail))
        .then_some(AttributeLine { list: start..close, end: end + tail.len() })
}

/// The first `}` from `at` on that no backslash escapes.
pub(super) fn closing_brace(text: &str, braces: &mut Next, mut at: usize) -> Option<usize> {
    loop {
        let close = braces.find(text, "}", at)?;
        if close == at || !text.get(..close).is_some_and(|before| before.ends_with('\\')) {
            return Some(close);
        }
        at = close + 1;
    }
}

/// True where lines stop to belong to the block before although nothing marks them: blank lines, attribute lists,
/// ends of blocks, tags of HTML blocks, and the end of the text.
pub(super) fn ends_lazy(text: &str, braces: &mut Next, at: usize) -> bool {
    let rest = from(text, at);
    rest.is_empty()
        || blank_lines(rest) > 0
        || end_of_block(rest).is_some()
        || is_block_tag(rest, 3)
        || attribute_line(text, braces, at).is_some()
}

/// True where a tag of an HTML block stands at most `spaces` in.
pub(super) fn is_block_tag(text: &str, spaces: usize) -> bool {
    let rest = text.trim_start_matches(' ');
    text.len() - rest.len() <= spaces && rest.starts_with('<') && html::ends_paragraph(rest)
}

/// True where a paragraph ends before the line at `at`, as GFM has it.
pub(super) fn ends_paragraph(text: &str, braces: &mut Next, at: usize) -> bool {
    let rest = from(text, at);
    ends_lazy(text, braces, at)
        || list_marker(rest, 3).is_some()
        || heading(rest).is_some()
        || definition_marker(rest, 3).is_some()
        || is_quote(rest)
        || is_fence(rest)
}
