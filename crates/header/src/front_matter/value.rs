//! Owns the values of a header, each with its place in the text.

use crate::span::Span;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands; empty, at the place where it would stand, when there is none.
    pub span: Span,
}

/// A value. Numbers and dates keep the spelling of the file, since `1.10` is not `1.1`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as spelt.
    Number(String),
    /// A date, time or both, as spelt.
    Date(String),
    /// Text, after unescaping.
    String(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in text order.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key after unescaping.
    pub key: String,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

/// True for `2024-01-31`, `2024-1-31 10:00`, `2024-01-31T10:00:00.5+01:00` and the like:
/// what YAML 1.1 (<https://yaml.org/type/timestamp.html>) and TOML read as a date or date-time.
pub(super) fn is_date(text: &str) -> bool {
    let (date, time) = match text.find(['T', 't', ' ']) {
        Some(at) => (text.get(..at), text.get(at + 1..)),
        None => (Some(text), None),
    };
    let mut parts = date.unwrap_or("").split('-');
    let digits = |part: Option<&str>, lengths: std::ops::RangeInclusive<usize>| {
        part.is_some_and(|part| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    digits(parts.next(), 4..=4)
        && digits(parts.next(), 1..=2)
        && digits(parts.next(), 1..=2)
        && parts.next().is_none()
        && time.is_none_or(|time| {
            let time = time.trim_start();
            time.starts_with(|first: char| first.is_ascii_digit())
                && time.contains(':')
                && time.chars().all(|character| character.is_ascii_digit() || ":.+- Zz".contains(character))
        })
}

/// True for a number of YAML's core schema (<https://yaml.org/spec/1.2.2/#1032-tag-resolution>).
pub(super) fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if let Some(hex) = text.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|byte| (b'0'..=b'7').contains(&byte));
    }
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && unsigned.bytes().any(|byte| byte.is_ascii_digit())
        && unsigned.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        for date in [
            "2024-01-31",
            "2024-1-3",
            "2024-01-31T10:00:00.5+01:00",
            "2024-01-31 10:00:00 -0500",
            "2023-10-15T13:18:50Z",
        ] {
            assert!(is_date(date), "{date}");
        }
        for other in ["2024", "2024-01", "2024-01-31-a-title", "24-01-31", "2024-01-31Tx"] {
            assert!(!is_date(other), "{other}");
        }
    }

    #[test]
    fn numbers() {
        for number in ["1", "-1.10", "+.5", "1e3", "0x1F", "0o17", ".inf", "-.INF", ".nan"] {
            assert!(is_number(number), "{number}");
        }
        for other in ["1.2.3", "", ".", "-", "inf", "NaN", "1 2", "0x", "1_000"] {
            assert!(!is_number(other), "{other}");
        }
    }
}
