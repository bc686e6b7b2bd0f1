//! Owns the rule `confusable-letters`.

use crate::order;
use crate::rule::rule;
use crate::scripts::latin_twin;
use crate::{Context, Fix, Kind};
use foreword_core::{Edit, Span};
use pulldown_cmark::{Event, Tag};

rule! {
    /// A link's address has letters of another script that look like Latin ones.
    ///
    /// **Why.** The address reads like a site that you know and leads to another one, or nowhere.
    ///
    #[doc = " ````md bad"]
    #[doc = " See [the manual](https://ex\u{430}mple.org/manual)."]
    #[doc = " ````"]
    ///
    #[doc = " ````md bad"]
    #[doc = " See [the manual][m]."]
    #[doc = " "]
    #[doc = " [m]: https://example.org/m\u{430}nual"]
    #[doc = " ````"]
    ///
    /// ````md good
    /// See [the manual](https://example.org/manual) and [its Russian twin](https://пример.рф/документация).
    /// ````
    ///
    /// **Fix.** Writes Latin letters in their place.
    ///
    /// **Source.** Unicode Technical Standard 39, section 4, confusable detection.
    CONFUSABLE_LETTERS { id: "confusable-letters", group: Text, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let mut said: Vec<Span> = Vec::new();
    let links = cx.facts.all(Kind::Link).chain(cx.facts.all(Kind::Image));
    let mut found: Vec<(Span, &str)> = Vec::new();
    for link in links {
        let Some((Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }), _)) =
            document.events.get(link.events.start)
        else {
            continue;
        };
        if dest_url.is_ascii() {
            continue;
        }
        for word in suspicious(dest_url) {
            let in_definition = || {
                document
                    .definitions
                    .iter()
                    .find(|definition| definition.span.slice(document.source).contains(word))
            };
            let within = |span: Span| {
                let at = span.slice(document.source).rfind(word)?;
                Some(Span::new(span.start + at, span.start + at + word.len()))
            };
            let place = within(link.span).or_else(|| within(in_definition()?.span));
            found.push((place.unwrap_or(link.span), word));
        }
    }
    order::by_key(&mut found, |(span, _)| order::place(*span));
    for (span, word) in found {
        if said.contains(&span) {
            continue;
        }
        said.push(span);
        let latin: String = word.chars().map(|letter| latin_twin(letter).unwrap_or(letter)).collect();
        let other: String = word.chars().filter(|letter| latin_twin(*letter).is_some()).take(1).collect();
        let fix = (span.slice(document.source) == word)
            .then(|| Fix::suggested("Write it in Latin letters", vec![Edit::replace(span, latin)]));
        let message = format!("The “{other}” in the address's “{word}” only looks like a Latin letter.");
        cx.report(span, message, fix.into_iter().collect());
    }
}

/// Words of an address that mix Latin letters with twins of Latin letters, and, in the name of a site with a Latin
/// ending, words of nothing but twins.
fn suspicious(address: &str) -> impl Iterator<Item = &str> {
    let after = address.find("://").map_or(address.len(), |at| at + 3);
    let host = address.get(after..).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or("");
    let ending = host.rsplit('.').next().unwrap_or("");
    let host = if ending.is_ascii() { after..after + host.len() } else { 0..0 };
    let words = address.split(|letter: char| !letter.is_alphabetic());
    let mut at = 0;
    words.filter(move |word| {
        let start = address.get(at..).and_then(|rest| rest.find(*word)).map_or(at, |found| at + found);
        at = start + word.len();
        let twins = word.chars().filter(|letter| latin_twin(*letter).is_some()).count();
        let mixed = twins > 0 && word.bytes().any(|byte| byte.is_ascii_alphabetic());
        mixed || (twins > 2 && host.contains(&start) && twins == word.chars().count())
    })
}

#[cfg(test)]
mod tests {
    use super::suspicious;

    #[test]
    fn words_of_two_scripts_are_suspicious() {
        let check = |address: &str| suspicious(address).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(check("https://аpple.com/x"), ["аpple"]);
        assert_eq!(check("https://сосо.com/"), ["сосо"]);
        assert_eq!(check("/pаge"), ["pаge"]);
        for address in [
            "https://пример.рф/страница",
            "https://ru.wikipedia.org/wiki/Росс",
            "https://café.fr/π-day",
            "https://сосо.рф",
        ] {
            assert!(check(address).is_empty(), "{address}");
        }
    }
}
