//! Owns bare addresses: which URLs and e-mail addresses in text become links, by the rules of each generator.

mod cmark;
mod domains;
mod events;
mod gfm;
mod goldmark;
mod places;
mod remark;

use crate::dialects::{Linkify, Settings, Typographer};
use crate::markdown::Spanned;
use crate::span::Span;
use places::Place;

pub use gfm::bare_links;

/// What kind of bare link it is, which decides its destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BareKind {
    /// `http://…`, `https://…`, `ftp://…`
    Url,
    /// `www.…`
    Www,
    /// `name@example.org`
    Email,
}

/// A link written as nothing but its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BareLink {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BareKind,
}

/// Every bare link of a post as the GFM specification has them, whether or not its dialect links them.
pub(crate) fn all(source: &str, events: &[Spanned<'_>]) -> Vec<BareLink> {
    let mut found = Vec::new();
    places::of(source, events).iter().for_each(|place| add_all(place, &mut found));
    found
}

fn add_all(place: &Place<'_>, found: &mut Vec<BareLink>) {
    let runs = place.runs.iter().filter(|run| {
        let text = run.slice(place.source).as_bytes();
        has_address(text) || text.contains(&b'@')
    });
    runs.for_each(|run| found.extend(bare_links(place.source, *run)));
}

/// The events with each bare link that the dialect links as a link whose text is the source, so that smart
/// punctuation never reaches into an address. `all` takes those that there are by the GFM specification.
pub(crate) fn apply<'a>(
    source: &'a str,
    events: Vec<Spanned<'a>>,
    settings: &Settings,
    all: &mut Vec<BareLink>,
) -> Vec<Spanned<'a>> {
    let places = places::of(source, &events);
    places.iter().for_each(|place| add_all(place, all));
    let links = match settings.linkify {
        Linkify::Off => return events,
        Linkify::Gfm => each(places, cmark::find),
        Linkify::Goldmark => {
            let curls = settings.typographer == Typographer::Goldmark;
            each(places, |place, run, found| goldmark::find(place, run, curls, found))
        }
        Linkify::Remark => each(places, remark::find),
    };
    if links.is_empty() { events } else { events::link(source, events, &links, www_scheme(settings.linkify)) }
}

/// What is put before an address that begins with `www.`.
fn www_scheme(linkify: Linkify) -> &'static str {
    // Hugo sets goldmark's `linkifyProtocol` so; all others follow GFM.
    if linkify == Linkify::Goldmark { "https://" } else { "http://" }
}

