//! Owns the rule `bidirectional-control`.

use crate::rule::rule;
use crate::scripts::{is_right_to_left, rare};
use crate::{Context, Fix, Place};
use foreword_core::{Edit, Span};

rule! {
    /// A hidden character changes the direction in which the line is shown.
    ///
    /// **Why.** Readers see the letters in another order than the one they are in: code that reads harmless does
    /// something else, an address leads elsewhere. Mostly such a character only came along from a copied path.
    ///
    #[doc = " ````md bad"]
    #[doc = " Run `rm \u{202e}txt.yadot\u{202c}` to clean up."]
    #[doc = " ````"]
    ///
    #[doc = " ````md bad"]
    #[doc = " The file is \u{202a}C:/notes/today.txt on my machine."]
    #[doc = " ````"]
    ///
    #[doc = " ````md good"]
    #[doc = " The word \u{2067}שלום\u{2069} means peace."]
    #[doc = " ````"]
    ///
    /// **Fix.** Removes such characters from the line. Pairs around words that are written from right to left are
    /// left alone.
    ///
    /// **Source.** Unicode Standard Annex 9; CVE-2021-42574, known as Trojan Source.
    BIDIRECTIONAL_CONTROL { id: "bidirectional-control", group: Text, severity: Error, check: check }
}

fn is_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    let mut controls = rare(source).filter(|(_, character)| is_control(*character)).peekable();
    while let Some((first, character)) = controls.next() {
        let Some(line) = cx.facts.lines.get(cx.facts.line_at(first)).copied() else { continue };
        let mut found = vec![(first, character)];
        while let Some(next) = controls.next_if(|(at, _)| *at < line.span.end) {
            found.push(next);
        }
        let is_override = |(_, character): &(usize, char)| matches!(character, '\u{202d}' | '\u{202e}');
        let overrides = found.iter().any(is_override);
        let has_letters = line.text(source).chars().any(is_right_to_left);
        let in_code = line.place == Place::Code || found.iter().any(|(at, _)| cx.facts.is_literal(*at));
        if has_letters && !overrides && !in_code && is_balanced(&found) {
            continue;
        }
        let edits =
            found.iter().map(|(at, character)| Edit::replace(Span::new(*at, at + character.len_utf8()), ""));
        let title = if found.len() == 1 { "Remove it" } else { "Remove them" };
        let fix = Fix { title: title.to_owned(), safe: !overrides && !has_letters, edits: edits.collect() };
        let last = found.last().map_or(first, |(at, character)| at + character.len_utf8());
        let message = if overrides {
            "A hidden character here shows the text in another order than it is in."
        } else {
            "A hidden character here changes the direction of the text."
        };
        let end =
            source.get(last..line.span.end).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        cx.report(Span::new(first, last + end), message, vec![fix]);
    }
}

/// True when each opening has its closing.
fn is_balanced(found: &[(usize, char)]) -> bool {
    let mut open = Vec::new();
    for (_, character) in found {
        match character {
            '\u{202c}' if open.pop() != Some(false) => return false,
            '\u{2069}' if open.pop() != Some(true) => return false,
            '\u{202c}' | '\u{2069}' => {}
            _ => open.push(matches!(character, '\u{2066}'..='\u{2068}')),
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_balanced;

    #[test]
    fn pairs_nest() {
        let check = |text: &str| is_balanced(&text.char_indices().collect::<Vec<_>>());
        assert!(check("\u{202a}\u{2066}\u{2069}\u{202c}"));
        for text in ["\u{202a}", "\u{202c}", "\u{202a}\u{2069}", "\u{2066}\u{202c}\u{2069}"] {
            assert!(!check(text), "{text:?}");
        }
    }
}
