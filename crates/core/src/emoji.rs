//! Owns the names of emoji: `:wave:` in text becomes the character where the dialect has them.
//!
//! The names are those of gemoji, github.com's list, which goldmark-emoji, gh-emoji and node-emoji share; a test
//! compares `names.txt` (a character and its names in each line) with it.

use crate::markdown::Spanned;
use crate::span::Span;
use crate::text_runs;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use std::collections::HashMap;
use std::sync::LazyLock;

static LINES: &str = include_str!("emoji/names.txt");

/// Characters by name.
static BY_NAME: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    lines().flat_map(|(emoji, names)| names.split(' ').map(move |name| (name, emoji))).collect()
});

/// First names of those that are one character, with or without the selector of the coloured form.
static BY_CHARACTER: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    let single = |emoji: &str| {
        let mut chars = emoji.chars().filter(|c| *c != '\u{FE0F}');
        chars.next().filter(|_| chars.next().is_none())
    };
    lines().filter_map(|(emoji, names)| Some((single(emoji)?, names.split(' ').next()?))).collect()
});

/// No name is longer.
const LONGEST: usize = 48;

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    LINES.lines().filter_map(|line| line.split_once(' '))
}

/// The emoji of this name, without colons.
pub fn by_name(name: &str) -> Option<&'static str> {
    BY_NAME.get(name).copied()
}

/// The first name of an emoji that is one character.
pub(crate) fn name_of(c: char) -> Option<&'static str> {
    BY_CHARACTER.get(&c).copied()
}

/// The events with every `:name:` in their text as a text of its own that is the emoji. Code, raw HTML and bare
/// addresses stay as they are.
pub(crate) fn replace<'a>(source: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    let mut out = Vec::with_capacity(events.len());
    let mut stays = 0usize;
    for (event, span) in text_runs::merge(source, events) {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => stays += 1,
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => stays += 1,
            Event::End(TagEnd::CodeBlock) => stays = 0,
            Event::End(TagEnd::Link) => stays = 0,
            Event::Text(text) if stays == 0 && text_runs::is_verbatim(source, text, span) => {
                push(source, span, &mut out);
                continue;
            }
            _ => {}
        }
        out.push((event, span));
    }
    out
}

fn push<'a>(source: &'a str, span: Span, out: &mut Vec<Spanned<'a>>) {
    let text = span.slice(source);
    let escaped = usize::from(text_runs::is_escaped(source, span));
    let mut put = |from: usize, to: usize, emoji: Option<&'static str>| {
        if from < to {
            let place = Span::new(from, to).shifted(span.start);
            out.push((Event::Text(CowStr::Borrowed(emoji.unwrap_or(place.slice(source)))), place));
        }
    };
    let (mut done, mut at) = (0, escaped);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(':')) {
        let start = at + found;
        at = start + 1;
        let Some((name, emoji)) = text.get(at..).and_then(named) else { continue };
        put(done, start, None);
        at += name.len() + 1;
        put(start, at, Some(emoji));
        done = at;
    }
    put(done, text.len(), None);
}

/// The name up to a colon at the start of `text`, and its emoji.
fn named(text: &str) -> Option<(&str, &'static str)> {
    let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_+-".contains(byte);
    let length = text.bytes().take(LONGEST).take_while(in_name).count();
    let name = text.get(..length).filter(|_| text.as_bytes().get(length) == Some(&b':'))?;
    Some((name, by_name(name)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::{Caps, render};
    use crate::{Context, Document};

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let context = Context { dialect: Some("commonmark"), ..Context::default() };
        let document =
            Document::parse_with(source, context, |settings| settings.apply("emoji", "on").unwrap());
        assert_eq!(render(&document, Caps::NONE, None).html(), expected);
    }

    #[test]
    fn names_become_characters() {
        check("hi :wave: :+1: :white_check_mark: a:tada:b", "<p>hi 👋 👍 ✅ a🎉b</p>\n");
        check(":nosuch: 10:30:45 ::wave:: :wave", "<p>:nosuch: 10:30:45 :👋: :wave</p>\n");
        check("*:wave:* [:tada:](x)", "<p><em>👋</em> <a href=\"x\">🎉</a></p>\n");
    }

    #[test]
    fn code_and_escapes_stay() {
        check("`:wave:` \\:wave: :wa\\ve:", "<p><code>:wave:</code> :wave: :wa\\ve:</p>\n");
        check("    :wave:\n", "<pre><code>:wave:\n</code></pre>\n");
        check("<https://a.b/:wave:>", "<p><a href=\"https://a.b/:wave:\">https://a.b/:wave:</a></p>\n");
    }

    #[test]
    fn names_are_those_of_gemoji() {
        let mut expected = String::new();
        for emoji in emojis::iter() {
            let names: Vec<&str> = emoji.shortcodes().collect();
            if !names.is_empty() {
                expected.push_str(&format!("{emoji} {}\n", names.join(" ")));
            }
        }
        assert!(LINES == expected, "names.txt is of another version");
        assert!(BY_NAME.keys().all(|name| name.len() < LONGEST));
    }
}
