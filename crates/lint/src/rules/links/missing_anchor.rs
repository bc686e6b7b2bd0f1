//! Owns the rule `missing-anchor`.

use crate::nearest::Near;
use crate::rule::rule;
use crate::rules::labels;
use crate::{Context, Fix, Kind, text_of};
use foreword_core::dialects::HeadingIds;
use foreword_core::slug::Slugger;
use foreword_core::{Edit, Span};
use pulldown_cmark::{Event, LinkType, Tag};
use std::collections::HashSet;

rule! {
    /// A link leads to a place in this post that is not there.
    ///
    /// **Why.** Who follows it stays where they are. Headings get their ids from their text, so a link breaks when
    /// a heading is changed.
    ///
    /// ````md bad
    /// See [the map](#the-mpa).
    ///
    /// ## The map
    ///
    /// It is large.
    /// ````
    ///
    /// ````md bad
    /// See [the map](#The-Map).
    ///
    /// ## The map
    ///
    /// It is large.
    /// ````
    ///
    /// ````md good
    /// See [the map](#the-map) and [the legend](#legend).
    ///
    /// ## The map
    ///
    /// <span id="legend">Red</span> is for trains.
    /// ````
    ///
    /// ````md good ignore_case=true
    /// See [the map](#The-Map).
    ///
    /// ## The map
    ///
    /// It is large.
    /// ````
    ///
    /// **Fix.** Leads to the place of almost the same name.
    ///
    /// **Source.** The HTML standard, “Navigating to a fragment”; markdownlint MD051.
    MISSING_ANCHOR {
        id: "missing-anchor",
        aliases: ["MD051"],
        group: Links,
        severity: Warning,
        choices: ["ignore_case" = "false": "Whether capital and small letters are the same."],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    let targets = fragments(cx);
    if targets.is_empty() || are_unknown(cx) {
        return;
    }
    let ids = ids(cx);
    let ignores_case = cx.is_on("ignore_case");
    let mut known: HashSet<String> = HashSet::new();
    let mut lower: HashSet<String> = HashSet::new();
    for id in &ids {
        known.insert(id.clone());
        if ignores_case {
            lower.insert(id.to_lowercase());
        }
    }
    let mut near = Near::new();
    for (span, name, place) in targets {
        let decoded = decoded(&name);
        let is_known =
            |name: &str| known.contains(name) || ignores_case && lower.contains(&name.to_lowercase());
        if is_known(&name) || is_known(&decoded) || is_special(cx, &name) {
            continue;
        }
        let mut fixes = Vec::new();
        if let Some(place) = place
            && let Some(other) = near.find(&decoded, ids.iter().map(String::as_str))
            && !other.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '\\'))
        {
            fixes.push(Fix::suggested(
                format!("Lead to #{other}"),
                vec![Edit::replace(place, format!("#{other}"))],
            ));
        }
        cx.report(span, format!("This post has no place “#{name}”."), fixes);
    }
}

/// Whether the post has places that only its generator knows: from a file that it takes in, or of words that it writes
/// in ASCII by a table of its own.
fn are_unknown(cx: &Context<'_, '_>) -> bool {
    let document = cx.document;
    let mut arguments = document.calls.iter().flat_map(|call| &call.arguments);
    let in_ascii = matches!(document.settings.heading_ids, HeadingIds::Slug | HeadingIds::HugoAscii);
    let is_latin = |c: char| c < '\u{250}' || ('\u{2000}'..'\u{2070}').contains(&c);
    arguments.any(|argument| argument.value.ends_with(".md"))
        || in_ascii && document.headings.iter().any(|heading| !heading.text.chars().all(is_latin))
}

/// The links and definitions that lead to a place in this post: where they stand, its name, where that stands.
fn fragments(cx: &Context<'_, '_>) -> Vec<(Span, String, Option<Span>)> {
    let source = cx.source();
    let mut found = Vec::new();
    for link in cx.facts.all(Kind::Link) {
        let Some((Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }), _)) =
            cx.document.events.get(link.events.start)
        else {
            continue;
        };
        if let Some(name) = dest_url.strip_prefix('#').filter(|name| !name.is_empty()) {
            let after = source.get(link.inner.end..link.span.end).unwrap_or("");
            let place = after.find(dest_url.as_ref()).map(|at| link.inner.end + at);
            let place = place.map(|at| Span::new(at, at + dest_url.len()));
            found.push((link.span, name.to_owned(), place));
        }
    }
    for definition in labels::written(cx).iter().filter(|definition| !definition.is_note) {
        let address = definition.rest.split_whitespace().next().unwrap_or("");
        let name = address.trim_matches(['<', '>']).strip_prefix('#').filter(|name| !name.is_empty());
        found.extend(name.map(|name| (definition.span, name.replace('\\', ""), None)));
    }
    found
}

/// Every id of the post, in text order of its kinds.
fn ids(cx: &Context<'_, '_>) -> Vec<String> {
    let document = cx.document;
    // A generator without ids may be github.com, or have them added later: by its rules then.
    let mut slugger = Slugger::new(HeadingIds::Github, std::iter::empty(), None);
    let mut ids: Vec<String> = Vec::new();
    for heading in &document.headings {
        let made = slugger.id(&heading.text);
        ids.extend(heading.id.clone().or(made));
        // Who writes this has a generator that reads it.
        let own = heading.text.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once("{#"));
        ids.extend(own.map(|(_, id)| id.to_owned()));
    }
    for term in cx.facts.all(Kind::Definition) {
        // Hugo gives them ids as it does headings.
        if let Some((Event::Start(Tag::DefinitionListTitle), _)) = document.events.get(term.events.start) {
            ids.extend(slugger.id(&text_of(document, term)));
        }
    }
    for (_, pairs) in &document.attributes {
        ids.extend(pairs.iter().filter(|(name, _)| name == "id").map(|(_, id)| id.clone()));
    }
    for call in &document.calls {
        ids.extend(call.arguments.iter().map(|argument| argument.value.clone()));
    }
    let source = cx.source();
    for tag in cx.facts.tags(source) {
        let name = if tag.is(source, "a") { tag.value(source, "name") } else { None };
        ids.extend([tag.value(source, "id"), name].into_iter().flatten().map(str::to_owned));
    }
    ids
}

/// Whether a place is there without anything in the post that is called so: the top, the comments, a note, a line of
/// code.
fn is_special(cx: &Context<'_, '_>, name: &str) -> bool {
    let note = name.strip_prefix("user-content-").unwrap_or(name).starts_with("fn");
    let has_notes = || cx.facts.all(Kind::Footnote).next().is_some();
    // The site's design adds the comments; `:~:text=` is a search in the page.
    matches!(name, "top" | "comments") || is_lines(name) || name.starts_with(":~:") || note && has_notes()
}

/// `L3`, `L3-L5` or, with columns, `L3C1-L5C9`.
fn is_lines(name: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let place = |text: &str| {
        let (line, column) = text.split_once('C').unwrap_or((text, "1"));
        line.strip_prefix('L').is_some_and(number) && number(column)
    };
    name.split_once('-')
        .map_or_else(|| name.strip_prefix('L').is_some_and(number), |(from, to)| place(from) && place(to))
}

/// A name with `%20` and the like as what they stand for.
fn decoded(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = digits.filter(|_| *first == b'%').and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = after.get(if code.is_some() { 2 } else { 0 }..).unwrap_or(&[]);
    }
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}
