//! Owns the literal autolinks that micromark reads in the source, before any other markup.

use super::super::domains::Domains;
use super::{BareKind, is_local, prefix};
use crate::characters::is_punctuation_or_symbol;

/// The link that begins at `at` in `text`, the source up to the end of the block's content, after the character
/// `before`: its length and kind.
pub(super) fn at(
    text: &str,
    at: usize,
    before: Option<char>,
    domains: &mut Domains,
) -> Option<(usize, BareKind)> {
    let rest = text.get(at..)?;
    email(rest, before).or_else(|| match rest.as_bytes().first()? {
        b'h' | b'H' | b'w' | b'W' => address(text, at, before, domains),
        _ => None,
    })
}

fn address(text: &str, at: usize, before: Option<char>, domains: &mut Domains) -> Option<(usize, BareKind)> {
    let (start, kind) = prefix(text.get(at..)?)?;
    let may_begin = match kind {
        BareKind::Www => before.is_none_or(|c| c.is_ascii_whitespace() || "(*_[]~".contains(c)),
        _ => !before.is_some_and(|c| c.is_ascii_alphabetic()),
    };
    let starts_well = text.get(at + start..)?.starts_with(|c: char| is_in_domain(c) && c != '.' && c != '_');
    if !may_begin || !starts_well {
        return None;
    }
    let domain_end = domains.end(text, at + start, is_in_domain, domain)?;
    Some((domain_end + path(text.get(domain_end..)?) - at, kind))
}

fn is_in_domain(c: char) -> bool {
    "-._".contains(c) || !(c.is_whitespace() || c.is_ascii_control() || is_punctuation_or_symbol(c))
}

/// Dots and underscores at the end belong to what follows, if nothing but punctuation does.
fn domain(run: &str, rest: &str) -> usize {
    let plain = run.trim_end_matches(['.', '_']).len();
    if is_trail(rest).is_ok() { plain } else { run.len() }
}

/// How long the path at the start of `text` is: up to white space, `<`, or punctuation with such after it.
fn path(text: &str) -> usize {
    let (mut open, mut closed) = (0usize, 0usize);
    let mut no_trail_before = 0;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            return at;
        }
        match c {
            '(' => open += 1,
            ')' if closed < open => closed += 1,
            '!' | '"' | '&' | '\'' | ')' | '*' | ',' | '.' | ':' | ';' | '<' | '?' | ']' | '_' | '~' => {
                if at >= no_trail_before {
                    match is_trail(text.get(at..).unwrap_or("")) {
                        Ok(()) => return at,
                        Err(stopped) => no_trail_before = at + stopped,
                    }
                }
                closed += usize::from(c == ')');
            }
            _ => {}
        }
    }
    text.len()
}

/// Whether `text` begins with nothing but punctuation and entities up to its end, white space or `<`; else where
/// something else comes.
fn is_trail(text: &str) -> Result<(), usize> {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or("");
        let Some(c) = rest.chars().next() else { return Ok(()) };
        match c {
            '!' | '"' | '\'' | ')' | '*' | ',' | '.' | ':' | ';' | '?' | '_' | '~' => at += 1,
            '&' => {
                let name = rest.bytes().skip(1).take_while(u8::is_ascii_alphabetic).count();
                if name == 0 || rest.as_bytes().get(name + 1) != Some(&b';') {
                    return Err(at + 1);
                }
                at += name + 2;
            }
            ']' => {
                // A link may end here.
                if rest.get(1..).unwrap_or("").starts_with(['(', '[']) {
                    return Ok(());
                }
                at += 1;
            }
            '<' => return Ok(()),
            c if c.is_whitespace() => return Ok(()),
            _ => return Err(at.max(1)),
        }
    }
}

/// An e-mail address: its last dot stands before a letter or digit, its last character is a letter.
fn email(text: &str, before: Option<char>) -> Option<(usize, BareKind)> {
    let follows = before.is_some_and(|c| c == '/' || u8::try_from(c).is_ok_and(is_local));
    if follows {
        return None;
    }
    let local = text.bytes().take_while(|byte| is_local(*byte)).count();
    let domain = text.get(local..)?.strip_prefix('@').filter(|_| local > 0)?.as_bytes();
    let mut length = 0;
    let mut has_dot = false;
    while let Some(byte) = domain.get(length) {
        match byte {
            b'.' if domain.get(length + 1).is_some_and(u8::is_ascii_alphanumeric) => has_dot = true,
            b'-' | b'_' => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => break,
        }
        length += 1;
    }
    let ends_well = domain.get(..length)?.last().is_some_and(u8::is_ascii_alphabetic);
    (has_dot && ends_well).then_some((local + 1 + length, BareKind::Email))
}
