//! Owns reading one character of UTF-8 out of the characters that its bytes were taken for.
//!
//! What programs did to the bytes on the way is taken into account: a non-breaking space that became a space, bytes
//! that became U+FFFD or a question mark, the invisible first byte of an emoji in Mac Roman that was dropped, and
//! characters written as two surrogates.

use super::tables::{self, DOS, MAC_ROMAN, WINDOWS_1252};

/// A character, and how many characters stand for its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    pub(super) length: usize,
    pub(super) meant: char,
}

const LOST: u8 = 1;
const ASKED: u8 = 2;

/// Reads the character that begins at `at`; `joined` says that another one ended there.
#[inline(never)]
pub(super) fn read(line: &[char], at: usize, encoding: usize, joined: bool) -> Option<Sequence> {
    let first = line.get(at).copied()?;
    let lead = tables::byte(encoding, first);
    let size: usize = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        0x9F if encoding == MAC_ROMAN => return emoji_without_first_byte(line, at, joined),
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut spaces = 0;
    for (offset, cell) in bytes.iter_mut().enumerate().take(size).skip(1) {
        *cell = match line.get(at + offset).copied() {
            Some(' ') if may_be_a0(lead, offset, encoding) => {
                spaces += 1;
                0xA0
            }
            Some('?') => ASKED,
            Some('\u{FFFD}') => LOST,
            Some(character) => tables::byte(encoding, character),
            None => 0,
        };
    }
    let [_, second, third, _] = bytes;
    if encoding == WINDOWS_1252 && third != ASKED && line.get(at + 2).is_none_or(char::is_ascii) {
        // Windows-1252 has no character for the last byte of these, and programs often drop it.
        match (first, line.get(at + 1)) {
            ('â', Some('€')) => return Some(Sequence { length: 2, meant: '”' }),
            ('ï', Some('¸')) => return Some(Sequence { length: 2, meant: '\u{FE0F}' }),
            _ => {}
        }
    }
    if (lead, second) == (0xE2, 0x80) && spaces > 0 {
        return None;
    }
    let further = bytes.get(1..size)?;
    let asked = further.iter().filter(|&&byte| byte == ASKED).count();
    let whole = |byte: &u8| (0x80..=0xBF).contains(byte);
    if further.iter().any(|byte| !whole(byte) && *byte != LOST && *byte != ASKED) || spaces > 1 {
        return None;
    }
    if !further.iter().all(whole) {
        // Only `Ã?` and `Â?` are frequent enough to be told from a question.
        let likely = asked == 0 || (asked == 1 && spaces == 0 && (size > 2 || lead <= 0xC3));
        return likely.then_some(Sequence { length: size, meant: '\u{FFFD}' });
    }
    if lead == 0xED && second >= 0xA0 {
        return surrogates(line, at, encoding);
    }
    let meant = decode(bytes.get(..size)?)?;
    let length = if meant == 'à' && spaces == 1 && keeps_space(line.get(at + 2..)?) { 1 } else { size };
    Some(Sequence { length, meant })
}

fn decode(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

/// True if a space can stand for the byte A0: where that is a non-breaking space, in the characters that have it.
fn may_be_a0(lead: u8, offset: usize, encoding: usize) -> bool {
    tables::byte(encoding, '\u{A0}') == 0xA0
        && !DOS.contains(&encoding)
        && match lead {
            0xC2 | 0xC3 | 0xC5 | 0xCE | 0xD0 | 0xD9 | 0xE2 | 0xE3 | 0xF0 => true,
            0xE0 | 0xE1 => offset == 2,
            _ => false,
        }
}

/// True if the space after a garbled `à` is the one between two words. It is the second half of the letter instead
/// if another space follows, in Portuguese `às` and `àquele`, and in Vietnamese, where no word is a lone consonant.
fn keeps_space(after: &[char]) -> bool {
    if let [' ', ..] | ['s', ' ', ..] | ['q', 'u', 'e', 'l', 'e' | 'a', ..] | ['q', 'u', 'i', 'l', 'o', ..] =
        after
    {
        return false;
    }
    let end = after.iter().position(|character| !character.is_alphabetic()).unwrap_or(after.len());
    let (word, rest) = after.split_at(end);
    let rest_of_word =
        matches!(word, ['i' | 'o' | 'u' | 'n' | 'm' | 'p' | 'c' | 't'] | ['n', 'g' | 'h'] | ['c', 'h']);
    !rest_of_word || matches!(rest, ['\'' | '’', ..])
}

/// An emoji in Mac Roman: its first byte, F0, is a character that most programs cannot show or keep.
fn emoji_without_first_byte(line: &[char], at: usize, joined: bool) -> Option<Sequence> {
    let byte =
        |offset: usize| line.get(at + offset).map_or(0, |&character| tables::byte(MAC_ROMAN, character));
    let meant = decode(&[0xF0, 0x9F, byte(1), byte(2)])?;
    // A lost byte leaves letters that can be part of a word: Turkish `üçü`.
    let before =
        at.checked_sub(1).and_then(|before| line.get(before)).is_some_and(|before| before.is_alphabetic());
    let goes_on = match line.get(at + 3) {
        // Another garbled character.
        Some('ü' | '√' | 'Ô' | '‚') | None => false,
        Some(after) => after.is_alphabetic() && (!after.is_ascii() || before),
    };
    let turkish = matches!(line.get(at + 1..at + 3), Some(['ç' | 'ö' | 'ü', 'ü']));
    ((joined || !goes_on) && !turkish).then_some(Sequence { length: 3, meant })
}

/// A character outside the basic plane, written as two surrogates of three bytes each.
fn surrogates(line: &[char], at: usize, encoding: usize) -> Option<Sequence> {
    let byte =
        |offset: usize| line.get(at + offset).map_or(0, |&character| tables::byte(encoding, character));
    let unit = |offset: usize| {
        let (second, third) = (byte(offset + 1), byte(offset + 2));
        let whole = byte(offset) == 0xED && third & 0xC0 == 0x80;
        whole.then(|| 0xD000 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F))
    };
    let meant = char::decode_utf16([unit(0)?, unit(3)?]).next()?.ok()?;
    (!matches!(meant, '\0'..='\u{FFFF}')).then_some(Sequence { length: 6, meant })
}
