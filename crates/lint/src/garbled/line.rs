//! Owns which characters of a line are repaired, in one encoding or several.

use super::likely::{self, ALONE, MISPLACED};
use super::sequence::{self, Sequence};
use super::tables::{self, COUNT, DOS, MAC_ROMAN};

/// Encodings in which a run convinces although its characters are lost: the others read words as such runs.
const COMMON: [usize; 2] = [tables::WINDOWS_1252, tables::WINDOWS_1250];

/// Characters of a line that are one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    pub(super) at: usize,
    pub(super) length: usize,
    pub(super) meant: char,
    pub(super) encoding: usize,
}

/// Neighbouring repairs in one encoding, and what speaks for them.
#[derive(Default)]
struct Run {
    repairs: Vec<Repair>,
    start: usize,
    end: usize,
    odd: i32,
    fit: i32,
    /// How much its encoding makes of the line.
    line_score: i32,
    /// It needs support: letters of a script without company in their words, or nothing but lost characters.
    alone: bool,
    /// A character does not fit where it would stand.
    misfit: bool,
    /// All characters are lost.
    lost: bool,
    /// There is a character that no words become by chance.
    emoji: bool,
}

impl Run {
    fn score(&self) -> i32 {
        let length = i32::try_from(self.end - self.start).unwrap_or(i32::MAX);
        length.saturating_mul(2).saturating_add(self.odd + self.fit)
    }

    fn convinces(&self) -> bool {
        let odd = self.odd - i32::from(self.lost);
        (odd >= 1 && odd + self.fit >= 2 && !self.alone) || self.emoji
    }

    /// The scripts of its letters, as bits.
    fn scripts(&self) -> u64 {
        self.repairs.iter().fold(0, |scripts, repair| scripts | likely::script(repair.meant))
    }
}

/// What to repair in a line, in its order.
#[inline(never)]
pub(super) fn repairs(line: &[char]) -> Vec<Repair> {
    let in_question = (0..line.len()).fold(0, |mask, at| mask | encodings_at(line, at, !mask));
    let mut runs = Vec::new();
    for encoding in 0..COUNT {
        if in_question >> encoding & 1 == 1 {
            read(line, encoding, &mut runs);
        }
    }
    // Where encodings contradict each other, the run wins that makes more of its characters, then the one whose
    // encoding makes more of the line, then the first: they are in the order of preference.
    let mut owners = vec![(0, 0, usize::MAX); line.len()];
    for (number, run) in runs.iter().enumerate() {
        let weight = (run.score(), run.line_score);
        let Some(places) = owners.get_mut(run.start..run.end) else { continue };
        if places.iter().all(|place| (place.0, place.1) < weight) {
            places.fill((weight.0, weight.1, number));
        }
    }
    let encoding = if letters_of_mac(line) { MAC_ROMAN } else { tables::WINDOWS_1252 };
    let mut found = Vec::new();
    let mut at = 0;
    while let (Some(character), Some(owner)) = (line.get(at), owners.get(at)) {
        let run = runs.get(owner.2);
        let won = |run: &&Run| {
            run.start == at
                && owners
                    .get(run.start..run.end)
                    .is_some_and(|places| places.iter().all(|place| place.2 == owner.2))
        };
        if let Some(run) = run.filter(won) {
            found.extend_from_slice(&run.repairs);
            at = run.end;
            continue;
        }
        if let Some(meant) = tables::meant_by(*character, encoding) {
            found.push(Repair { at, length: 1, meant, encoding: tables::WINDOWS_1252 });
        }
        at += 1;
    }
    found
}

