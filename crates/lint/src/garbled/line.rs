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
struct Run {
    repairs: std::ops::Range<usize>,
    start: usize,
    end: usize,
    odd: i32,
    fit: i32,
    /// Letters of a script without company in their words.
    alone: bool,
    /// A character does not fit where it would stand.
    misfit: bool,
    /// All that is left of the characters is that they are lost, which convinces in the frequent encodings only.
    lost: bool,
    /// There is a character that no words become by chance.
    emoji: bool,
}

impl Run {
    fn convinces(&self) -> bool {
        let odd = self.odd - i32::from(self.lost);
        (odd >= 1 && odd + self.fit >= 2 && !self.alone) || self.emoji
    }
}

/// What one encoding makes of a line.
struct Reading {
    repairs: Vec<Repair>,
    runs: Vec<Run>,
    score: i32,
}

/// What to repair in a line, in its order.
pub(super) fn repairs(line: &[char]) -> Vec<Repair> {
    let mut readings: Vec<Reading> = encodings(line).filter_map(|encoding| reading(line, encoding)).collect();
    // Encodings in the order of preference are equally good only if they mean the same.
    readings.sort_by_key(|reading| -reading.score);
    let mut taken = vec![None; line.len()];
    for reading in &readings {
        for run in &reading.runs {
            let free = taken.get(run.start..run.end).is_some_and(|part| part.iter().all(Option::is_none));
            if !free {
                continue;
            }
            for repair in reading.repairs.get(run.repairs.clone()).unwrap_or(&[]) {
                if let Some(part) = taken.get_mut(repair.at..repair.at + repair.length) {
                    part.fill(Some(*repair));
                }
            }
        }
    }
    controls(line, &mut taken);
    let mut found: Vec<Repair> = taken.into_iter().flatten().collect();
    found.dedup();
    found
}

/// Control characters that are left: what Windows-1252 has in their place, or Mac Roman if that gives words.
fn controls(line: &[char], taken: &mut [Option<Repair>]) {
    let letters = |characters: &mut dyn Iterator<Item = &char>| {
        characters.take_while(|character| character.is_alphabetic()).take(3).count()
    };
    let from_mac = line.iter().enumerate().any(|(at, control)| {
        let (Some(windows), Some(mac)) =
            (tables::meant_by(*control, tables::WINDOWS_1252), tables::meant_by(*control, MAC_ROMAN))
        else {
            return false;
        };
        let (left, right) = line.split_at(at);
        let (left, right) = (left.iter().rev(), right.get(1..).unwrap_or(&[]));
        let begins_with_vowel = right
            .first()
            .is_some_and(|next| matches!(next, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h') || !next.is_ascii());
        let whole = |least: usize| letters(&mut left.clone()) >= least && letters(&mut right.iter()) >= least;
        mac.is_lowercase()
            && match windows {
                // What comes after an apostrophe is short or begins with a vowel.
                '’' => whole(3) && !begins_with_vowel,
                '†' | '‡' | 'ˆ' | '‰' | '˜' | 'Ž' => {
                    whole(1) && left.clone().next().is_some_and(char::is_ascii)
                }
                _ => false,
            }
    });
    let encoding = if from_mac { MAC_ROMAN } else { tables::WINDOWS_1252 };
    for (at, (character, place)) in line.iter().zip(taken).enumerate() {
        if place.is_none()
            && let Some(meant) = tables::meant_by(*character, encoding)
        {
            *place = Some(Repair { at, length: 1, meant, encoding: tables::WINDOWS_1252 });
        }
    }
}

/// The encodings in which something in the line may be garbled.
fn encodings(line: &[char]) -> impl Iterator<Item = usize> {
    let mask = (0..line.len()).fold(0, |mask, at| mask | encodings_at(line, at, !mask));
    (0..COUNT).filter(move |encoding| mask >> encoding & 1 == 1)
}

/// The encodings, as bits and out of those in question, in which something speaks for a garbled character here. It
/// is the least that a run needs.
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

fn reading(line: &[char], encoding: usize) -> Option<Reading> {
    let mut repairs: Vec<Repair> = Vec::new();
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
        let found =
            sequence::read(line, at, encoding, joined).filter(|sequence| likely::possible(sequence.meant));
        let Some(Sequence { length, meant }) = found else {
            others += i32::from(tables::byte(encoding, character) != 0 && !likely::punctuation(character));
            drawn |= likely::drawn(character);
            at += 1;
            continue;
        };
        repairs.push(Repair { at, length, meant, encoding });
        match runs.last_mut() {
            Some(run) if joined => {
                run.end = at + length;
                run.repairs.end = repairs.len();
            }
            _ => {
                let repairs = repairs.len() - 1..repairs.len();
                runs.push(Run {
                    repairs,
                    start: at,
                    end: at + length,
                    odd: 0,
                    fit: 0,
                    alone: false,
                    misfit: false,
                    lost: true,
                    emoji: false,
                });
            }
        }
        at += length;
    }
    if runs.is_empty() || (drawn && DOS.contains(&encoding)) {
        // Lines and corners that are no part of garbled text: a drawing.
        return None;
    }
    runs.retain(|run| !follows_garbled(line, run.start, encoding));
    for run in &mut runs {
        weigh(line, &repairs, run);
    }
    accept(&repairs, &mut runs, others);
    let length = |run: &Run| i32::try_from(run.end - run.start).unwrap_or(i32::MAX);
    let score = runs.iter().map(|run| run.odd + run.fit + 2 * length(run)).sum();
    (!runs.is_empty()).then_some(Reading { repairs, runs, score })
}

/// True if the character before is what another garbled character ends with. To repair part of a long garble makes
/// it worse.
fn follows_garbled(line: &[char], start: usize, encoding: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| line.get(before)).copied().unwrap_or(' ');
    (0x80..=0xBF).contains(&tables::byte(encoding, before)) && likely::sign(before)
}

