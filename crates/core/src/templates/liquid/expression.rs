//! Owns expressions of outputs whose value is known without running anything: texts, paths and simple filters.

use super::super::arguments::arguments;
use crate::span::Span;

/// What a language knows by name.
pub(super) trait Names {
    /// The value of a dotted path.
    fn value(&self, path: &str) -> Option<String>;
    /// What a filter with these arguments makes of a value; none where it is not known.
    fn filter(&self, name: &str, value: String, arguments: &[String]) -> Option<String>;
}

/// The value of an expression: `"text"`, `page.title`, both with `| filter: "argument"` after them.
pub(super) fn evaluate(expression: &str, names: &dyn Names) -> Option<String> {
    let mut steps = split_filters(expression).into_iter();
    let first = steps.next()?.trim();
    let mut value = literal(first).or_else(|| {
        let is_path = first.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
        if is_path && !first.is_empty() { names.value(first) } else { None }
    });
    for step in steps {
        let step = step.trim();
        let (name, rest) = step.split_at(step.find([':', '(', ' ']).unwrap_or(step.len()));
        let rest = rest.trim_start_matches([':', '(', ' ']).trim_end_matches(')');
        let given: Vec<String> =
            arguments(rest, Span::new(0, rest.len())).into_iter().map(|argument| argument.value).collect();
        value = match (name, value) {
            ("default", None) => given.into_iter().next(),
            ("default", Some(value)) if value.is_empty() => given.into_iter().next(),
            ("default", Some(value)) => Some(value),
            (name, Some(value)) => {
                let common = common_filter(name, &value, &given);
                Some(match common {
                    Some(value) => value,
                    None => names.filter(name, value, &given)?,
                })
            }
            (_, None) => return None,
        };
    }
    value
}

/// Filters that both languages have, by the same names.
fn common_filter(name: &str, value: &str, given: &[String]) -> Option<String> {
    Some(match name {
        "escape" | "safe" | "raw" | "strip" | "trim" | "escape_once" | "xml_escape" => {
            value.trim().to_owned()
        }
        "upcase" | "upper" => value.to_uppercase(),
        "downcase" | "lower" => value.to_lowercase(),
        "append" => format!("{value}{}", given.first()?),
        "prepend" => format!("{}{value}", given.first()?),
        _ => return None,
    })
}

/// A text in quotes, or a number.
fn literal(text: &str) -> Option<String> {
    let quote = text.chars().next()?;
    if matches!(quote, '"' | '\'') {
        let inner = text.get(1..)?.strip_suffix(quote)?;
        return (!inner.contains(quote)).then(|| inner.to_owned());
    }
    text.parse::<f64>().is_ok().then(|| text.to_owned())
}

/// The parts between `|` outside of quotes.
fn split_filters(expression: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    let mut quote = None;
    for (at, c) in expression.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '|') => {
                parts.extend(expression.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(expression.get(from..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Page;

    impl Names for Page {
        fn value(&self, path: &str) -> Option<String> {
            (path == "page.title").then(|| "A title".to_owned())
        }

        fn filter(&self, name: &str, value: String, _: &[String]) -> Option<String> {
            (name == "url").then_some(value)
        }
    }

    #[test]
    fn what_is_known() {
        let known = |expression| evaluate(expression, &Page);
        assert_eq!(known("page.title"), Some("A title".to_owned()));
        assert_eq!(known("'a | b' | append: '!' | upcase"), Some("A | B!".to_owned()));
        assert_eq!(known("page.name | default: \"none\""), Some("none".to_owned()));
        assert_eq!(known("\"/x\" | url"), Some("/x".to_owned()));
        assert_eq!(known("page.title | slugify"), None);
        assert_eq!(known("page.name"), None);
        assert_eq!(known("f(1)"), None);
        assert_eq!(known(""), None);
    }
}
