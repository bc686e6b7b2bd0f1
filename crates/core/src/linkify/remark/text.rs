//! Owns the links that are found in text once all other markup is read.

use super::super::domains::Domains;
use super::{BareKind, is_local, prefix};
use crate::characters::is_punctuation_or_symbol;

/// The link that begins at `at` in `text`, whose part from `start` on is one text of the tree: its length and kind.
pub(super) fn at(text: &str, start: usize, at: usize, domains: &mut Domains) -> Option<(usize, BareKind)> {
    let before = text.get(start..at)?.chars().next_back();
    let address = match text.as_bytes().get(at)? {
        b'h' | b'H' | b'w' | b'W' => address(text, at, before, domains),
        _ => None,
    };
    address.or_else(|| email(text.get(at..)?, before))
}

fn address(text: &str, at: usize, before: Option<char>, domains: &mut Domains) -> Option<(usize, BareKind)> {
    let (start, kind) = prefix(text.get(at..)?)?;
    if !before.is_none_or(|c| c.is_whitespace() || is_punctuation_or_symbol(c)) {
        return None;
    }
    let starts_well = !text.get(at + start..)?.starts_with(|c: char| c.is_ascii_punctuation());
    let domain_end =
        starts_well.then(|| domains.end(text, at + start, is_in_domain, |run, _| run.len())).flatten()?;
    let rest = text.get(at + start..)?;
    if !rest.get(..domain_end - at - start)?.contains('.') {
        return None;
    }
    let end = rest.find(['\t', '\n', '\r', ' ']).unwrap_or(rest.len());
    Some((start + without_trail(rest.get(..end)?), kind))
}

fn is_in_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._".contains(c)
}

/// Length without the punctuation at the end, but with the brackets in it that close one of the address.
fn without_trail(address: &str) -> usize {
    let is_trail = |c: char| "!\"&'),.:;<>?]}".contains(c);
    let mut end = address.trim_end_matches(is_trail).len();
    let count = |bracket: char| address.get(..end).unwrap_or("").matches(bracket).count();
    let mut missing = count('(').saturating_sub(count(')'));
    while missing > 0 {
        let Some(bracket) = address.get(end..).and_then(|trail| trail.find(')')) else { break };
        end += bracket + 1;
        missing -= 1;
    }
    end
}

/// An e-mail address, whatever stands before it that is not of one.
fn email(rest: &str, before: Option<char>) -> Option<(usize, BareKind)> {
    if before.is_some_and(|c| u8::try_from(c).is_ok_and(is_local)) {
        return None;
    }
    let local = rest.bytes().take_while(|byte| is_local(*byte)).count();
    let domain = rest.get(local..)?.strip_prefix('@').filter(|_| local > 0)?.as_bytes();
    let mut length = 0;
    let mut has_dot = false;
    while let Some(byte) = domain.get(length) {
        match byte {
            b'.' if length > 0 && domain.get(length + 1).is_some_and(|next| is_word(*next)) => has_dot = true,
            byte if is_word(*byte) => {}
            _ => break,
        }
        length += 1;
    }
    let ends_well = domain.get(..length)?.last().is_some_and(u8::is_ascii_alphabetic);
    (has_dot && ends_well).then_some((local + 1 + length, BareKind::Email))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-".contains(&byte)
}
