//! Owns where emoji stand in a text.

use foreword_core::Span;

/// Makes one picture of the two beside it.
const JOINER: char = '\u{200D}';

/// Whether this is a picture, alone or as the first sign of one.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F004}' | '\u{1F0CF}' | '\u{2705}' | '\u{274C}'
        | '\u{274E}' | '\u{2728}' | '\u{2B50}' | '\u{2B55}' | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}'
        | '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23F3}' | '\u{26A1}' | '\u{26BD}' | '\u{26BE}' | '\u{26C4}' | '\u{26C5}'
        | '\u{26D4}' | '\u{26EA}' | '\u{26F5}' | '\u{26FD}' | '\u{2614}' | '\u{2615}')
}

/// Whether this changes the picture before it: its colour, its skin, or to a picture at all.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{FE0F}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Each emoji of a part of a text, with what belongs to it.
pub(crate) fn all(source: &str, part: Span) -> Vec<Span> {
    let text = part.slice(source);
    let mut found: Vec<Span> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let mut joins = false;
    // A flag is two letters.
    let mut is_half_flag = false;
    let mut chars = text.char_indices().map(|(at, c)| (part.start + at, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let last = found.last_mut().filter(|last| last.end == at);
        // Symbols such as ✓ and ♥ are pictures only with this after them.
        let is_chosen = !c.is_ascii() && chars.peek().is_some_and(|(_, next)| *next == '\u{FE0F}');
        match last {
            Some(last) if joins || is_modifier(c) || c == JOINER => last.end = end,
            Some(last) if is_half_flag && is_flag(c) => {
                last.end = end;
                is_half_flag = false;
                joins = false;
                continue;
            }
            _ if !is_modifier(c) && c != JOINER && (is_picture(c) || is_chosen) => {
                found.push(Span::new(at, end))
            }
            _ => {}
        }
        joins = c == JOINER;
        is_half_flag = is_flag(c);
    }
    found
}

fn is_flag(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_picture_is_one() {
        let count = |text: &str| all(text, Span::new(0, text.len())).len();
        for text in ["🎉", "❤️", "👩🏻‍💻", "🇫🇷", "a 🎉 b", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]
        {
            assert_eq!(count(text), 1, "{text}");
        }
        assert_eq!(count("🎉🎉 ✨🇫🇷🇩🇪"), 5);
        assert_eq!(count("→ ✓ ★ © é 語 1"), 0);
    }
}
