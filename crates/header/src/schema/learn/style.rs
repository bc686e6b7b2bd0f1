//! Owns how lists and text are written, as seen in the source.

use crate::front_matter::{Entry, Node, Value};

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListStyle {
    /// `[a, b]` on one line.
    Inline,
    /// In brackets, over several lines.
    Lines,
    /// YAML's hyphens, further in than their key.
    Indented,
    /// YAML's hyphens, right below their key.
    Flush,
}

/// How text is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteStyle {
    /// Not at all.
    Plain,
    /// `'text'`
    Single,
    /// `"text"`
    Double,
}

/// The style of a list with items.
pub(super) fn of_list(source: &str, entry: &Entry) -> Option<ListStyle> {
    let Value::List(items) = &entry.value.value else {
        return None;
    };
    let text = entry.value.span.slice(source);
    if items.is_empty() || !text.starts_with(['[', '-']) {
        return None;
    }
    if text.starts_with('[') {
        return Some(if text.contains('\n') { ListStyle::Lines } else { ListStyle::Inline });
    }
    let column = |at: usize| {
        let before = source.get(..at).unwrap_or("");
        at - before.rfind(['\n', '\r']).map_or(0, |line_end| line_end + 1)
    };
    let is_further_in = column(entry.value.span.start) > column(entry.key_span.start);
    Some(if is_further_in { ListStyle::Indented } else { ListStyle::Flush })
}

/// The style of text whose quotes are a matter of taste: it reads the same without them.
pub(super) fn of_quotes(source: &str, node: &Node) -> Option<QuoteStyle> {
    let text = node.span.slice(source);
    let inner = |quote| text.strip_prefix(quote).and_then(|rest: &str| rest.strip_suffix(quote));
    let (inner, style) = match (inner('"'), inner('\'')) {
        (Some(inner), _) => (inner, QuoteStyle::Double),
        (_, Some(inner)) => (inner, QuoteStyle::Single),
        _ if text.starts_with(['|', '>', '"', '\'', '*', '&', '!']) => return None,
        _ => return Some(QuoteStyle::Plain),
    };
    let is_simple = inner.starts_with(char::is_alphabetic)
        && !inner.contains(['"', '\'', '\\', '#', '\n'])
        && !inner.contains(": ")
        && !matches!(
            inner.to_ascii_lowercase().as_str(),
            "true" | "false" | "null" | "yes" | "no" | "on" | "off"
        );
    is_simple.then_some(style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_matter::FrontMatter;

    fn first(yaml: &str) -> (String, Entry) {
        let source = format!("---\n{yaml}---\n");
        let entry = FrontMatter::read(&source).unwrap().entries.remove(0);
        (source, entry)
    }

    #[test]
    fn lists() {
        let check = |yaml, style| {
            let (source, entry) = first(yaml);
            assert_eq!(of_list(&source, &entry), style, "{yaml}");
        };
        check("a: [x]\n", Some(ListStyle::Inline));
        check("a: [\n  x\n]\n", Some(ListStyle::Lines));
        check("a:\n  - x\n", Some(ListStyle::Indented));
        check("a:\n- x\n", Some(ListStyle::Flush));
        check("a: []\n", None);
    }

    #[test]
    fn quotes() {
        let check = |yaml, style| {
            let (source, entry) = first(yaml);
            assert_eq!(of_quotes(&source, &entry.value), style, "{yaml}");
        };
        check("a: x\n", Some(QuoteStyle::Plain));
        check("a: 'x'\n", Some(QuoteStyle::Single));
        check("a: \"x\"\n", Some(QuoteStyle::Double));
        check("a: \"yes\"\n", None);
        check("a: 'x: y'\n", None);
        check("a: |\n  x\n", None);
    }
}