/// Fills in what speaks for a run.
fn weigh(line: &[char], repairs: &[Repair], run: &mut Run) {
    run.odd = likely::oddness(line, run.start, run.end);
    let character = |at: Option<usize>| at.and_then(|at| line.get(at)).copied().unwrap_or(' ');
    let mut before = [character(run.start.checked_sub(2)), character(run.start.checked_sub(1))];
    let repairs = repairs.get(run.repairs.clone()).unwrap_or(&[]);
    for (index, repair) in repairs.iter().enumerate() {
        let next = repairs.get(index + 1);
        let after = next.map_or(character(Some(run.end)), |next| next.meant);
        let lost = line
            .get(repair.at..repair.at + repair.length)
            .is_some_and(|part| part.contains(&'\u{FFFD}') || part.contains(&'?'));
        let fit = match repair.meant {
            // Part of text that was garbled twice, which takes more than one.
            '\u{80}'..='\u{9F}' if repairs.len() == 1 => -1,
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
    run.alone &= run.fit < 0;
    run.alone |= run.lost && !repairs.first().is_some_and(|repair| COMMON.contains(&repair.encoding));
}

/// Keeps the runs that are garbled: those that convince by themselves, and those that do beside them.
fn accept(repairs: &[Repair], runs: &mut Vec<Run>, others: i32) {
    let scripts = |run: &Run| {
        let repairs = repairs.get(run.repairs.clone()).unwrap_or(&[]);
        repairs.iter().fold(0, |scripts, repair| scripts | likely::script(repair.meant))
    };
    let (mut convincing, mut known) = (0, 0);
    let (mut odd, mut fit) = (0, 0);
    for run in runs.iter() {
        if run.convinces() {
            convincing += i32::try_from(run.repairs.len()).unwrap_or(i32::MAX);
            known |= scripts(run);
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
        let welcome = supported && !run.misfit && (run.fit >= 0 || scripts(run) & !known == 0);
        run.convinces() || welcome
    });
}
