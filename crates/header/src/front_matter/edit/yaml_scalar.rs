//! Owns writing scalars as YAML that YAML 1.1 and YAML 1.2 parsers read alike.

use crate::front_matter::Data;

/// How a string is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

impl Style {
    /// The style of a scalar from its first character.
    pub(super) fn of(source: &str) -> Style {
        match source.as_bytes().first() {
            Some(b'\'') => Style::Single,
            Some(b'"') => Style::Double,
            Some(b'|') => Style::Literal,
            Some(b'>') => Style::Folded,
            _ => Style::Plain,
        }
    }
}

/// Where a scalar is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// Inside `[…]` or `{…}`.
    pub(super) flow: bool,
    /// Spaces before the lines of a block scalar.
    pub(super) indent: usize,
    /// Line end of the file.
    pub(super) line_end: &'a str,
    /// Characters after which the lines of folded text end.
    pub(super) width: usize,
}

/// Folded text that was not folded before gets lines of this many characters.
pub(super) const WIDTH: usize = 100;

/// Ways to write a scalar, the one closest to `wanted` first. Collections give none.
pub(super) fn scalar(data: &Data, wanted: Style, place: Place<'_>) -> Vec<String> {
    match data {
        Data::Null => vec!["null".to_owned()],
        Data::Bool(truth) => vec![truth.to_string()],
        Data::Number(text) | Data::Date(text) => vec![text.clone()],
        Data::String(text) => string(text, wanted, place),
        Data::List(_) | Data::Map(_) => Vec::new(),
    }
}

fn string(text: &str, wanted: Style, place: Place<'_>) -> Vec<String> {
    let several_lines = text.trim_end_matches('\n').contains('\n');
    let order = match wanted {
        Style::Plain if several_lines => [Style::Literal, Style::Double, Style::Double],
        Style::Plain => [Style::Plain, Style::Double, Style::Double],
        Style::Folded => [Style::Folded, Style::Literal, Style::Double],
        Style::Single => [Style::Single, Style::Double, Style::Double],
        Style::Literal => [Style::Literal, Style::Double, Style::Double],
        Style::Double => [Style::Double; 3],
    };
    let mut ways: Vec<String> = order.into_iter().filter_map(|style| write(text, style, place)).collect();
    ways.dedup();
    ways
}

fn write(text: &str, style: Style, place: Place<'_>) -> Option<String> {
    match style {
        Style::Plain => is_plain(text, place.flow).then(|| text.to_owned()),
        Style::Single => {
            let printable = !text.contains(|c: char| c.is_control() || is_line_break(c));
            printable.then(|| format!("'{}'", text.replace('\'', "''")))
        }
        Style::Double => Some(double_quoted(text)),
        Style::Literal => block(text, '|', "", place),
        Style::Folded => block(text, '>', place.line_end, place),
    }
}

/// `|` or `>` with its lines. `between` is what a line break of the text needs besides one of the file.
fn block(text: &str, indicator: char, between: &str, place: Place<'_>) -> Option<String> {
    let body = text.trim_end_matches('\n');
    // Folded lines that are further in are not folded; literal ones may stand where they like.
    let unfit = |line: &str| {
        indicator == '>' && line.starts_with(' ')
            || line.contains(|c: char| c.is_control() || is_line_break(c))
    };
    if place.flow || body.is_empty() || body.split('\n').any(unfit) {
        return None;
    }
    let trailing = text.len() - body.len();
    let chomping = match trailing {
        0 => "-",
        1 => "",
        _ if indicator == '|' => "+",
        _ => return None,
    };
    // A first line that is further in needs to be told where the others begin.
    let first = body.split('\n').find(|line| !line.is_empty()).unwrap_or("");
    let indentation = if first.starts_with(' ') { "2" } else { "" };
    let indent = " ".repeat(place.indent);
    let mut out = format!("{indicator}{indentation}{chomping}");
    for (number, line) in body.split('\n').enumerate() {
        if number > 0 {
            out.push_str(between);
        }
        out.push_str(place.line_end);
        for (piece_number, piece) in
            pieces(line, if indicator == '>' { place.width } else { usize::MAX }).into_iter().enumerate()
        {
            if piece_number > 0 {
                out.push_str(place.line_end);
            }
            out.push_str(&indent);
            out.push_str(piece);
        }
    }
    (1..trailing).for_each(|_| out.push_str(place.line_end));
    Some(out)
}

