//! Owns goldmark's bare links (<https://github.com/yuin/goldmark#built-in-extensions>): a narrower form of address
//! than GFM's, which ends at the first character that is not ASCII.

use super::places::Place;
use super::{BareKind, BareLink};
use crate::characters::is_punctuation_or_symbol;
use crate::span::Span;

/// A host is no longer.
const LONGEST_HOST: usize = 256;

/// Finds the links in `run`. `curls` says that smart quotes and dashes are on: a link may begin right after one.
pub(super) fn find(place: &mut Place<'_>, run: Span, curls: bool, found: &mut Vec<BareLink>) {
    let mut at = run.start;
    // No `@` ends the local part that reaches to here.
    let mut no_email_before = 0;
    while at < run.end {
        let rest = place.from(at);
        // In what may become the text of a link there is none.
        let begins = place.brackets == 0 && (at == run.start || may_begin(place, at, curls));
        let link = if begins {
            address(rest)
                .or_else(|| if at >= no_email_before { email(rest, &mut no_email_before, at) } else { None })
        } else {
            None
        };
        if let Some((length, kind)) = link {
            found.push(BareLink { span: Span::new(at, at + length), kind });
            at += length;
            continue;
        }
        let Some(first) = rest.chars().next() else { break };
        place.pass(first);
        at = place.word_end(at + first.len_utf8(), run.end);
    }
}

/// At the start of a line, after a space or one of `*_~(`, and after what smart punctuation has replaced.
fn may_begin(place: &Place<'_>, at: usize, curls: bool) -> bool {
    let Some(before) = place.before(at) else { return true };
    if before.is_ascii_whitespace() || "*_~(".contains(before) {
        return true;
    }
    let replaced = |before: char| {
        let text = place.source.get(place.span.start..at).unwrap_or("");
        match before {
            '"' | '\'' => {
                let ahead = text.strip_suffix(before).and_then(|text| text.chars().next_back());
                ahead.is_none_or(|c| c.is_whitespace() || is_punctuation_or_symbol(c))
            }
            '-' => text.ends_with("--"),
            '.' => text.ends_with("..."),
            _ => text.ends_with("<<") || text.ends_with(">>"),
        }
    };
    curls && "\"'-.<>".contains(before) && replaced(before)
}

fn address(text: &str) -> Option<(usize, BareKind)> {
    let scheme = ["http://", "https://", "ftp://"].into_iter().find(|scheme| text.starts_with(scheme));
    let (start, kind) = match scheme {
        Some(scheme) => (scheme.len(), BareKind::Url),
        None if text.starts_with("www.") => ("www.".len(), BareKind::Www),
        None => return None,
    };
    let host_end = start + host(text.get(start..)?)?;
    let rest = text.get(host_end..)?;
    let port = match rest.strip_prefix(':') {
        Some(digits) if kind == BareKind::Url => {
            let length = digits.bytes().take_while(u8::is_ascii_digit).count();
            if length > 0 { length + 1 } else { 0 }
        }
        _ => 0,
    };
    let path = rest.get(port..)?;
    let in_path = |byte: &u8| {
        byte.is_ascii_alphanumeric()
            || b"-@:%_+.~#!?&/=();,'\">^{}[]`".contains(byte)
            || *byte == b'$' && kind == BareKind::Url
    };
    let path = if path.starts_with(['/', '#', '?']) {
        path.bytes().take_while(|byte| in_path(byte)).count()
    } else {
        0
    };
    trimmed(text.get(..host_end + port + path)?).map(|length| (length, kind))
}

/// Length of a host: up to the last of its dots that lower-case letters follow, and those.
fn host(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let in_host = |byte: &u8| byte.is_ascii_alphanumeric() || b"-@:%._+~#=".contains(byte);
    let end = bytes.iter().take(LONGEST_HOST + 1).take_while(|byte| in_host(byte)).count();
    let is_end = |dot: &usize| {
        bytes.get(*dot) == Some(&b'.') && bytes.get(dot + 1).is_some_and(u8::is_ascii_lowercase)
    };
    let dot = (1..end).rev().find(is_end)?;
    let letters = bytes.get(dot + 1..)?.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    Some(dot + 1 + letters)
}

