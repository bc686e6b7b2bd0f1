//! Owns the rule `repeated-word`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// A word stands twice in a row.
    ///
    /// **Why.** It is the slip that writers see last, above all at the end of a line.
    ///
    /// ````md bad
    /// We went to the the gate.
    /// ````
    ///
    /// ````md bad
    /// The tram that goes up the hill is
    /// is always full.
    /// ````
    ///
    /// ````md good
    /// The band that they had had before was very very loud. Duran Duran, no no no!
    /// ````
    ///
    /// **Fix.** Removes one of the two. Words that may well stand twice, such as “that that”, names and numbers are
    /// left alone; in languages other than English all but a few words are.
    ///
    /// **Source.** Proofreaders' practice.
    REPEATED_WORD { id: "repeated-word", group: Text, severity: Warning, check: check }
}

/// Words that never stand twice in English.
const NEVER: [&str; 17] = [
    "the", "a", "an", "of", "and", "to", "for", "from", "with", "at", "are", "was", "were", "or", "but",
    "by", "my",
];

/// Words that never stand twice in the language they belong to, nor exist in another one as a word that may.
const NEVER_ELSEWHERE: [&str; 10] = ["und", "mit", "une", "les", "dans", "pour", "para", "con", "een", "och"];

/// Words that may well stand twice in English.
const MAY: [&str; 58] = [
    "that", "had", "do", "does", "did", "her", "no", "so", "very", "really", "many", "much", "far", "long",
    "well", "now", "there", "bye", "ha", "haha", "yeah", "yes", "hey", "please", "never", "again", "old",
    "big", "too", "way", "little", "blah", "la", "na", "da", "tut", "knock", "tick", "night", "boo", "ping",
    "bora", "yo", "chop", "choo", "cha", "can", "go", "run", "beep", "hear", "same", "one", "more", "you",
    "super", "extra", "etc",
];

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut pairs: Vec<(Span, Span)> = Vec::new();
    let (mut words, mut articles) = (0_usize, 0_usize);
    let mut last: Option<Span> = None;
    for prose in &cx.facts.prose {
        for word in pieces(source, *prose) {
            let text = word.slice(source);
            words += 1;
            articles += usize::from(text == "the");
            if let Some(before) = last
                && let Some(again) = repeats(source, before, word)
            {
                pairs.push((before, again));
            }
            last = Some(word);
        }
    }
    let is_english = match cx.document.language() {
        Some(tag) => tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en")),
        None => articles > 0 && articles * 100 >= words,
    };
    for (at, (first, second)) in pairs.iter().enumerate() {
        let lower = first.slice(source).to_lowercase();
        let is_certain =
            if is_english { NEVER.contains(&&*lower) } else { NEVER_ELSEWHERE.contains(&&*lower) };
        // `no no no` is said on purpose, and `Walla Walla` is a name.
        let neighbours = [at.checked_sub(1), Some(at + 1)].map(|other| pairs.get(other?).copied());
        let in_row = neighbours.iter().flatten().any(|(one, other)| one == second || other == first);
        let is_name = second.slice(source).starts_with(char::is_uppercase);
        let is_slip = is_english && !in_row && !is_name && lower.len() > 1 && !MAY.contains(&&*lower);
        if is_certain && !is_name || is_slip {
            let fix = removal(source, *first, *second);
            let title = format!("Remove one “{}”", second.slice(source));
            let fix = if is_certain && !cx.facts.is_in_heading(first.start) {
                Fix::safe(title, vec![fix])
            } else {
                Fix::suggested(title, vec![fix])
            };
            let message = format!("“{}” stands twice in a row.", second.slice(source));
            cx.report(Span::new(first.start, second.end), message, vec![fix]);
        }
    }
}

/// What stands between white space.
fn pieces(source: &str, prose: Span) -> impl Iterator<Item = Span> {
    let bytes = prose.slice(source).as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(at..)?;
        let start = at + rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let length = bytes.get(start..)?.iter().position(u8::is_ascii_whitespace);
        at = length.map_or(bytes.len(), |length| start + length);
        Some(Span::new(prose.start + start, prose.start + at))
    })
}

/// The second word without the punctuation after it, where it is the first again and only white space, and at most one
/// line break, is between them.
fn repeats(source: &str, first: Span, second: Span) -> Option<Span> {
    let (one, two) = (first.slice(source), second.slice(source));
    if two.len() < one.len() || !two.get(..one.len()).is_some_and(|start| start.eq_ignore_ascii_case(one)) {
        return None;
    }
    let after = two.get(one.len()..)?;
    let is_word = one.chars().all(char::is_alphabetic);
    if !is_word
        || after.starts_with(|next: char| {
            next.is_alphanumeric() || "'’-_/.@".contains(next) && after.len() > next.len_utf8()
        })
    {
        return None;
    }
    let gap = source.get(first.end..second.start)?;
    let is_gap =
        !gap.is_empty() && gap.chars().all(|character| matches!(character, ' ' | '\t' | '>' | '\n' | '\r'));
    let breaks = gap.matches('\n').count();
    // After two spaces the line ends on purpose, and a heading ends with its line.
    let ends = breaks > 0 && (gap.starts_with("  ") || is_in_heading(source, first.start));
    (is_gap && breaks <= 1 && !ends).then(|| Span::new(second.start, second.start + one.len()))
}

fn is_in_heading(source: &str, at: usize) -> bool {
    let line = source.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    line.trim_start_matches([' ', '\t', '>', '-']).starts_with('#')
}

/// Takes the second word away; where a line break is between the two, the line keeps its break.
fn removal(source: &str, first: Span, second: Span) -> Edit {
    let gap = source.get(first.end..second.start).unwrap_or("");
    let after = source.get(second.end..).unwrap_or("");
    if gap.contains('\n') && after.starts_with(' ') {
        return Edit::replace(Span::new(second.start, second.end + 1), "");
    }
    Edit::replace(Span::new(first.end, second.end), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of prose, without the markers of block quotes.
    fn words(text: &str) -> Vec<Span> {
        pieces(text, Span::new(0, text.len())).filter(|piece| piece.slice(text) != ">").collect()
    }

    #[track_caller]
    fn check(text: &str, again: Option<&str>) {
        let found = words(text).windows(2).find_map(|pair| repeats(text, pair[0], pair[1]));
        assert_eq!(found.map(|span| span.slice(text)), again, "{text:?}");
    }

    #[test]
    fn a_word_and_the_same_again() {
        check("in the the end", Some("the"));
        check("The the end", Some("the"));
        check("in the\nthe end", Some("the"));
        check("> in the\n> the end", Some("the"));
        check("in the the.", Some("the"));
        check("in the, the end", None);
        check("in the then", None);
        check("it it's", None);
        check("in the\n\nthe end", None);
        check("the  \nthe end", None);
        check("# the\nthe end", None);
        check("10 10", None);
    }

    #[test]
    fn one_of_the_two_goes() {
        let check = |text: &str, mended: &str| {
            let pieces = words(text);
            let (first, second) =
                pieces.windows(2).find_map(|pair| Some((pair[0], repeats(text, pair[0], pair[1])?))).unwrap();
            assert_eq!(foreword_core::span::apply(text, &[removal(text, first, second)]), mended);
        };
        check("in the the end", "in the end");
        check("in the\nthe end", "in the\nend");
        check("> in the\n> the end", "> in the\n> end");
        check("it is\nis.", "it is.");
    }
}
