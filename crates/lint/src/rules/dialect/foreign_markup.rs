//! Owns the rule `foreign-markup`.

use crate::rule::rule;
use crate::{Context, Fix, Kind, Place, near};
use foreword_core::{Edit, Span};

rule! {
    /// Markup that another generator understands is published as text.
    ///
    /// **Why.** Readers see it. Looked for are boxes with `:::` (Docusaurus and others), attributes in `{: }`
    /// (Jekyll), places for a table of contents such as `[[toc]]`, and links in `[[ ]]` (wikis).
    ///
    /// ````md bad hugo
    /// :::warning
    /// The weir is closed.
    /// :::
    /// ````
    ///
    /// ````md bad hugo
    /// [The map](https://example.org/map){:target="_blank"} shows the weir.
    /// ````
    ///
    /// ````md bad zola
    /// [[toc]]
    /// ````
    ///
    /// ````md bad jekyll
    /// It was at [[The old mill]] that we met.
    /// ````
    ///
    /// ````md good docusaurus
    /// :::warning
    /// The weir is closed.
    /// :::
    /// ````
    ///
    /// **Fix.** Removes attributes and places for a table of contents. What a box or a wiki's link should become, only
    /// a person can say.
    ///
    /// **Source.** The syntax pages of kramdown, Docusaurus and Obsidian.
    FOREIGN_MARKUP { id: "foreign-markup", group: Dialect, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let id = cx.document.choice.dialect.id;
    if matches!(id, "generic" | "commonmark") {
        return;
    }
    // Starlight, for Astro, has such boxes, and Eleventy's parser has a plugin for them.
    if !matches!(id, "docusaurus" | "astro" | "astro-remark" | "eleventy") {
        boxes(cx);
    }
    if id != "jekyll" {
        attributes(cx);
    }
    // What a shortcode holds may be anything.
    let calls = paired(cx);
    double_brackets(cx, &calls);
}

/// What is between the tags of calls, the outermost only, in order.
fn paired(cx: &Context<'_, '_>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for inner in cx.document.calls.iter().filter_map(foreword_core::templates::Call::inner) {
        if found.last().is_none_or(|last| last.end <= inner.start) {
            found.push(inner);
        }
    }
    found
}

fn name(cx: &Context<'_, '_>) -> &'static str {
    cx.document.choice.dialect.name
}

fn boxes(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for line in facts.lines.iter().filter(|line| line.place == Place::Text) {
        let text = line.content(source);
        let word = text.trim_start_matches(':');
        let colons = text.len() - word.len();
        if colons >= 3 && word.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()) {
            let message = format!("{} has no boxes with “:::” and shows this as text.", name(cx));
            cx.report(Span::new(line.span.end - text.len(), line.span.end), message, Vec::new());
        }
    }
}

fn attributes(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let facts = cx.facts;
    for prose in &facts.prose {
        let text = prose.slice(source);
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find("{:")) {
            let start = at + found;
            at = start + 2;
            let rest = text.get(start..).unwrap_or("");
            let Some(end) = near::find(rest, "}") else { continue };
            let inside = rest.get(2..end).unwrap_or("").trim_start();
            let is_list = inside.starts_with(['.', '#']) || inside.contains('=') || inside == "toc";
            if !is_list {
                continue;
            }
            let span = Span::new(prose.start + start, prose.start + start + end + 1);
            let fix = Fix::suggested("Remove the attributes", vec![Edit::replace(span, "")]);
            let message = format!("{} does not read attributes in “{{: }}” and shows them.", name(cx));
            cx.report(span, message, vec![fix]);
            at = start + end;
        }
    }
}

/// What stands for a table of contents somewhere.
const CONTENTS: [&str; 5] = ["[[toc]]", "[[_toc_]]", "[toc]", "[[toc]].", "${toc}"];

fn double_brackets(cx: &mut Context<'_, '_>, calls: &[Span]) {
    let source = cx.source();
    let facts = cx.facts;
    let id = cx.document.choice.dialect.id;
    for paragraph in facts.all(Kind::Paragraph) {
        let span = paragraph.span.trim_end(source);
        let text = span.slice(source);
        // A plugin of Eleventy's parser has it so.
        let is_contents = text.len() < 12 && CONTENTS.contains(&text.to_ascii_lowercase().as_str());
        if is_contents && id != "eleventy" {
            let fix = Fix::suggested("Remove it", vec![Edit::replace(span, "")]);
            cx.report(span, format!("{} makes no table of contents of “{text}”.", name(cx)), vec![fix]);
        }
    }
    for prose in &facts.prose {
        let after = calls.partition_point(|call| call.start <= prose.start);
        if after.checked_sub(1).and_then(|at| calls.get(at)).is_some_and(|call| call.contains(prose.start)) {
            continue;
        }
        let text = prose.slice(source);
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find("[[")) {
            let start = at + found;
            at = start + 2;
            let Some(length) = text.get(at..).and_then(|rest| near::find(rest, "]]")) else { continue };
            let inside = text.get(at..at + length).unwrap_or("");
            // Arrays and tests of shells have such brackets, too; the name of a page begins with a letter.
            let is_page = inside.starts_with(char::is_alphabetic)
                && inside.len() > 3
                && !inside.contains(['[', '\n', '=', '"'])
                && !inside.eq_ignore_ascii_case("toc");
            if is_page && !inside.to_ascii_lowercase().starts_with("_toc") {
                let span = Span::new(prose.start + start, prose.start + at + length + 2);
                cx.report(span, format!("{} makes no link of “[[{inside}]]”.", name(cx)), Vec::new());
            }
            at += length;
        }
    }
}
