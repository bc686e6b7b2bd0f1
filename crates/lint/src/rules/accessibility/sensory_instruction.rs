//! Owns the rule `sensory-instruction`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;

rule! {
    /// An instruction tells a thing by its colour or its place alone.
    ///
    /// **Why.** People who cannot see the page, or not its colours, cannot follow it; on a phone, what was on the right
    /// is below. The thing's name helps everyone. English texts only.
    ///
    /// ````md bad
    /// Then click the green button.
    /// ````
    ///
    /// ````md bad
    /// For the times, see the box on the right.
    /// ````
    ///
    /// ````md good
    /// Then click the green button “Open the lock”. For the times, see the box “Timetable”.
    /// ````
    ///
    /// **Source.** WCAG 2.2, success criteria 1.3.3 and 1.4.1.
    SENSORY_INSTRUCTION { id: "sensory-instruction", group: Accessibility, severity: Info, check: check }
}

const VERBS: [&str; 14] = [
    "click",
    "press",
    "tap",
    "select",
    "choose",
    "hit",
    "push",
    "see",
    "use",
    "using",
    "clicking",
    "pressing",
    "tapping",
    "selecting",
];
const COLOURS: [&str; 13] = [
    "red", "green", "blue", "yellow", "orange", "purple", "pink", "black", "white", "grey", "gray", "round",
    "square",
];
const THINGS: [&str; 20] = [
    "button", "buttons", "link", "links", "icon", "icons", "box", "boxes", "tab", "tabs", "arrow", "menu",
    "panel", "sidebar", "form", "field", "column", "circle", "banner", "bar",
];
const SIDES: [&str; 6] = ["left", "right", "top", "bottom", "left-hand", "right-hand"];

/// So many words may stand between the verb and the thing.
const REACH: usize = 6;

fn check(cx: &mut Context<'_, '_>) {
    if cx.document.language().is_some_and(|tag| !tag.starts_with("en")) {
        return;
    }
    for prose in &cx.facts.prose {
        look(cx, *prose);
    }
}

/// A word, and whether a sentence or a part of it ends there.
struct Word<'s> {
    text: &'s str,
    span: Span,
    ends: bool,
}

fn look(cx: &mut Context<'_, '_>, prose: Span) {
    // The words since the last verb, the verb first.
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut at = prose.start;
    for piece in prose.slice(cx.source()).split_inclusive(char::is_whitespace) {
        let start = at;
        at += piece.len();
        // A verb in quotes is a name. Most words are told from verbs by their first letter.
        let may_be_verb =
            piece.as_bytes().first().is_some_and(|byte| b"cpthsu".contains(&byte.to_ascii_lowercase()));
        if words.is_empty() && !may_be_verb {
            continue;
        }
        let text = piece.trim_end();
        let bare = text.trim_matches(|c: char| c.is_ascii_punctuation());
        if may_be_verb && VERBS.iter().any(|verb| verb.eq_ignore_ascii_case(bare)) {
            words.clear();
        } else if words.is_empty() {
            continue;
        }
        let span = Span::new(start, start + text.len());
        let ends = text.ends_with(['.', '!', '?', ';', ':', ')']);
        words.push(Word { text: bare, span, ends });
        let whole = phrase(&words);
        if let Some(span) = whole {
            let what = span.slice(cx.source()).trim_end_matches(|c: char| c.is_ascii_punctuation());
            let message =
                format!("“{what}” tells people who cannot see it too little; name the thing as well.");
            let span = Span::new(span.start, span.start + what.len());
            cx.report(span, message, Vec::new());
        }
        if whole.is_some() || ends || words.len() > REACH + 4 {
            words.clear();
        }
    }
}

/// Where the last of these words end an instruction that only eyes can follow.
fn phrase(words: &[Word<'_>]) -> Option<Span> {
    let is = |word: &Word<'_>, list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word.text));
    let (verb, last) = (words.first()?, words.last()?);
    let whole = Some(Span::new(verb.span.start, last.span.end));
    let before = |count: usize| words.len().checked_sub(count + 1).and_then(|at| words.get(at));
    // `click the red button.`: with more after it, the button may have a name.
    let colour = before(1).is_some_and(|word| is(word, &COLOURS));
    if colour && is(last, &THINGS) && words.len() <= 5 && last.ends && !is(verb, &["see", "use", "using"]) {
        return whole;
    }
    let place = before(1).is_some_and(|word| is(word, &["the"]))
        && before(2).is_some_and(|word| is(word, &["on", "to", "at"]))
        && before(3).is_some_and(|word| is(word, &THINGS));
    (place && is(last, &SIDES) && words.len() <= REACH + 4).then_some(whole).flatten()
}
