//! Owns the rule `hard-tab`.

use crate::rule::rule;
use crate::{Context, Facts, Fix, Kind, Line, Place, comments, list_items};
use foreword_core::{Edit, Span};
use pulldown_cmark::{CodeBlockKind, Event, Tag};

rule! {
    /// A tab stands where spaces do the same.
    ///
    /// **Why.** A tab is as wide as each program likes. Markdown counts columns to tell lists and code from text,
    /// so what looks right in one editor is wrong in another. Tabs in fenced code and raw HTML are left alone: some
    /// languages need them, and no program counts them.
    ///
    #[doc = " ````md bad"]
    #[doc = " Soup\twith bread"]
    /// ````
    ///
    /// ````md bad
    /// - Soup
    #[doc = " \t- Bread"]
    /// ````
    ///
    /// ````md bad code_blocks=true
    /// ```text
    #[doc = " soup\tbread"]
    /// ```
    /// ````
    ///
    /// ````md good
    /// - Soup
    ///   - Bread
    /// ````
    ///
    /// ````md good
    /// ```makefile
    /// soup:
    #[doc = " \tboil"]
    /// ```
    /// ````
    ///
    /// ````md good code_blocks=true ignore_code_languages=makefile,go
    /// ```makefile
    /// soup:
    #[doc = " \tboil"]
    /// ```
    /// ````
    ///
    /// **Fix.** Puts spaces in its place: as many as it is wide where it indents.
    ///
    /// **Source.** markdownlint MD010; CommonMark 0.31.2, section 2.2.
    HARD_TAB {
        id: "hard-tab",
        aliases: ["MD010"],
        group: Markdown,
        severity: Info,
        choices: [
            "code_blocks" = "indented": "Which code to look at: `true` for all and raw HTML too, `false` for none, `indented` for code without fences.",
            "ignore_code_languages" = "": "Languages of code that may hold tabs all the same.",
            "spaces_per_tab" = "1": "How many spaces take the place of a tab between words.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, facts) = (cx.source(), cx.facts);
    let in_code = cx.is_on("code_blocks");
    let unfenced =
        if cx.chosen("code_blocks") == "false" { Vec::new() } else { unfenced_code(facts, source) };
    let between_words = cx.number("spaces_per_tab").unwrap_or(1).max(1);
    let comments = comments::of(facts, source);
    // A heading's id can tell a tab from a space.
    let headings: Vec<Span> = facts.all(Kind::Heading).map(|heading| heading.span).collect();
    let ignored = if in_code { ignored_code(cx) } else { Vec::new() };
    let mut tabs = Vec::new();
    for line in &facts.lines {
        let passed_over = match line.place {
            Place::FrontMatter => true,
            Place::Html => !in_code,
            Place::Code if in_code => comments::hold(&ignored, line.span.start),
            Place::Code => !comments::hold(&unfenced, line.span.end.saturating_sub(1)),
            _ => false,
        };
        if passed_over || !line.text(source).contains('\t') {
            continue;
        }
        tabs.clear();
        tabs.extend(runs(source, line).filter(|tab| {
            let is_plain = in_code || !facts.is_literal(tab.start);
            (is_plain || comments::hold(&unfenced, tab.end)) && !comments::hold(&comments, tab.start)
        }));
        let Some(first) = tabs.first() else { continue };
        // What is at the end of a line could break it, and programs do not agree on a tab before `>`.
        let means = |tab: &Span| {
            facts.is_literal(tab.start)
                || !(indents(source, line, *tab) || is_between_words(source, *tab))
                || comments::hold(&headings, tab.start) && !indents(source, line, *tab)
                || source
                    .get(tab.end..line.span.end)
                    .is_none_or(|rest| rest.trim().is_empty() || rest.starts_with('>'))
        };
        let safe = !tabs.iter().any(means);
        let edits =
            tabs.iter().map(|tab| Edit::replace(*tab, spaces(source, line, *tab, between_words))).collect();
        let fix = Fix { title: "Use spaces".to_owned(), safe, edits };
        let message = if first.start == line.span.start {
            "This line is indented with a tab."
        } else {
            "There is a tab in this line."
        };
        cx.report(*first, message, vec![fix]);
    }
}

/// The runs of tabs in a line.
fn runs<'s>(source: &'s str, line: &Line) -> impl Iterator<Item = Span> + use<'s> {
    let (text, start) = (line.text(source), line.span.start);
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = at + text.get(at..)?.find('\t')?;
        at = found + text.get(found..)?.bytes().take_while(|byte| *byte == b'\t').count();
        Some(Span::new(start + found, start + at))
    })
}

/// Whether only the signs of quotes, white space and one bullet or number stand before a tab.
fn indents(source: &str, line: &Line, tab: Span) -> bool {
    let before = source.get(line.span.start..tab.start).unwrap_or("");
    let marker = before.trim_matches([' ', '\t', '>']);
    let number = marker.strip_suffix(['.', ')']).unwrap_or("-");
    matches!(marker, "" | "-" | "*" | "+") || number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether words stand on both sides of a tab, so that a space does the same.
fn is_between_words(source: &str, tab: Span) -> bool {
    let (before, after) = (source.get(..tab.start), source.get(tab.end..));
    before.is_some_and(|before| before.ends_with(char::is_alphabetic))
        && after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
}

/// What takes the place of tabs: as many columns as they are wide where they indent.
fn spaces(source: &str, line: &Line, tabs: Span, between_words: usize) -> String {
    if !indents(source, line, tabs) {
        return " ".repeat(tabs.len() * between_words);
    }
    let before = source.get(line.span.start..tabs.start).unwrap_or("");
    let column = list_items::width(before, 0);
    " ".repeat(4 - column % 4 + (tabs.len() - 1) * 4)
}

/// Code without fences: blocks that are indented and code in a line of text.
fn unfenced_code(facts: &Facts, source: &str) -> Vec<Span> {
    let blocks = facts.all(Kind::CodeBlock).map(|block| block.span);
    let indented = blocks.filter(|block| !block.slice(source).starts_with(['`', '~']));
    let mut found: Vec<Span> = indented.chain(facts.all(Kind::Code).map(|code| code.span)).collect();
    found.sort_unstable();
    found
}

/// The code blocks in languages that may hold tabs.
fn ignored_code(cx: &Context<'_, '_>) -> Vec<Span> {
    let is_ignored = |number: usize| match cx.document.events.get(number) {
        Some((Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), _)) => {
            let language = info.split_whitespace().next().unwrap_or("");
            cx.words("ignore_code_languages").any(|ignored| ignored.eq_ignore_ascii_case(language))
        }
        _ => false,
    };
    cx.facts
        .all(Kind::CodeBlock)
        .filter(|block| is_ignored(block.events.start))
        .map(|block| block.span)
        .collect()
}