/// A line in pieces of at most `width` characters where its spaces allow; one space is lost between each two.
fn pieces(line: &str, width: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while rest.chars().count() > width {
        // Only a single space between words can become a line end.
        let single = |(at, _): &(usize, &str)| {
            *at > 0
                && !rest.get(..*at).unwrap_or("").ends_with(' ')
                && !rest.get(at + 1..).unwrap_or(" ").starts_with(' ')
        };
        let spaces: Vec<usize> = rest.match_indices(' ').filter(single).map(|(at, _)| at).collect();
        let fits = |at: &&usize| rest.get(..**at).is_some_and(|piece| piece.chars().count() <= width);
        let Some(at) = spaces.iter().take_while(fits).last().or(spaces.first()).copied() else {
            break;
        };
        pieces.push(rest.get(..at).unwrap_or(""));
        rest = rest.get(at + 1..).unwrap_or("");
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// YAML 1.2.2 section 5.7.
fn double_quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\0' => out.push_str("\\0"),
            c if c.is_control() || is_line_break(c) => out.push_str(&match u32::from(c) {
                code @ 0..=0xFF => format!("\\x{code:02X}"),
                code => format!("\\u{code:04X}"),
            }),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// True when every YAML parser reads the unquoted text as the same text.
fn is_plain(text: &str, flow: bool) -> bool {
    let first = text.chars().next();
    let bad_start = first.is_none_or(|c| "-?:,[]{}#&*!|>'\"%@`=~.".contains(c) || c.is_whitespace());
    let bad_inside = text.contains(": ")
        || text.contains(":\t")
        || text.contains(" #")
        || text.contains("\t#")
        || text.ends_with(':')
        || text.ends_with(char::is_whitespace)
        || text.contains(|c: char| c.is_control() || is_line_break(c))
        || text.contains("{{")
        || (flow && text.contains([',', '[', ']', '{', '}', ':']));
    !bad_start && !bad_inside && !is_special_word(text) && !looks_like_number_or_date(text)
}

/// Words that YAML 1.1 (<https://yaml.org/type/bool.html>) or 1.2 reads as something else than text.
fn is_special_word(text: &str) -> bool {
    const WORDS: [&str; 10] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan"];
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Integers with underscores, octal, hexadecimal, sexagesimal (`190:20:30`), floats, dates: all that begins
/// like a number and holds nothing that a number or date cannot hold.
fn looks_like_number_or_date(text: &str) -> bool {
    let begins = text.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit());
    begins && text.chars().all(|c| c.is_ascii_hexdigit() || "xXoO_.:+-TtZz ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: Place<'_> = Place { flow: false, indent: 2, line_end: "\n", width: 12 };

    fn first(text: &str, style: Style) -> String {
        string(text, style, BLOCK).remove(0)
    }

    #[test]
    fn what_would_be_read_as_something_else_is_quoted() {
        let traps = [
            "yes",
            "No",
            "on",
            "~",
            "null",
            "true",
            "2024-01-01",
            "1.10",
            "01234",
            "190:20:30",
            "0x1F",
            "1_000",
            "a: b",
            "a #b",
            "- a",
            "@x",
            "`x`",
            "*x",
            "&x",
            "!x",
            "%x",
            "[x",
            "{x",
            "",
            " a",
            "a ",
            "a:",
            "=",
            "{{ x }}",
            "x {{ y }}",
            "1e3",
            ".5",
            ".inf",
            "---",
            "#x",
            "?",
        ];
        for text in traps {
            assert_eq!(first(text, Style::Plain), double_quoted(text));
        }
    }

    #[test]
    fn what_is_text_anyway_stays_plain() {
        for text in
            ["a", "Hello, World", "C#", "it's", "a:b", "https://a.b/c#d", "12 monkeys", "v1.10", "é 🎉"]
        {
            assert_eq!(first(text, Style::Plain), text);
        }
    }

    #[test]
    fn the_style_of_the_file_is_kept() {
        assert_eq!(first("it's", Style::Single), "'it''s'");
        assert_eq!(first("plain", Style::Double), "\"plain\"");
        assert_eq!(first("a\nb\n", Style::Literal), "|\n  a\n  b");
        assert_eq!(first("a\nb", Style::Folded), ">-\n  a\n\n  b");
        assert_eq!(first("one two three four", Style::Folded), ">-\n  one two\n  three four");
        assert_eq!(first("unbreakable-long-word x  y", Style::Folded), ">-\n  unbreakable-long-word\n  x  y");
        assert_eq!(first("a\tb", Style::Single), "\"a\\tb\"");
        assert_eq!(first("a\n\nb", Style::Plain), "|-\n  a\n\n  b");
    }

    #[test]
    fn in_a_flow_collection_commas_need_quotes() {
        let flow = Place { flow: true, ..BLOCK };
        assert_eq!(string("a, b", Style::Plain, flow), ["\"a, b\""]);
        assert_eq!(string("a\nb", Style::Literal, flow), ["\"a\\nb\""]);
    }
}
