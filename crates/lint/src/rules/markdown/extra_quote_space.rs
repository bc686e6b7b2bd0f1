//! Owns the rule `extra-quote-space`.

use crate::order;
use crate::rule::rule;
use crate::{Context, Element, Fix, Kind, Line, Place};
use foreword_core::{Edit, Span};

rule! {
    /// More than one space stands between the `>` of a block quote and what it quotes.
    ///
    /// **Why.** Readers see no difference, but two or three more spaces make it code.
    ///
    /// ````md bad
    /// >  Soup is hot.
    /// ````
    ///
    /// ````md bad
    /// > Soup:
    /// >
    /// >  - Tomato
    /// ````
    ///
    /// ````md good
    /// > Soup is hot.
    /// >
    /// > - Tomato
    /// >   - Cherry tomato
    /// ````
    ///
    /// ````md bad list_items=false
    /// > Soup:
    /// >
    /// > - Tomato
    /// >
    /// >  Bread
    /// ````
    ///
    /// **Fix.** Leaves one space.
    ///
    /// **Source.** markdownlint MD027; CommonMark 0.31.2, section 5.1.
    EXTRA_QUOTE_SPACE {
        id: "extra-quote-space",
        aliases: ["MD027"],
        group: Markdown,
        severity: Info,
        choices: ["list_items" = "true": "Whether to look at lists in block quotes too."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let (source, facts) = (cx.source(), cx.facts);
    let with_lists = cx.is_on("list_items");
    let mut containers: Vec<&Element> = facts.all(Kind::Quote).collect();
    if containers.is_empty() {
        return;
    }
    containers.extend(facts.all(Kind::Item).chain(facts.all(Kind::Footnote)));
    order::by_key(&mut containers, |element| (element.span.start, element.events.start, 0));
    let mut starting = containers.into_iter().peekable();
    // What began on a line before and goes on.
    let mut open: Vec<&Element> = Vec::new();
    let mut new: Vec<&Element> = Vec::new();
    for line in &facts.lines {
        open.append(&mut new);
        while open.last().is_some_and(|last| last.span.end <= line.span.start) {
            open.pop();
        }
        while let Some(element) = starting.next_if(|element| element.span.start < line.span.end) {
            new.push(element);
        }
        if line.place == Place::Code || line.text(source).trim().is_empty() {
            continue;
        }
        if let Some((space, in_list)) = extra_space(source, line, &open, &new)
            && (with_lists || !in_list)
        {
            // What belongs to an item must stay as far from its text as it is. Where so much space does not make code,
            // it keeps the line from being anything but text.
            let is_wide = space.len() > 3 || line.text(source).contains('\t');
            let safe = !in_list && !is_wide && !facts.is_literal(line.span.end.saturating_sub(1));
            let fix =
                Fix { title: "Leave one space".to_owned(), safe, edits: vec![Edit::replace(space, "")] };
            cx.report(space, "There is more than one space after “>”.", vec![fix]);
        }
    }
}

/// The first white space that a `>` does not need, and whether a list stands there.
fn extra_space(source: &str, line: &Line, open: &[&Element], new: &[&Element]) -> Option<(Span, bool)> {
    let mut at = line.span.start;
    let mut after_sign = false;
    let white = |at: usize| {
        let rest = Span::new(at, line.span.end).slice(source);
        Span::new(at, line.span.end - rest.trim_start_matches([' ', '\t']).len())
    };
    let mut in_list = false;
    for (element, is_new) in
        open.iter().map(|element| (element, false)).chain(new.iter().map(|element| (element, true)))
    {
        let space = white(at);
        if element.kind == Kind::Quote {
            if !source.get(space.end..)?.starts_with('>') {
                return None;
            }
            if after_sign && !space.is_empty() {
                return Some((space, false));
            }
            at = space.end + 1;
            at += usize::from(source.get(at..line.span.end)?.starts_with([' ', '\t']));
            after_sign = true;
            continue;
        }
        in_list = true;
        if is_new {
            if after_sign && !space.is_empty() {
                return Some((space, true));
            }
            at = element.inner.start.clamp(space.end, line.span.end);
        } else {
            // A line that is not indented as far as the item's text only goes on with its paragraph.
            let first = source.get(..element.inner.start)?.rfind(['\n', '\r']).map_or(0, |end| end + 1);
            at = line.span.start + element.inner.start - first;
            if at > space.end {
                return None;
            }
        }
        after_sign = false;
    }
    let space = white(at);
    (after_sign && !space.is_empty() && space.end < line.span.end).then_some((space, in_list))
}
