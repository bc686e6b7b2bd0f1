//! Owns where a header ends and the body begins.
//!
//! Sources: Hugo's and Zola's `+++`, `---` and `{`; Jekyll's end line `...`
//! (<https://jekyllrb.com/docs/front-matter/>); Eleventy's `---json` and `---toml`
//! (<https://www.11ty.dev/docs/data-frontmatter/>).

use super::{End, Format};
use crate::span::Span;

/// U+FEFF, which some editors write at the start of a file. It belongs to neither header nor body.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Where a header stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Its language.
    pub format: Format,
    /// All of it, with both fences and the line end of the last.
    pub span: Span,
    /// The opening fence without its line end.
    pub open: Span,
    /// What is between the fences.
    pub inner: Span,
    /// How it ends.
    pub end: End,
}

/// Finds the header at the start of `source`, after a byte-order mark and blank lines.
pub fn split(source: &str) -> Option<Split> {
    let marked = source.strip_prefix(BYTE_ORDER_MARK).unwrap_or(source);
    let trimmed = marked.trim_start_matches(['\n', '\r', ' ', '\t']);
    let start = source.len() - trimmed.len();
    // Indented by four, or after spaces on its own line, it is body text.
    if source.get(..start).is_some_and(|before| before.ends_with([' ', '\t'])) {
        return None;
    }
    if trimmed.starts_with('{') {
        return json_object(source, start);
    }
    let (open, after) = line_at(source, start)?;
    let (format, fence, ends): (_, _, &[&str]) = match open.slice(source).trim_end() {
        "---" | "---yaml" => (Format::Yaml, "---", &["---", "..."]),
        "---json" => (Format::Json, "---", &["---"]),
        "---toml" => (Format::Toml, "---", &["---"]),
        "+++" => (Format::Toml, "+++", &["+++"]),
        _ => return None,
    };
    let open = open.trim_end(source);
    let mut at = after;
    while let Some((line, next)) = line_at(source, at) {
        if ends.contains(&line.slice(source).trim_end()) {
            return Some(Split {
                format,
                span: Span::new(start, next),
                open,
                inner: Span::new(after, at),
                end: End::Closed,
            });
        }
        at = next;
    }
    let insert_at = guess_end(source, after, format)?;
    Some(Split {
        format,
        span: Span::new(start, insert_at),
        open,
        inner: Span::new(after, insert_at),
        end: End::Missing { insert_at, fence },
    })
}

/// The line that starts at `at`, without its line end, and the start of the next one.
fn line_at(source: &str, at: usize) -> Option<(Span, usize)> {
    let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
    let Some(length) = rest.find(['\n', '\r']) else {
        return Some((Span::new(at, source.len()), source.len()));
    };
    let line_end = if rest.get(length..).is_some_and(|end| end.starts_with("\r\n")) { 2 } else { 1 };
    Some((Span::new(at, at + length), at + length + line_end))
}

/// Where a header without an end fence probably ends: after the last of the lines that look like
/// entries. None where not even the first line does, since then the opening line was no fence
/// (`---` at the start of a text is a thematic break).
fn guess_end(source: &str, from: usize, format: Format) -> Option<usize> {
    let mut at = from;
    let mut end = None;
    while let Some((line, next)) = line_at(source, at) {
        let text = line.slice(source);
        if text.trim().is_empty() || !looks_like_header(text, format) {
            break;
        }
        end = Some(next);
        at = next;
    }
    end
}

fn looks_like_header(line: &str, format: Format) -> bool {
    let line_start = line.trim_start();
    let continues = line.len() > line_start.len() || line_start.starts_with(['#', ']', '}', '"']);
    let separator = match format {
        Format::Yaml => ':',
        Format::Toml => '=',
        Format::Json => return continues || line_start.starts_with(['"', '{']),
    };
    let is_entry = line_start.split_once(separator).is_some_and(|(key, value)| {
        let key = key.trim_end();
        !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || "_-.\"'".contains(c))
            && (format != Format::Yaml || value.is_empty() || value.starts_with([' ', '\t']))
    });
    let is_item = format == Format::Yaml && (line_start == "-" || line_start.starts_with("- "));
    let is_table = format == Format::Toml && line_start.starts_with('[');
    continues || is_entry || is_item || is_table
}

/// A JSON object as a header: `{`, then a key or `}`, up to its closing brace at the end of a line.
/// Hugo: "JSON front matter is a single object, surrounded by braces".
fn json_object(source: &str, start: usize) -> Option<Split> {
    let rest = source.get(start..)?;
    let inside = rest.get(1..)?.trim_start();
    if !inside.starts_with(['"', '}']) {
        return None;
    }
    let mut depth = 0usize;
    let mut in_string = false;
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' if !in_string => depth += 1,
            b'}' if !in_string => {
                depth -= 1;
                if depth == 0 {
                    let close = start + at + 1;
                    let (line, next) = line_at(source, close).unwrap_or((Span::new(close, close), close));
                    if !line.slice(source).trim().is_empty() {
                        return None;
                    }
                    return Some(Split {
                        format: Format::Json,
                        span: Span::new(start, next),
                        open: Span::new(start, start + 1),
                        inner: Span::new(start, close),
                        end: End::Closed,
                    });
                }
            }
            _ => {}
        }
    }
    let (_, after) = line_at(source, start)?;
    let insert_at = guess_end(source, after, Format::Json).unwrap_or(after);
    Some(Split {
        format: Format::Json,
        span: Span::new(start, insert_at),
        open: Span::new(start, start + 1),
        inner: Span::new(start, insert_at),
        end: End::Missing { insert_at, fence: "}" },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, format: Format, inner: &str, body: &str) {
        let split = split(source).expect("a header");
        assert_eq!(split.format, format);
        assert_eq!(split.inner.slice(source), inner);
        assert_eq!(&source[split.span.end..], body);
        assert_eq!(split.end, End::Closed);
    }

    #[test]
    fn every_kind_of_fence() {
        check("---\na: 1\n---\nbody", Format::Yaml, "a: 1\n", "body");
        check("---\na: 1\n...\nbody", Format::Yaml, "a: 1\n", "body");
        check("---  \r\na: 1\r\n--- \r\nbody", Format::Yaml, "a: 1\r\n", "body");
        check("\u{feff}---\na: 1\n---", Format::Yaml, "a: 1\n", "");
        check("\n\n---\n---\n", Format::Yaml, "", "");
        check("---json\n{}\n---\nbody", Format::Json, "{}\n", "body");
        check("---toml\na = 1\n---\nbody", Format::Toml, "a = 1\n", "body");
        check("+++\na = '---'\n+++\nbody", Format::Toml, "a = '---'\n", "body");
        check("{\"a\": \"}\\\"\"}\nbody", Format::Json, "{\"a\": \"}\\\"\"}", "body");
    }

    #[test]
    fn no_header() {
        for source in [
            "",
            "text",
            "---",
            "---\n\ntext",
            "----\na: 1\n----\n",
            "{{< toc >}}\n",
            "{% image %}",
            "    ---\na: 1\n---\n",
            "--- a\n---\n",
            "--- \n\n---\n x",
        ] {
            let split = split(source);
            assert!(split.is_none_or(|split| split.inner.slice(source).trim().is_empty()), "{source:?}");
        }
    }

    #[test]
    fn a_missing_end_is_guessed_after_the_last_entry() {
        let source = "---\ntitle: A\ntags:\n  - x\n- y\n\nBody: text\n";
        let split = split(source).unwrap();
        assert_eq!(split.end, End::Missing { insert_at: 29, fence: "---" });
        assert_eq!(&source[29..], "\nBody: text\n");
    }
}
