//! Owns container directives (<https://talk.commonmark.org/t/generic-directives-plugins-syntax/444>) and what
//! Docusaurus makes of them (<https://docusaurus.io/docs/markdown-features/admonitions>).
//!
//! `:::name[Title]{key=value}` on a line of its own begins one, a line of as many colons or more ends it.

use super::Language;
use super::arguments::arguments;
use super::call::{Argument, Call, Role, Shows, Tag};
use super::code::{after_fence, line, next_line};
use super::cursor::Cursor;
use super::markup::Markup;
use crate::span::Span;

/// The name under which the title is an argument.
const TITLE: &str = "title";

/// Containers inside each other beyond this are text.
const DEEPEST: usize = 100;

pub(super) fn scan(source: &str, from: usize) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    if !source.get(from..).is_some_and(|body| body.contains(":::")) {
        return tags;
    }
    // Containers that are open: how many colons, which name.
    let mut open: Vec<(usize, String)> = Vec::new();
    let mut at = from;
    while at < source.len() {
        if let Some(after) = after_fence(source, at) {
            at = after;
            continue;
        }
        let text = line(source, at);
        let trimmed = text.trim();
        let colons = trimmed.len() - trimmed.trim_start_matches(':').len();
        if colons >= 3 {
            let start = at + text.len() - text.trim_start().len();
            let span = Span::new(start, start + trimmed.len());
            if colons < trimmed.len() {
                if let Some(tag) = opening(source, span, colons).filter(|_| open.len() < DEEPEST) {
                    open.push((colons, tag.name.clone()));
                    tags.push(tag);
                }
            } else {
                // The outermost container that these colons are enough for ends, and all inside of it.
                let outermost = open.iter().position(|(count, _)| *count <= colons);
                let name = outermost.and_then(|index| open.drain(index..).next()).map(|(_, name)| name);
                tags.push(Tag {
                    language: Language::Directives,
                    span,
                    name: name.unwrap_or_else(|| ":::".to_owned()),
                    arguments: Vec::new(),
                    role: Role::Closes,
                    problem: None,
                });
            }
        }
        at = next_line(source, at);
    }
    tags
}

fn opening(source: &str, span: Span, colons: usize) -> Option<Tag> {
    let text = source.get(..span.end)?;
    let mut cursor = Cursor::new(text, span.start + colons);
    cursor.skip_space();
    let name = cursor.take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let mut given = Vec::new();
    let mut problem = None;
    let title_start = cursor.at;
    if cursor.takes("[") {
        match balanced(&mut cursor) {
            Some(title) => given.push(title_argument(title, Span::new(title_start, cursor.at))),
            None => problem = Some("The title of this directive has no `]` at its end.".to_owned()),
        }
    }
    if cursor.takes("{") {
        let inside = Span::new(cursor.at, span.end - usize::from(cursor.rest().ends_with('}')));
        given.extend(arguments(source, inside));
    } else {
        let title = cursor.rest().trim();
        if !title.is_empty() && problem.is_none() {
            given.push(title_argument(title, Span::new(span.end - title.len(), span.end)));
        }
    }
    Some(Tag {
        language: Language::Directives,
        span,
        name: name.to_owned(),
        arguments: given,
        role: Role::MustOpen,
        problem,
    })
}

fn title_argument(title: &str, span: Span) -> Argument {
    Argument { name: Some(TITLE.to_owned()), value: title.to_owned(), span }
}

/// The text up to the bracket that closes the one before it.
fn balanced<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    let start = cursor.at;
    let mut depth = 1usize;
    while let Some(next) = cursor.next() {
        match next {
            '[' => depth += 1,
            ']' if depth == 1 => return cursor.source.get(start..cursor.at - 1),
            ']' => depth -= 1,
            '\\' => {
                cursor.next();
            }
            _ => {}
        }
    }
    None
}

/// Admonitions of Docusaurus and the class of their colours
/// (<https://github.com/facebook/docusaurus/tree/main/packages/docusaurus-theme-classic/src/theme/Admonition>).
const ADMONITIONS: [(&str, &str); 9] = [
    ("note", "secondary"),
    ("tip", "success"),
    ("info", "info"),
    ("warning", "warning"),
    ("danger", "danger"),
    ("caution", "warning"),
    ("secondary", "secondary"),
    ("important", "info"),
    ("success", "success"),
];

pub(super) fn show(call: &Call) -> Option<Shows> {
    let (name, colour) = ADMONITIONS.iter().find(|(name, _)| *name == call.name)?;
    call.inner()?;
    let class = format!("theme-admonition theme-admonition-{name} alert alert--{colour}");
    Markup::default()
        .open("div", &[("class", Some(&class))])
        .html("<div>")
        .markdown(call.named(TITLE).unwrap_or(name))
        .html("</div><div>\n")
        .content()
        .html("</div></div>")
        .shows()
}

#[cfg(test)]
mod tests {
    use crate::templates::tests::{html, problems};
    use insta::assert_snapshot;

    #[test]
    fn admonitions() {
        assert_snapshot!(html("docusaurus", ":::note\na *b*\n:::\n\n:::tip[Some *title*]\n\n- c\n\n:::\n\n- d\n\n  ::::warning Plain\n  e\n\n  :::danger\n  f\n  :::\n\n  ::::\n"), @r##"
        <div class="theme-admonition theme-admonition-note alert alert--secondary"><div>note</div><div>
        <p>a <em>b</em></p>
        </div></div>
        <div class="theme-admonition theme-admonition-tip alert alert--success"><div>Some <em>title</em></div><div>
        <ul>
        <li>c</li>
        </ul>
        </div></div>
        <ul>
        <li>
        <p>d</p>
        <div class="theme-admonition theme-admonition-warning alert alert--warning"><div>Plain</div><div>
        <p>e</p>
        <div class="theme-admonition theme-admonition-danger alert alert--danger"><div>danger</div><div>
        <p>f</p>
        </div></div>
        </div></div>
        </li>
        </ul>
        "##);
    }

    #[test]
    fn others_are_cards() {
        assert_snapshot!(html("docusaurus", "text\n:::video{src=\"a.mp4\" #id}\nb\n:::\nmore\n\n```\n:::note\n```\n"), @r##"
        <p>text</p>
        <div class="template-card" role="note">
        <p class="template-card-label"><span class="template-card-name">video</span> <span class="template-card-argument">src: a.mp4</span> <span class="template-card-argument">#id</span></p>
        <div class="template-card-content">
        <p>b</p>
        </div>
        </div>
        <p>more</p>
        <pre><code>:::note
        </code></pre>
        "##);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(problems("docusaurus", ":::note\na\n")[0].1, "Nothing after this closes `note`.");
        assert_eq!(problems("docusaurus", "a\n\n:::\n")[0].1, "Nothing before this opens `:::`.");
        assert_eq!(
            problems("docusaurus", ":::note[a\nb\n:::\n")[0].1,
            "The title of this directive has no `]` at its end."
        );
    }
}
