//! Owns saying in plain words, and at a place that can be seen, what the TOML parser reports.

use super::super::Problem;
use crate::span::Span;
use toml_parser::{Expected, ParseError};

pub(super) const NO_NUMBER: &str = "This is no number that TOML knows; text needs quotes around it.";
const UNKNOWN_ESCAPE: &str = "TOML does not know this escape; write `\\\\` for a backslash.";

/// The parser's descriptions that a person would not understand, in the words of one.
const PLAIN: [(&str, &str); 49] = [
    ("string values must be quoted", "Text needs quotes around it in TOML."),
    (
        "carriage return must be followed by newline",
        "TOML does not allow a carriage return alone; end the line with a line feed.",
    ),
    ("invalid comment character", "TOML does not allow this control character in a comment; take it out."),
    ("missing comma between array elements", "A comma is missing between two items of this list."),
    ("extra comma in array", "There is a comma too many in this list."),
    ("unclosed array", "This list is not closed; a `]` is missing."),
    ("missing array opening", "This `]` closes nothing; take it out or put a `[` before it."),
    ("unexpected `=` in array", "A list has no keys; take the `=` out, or use `{ }` around entries."),
    ("missing comma between key-value pairs", "A comma is missing between two entries."),
    ("extra comma in inline table", "There is a comma too many between these braces."),
    ("unclosed inline table", "These entries are not closed; a `}` is missing."),
    ("missing inline table opening", "This `}` closes nothing; take it out or put a `{` before it."),
    ("missing key for inline table element", "A key is missing before this value."),
    ("invalid inline table element", "Between braces stand entries like `key = value`."),
    ("unclosed table", "A `]` is missing at the end of this table's name."),
    ("unclosed array table", "A `]]` is missing at the end of this table's name."),
    ("missing table open", "This `]` closes nothing; take it out or put a `[` before it."),
    ("missing assignment between key-value pairs", "A `=` is missing between this key and its value."),
    ("extra assignment between key-value pairs", "There is a `=` too many here."),
    ("extra `=`", "There is a `=` too many here."),
    ("key with no value", "This key has no value; put `=` and a value after it."),
    ("missing value for key", "A value is missing after the `=`."),
    ("missing value", "A value is missing here."),
    ("invalid key-value pair", "An entry is written `key = value`, on a line of its own."),
    (
        "unexpected key or value",
        "Something stands here that does not belong to the entry; a line holds one entry.",
    ),
    (
        "unexpected content",
        "Something stands here that does not belong to the entry; a line holds one entry.",
    ),
    (
        "invalid unquoted key",
        "A key with other characters than letters, digits, `-` and `_` needs quotes around it.",
    ),
    ("unquoted keys cannot be empty", "A key is missing here."),
    (
        "keys cannot be multi-line literal strings",
        "A key stands on one line, between one pair of quotation marks.",
    ),
    (
        "keys cannot be multi-line basic strings",
        "A key stands on one line, between one pair of quotation marks.",
    ),
    ("missing opening quote", "A quotation mark is missing before this text."),
    ("missing escaped value", UNKNOWN_ESCAPE),
    ("invalid value", "This escape names no character; write `\\\\` for a backslash."),
    ("too few unicode value digits", "This escape has too few digits; write `\\\\` for a backslash."),
    (
        "unexpected leading zero",
        "A number cannot begin with 0 in TOML; put quotes around it to keep it as text.",
    ),
    ("`_` may only go between digits", "In a number, `_` may only stand between two digits."),
    ("cannot recurse further; max recursion depth met", "Lists and tables are nested too deeply here."),
    ("invalid boolean", "Only `true` and `false` stand without quotes; text needs quotes around it."),
    ("invalid float", NO_NUMBER),
    ("invalid integer number", NO_NUMBER),
    ("invalid hexadecimal number", NO_NUMBER),
    ("invalid octal number", NO_NUMBER),
    ("invalid binary number", NO_NUMBER),
    ("invalid mantissa", NO_NUMBER),
    ("invalid fraction", NO_NUMBER),
    ("invalid exponent", NO_NUMBER),
    ("redundant numeric sign", "A number has one sign at most."),
    ("integers with a radix cannot be signed", "A number with `0x`, `0o` or `0b` has no sign."),
    ("radix must be lowercase", "TOML writes `0x`, `0o` and `0b` with a small letter."),
];

/// The problems that the parser's errors are: the first of every line, since the rest mostly follow from it.
pub(super) fn problems(errors: &[ParseError], source: &str, inner: Span) -> Vec<Problem> {
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| Problem { span: place(error, source, inner), message: sentence(error) })
        .collect();
    problems.sort_by_key(|problem| problem.span);
    problems.dedup_by(|later, first| {
        let between = Span::new(first.span.start, later.span.start).slice(source);
        !between.contains(['\n', '\r'])
    });
    problems
}

/// Where the error is, on character boundaries. An empty place becomes the character there; at the end of a line,
/// what the error is about or the line before it.
fn place(error: &ParseError, source: &str, inner: Span) -> Span {
    let within = |span: toml_parser::Span| {
        let mut start = (inner.start + span.start()).min(inner.end);
        let mut end = (inner.start + span.end()).min(inner.end);
        // The parser counts bytes, and may stop inside a character.
        while !source.is_char_boundary(start) {
            start -= 1;
        }
        while !source.is_char_boundary(end) {
            end += 1;
        }
        Span::new(start, end)
    };
    let can_be_seen = |span: &Span| !span.slice(source).trim().is_empty();
    let (unexpected, context) = (error.unexpected().map(within), error.context().map(within));
    let next = |span: Span| {
        let next = Span::new(span.start, inner.end).slice(source).chars().next()?;
        (!next.is_whitespace()).then(|| Span::new(span.start, span.start + next.len_utf8()))
    };
    let about_line_end = context.is_some_and(|span| !can_be_seen(&span));
    unexpected
        .filter(can_be_seen)
        .or_else(|| unexpected.filter(|_| !about_line_end).and_then(next))
        .or_else(|| context.filter(can_be_seen))
        .unwrap_or_else(|| line_before(context.or(unexpected).unwrap_or(inner).start, source, inner))
}

/// What stands before a place on its line, or on the last line that is not blank.
fn line_before(at: usize, source: &str, inner: Span) -> Span {
    let before = Span::new(inner.start, at).slice(source).trim_end();
    let start = before.rfind(['\n', '\r']).map_or(0, |line_end| line_end + 1);
    if before.is_empty() { inner } else { Span::new(inner.start + start, inner.start + before.len()) }
}

fn sentence(error: &ParseError) -> String {
    let description = error.description();
    if description.starts_with("invalid") && description.ends_with("string") {
        return in_quotes(error).to_owned();
    }
    match PLAIN.iter().find(|(known, _)| *known == description) {
        Some((_, plain)) => (*plain).to_owned(),
        None => format!("TOML cannot be read here: {}.", description.trim_end_matches('.')),
    }
}

fn in_quotes(error: &ParseError) -> &'static str {
    match error.expected() {
        Some([Expected::Literal("\n")]) => UNKNOWN_ESCAPE,
        Some([Expected::Literal("'" | "\"")]) => "A quotation mark is missing at the end of this text.",
        _ => "This text in quotes holds a character that TOML only allows as an escape, like `\\u0000`.",
    }
}
