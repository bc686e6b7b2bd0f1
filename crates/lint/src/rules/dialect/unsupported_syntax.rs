//! Owns the rule `unsupported-syntax`.

use crate::rule::rule;
use crate::{Context, Kind, Place};
use foreword_core::Span;
use foreword_core::dialects::{Alerts, Footnotes, Strikethrough, TaskLists};

rule! {
    /// An extension of Markdown is used that this generator does not have, so that readers see its signs.
    ///
    /// **Why.** Footnotes, tasks, definitions, notices in quotes (`> [!NOTE]`), and struck or marked text are
    /// extensions. Each generator has others, and shows the rest as it is written.
    ///
    /// ````md bad eleventy
    /// - [ ] Close the weir
    /// ````
    ///
    /// ````md bad eleventy
    /// The weir is closed.[^1]
    ///
    /// [^1]: Since Monday.
    /// ````
    ///
    /// ````md bad jekyll
    /// > [!NOTE]
    /// > The weir is closed.
    /// ````
    ///
    /// ````md bad zola
    /// Weir
    /// : A low dam.
    /// ````
    ///
    /// ````md bad hugo
    /// The ==weir== is closed.
    /// ````
    ///
    /// ````md good hugo
    /// Weir
    /// : A low dam.
    ///
    /// - [ ] Close the weir
    /// ````
    ///
    /// **Source.** The pages on Markdown of each generator, and what each makes of it.
    UNSUPPORTED_SYNTAX { id: "unsupported-syntax", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let settings = &cx.document.settings;
    if settings.footnotes == Footnotes::Off {
        footnotes(cx);
    }
    if settings.task_lists == TaskLists::Off {
        tasks(cx);
    }
    // With Hugo the theme makes notices of quotes, or the site itself.
    if settings.alerts == Alerts::Off && cx.document.choice.dialect.id != "hugo" {
        alerts(cx);
    }
    if !settings.definition_lists {
        definitions(cx);
    }
    let source = cx.source();
    let facts = cx.facts;
    for prose in &facts.prose {
        if settings.strikethrough == Strikethrough::Off {
            between(cx, prose.slice(source), prose.start, "~~", "strikes nothing out");
        }
        between(cx, prose.slice(source), prose.start, "==", "marks nothing");
    }
}

fn report(cx: &mut Context<'_, '_>, span: Span, what: &str) {
    let dialect = cx.document.choice.dialect;
    let name = if dialect.id == "generic" { "The usual Markdown" } else { dialect.name };
    cx.report(span, format!("{name} {what}: readers see the signs."), Vec::new());
}

/// Each `~~text~~` or `==text==` that was left as text.
fn between(cx: &mut Context<'_, '_>, text: &str, start: usize, sign: &str, what: &str) {
    let first = sign.get(..1).unwrap_or("");
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(sign)) {
        let open = at + found;
        let inside_from = open + sign.len();
        at = inside_from;
        let before = text.get(..open).unwrap_or("").chars().next_back();
        let rest = text.get(inside_from..).unwrap_or("");
        let opens = rest.starts_with(|c: char| c.is_alphanumeric())
            && !before.is_some_and(|c| c.is_alphanumeric() || first.starts_with(c) || "!<>".contains(c));
        let Some(length) = rest.find(sign).filter(|_| opens) else { continue };
        let inside = rest.get(..length).unwrap_or("");
        let after = rest.get(length + sign.len()..).unwrap_or("").chars().next();
        let closes =
            !inside.ends_with(' ') && !after.is_some_and(|c| c.is_alphanumeric() || first.starts_with(c));
        if closes && !inside.contains('\n') {
            let end = inside_from + length + sign.len();
            report(cx, Span::new(start + open, start + end), what);
            at = end;
        }
    }
}

/// A note is a line of text, or, where it is a single word, the address of a link.
fn footnotes(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    let note = facts.lines.iter().filter(|line| line.place == Place::Text).find_map(|line| {
        let text = line.content(source);
        let end = text.starts_with("[^").then(|| text.find("]:")).flatten()?;
        let start = line.span.end - text.len();
        Some(Span::new(start, start + end + 2))
    });
    if let Some(span) = note {
        report(cx, span, "has no footnotes by itself");
    }
}

fn tasks(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for item in facts.all(Kind::Item) {
        let text = item.inner.slice(source);
        let is_task = ["[ ] ", "[x] ", "[X] "].iter().any(|mark| text.starts_with(mark));
        if is_task {
            let start = item.inner.start;
            return report(cx, Span::new(start, start + 3), "has no boxes for tasks by itself");
        }
    }
}

fn alerts(cx: &mut Context<'_, '_>) {
    const KINDS: [&str; 5] = ["note]", "tip]", "important]", "warning]", "caution]"];
    let source = cx.source();
    let facts = cx.facts;
    for quote in facts.all(Kind::Quote) {
        let text = quote.inner.slice(source);
        let kind = text
            .strip_prefix("[!")
            .and_then(|rest| KINDS.iter().find(|kind| crate::addresses::strip_prefix(rest, kind).is_some()));
        if let Some(kind) = kind {
            let start = quote.inner.start;
            report(cx, Span::new(start, start + 2 + kind.len()), "makes no notice by itself");
        }
    }
}

fn definitions(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for paragraph in facts.all(Kind::Paragraph) {
        let lines = facts.lines_of(source, paragraph.span);
        let mut inside = facts.lines.get(lines).unwrap_or(&[]).iter();
        let first = inside.next();
        let Some(second) = inside.next() else { continue };
        // A term is short and no sentence.
        let is_term = first.is_some_and(|line| {
            line.span.len() < 60 && !line.text(source).trim_end().ends_with(['.', ':', ','])
        });
        let text = second.content(source);
        if is_term && (text.starts_with(": ") || text.starts_with(":   ")) {
            report(
                cx,
                Span::new(second.span.end - text.len(), second.span.end),
                "has no lists of definitions by itself",
            );
        }
    }
}
