//! Owns the rule `undefined-reference`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A link names a reference that nothing in the post defines.
    ///
    /// **Why.** It is no link: readers see the brackets.
    ///
    /// ````md bad
    /// We went to [Amsterdam][amsterdm] first.
    ///
    /// [amsterdam]: https://example.org/amsterdam
    /// ````
    ///
    /// ````md bad
    /// See [the notes][].
    /// ````
    ///
    /// ````md good
    /// We went to [Amsterdam][amsterdam] first.
    ///
    /// [amsterdam]: https://example.org/amsterdam
    /// ````
    ///
    /// **Fix.** Uses a defined reference of almost the same name, or adds a definition at the end of the post.
    ///
    /// **Source.** CommonMark 0.31.2, section 6.3; markdownlint MD052.
    UNDEFINED_REFERENCE { id: "undefined-reference", aliases: ["MD052"], group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    for reference in &document.undefined {
        let mut fixes = Vec::new();
        let near = document
            .definitions
            .iter()
            .map(|definition| (distance(&reference.label, &definition.label), &definition.label))
            .min()
            .filter(|(distance, label)| *distance * 3 <= label.chars().count());
        if let (Some((_, label)), Some(place)) = (near, label_span(document.source, reference.span)) {
            fixes.push(Fix::suggested(format!("Use the reference [{label}]"), vec![Edit::replace(place, label.as_str())]));
        }
        let end = document.source.len();
        let line_end = if document.source.contains("\r\n") { "\r\n" } else { "\n" };
        let gap = if document.source.ends_with('\n') { line_end.to_owned() } else { line_end.repeat(2) };
        let definition = format!("{gap}[{}]: https://{line_end}", reference.label);
        fixes.push(Fix::suggested(format!("Add a definition of [{}] at the end", reference.label), vec![Edit::insert(end, definition)]));
        cx.report(reference.span, format!("Nothing in the post defines the reference [{}].", reference.label), fixes);
    }
}

/// What is between the last brackets of `[text][label]`; in `[label][]`, between the first.
fn label_span(source: &str, span: Span) -> Option<Span> {
    let link = span.slice(source);
    let last = link.rfind('[')?;
    if link.get(last..)? == "[]" {
        let end = last.checked_sub(1)?;
        return link.starts_with('[').then(|| Span::new(span.start + 1, span.start + end));
    }
    link.ends_with(']').then(|| Span::new(span.start + last + 1, span.end - 1))
}

/// Longer labels are never near each other in a useful way, and the distance costs their product.
const LONGEST_COMPARED: usize = 60;

/// Levenshtein distance without regard to case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    if a.len().max(b.len()) > LONGEST_COMPARED {
        return usize::MAX / 3;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let up = *cell;
            let here = (diagonal + usize::from(x != y)).min(up + 1).min(left + 1);
            diagonal = up;
            left = here;
            *cell = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distances() {
        assert_eq!(distance("amsterdm", "Amsterdam"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