/// Looks through the runs of each place in order. A link may reach over the run that it begins in.
fn each(
    places: Vec<Place<'_>>,
    mut find: impl FnMut(&mut Place<'_>, Span, &mut Vec<BareLink>),
) -> Vec<BareLink> {
    let mut found: Vec<BareLink> = Vec::new();
    for mut place in places {
        // An e-mail address may begin before markup that has its `@`; all else begins with letters that stand together.
        let last_at = place.span.slice(place.source).rfind('@').map(|at| place.span.start + at);
        for run in std::mem::take(&mut place.runs) {
            let from = found.last().map_or(run.start, |last| last.span.end.max(run.start));
            let run = Span::new(from, run.end);
            if last_at.is_some_and(|at| from <= at) || has_address(run.slice(place.source).as_bytes()) {
                find(&mut place, run, &mut found);
            } else {
                run.slice(place.source).chars().for_each(|c| place.pass(c));
            }
        }
    }
    found
}

/// Whether there is `://` or, in any case, `www.`: without one a text has no address but for e-mail.
fn has_address(text: &[u8]) -> bool {
    text.iter().enumerate().any(|(at, byte)| match byte {
        b':' => text.get(at + 1..).is_some_and(|rest| rest.starts_with(b"//")),
        b'.' => follows_www(text, at),
        _ => false,
    })
}

/// Whether `www` stands before `at`, in any case.
pub(crate) fn follows_www(text: &[u8], at: usize) -> bool {
    at.checked_sub(3)
        .and_then(|start| text.get(start..at))
        .is_some_and(|word| word.eq_ignore_ascii_case(b"www"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::{Caps, render};
    use crate::{Context, Document};
    use proptest::prelude::*;
    use pulldown_cmark::{Event, LinkType, Tag};

    const ALL: [Linkify; 3] = [Linkify::Gfm, Linkify::Goldmark, Linkify::Remark];

    fn parsed(linkify: Linkify, source: &str) -> Document<'_> {
        let context = Context { dialect: Some("commonmark"), ..Context::default() };
        Document::parse_with(source, context, |settings| Settings { linkify, ..settings })
    }

    /// The addresses that are links in `source`.
    #[track_caller]
    pub(super) fn check(linkify: Linkify, source: &str, expected: &[&str]) {
        let document = parsed(linkify, source);
        let is_link = |event: &Event<'_>| {
            matches!(event, Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }))
        };
        let links = document.events.iter().filter(|(event, _)| is_link(event));
        assert_eq!(links.map(|(_, span)| span.slice(source)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn destinations() {
        let html = |linkify| render(&parsed(linkify, "www.a.bc x@a.bc\n"), Caps::NONE, None).html();
        let expected = |scheme| {
            format!(
                "<p><a href=\"{scheme}://www.a.bc\">www.a.bc</a> <a href=\"mailto:x@a.bc\">x@a.bc</a></p>\n"
            )
        };
        assert_eq!(html(Linkify::Gfm), expected("http"));
        assert_eq!(html(Linkify::Remark), expected("http"));
        assert_eq!(html(Linkify::Goldmark), expected("https"));
    }

    #[test]
    fn markup_in_an_address_is_of_it() {
        for linkify in [Linkify::Goldmark, Linkify::Remark] {
            check(linkify, "https://a.bc/x`y`z k", &["https://a.bc/x`y`z"]);
            check(linkify, "https://a.bc/x`y`z", &["https://a.bc/x`y`z"]);
        }
    }

    #[test]
    fn not_in_links_images_and_code() {
        for linkify in ALL {
            let source = "[https://a.bc](x) ![https://a.bc](x) `https://a.bc` <b title=\"https://a.bc\">\n\n    https://a.bc\n";
            check(linkify, source, &[]);
        }
    }

    fn plain(html: &str) -> String {
        let mut text = String::new();
        let mut in_tag = false;
        for c in html.chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                c if !in_tag => text.push(c),
                _ => {}
            }
        }
        text.retain(|c| !"*_`~\\\n ".contains(c));
        text.replace("&amp;amp;", "&amp;")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn no_text_is_lost(pieces in prop::collection::vec(prop::sample::select(vec![
            "https://", "http://", "www.", "a.bc", "a@b.cd", "/", "(", ")", "_x_", "*y*", "`z`", "é", "語", " ", "\n",
            "&amp;", ";", "[", "]", "](u)", "\"", "'", ".", ",", "~", "\\", ":80", "?q=1", "mailto:", "> ", "- ", "\n\n",
        ]), 0..40)) {
            let source = pieces.concat();
            let off = plain(&render(&parsed(Linkify::Off, &source), Caps::NONE, None).html());
            for linkify in ALL {
                let found = plain(&render(&parsed(linkify, &source), Caps::NONE, None).html());
                prop_assert_eq!(&found, &off, "{:?} {:?}", linkify, source);
            }
        }
    }

    #[test]
    fn crafted_text_comes_to_an_end() {
        // With time that grows as the square of the length this would not come to an end.
        for piece in [
            "www.a_",
            "_www.a",
            "http://a_",
            "a@",
            "_a",
            "*https://a.bc/(",
            "https://a.bc/!",
            "&a;",
            "&;",
            ")",
            "[https://a.bc",
            "(www.a.b)",
            "https://a.bc_*",
            " https://a_.b_",
            "@a.",
            "a.b-",
            "\"https://a.bc\"",
            "語www.",
            "(http://a@b:",
            ".a@b_",
        ] {
            for source in [
                piece.repeat(60_000 / piece.len()),
                format!("https://a.bc/{}x", piece.repeat(60_000 / piece.len())),
            ] {
                for linkify in ALL {
                    assert!(!parsed(linkify, &source).events.is_empty());
                }
            }
        }
    }
}
