//! Owns smart punctuation: curly quotes, dashes, ellipses and guillemets, by the rules of each generator.
//!
//! It is a pass over events that replaces characters of text only: code, raw HTML, addresses and what is escaped or
//! written as an entity stay. pulldown-cmark's own rules are an option of the parser.

mod astro;
mod goldmark;
mod kramdown;
mod passages;
mod smartypants;

use crate::dialects::Typographer;
use crate::markdown::Spanned;
use crate::text_runs;
use passages::Passage;
use pulldown_cmark::{CowStr, Event};
use std::ops::Range;

const LEFT_SINGLE: &str = "‘";
const RIGHT_SINGLE: &str = "’";
const LEFT_DOUBLE: &str = "“";
const RIGHT_DOUBLE: &str = "”";
const EN_DASH: &str = "–";
const EM_DASH: &str = "—";
const ELLIPSIS: &str = "…";
const LEFT_GUILLEMET: &str = "«";
const RIGHT_GUILLEMET: &str = "»";

/// What stands for some characters of an event's text.
#[derive(Debug, PartialEq, Eq)]
struct Replacement {
    /// Index of the event.
    event: usize,
    /// Bytes of its text.
    range: Range<usize>,
    with: &'static str,
}

/// What a typographer remembers from one paragraph to the next.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Quotes that are open, for goldmark.
    open: goldmark::Open,
}

/// Events, the inline content of one block or of several, with the punctuation of their text as `typographer` makes
/// it. `source` is the whole post.
pub(crate) fn apply<'a>(
    source: &'a str,
    events: Vec<Spanned<'a>>,
    typographer: Typographer,
    memory: &mut Memory,
) -> Vec<Spanned<'a>> {
    if matches!(typographer, Typographer::Off | Typographer::PulldownCmark) {
        return events;
    }
    let events = if typographer == Typographer::Goldmark { goldmark::angles(source, events) } else { events };
    let mut events = text_runs::merge(source, events);
    let replacements = match typographer {
        Typographer::Smartypants => smartypants::replacements(&events),
        Typographer::Goldmark => {
            each(source, &events, |passage| goldmark::replacements(passage, &mut memory.open))
        }
        Typographer::Kramdown => each(source, &events, kramdown::replacements),
        _ => each(source, &events, astro::replacements),
    };
    replace(&mut events, &replacements);
    events
}

fn each(
    source: &str,
    events: &[Spanned<'_>],
    rules: impl FnMut(&Passage<'_>) -> Vec<Replacement>,
) -> Vec<Replacement> {
    passages::of(source, events).iter().flat_map(rules).collect()
}

/// `replacements` are in order of event and place.
fn replace(events: &mut [Spanned<'_>], replacements: &[Replacement]) {
    for group in replacements.chunk_by(|one, other| one.event == other.event) {
        let Some(first) = group.first() else { continue };
        let Some((Event::Text(text), _)) = events.get_mut(first.event) else { continue };
        let mut replaced = String::with_capacity(text.len() + group.len() * 2);
        let mut done = 0;
        for Replacement { range, with, .. } in group {
            replaced.push_str(text.get(done..range.start).unwrap_or(""));
            replaced.push_str(with);
            done = range.end;
        }
        replaced.push_str(text.get(done..).unwrap_or(""));
        *text = CowStr::from(replaced);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::{Caps, render};
    use crate::{Context, Document};
    use proptest::prelude::*;

    const ALL: [Typographer; 4] =
        [Typographer::Goldmark, Typographer::Smartypants, Typographer::Astro, Typographer::Kramdown];

    pub(super) fn html(source: &str, typographer: Typographer) -> String {
        let context = Context { dialect: Some("generic"), ..Context::default() };
        let document = Document::parse_with(source, context, |mut settings| {
            settings.typographer = typographer;
            settings
        });
        render(&document, Caps::NONE, None).html()
    }

    #[test]
    fn code_html_and_addresses_stay() {
        let source = "`\"a\" --` <b title=\"it's --\">x</b> [x](a--b \"t -- t\") <https://a.b/c--d>\n\n    'code' ...\n";
        for typographer in ALL {
            let expected = html(source, Typographer::Off);
            let found = html(source, typographer).replace("c—d</a>", "c--d</a>");
            assert_eq!(found, expected, "{typographer:?}");
        }
    }

    /// With straight quotes, and without dashes and dots.
    fn plain(html: &str) -> String {
        let straight = html.replace(['“', '”'], "''").replace(['‘', '’', '`'], "'").replace("&quot;", "''");
        straight.replace(['—', '–', '-', '…', '.'], "")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn only_punctuation_is_replaced(pieces in prop::collection::vec(prop::sample::select(vec![
            "\"", "'", "--", "-", "...", ".", "a", "é", "語", " ", "\n", "*", "_", "[", "](x)", "`", "\\", "&quot;",
            "s ", "80s", "> ", "- ", "\n\n", "|", "|-|\n", "!", "https://a.b/", "~~", "1", "``", "[^1]",
        ]), 0..40)) {
            let source = pieces.concat();
            let off = html(&source, Typographer::Off);
            for typographer in ALL {
                prop_assert_eq!(plain(&html(&source, typographer)), plain(&off), "{:?}", typographer);
            }
        }
    }

    #[test]
    fn crafted_text_comes_to_an_end() {
        // With time that grows as the square of the length this would not come to an end.
        for piece in ["\"", "'", "''", "-", ".", "\"'", "a'", "*\"a\"*", "['](", "\"!", "&quot;", "<<", "\\'"]
        {
            let source = piece.repeat(40_000 / piece.len());
            for typographer in ALL {
                assert!(!html(&source, typographer).is_empty());
            }
        }
    }
}