/// True if control characters that are left are letters in Mac Roman: Windows-1252 has signs in their place that do
/// not stand within words. Otherwise they are what Windows-1252 has.
fn letters_of_mac(line: &[char]) -> bool {
    line.windows(3).enumerate().any(|(at, around)| {
        let [before, control, after] = around else { return false };
        let Some(mac) = tables::meant_by(*control, MAC_ROMAN) else { return false };
        let within = before.is_ascii_alphabetic() && after.is_alphabetic() && mac.is_lowercase();
        within
            && match tables::meant_by(*control, tables::WINDOWS_1252) {
                // What comes after an apostrophe is short or begins with a vowel.
                Some('’') => {
                    let long = |part: Option<&[char]>| {
                        part.is_some_and(|part| part.iter().all(|c| c.is_alphabetic()))
                    };
                    !matches!(after, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h')
                        && after.is_ascii()
                        && long(at.checked_sub(2).and_then(|start| line.get(start..=at)))
                        && long(line.get(at + 2..at + 5))
                }
                meant => matches!(meant, Some('†' | '‡' | 'ˆ' | '‰' | '˜' | 'Ž')),
            }
    })
}

/// The encodings, as bits and out of those in question, in which something speaks for a garbled character here. It
/// is the least that a run needs.
#[inline(never)]
pub(super) fn encodings_at(line: &[char], at: usize, in_question: u16) -> u16 {
    let (Some(&first), Some(&second)) = (line.get(at), line.get(at + 1)) else { return 0 };
    let pair = match first {
        '\0'..='\u{7F}' => 0,
        'ü' => 1 << MAC_ROMAN,
        _ => tables::pair(first, if second == ' ' { '\u{A0}' } else { second }),
    };
    let candidates = pair & in_question;
    if candidates == 0 {
        return 0;
    }
    let speaks = |encoding: &usize| {
        candidates >> encoding & 1 == 1
            && sequence::read(line, at, *encoding, true).is_some_and(|Sequence { length, meant }| {
                likely::speaks_for_itself(meant)
                    || (likely::possible(meant) && likely::oddness(line, at, at + length) > 0)
            })
    };
    (0..COUNT).filter(speaks).fold(0, |mask, encoding| mask | 1 << encoding)
}

/// Adds the garbled runs of a line in one encoding.
#[inline(never)]
fn read(line: &[char], encoding: usize, found: &mut Vec<Run>) {
    let mut runs: Vec<Run> = Vec::new();
    // Characters that the encoding has and that are right as they are.
    let mut others = 0;
    let mut drawn = false;
    let mut at = 0;
    while let Some(character) = line.get(at).copied() {
        if character.is_ascii() {
            at += 1;
            continue;
        }
        let joined = runs.last().is_some_and(|run| run.end == at);
        let sequence = sequence::read(line, at, encoding, joined);
        let Some(Sequence { length, meant }) = sequence.filter(|sequence| likely::possible(sequence.meant))
        else {
            others += i32::from(tables::byte(encoding, character) != 0 && !likely::punctuation(character));
            drawn |= likely::drawn(character);
            at += 1;
            continue;
        };
        if !joined {
            runs.push(Run { start: at, lost: true, ..Run::default() });
        }
        if let Some(run) = runs.last_mut() {
            run.repairs.push(Repair { at, length, meant, encoding });
            run.end = at + length;
        }
        at += length;
    }
    if drawn && DOS.contains(&encoding) {
        // Lines and corners that are no part of garbled text: a drawing.
        return;
    }
    runs.retain_mut(|run| {
        weigh(line, encoding, run);
        !follows_garbled(line, run.start, encoding)
    });
    accept(line, &mut runs, others);
    let line_score = runs.iter().fold(0, |sum: i32, run| sum.saturating_add(run.score()));
    for run in &mut runs {
        run.line_score = line_score;
    }
    found.append(&mut runs);
}

/// True if the character before is what another garbled character ends with. To repair part of a long garble makes
/// it worse.
fn follows_garbled(line: &[char], start: usize, encoding: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| line.get(before)).copied().unwrap_or(' ');
    (0x80..=0xBF).contains(&tables::byte(encoding, before)) && likely::sign(before)
}

/// Fills in what speaks for a run.
fn weigh(line: &[char], encoding: usize, run: &mut Run) {
    run.odd = likely::oddness(line, run.start, run.end);
    let character = |at: Option<usize>| at.and_then(|at| line.get(at)).copied().unwrap_or(' ');
    let mut before = [character(run.start.checked_sub(2)), character(run.start.checked_sub(1))];
    let several = run.repairs.len() > 1;
    for (index, repair) in run.repairs.iter().enumerate() {
        let next = run.repairs.get(index + 1);
        let after = next.map_or(character(Some(run.end)), |next| next.meant);
        let lost = line
            .get(repair.at..repair.at + repair.length)
            .is_some_and(|part| part.contains(&'\u{FFFD}') || part.contains(&'?'));
        let fit = match repair.meant {
            // Part of text that was garbled twice, which takes more than one.
            '\u{80}'..='\u{9F}' if !several => -1,
            // What was lost before it was garbled.
            '\u{FFFD}' if !lost => 2,
            meant => match likely::fit(meant, before, after) {
                // Still garbled.
                MISPLACED if next.is_some() && tables::pair(meant, after) != 0 => 0,
                fit => fit,
            },
        };
        run.fit += fit;
        run.alone |= fit == ALONE;
        run.misfit |= fit == MISPLACED;
        run.emoji |= likely::speaks_for_itself(repair.meant);
        run.lost &= lost;
        before = [before[1], repair.meant];
    }
    let after = character(Some(run.end));
    if after.is_alphabetic() && !after.is_ascii() && tables::byte(encoding, after) == 0 {
        // The word goes on in letters that the encoding does not have.
        run.fit -= 1;
    }
    run.alone &= run.fit < 0;
    run.alone |= run.lost && !COMMON.contains(&encoding);
}

/// Keeps the runs that are garbled: those that convince by themselves, and those that do beside them.
fn accept(line: &[char], runs: &mut Vec<Run>, others: i32) {
    let (mut convincing, mut known) = (0, 0);
    let (mut odd, mut fit) = (0, 0);
    for run in runs.iter() {
        if run.convinces() {
            convincing += i32::try_from(run.repairs.len()).unwrap_or(i32::MAX);
            known |= run.scripts();
        }
        odd += run.odd;
        fit += run.fit;
    }
    if others == 0 && odd >= 2 && odd + fit >= 3 && !runs.iter().any(|run| run.misfit) {
        // Nothing in the line contradicts.
        return;
    }
    let supported = convincing > 0 && (others == 0 || convincing >= 2 * others);
    runs.retain(|run| {
        let scripts = run.scripts();
        let letters = line.get(run.start..run.end).is_some_and(|part| part.iter().all(|c| c.is_alphabetic()));
        let word = run.odd == 0 && scripts == 0 && letters;
        let welcome = supported && !run.misfit && !word && (run.fit >= 0 || scripts & !known == 0);
        run.convinces() || welcome
    });
}
