//! Owns the rule `todo-in-text`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;

rule! {
    /// A note to yourself is left in the text: TODO, FIXME, XXX or TBD.
    ///
    /// **Why.** It is published with the post.
    ///
    /// ````md bad
    /// Photos will follow. TODO: ask Ann for them.
    /// ````
    ///
    /// ````md bad
    /// The market is open from nine to five (FIXME on Sundays too).
    /// ````
    ///
    /// ````md good
    /// The app keeps a TODO list. `TODO` marks what is left.
    /// ````
    ///
    /// **Source.** Programmers' and editors' practice.
    TODO_IN_TEXT { id: "todo-in-text", group: Text, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let source = cx.source();
    for prose in &cx.facts.prose {
        for (word, at) in notes(prose.slice(source)) {
            let span = Span::new(prose.start + at, prose.start + at + word.len());
            if is_note(source, span, word) {
                cx.report(span, format!("“{word}” is left in the text."), Vec::new());
            }
        }
    }
}

/// The words that mark notes, whole and in capitals, with their places in order.
pub(super) fn notes(text: &str) -> impl Iterator<Item = (&'static str, usize)> {
    text.match_indices(['T', 'F', 'X']).filter_map(|(at, _)| {
        let rest = text.get(at..)?;
        let word = ["TODO", "FIXME", "TBD", "XXX"].into_iter().find(|word| rest.starts_with(word))?;
        let is_part = |next: char| next.is_alphanumeric() || next == '_' || next == '-';
        let before = text.get(..at)?.ends_with(is_part);
        let after = rest.get(word.len()..)?.starts_with(is_part);
        (!before && !after).then_some((word, at))
    })
}

/// False where a text only speaks of such notes: `a TODO list`.
fn is_note(source: &str, span: Span, word: &str) -> bool {
    let after = source.get(span.end..).unwrap_or("");
    let before = source.get(..span.start).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    let is_named = after.starts_with(':') || after.starts_with("**:");
    if word == "XXX" || word == "TBD" {
        return word == "TBD" || is_named;
    }
    let next = after.trim_start().split(|next: char| !next.is_alphanumeric()).next().unwrap_or("");
    let names_thing = [
        "list",
        "lists",
        "app",
        "apps",
        "item",
        "items",
        "comment",
        "comments",
        "group",
        "application",
        "file",
    ];
    if names_thing.iter().any(|thing| thing.eq_ignore_ascii_case(next)) {
        return false;
    }
    let starts =
        before.trim_start_matches(|mark: char| mark.is_ascii_punctuation() || mark == ' ').is_empty();
    is_named || starts || before.ends_with(['(', '[', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_told_from_talk_of_notes() {
        for (text, expected) in [
            ("TODO", true),
            ("## TODO", true),
            ("**TODO** more", true),
            ("Text (TODO more)", true),
            ("Text TODO: more", true),
            ("Date: TBD", true),
            ("XXX: more", true),
            ("Our TODO app", false),
            ("TODO lists are long", false),
            ("* [TODO Group](https://example.org)", false),
            ("the word TODO in a line", false),
            ("Super Bowl XXX", false),
            ("TODOs", false),
            ("A TODO_LIST", false),
        ] {
            let found = notes(text).any(|(word, at)| is_note(text, Span::new(at, at + word.len()), word));
            assert_eq!(found, expected, "{text}");
        }
    }
}
