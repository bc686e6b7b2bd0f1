//! Owns the rule `repeated-blank-lines`.

use crate::rule::rule;
use crate::{Context, Fix, Line, Place};
use foreword_core::{Edit, Span};

rule! {
    /// There are more blank lines than one between two parts of the post.
    ///
    /// **Why.** One blank line ends a paragraph; more look as if they made room, but readers never see them. In a
    /// site's posts two blank lines may stand beside a heading, a break or raw HTML, to set sections apart.
    ///
    /// ````md bad
    /// Soup is hot.
    ///
    ///
    /// Bread is warm.
    /// ````
    ///
    /// ````md bad maximum=2
    /// Soup is hot.
    ///
    ///
    ///
    /// Bread is warm.
    /// ````
    ///
    /// ````md good
    /// Soup is hot.
    ///
    /// Bread is warm.
    /// ````
    ///
    /// ````md good maximum=2
    /// Soup is hot.
    ///
    ///
    /// Bread is warm.
    /// ````
    ///
    /// **Fix.** Takes them away.
    ///
    /// **Source.** markdownlint MD012; CommonMark 0.31.2, section 4.9.
    REPEATED_BLANK_LINES {
        id: "repeated-blank-lines",
        aliases: ["MD012"],
        group: Markdown,
        severity: Info,
        choices: ["maximum" = "1": "How many blank lines may stand together."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, facts) = (cx.source(), cx.facts);
    let maximum = cx.number("maximum").filter(|maximum| *maximum > 0).unwrap_or(1);
    let lenient = maximum == 1 && cx.is_lenient();
    let mut surplus: Vec<Surplus> = Vec::new();
    let mut count = 0;
    // Blank lines between the front matter and the text part nothing that readers see.
    let mut has_begun = cx.document.front_matter.is_none();
    for (index, line) in facts.lines.iter().enumerate() {
        let is_blank = !matches!(line.place, Place::FrontMatter | Place::Code | Place::Fence)
            && line.text(source).trim_matches([' ', '\t']).is_empty();
        has_begun |= !is_blank && line.place != Place::FrontMatter;
        count = if is_blank && has_begun { count + 1 } else { 0 };
        let next = facts.lines.get(index + 1).map_or(source.len(), |next| next.span.start);
        // What ends with a line break has one more line, which is blank, to markdownlint and to most editors.
        let is_last = next == source.len() && line.span.end < next;
        if count > maximum || (is_last && count == maximum) {
            let whole = Span::new(line.span.start, next);
            let one = Surplus { span: whole, lines: 1, is_last, safe: !facts.is_literal(line.span.start) };
            match surplus.last_mut().filter(|before| lenient && before.span.end == whole.start) {
                Some(before) => {
                    let safe = before.safe && one.safe;
                    let span = Span::new(before.span.start, whole.end);
                    *before = Surplus { span, lines: before.lines + 1, is_last, safe };
                }
                None => surplus.push(one),
            }
        }
    }
    for some in surplus {
        if lenient && some.lines == 1 && !some.is_last && is_beside_division(cx, some.span) {
            continue;
        }
        let title = if some.lines == 1 { "Take this line away" } else { "Take these lines away" };
        let message = match some.lines {
            _ if some.is_last => "The post ends with blank lines.".to_owned(),
            1 => "This blank line is one too many.".to_owned(),
            lines => format!("These are {lines} blank lines too many."),
        };
        let fix = Fix { title: title.to_owned(), safe: some.safe, edits: vec![Edit::replace(some.span, "")] };
        cx.report(some.span, message, vec![fix]);
    }
}

/// Blank lines that are too many.
struct Surplus {
    span: Span,
    lines: usize,
    is_last: bool,
    safe: bool,
}

/// Whether the text before or after blank lines begins or ends a section, or is none.
fn is_beside_division(cx: &Context<'_, '_>, blank: Span) -> bool {
    let (source, lines) = (cx.source(), &cx.facts.lines);
    let at = cx.facts.line_at(blank.start);
    let divides = |line: &Line| {
        let text = line.content(source);
        let begins = ["#", "<", "---", "***", "___", "{{", "{%"].iter().any(|sign| text.starts_with(sign));
        begins || matches!(line.place, Place::Html | Place::Template | Place::FrontMatter)
    };
    let before = lines.get(..at).and_then(|lines| lines.iter().rev().find(|line| !line.is_blank(source)));
    let after = lines.get(at..).and_then(|lines| lines.iter().find(|line| !line.is_blank(source)));
    before.into_iter().chain(after).any(divides)
}