/// Length without what ends a sentence, and then without brackets that close nothing, or an entity.
fn trimmed(link: &str) -> Option<usize> {
    let link = link.trim_end_matches(['?', '!', '.', ',', ':', '*', '_', '~']);
    let mut end = link.len();
    match link.as_bytes().last()? {
        b')' => {
            let count = |bracket| link.bytes().filter(|byte| *byte == bracket).count();
            end -= count(b')').saturating_sub(count(b'('));
        }
        b';' => {
            let before = link.get(..end - 1)?;
            let name = before.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
            if name > 0 && before.get(..before.len() - name)?.ends_with('&') {
                end = before.len() - name - 1;
            }
        }
        _ => {}
    }
    Some(end).filter(|end| *end > 0)
}

/// Length of an e-mail address at the start of `text`, which stands at `at`.
fn email(text: &str, no_email_before: &mut usize, at: usize) -> Option<(usize, BareKind)> {
    if text.starts_with(|c: char| c.is_ascii_punctuation()) {
        return None;
    }
    let in_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-./=?^_`{|}~".contains(byte);
    let local = text.bytes().take_while(|byte| in_local(byte)).count();
    let after = text.get(local..)?.strip_prefix('@').filter(|_| local > 0);
    let Some(after) = after else {
        *no_email_before = at + local;
        return None;
    };
    let domain = domain(after);
    let ends_well = !after.get(domain..)?.starts_with(['-', '_']);
    let valid = ends_well && after.get(..domain)?.contains('.');
    valid.then_some((local + 1 + domain, BareKind::Email))
}

/// Length of a domain: labels of letters, digits and inner hyphens, up to 63 long, parted by dots.
fn domain(text: &str) -> usize {
    let mut length = 0;
    for label in text.split('.') {
        let word =
            label.bytes().take(63).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let word = label.get(..word).unwrap_or("").trim_end_matches('-');
        if word.is_empty() || word.starts_with('-') {
            break;
        }
        length += word.len() + usize::from(length > 0);
        if word.len() < label.len() {
            break;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use crate::dialects::Linkify::Goldmark;

    #[test]
    fn where_links_begin() {
        check(
            Goldmark,
            "https://a.b x https://c.d *https://e.f* (https://g.h)",
            &["https://a.b", "https://c.d", "https://e.f", "https://g.h"],
        );
        check(Goldmark, "xhttps://a.b ,https://a.b 語https://a.b [https://a.b]", &[]);
        check(Goldmark, "HTTPS://a.b WWW.a.b https://A.B", &[]);
    }

    #[test]
    fn where_links_end() {
        check(
            Goldmark,
            "https://a.b/c?d#e(f)) https://a.b/é https://a.b:80/x.",
            &["https://a.b/c?d#e(f)", "https://a.b/", "https://a.b:80/x"],
        );
        check(
            Goldmark,
            "https://a.b/x_y_z https://a.b&amp; https://a.b/&amp;",
            &["https://a.b/x_y_z", "https://a.b", "https://a.b/"],
        );
    }

    #[test]
    fn what_ends_a_sentence_goes_before_brackets() {
        check(
            Goldmark,
            "(https://a.bc/d)). https://a.bc/d)! https://a.bc/d(e)), https://a.bc/&amp;.",
            &["https://a.bc/d", "https://a.bc/d", "https://a.bc/d(e)", "https://a.bc/"],
        );
    }

    #[test]
    fn email_addresses() {
        check(Goldmark, "a.b@c.de x@y mailto:a@b.cd (a@b.cd) a@b.cd-", &["a.b@c.de", "a@b.cd"]);
    }
}
