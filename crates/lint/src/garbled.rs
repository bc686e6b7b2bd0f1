//! Owns finding and repairing garbled text: UTF-8 that was read in an encoding of one byte a character, such as
//! `Ã©` for `é` and `â€™` for `’`, once or several times.
//!
//! Text is only looked at closely from a character on that can be the first byte of garbled UTF-8 and is followed by
//! one that can be the second; other text passes at the speed of reading it. In a line with such a place, each
//! encoding is tried. A run of characters is garbled if its characters look odd side by side and those that they
//! stand for look good in their place.
//!
//! Functions marked `inline(never)` run for suspicious lines only; in the page, small counts for more there.
//!
//! Invariant: takes time linear in the text but for text garbled n times, which is read n times; spans are in order,
//! do not overlap and lie on character boundaries; repaired text has no findings.

mod likely;
mod line;
mod sequence;
mod tables;
#[cfg(test)]
mod tests;

use foreword_core::Span;

/// A run of garbled characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Garbled {
    /// Where it is.
    pub span: Span,
    /// What it was. Contains U+FFFD where that is lost.
    pub repaired: String,
    /// The encoding that it was read in, as people call it.
    pub encoding: &'static str,
    /// How many times it was read in the wrong encoding.
    pub times: u8,
}

/// All garbled runs of a text, in its order.
pub fn find(text: &str) -> Vec<Garbled> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(suspect) = next_suspect(text, from) {
        let before = text.get(from..suspect).unwrap_or("");
        let start = before.rfind('\n').map_or(from, |newline| from + newline + 1);
        let rest = text.get(suspect..).unwrap_or("");
        let end = suspect + rest.find('\n').unwrap_or(rest.len());
        find_in_line(text, Span::new(start, end), &mut found);
        from = end;
    }
    found
}

/// Where the next character is that may begin garbled text.
fn next_suspect(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += ascii(bytes.get(at..)?);
        match bytes.get(at)? {
            0xC2..=0xD2 | 0xE2 | 0xEF => {
                let rest = text.get(at..)?;
                let mut characters = rest.chars();
                let first = characters.next()?;
                let second = characters.next().unwrap_or('\n');
                if may_begin(first, second) && suspicious(text, at) {
                    return Some(at);
                }
                at += first.len_utf8();
            }
            // Characters that no encoding of one byte a character has.
            0xF0.. => at += 4,
            0xE0.. => at += 3,
            _ => at += 2,
        }
    }
}

/// How many bytes at the beginning are ASCII.
fn ascii(bytes: &[u8]) -> usize {
    let blocks = bytes.chunks(16).take_while(|block| block.is_ascii()).map(<[u8]>::len).sum::<usize>();
    let rest = bytes.get(blocks..).unwrap_or(&[]);
    blocks + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// True if garbled text may begin with these two characters: the quick question.
fn may_begin(first: char, second: char) -> bool {
    match first {
        '\u{80}'..='\u{9F}' => true,
        'Ã' | 'Â' if second == ' ' => true,
        'ü' => !second.is_ascii(),
        _ => !second.is_ascii() && tables::pair(first, second) != 0,
    }
}

/// True if something speaks for garbled text here, which is the least that a run needs.
#[inline(never)]
fn suspicious(text: &str, at: usize) -> bool {
    let mut window = ['\n'; 10];
    let before = text.get(..at).and_then(|before| before.chars().next_back()).unwrap_or('\n');
    let here = text.get(at..).unwrap_or("").chars();
    for (place, character) in window.iter_mut().zip(std::iter::once(before).chain(here)) {
        *place = character;
    }
    let [_, first, ..] = window;
    first.is_control() || line::encodings_at(&window, 1, u16::MAX) != 0
}

/// True if characters side by side are still so odd after their repair that it is guesswork.
#[inline(never)]
fn still_garbled(pieces: &[Piece]) -> bool {
    pieces.split(|piece| piece.character.is_ascii()).any(|stretch| {
        let characters: Vec<char> = stretch.iter().map(|piece| piece.character).collect();
        let odd = likely::oddness(&characters, 0, characters.len());
        let repaired = stretch.iter().filter(|piece| piece.times > 0).count();
        repaired > 0 && odd > 4 && usize::try_from(odd).is_ok_and(|odd| odd > repaired)
    })
}

/// A character of a line, on its way to the repaired one.
#[derive(Clone, Copy)]
struct Piece {
    character: char,
    /// What of the text it comes from.
    span: Span,
    /// How often it was repaired.
    times: u8,
    /// The encoding that its text was read in last.
    encoding: usize,
}

#[inline(never)]
fn find_in_line(text: &str, line: Span, found: &mut Vec<Garbled>) {
    let mut pieces: Vec<Piece> = line
        .slice(text)
        .char_indices()
        .map(|(at, character)| Piece {
            character,
            span: Span::new(line.start + at, line.start + at + character.len_utf8()),
            times: 0,
            encoding: 0,
        })
        .collect();
    loop {
        let characters: Vec<char> = pieces.iter().map(|piece| piece.character).collect();
        let repairs = line::repairs(&characters);
        if repairs.is_empty() {
            break;
        }
        pieces = repair(&pieces, &repairs);
    }
    if still_garbled(&pieces) {
        return;
    }
    let mut joined = false;
    for piece in &pieces {
        if piece.times == 0 {
            joined = false;
            continue;
        }
        // A byte order mark within a text says nothing.
        let repaired = Some(piece.character).filter(|&character| character != '\u{FEFF}');
        match found.last_mut() {
            Some(last) if joined => {
                last.span.end = piece.span.end;
                last.repaired.extend(repaired);
                last.times = last.times.max(piece.times);
            }
            _ => found.push(Garbled {
                span: piece.span,
                repaired: repaired.into_iter().collect(),
                encoding: encoding(piece, text),
                times: piece.times,
            }),
        }
        joined = true;
    }
}

/// Applies the repairs to a line, once.
#[inline(never)]
fn repair(pieces: &[Piece], repairs: &[line::Repair]) -> Vec<Piece> {
    let mut repaired = Vec::with_capacity(pieces.len());
    let mut at = 0;
    for repair in repairs {
        repaired.extend_from_slice(pieces.get(at..repair.at).unwrap_or(&[]));
        at = repair.at + repair.length;
        let Some(parts @ [first, ..]) = pieces.get(repair.at..at) else { continue };
        let end = parts.last().map_or(first.span.end, |last| last.span.end);
        repaired.push(Piece {
            character: repair.meant,
            span: Span::new(first.span.start, end),
            times: parts.iter().map(|part| part.times).max().unwrap_or(0).saturating_add(1),
            encoding: if first.times == 0 { repair.encoding } else { first.encoding },
        });
    }
    repaired.extend_from_slice(pieces.get(at..).unwrap_or(&[]));
    repaired
}

/// Windows-1252 and Latin-1 differ in the characters that only one of them has.
fn encoding(piece: &Piece, text: &str) -> &'static str {
    let latin_1 = piece.encoding == tables::WINDOWS_1252
        && piece.span.slice(text).chars().all(|character| character <= '\u{FF}')
        && piece.span.slice(text).contains(|character: char| matches!(character, '\u{80}'..='\u{9F}'));
    if latin_1 { "Latin-1" } else { tables::name(piece.encoding) }
}
