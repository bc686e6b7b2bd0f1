//! Owns where words begin and end in text, and which of them no dictionary can judge: numbers, acronyms, names of files,
//! handles, addresses.

use super::Run;
use crate::span::Span;
use crate::stats::is_ideographic;

/// Signs that stand around a word and belong to the sentence.
const OPENING: &str = "\"'“”‘’«»‹›„‚([*!¡¿…—–";
const CLOSING: &str = "\"'“”‘’«»‹›)]*!?,;:.…—–";

/// A piece with one of these is code, an address or a formula.
const CODE: &str = "_\\@=<>{}$`^|~%+";

/// A piece that begins with one of these is a tag, a path, an option or a name for an emoji.
const CODE_BEFORE: &str = "#/-:";

/// Adds the words of a run.
pub(super) fn add(source: &str, run: Run, found: &mut Vec<Span>) {
    let text = run.span.slice(source);
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if !c.is_whitespace() {
            start.get_or_insert(at);
        } else if let Some(start) = start.take() {
            piece(source, Span::new(run.span.start + start, run.span.start + at), run, found);
        }
    }
}

/// True for a character that words are made of.
pub(super) fn is_letter(c: char) -> bool {
    // Combining accents; a soft hyphen and the joiners are inside of words and not seen.
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200C}' | '\u{200D}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Adds the words of what stands between two spaces.
fn piece(source: &str, span: Span, run: Run, found: &mut Vec<Span>) {
    let text = span.slice(source);
    let bare = text.trim_start_matches(|c| OPENING.contains(c)).trim_end_matches(|c| CLOSING.contains(c));
    if is_code(bare) || text.contains("()") {
        return;
    }
    let mut word: Option<Span> = None;
    let mut joint = None;
    for (at, c) in text.char_indices() {
        let here = Span::new(span.start + at, span.start + at + c.len_utf8());
        if is_letter(c) {
            match &mut word {
                // Also over a joint, which is one character between two letters.
                Some(word) if word.end == here.start || joint == Some(word.end) => word.end = here.end,
                _ => {
                    word.replace(here).into_iter().for_each(|word| whole(source, word, run, found));
                }
            }
            joint = None;
        } else if is_apostrophe(c) || is_hyphen(c) {
            joint = word.filter(|word| word.end == here.start).map(|word| word.end);
        } else {
            joint = None;
        }
    }
    word.into_iter().for_each(|word| whole(source, word, run, found));
}

/// True for what is not made of words at all.
fn is_code(text: &str) -> bool {
    let begins_so = |signs: &str| text.chars().next().is_some_and(|c| signs.contains(c));
    let mut before = [' ', ' '];
    let has_inner_dot = text.chars().any(|c| {
        let found = before[1] == '.' && before[0].is_alphanumeric() && c.is_alphanumeric();
        before = [before[1], c];
        found
    });
    let is_hidden = text
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c == '/' || c.is_alphanumeric()));
    has_inner_dot
        || is_hidden
        || begins_so(CODE_BEFORE)
        || text.contains(|c| CODE.contains(c))
        || ["::", "://", "../"].iter().any(|sign| text.contains(sign))
}

/// Adds a word; of a compound with a part that no dictionary can judge, the other parts.
fn whole(source: &str, word: Span, run: Run, found: &mut Vec<Span>) {
    let [before, after] = run.goes_on;
    if (before && word.start == run.span.start) || (after && word.end == run.span.end) {
        return;
    }
    let text = word.slice(source);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, hyphen) in text.char_indices().filter(|(_, c)| is_hyphen(*c)).chain([(text.len(), '-')]) {
        parts.push(Span::new(word.start + start, word.start + at));
        start = at + hyphen.len_utf8();
    }
    let count = parts.len();
    parts.retain(|part| !is_beyond(part.slice(source)));
    if parts.len() == count {
        parts = vec![word];
    }
    found.extend(parts.into_iter().filter(|part| part.slice(source).chars().nth(1).is_some()));
}

/// True for what no dictionary can judge.
fn is_beyond(part: &str) -> bool {
    part.chars().any(|c| c.is_numeric() || is_unspaced(c))
        || part.split(is_apostrophe).any(|stem| is_acronym(stem) || is_camel(stem))
}

/// Scripts without spaces between their words, which this cannot tell apart.
fn is_unspaced(c: char) -> bool {
    is_ideographic(c)
        || matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// `HTML`, and several of them: `URLs`.
fn is_acronym(stem: &str) -> bool {
    let capitals = stem.strip_suffix('s').unwrap_or(stem);
    capitals.chars().all(char::is_uppercase) && capitals.chars().nth(1).is_some()
}

/// `iPhone`, `JavaScript`: a name.
fn is_camel(stem: &str) -> bool {
    stem.chars()
        .zip(stem.chars().skip(1))
        .any(|(first, second)| first.is_lowercase() && second.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        add(text, Run { span: Span::new(0, text.len()), goes_on: [false; 2] }, &mut found);
        found.into_iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn punctuation_belongs_to_no_word() {
        let text = "“Well,” she said—‘no!’ … (and/or) ¿qué? «oui» end.";
        assert_eq!(words(text), ["Well", "she", "said", "no", "and", "or", "qué", "oui", "end"]);
    }

    #[test]
    fn apostrophes_and_hyphens_join_only_from_within() {
        let text = "it's l’homme foto's dogs' 'quoted' well-known merry-go-round trailing- rock--roll";
        let expected = [
            "it's",
            "l’homme",
            "foto's",
            "dogs",
            "quoted",
            "well-known",
            "merry-go-round",
            "trailing",
            "rock",
            "roll",
        ];
        assert_eq!(words(text), expected);
    }

    #[test]
    fn accents_and_other_scripts_are_letters() {
        assert_eq!(
            words("naïve cafe\u{301} со\u{AD}рок Žižek λόγος"),
            ["naïve", "cafe\u{301}", "со\u{AD}рок", "Žižek", "λόγος"]
        );
        assert_eq!(words("日本語 한국어 ภาษาไทย ひらがな and"), ["and"]);
    }

    #[test]
    fn numbers_acronyms_and_names_with_inner_capitals_are_passed_by() {
        assert_eq!(words("3rd mp3 NASA URLs HTML's l'API iPhone JavaScript McCoy PhD I a word"), ["word"]);
        assert_eq!(
            words("JSON-like covid-19 non-ASCII ES2015-ready 20-year-olds"),
            ["like", "covid", "non", "ready", "year", "olds"]
        );
    }

    #[test]
    fn files_paths_addresses_handles_and_tags_are_passed_by() {
        let text = "main.rs src/main.rs /usr/bin ./here ../there ~/there C:\\dir .gitignore example.com a@b.org @handle #topic \
                    (#2nd) --flag -v :tada: snake_case key=value std::vec print() $HOME <tag> e.g. i.e., https://x.org/y";
        assert_eq!(words(text), [""; 0]);
        assert_eq!(
            words("...and so on... ends. Or: “word”: fine"),
            ["and", "so", "on", "ends", "Or", "word", "fine"]
        );
    }

    #[test]
    fn a_word_that_goes_on_beyond_the_text_is_no_word() {
        let text = "able to be";
        let of = |goes_on| {
            let mut found = Vec::new();
            add(text, Run { span: Span::new(0, text.len()), goes_on }, &mut found);
            found.len()
        };
        assert_eq!([[false, false], [true, false], [false, true], [true, true]].map(of), [3, 2, 2, 1]);
    }
}
