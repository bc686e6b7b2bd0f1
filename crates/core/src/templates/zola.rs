//! Owns Zola's shortcodes (<https://www.getzola.org/documentation/content/shortcodes/>).
//!
//! Zola reads them before Markdown, in code as well. `{{ name(key="value") }}` stands alone, `{% name() %}` has a body up
//! to `{% end %}`; with `/*` and `*/` inside the delimiters it is text. Whatever has no parentheses is text, too.

use super::Language;
use super::arguments::arguments;
use super::call::{Role, Tag};
use super::cursor::{Cursor, unended};
use crate::span::Span;

pub(super) fn scan(source: &str, from: usize) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut open = 0usize;
    let mut at = from;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        at = start + 1;
        let rest = source.get(start..).unwrap_or("");
        let close = match rest.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => continue,
        };
        let Some(tag) = tag(source, start, close) else { continue };
        match tag.role {
            // An `end` that belongs to nothing is text.
            Role::Closes if open == 0 => continue,
            Role::Closes => open -= 1,
            Role::MustOpen => open += 1,
            _ => {}
        }
        at = tag.span.end.max(at);
        tags.push(tag);
    }
    tags
}

fn tag(source: &str, start: usize, close: &'static str) -> Option<Tag> {
    let mut cursor = Cursor::new(source, start + 2);
    let is_text = cursor.takes("/*");
    cursor.skip_space();
    let name = cursor.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    cursor.skip_space();
    let is_end = name == "end" && close == "%}" && !cursor.sees("(");
    let inside = if is_end { Span::new(cursor.at, cursor.at) } else { in_parentheses(&mut cursor)? };
    cursor.skip_space();
    let after = cursor.at;
    let is_ended = (!is_text || cursor.takes("*/")) && cursor.takes(close);
    let mut tag = Tag {
        language: Language::Zola,
        span: Span::new(start, cursor.at),
        name: if is_end { String::new() } else { name.to_owned() },
        arguments: arguments(source, inside),
        role: match close {
            _ if is_end => Role::Closes,
            "%}" => Role::MustOpen,
            _ => Role::Alone,
        },
        problem: None,
    };
    // Arguments all have names; without them it is an expression of another language, shown in some code.
    if tag.arguments.iter().any(|argument| argument.name.is_none()) || (is_end && !is_ended) {
        return None;
    }
    if !is_ended {
        if is_text {
            return None;
        }
        tag.span = unended(source.get(..after).unwrap_or(source), start, &[]);
        tag.role = Role::Alone;
        tag.problem = Some(format!("This shortcode has no `{close}` at its end."));
    } else if is_text {
        let text = tag.span.slice(source).replacen("/*", "", 1);
        let (before, after) = text.rsplit_once("*/")?;
        tag.role = Role::Becomes(format!("{before}{after}"));
    }
    Some(tag)
}

/// What is between the parenthesis that comes now and the one that closes it.
fn in_parentheses(cursor: &mut Cursor<'_>) -> Option<Span> {
    if !cursor.takes("(") {
        return None;
    }
    let start = cursor.at;
    loop {
        match cursor.next()? {
            ')' => return Some(Span::new(start, cursor.at - 1)),
            quote @ ('"' | '\'' | '`') => {
                cursor.take_until(match quote {
                    '"' => "\"",
                    '\'' => "'",
                    _ => "`",
                })?;
            }
            // A delimiter can only stand in quotes.
            '{' | '}' => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::templates::tests::{html, problems};
    use insta::assert_snapshot;

    #[test]
    fn shortcodes_with_and_without_body() {
        assert_snapshot!(html("zola", "a {{ b(c=1, d=\"e\") }}\n\n{% quote(author='F') %}\ng *h*\n{% end %}\n\n```\n{{ i() }}\n```\n"), @r##"
        <p>a <span class="template-card"><span class="template-card-name">b</span> <span class="template-card-argument">c: 1</span> <span class="template-card-argument">d: e</span></span></p>
        <div class="template-card" role="note">
        <p class="template-card-label"><span class="template-card-name">quote</span> <span class="template-card-argument">author: F</span></p>
        <div class="template-card-content">
        <p>g <em>h</em></p>
        </div>
        </div>
        <pre><code><span class="template-card"><span class="template-card-name">i</span></span>
        </code></pre>
        "##);
    }

    #[test]
    fn what_is_text() {
        let source = "{{/* a(b=1) */}} {{ c }} {{ d('e') }} {% end %}\n\n{%/* f() */%}g{%/* end */%}\n";
        assert_eq!(
            html("zola", source),
            "<p>{{ a(b=1) }} {{ c }} {{ d('e') }} {% end %}</p>\n<p>{% f() %}g{% end %}</p>\n"
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(problems("zola", "{{ a(b=1)\n\nc\n")[0].1, "This shortcode has no `}}` at its end.");
        assert_eq!(problems("zola", "{% a() %}\nb\n")[0].1, "Nothing after this closes `a`.");
    }
}
