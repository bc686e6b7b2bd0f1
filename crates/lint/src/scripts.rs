//! Owns what rules about letters need to know of writing systems.

/// True for letters that are written from right to left.
pub(crate) fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
        && letter != '\u{61c}'
}

/// True for letters of scripts whose letters join, so that a writer must be able to keep them apart or together:
/// Arabic and its like, the scripts of India, Mongolian.
pub(crate) fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{600}'..='\u{8ff}'
        | '\u{900}'..='\u{dff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{1800}'..='\u{18af}'
        | '\u{a800}'..='\u{abff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{11000}'..='\u{11fff}')
}

/// True for letters of scripts that put no spaces between words.
pub(crate) fn has_no_spaces(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{fff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// True for emoji and the parts that they are made of.
pub(crate) fn is_emoji(character: char) -> bool {
    matches!(character,
        '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
}

/// The Latin letter that a Cyrillic, Greek or Armenian one looks like.
pub(crate) fn latin_twin(letter: char) -> Option<char> {
    const TWINS: &str = "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌG\
                         οoνvαaιiρpυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuհhոn";
    if letter.is_ascii() {
        return None;
    }
    let mut twins = TWINS.chars();
    while let (Some(twin), Some(latin)) = (twins.next(), twins.next()) {
        if twin == letter {
            return Some(latin);
        }
    }
    None
}

/// The characters of a text among which all are that nobody sees, with their places. Most letters are passed over by
/// their first byte.
pub(crate) fn rare(source: &str) -> impl Iterator<Item = (usize, char)> {
    let starts = source.bytes().enumerate().filter(|(_, byte)| match byte {
        b'\n' | b'\r' | b'\t' => false,
        0..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf3 => true,
        _ => false,
    });
    starts.filter_map(|(at, _)| Some((at, source.get(at..)?.chars().next()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike() {
        for (letter, twin) in [('а', Some('a')), ('О', Some('O')), ('ο', Some('o')), ('ж', None), ('a', None)]
        {
            assert_eq!(latin_twin(letter), twin, "{letter}");
        }
    }

    #[test]
    fn only_rare_characters_are_looked_at() {
        let text = "a\tb\r\né\u{0}c 🎉 \u{ad}\u{61c}\u{180e}\u{200b}\u{3164}\u{feff}\u{e0041}";
        let found: String = rare(text).map(|(_, character)| character).collect();
        assert_eq!(found, "\u{0}\u{ad}\u{61c}\u{180e}\u{200b}\u{3164}\u{feff}\u{e0041}");
    }
}
