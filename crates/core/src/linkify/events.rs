//! Owns turning bare addresses into events of links.

use super::{BareKind, BareLink};
use crate::markdown::Spanned;
use crate::span::Span;
use crate::text_runs::is_inline;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// The events with `links`, which are in order and begin in text. Markup inside of an address is part of it.
pub(super) fn link<'a>(
    source: &'a str,
    events: Vec<Spanned<'a>>,
    links: &[BareLink],
    www_scheme: &str,
) -> Vec<Spanned<'a>> {
    let spans = reached(&events, links);
    let mut next = links.iter().zip(spans).peekable();
    let mut out = Vec::with_capacity(events.len() + links.len() * 3);
    let mut covered_to = 0;
    for (event, span) in events {
        if span.start < covered_to && span.end <= covered_to && is_inline(&event) {
            continue;
        }
        let starts_here = next.peek().is_some_and(|(link, _)| link.span.start < span.end);
        if !matches!(event, Event::Text(_)) || !starts_here && covered_to <= span.start {
            out.push((event, span));
            continue;
        }
        let mut at = span.start.max(covered_to);
        while at < span.end {
            let link = next.next_if(|(link, _)| link.span.start < span.end);
            let until = link.as_ref().map_or(span.end, |(link, _)| link.span.start);
            if until > at {
                let piece = Span::new(at, until);
                out.push((Event::Text(CowStr::Borrowed(piece.slice(source))), piece));
            }
            at = until;
            if let Some((link, place)) = link {
                push(source, &mut out, link.kind, place, www_scheme);
                covered_to = place.end;
                at = place.end;
            }
        }
    }
    out
}

/// Where each link ends: at its end if the markup that it reaches over is whole, else where that begins.
fn reached(events: &[Spanned<'_>], links: &[BareLink]) -> Vec<Span> {
    let mut found = Vec::with_capacity(links.len());
    let mut index = 0;
    for link in links {
        let stands_before = |index: usize| {
            events
                .get(index)
                .is_some_and(|(event, span)| !matches!(event, Event::Text(_)) || span.end <= link.span.start)
        };
        while stands_before(index) {
            index += 1;
        }
        found.push(Span::new(link.span.start, end(events, index, link.span.end)));
    }
    found
}

/// `end`, if what is between the text event at `index` and there is inline and closed; else where the text ends.
fn end(events: &[Spanned<'_>], index: usize, end: usize) -> usize {
    let mut text_end = None;
    let mut last_end = 0;
    let mut depth = 0usize;
    for (event, span) in events.iter().skip(index) {
        if depth == 0 && last_end >= end {
            return end;
        }
        let is_text = matches!(event, Event::Text(_));
        if !is_text {
            text_end.get_or_insert(last_end);
        }
        let fits = is_inline(event) && span.end <= end;
        match event {
            Event::Text(_) => {}
            Event::Start(_) if fits => depth += 1,
            Event::End(_) if fits && depth > 0 => depth -= 1,
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::InlineHtml(_) if fits => {}
            _ if fits && depth > 0 => {}
            _ => return text_end.unwrap_or(last_end),
        }
        last_end = last_end.max(span.end);
    }
    // Nothing comes after the address in this block.
    if depth == 0 && last_end >= end { end } else { text_end.unwrap_or(last_end).min(end) }
}

fn push<'a>(source: &'a str, out: &mut Vec<Spanned<'a>>, kind: BareKind, place: Span, www_scheme: &str) {
    let address = place.slice(source);
    let destination = match kind {
        BareKind::Url => CowStr::Borrowed(address),
        BareKind::Www => format!("{www_scheme}{address}").into(),
        BareKind::Email => format!("mailto:{address}").into(),
    };
    let tag =
        Tag::Link { link_type: LinkType::Autolink, dest_url: destination, title: "".into(), id: "".into() };
    out.push((Event::Start(tag), place));
    out.push((Event::Text(CowStr::Borrowed(address)), place));
    out.push((Event::End(TagEnd::Link), place));
}
