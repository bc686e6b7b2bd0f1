//! Owns the bare links of the GFM specification: its extended autolinks
//! (<https://github.github.com/gfm/#autolinks-extension->).

use super::domains::Domains;
use super::{BareKind, BareLink};
use crate::span::Span;

/// Bare links in `run`, a stretch of `text` without markup, in order.
pub fn bare_links(text: &str, run: Span) -> Vec<BareLink> {
    let mut found = Vec::new();
    let mut domains = Domains::default();
    let bytes = run.slice(text).as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let here = run.slice(text).get(at..).unwrap_or("");
        let link = match byte {
            b'h' | b'H' | b'f' | b'F' if may_begin(bytes, at) => {
                url(here, at, &mut domains, run.slice(text)).map(|length| (at, length, BareKind::Url))
            }
            b'w' | b'W' if may_begin(bytes, at) => {
                www(here, at, &mut domains, run.slice(text)).map(|length| (at, length, BareKind::Www))
            }
            b'@' => email(bytes, at, found.last().map_or(0, |link: &BareLink| link.span.end - run.start)),
            _ => None,
        };
        match link {
            Some((start, length, kind)) => {
                found.push(BareLink { span: Span::new(start, start + length).shifted(run.start), kind });
                at = start + length;
            }
            None => at += 1,
        }
    }
    found
}

/// "at the beginning of a line, after whitespace, or any of the delimiting characters *, _, ~, and ("
fn may_begin(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_none_or(|byte| byte.is_ascii_whitespace() || b"*_~(".contains(byte))
}

fn url(here: &str, at: usize, domains: &mut Domains, text: &str) -> Option<usize> {
    let scheme = ["https://", "http://", "ftp://"]
        .into_iter()
        .find(|scheme| here.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))?;
    let domain_end = domain_end(domains, text, at + scheme.len())? - at;
    Some(trimmed_length(here, domain_end))
}

fn www(here: &str, at: usize, domains: &mut Domains, text: &str) -> Option<usize> {
    if !here.get(..4)?.eq_ignore_ascii_case("www.") {
        return None;
    }
    let domain_end = domain_end(domains, text, at)? - at;
    here.get(..domain_end)?.contains('.').then(|| trimmed_length(here, domain_end))
}

fn domain_end(domains: &mut Domains, text: &str, at: usize) -> Option<usize> {
    let starts_well = text.get(at..)?.starts_with(char::is_alphanumeric);
    starts_well.then(|| domains.end(text, at, is_in_domain, domain)).flatten()
}

/// Segments of letters, digits, `_` and `-` parted by dots.
fn is_in_domain(c: char) -> bool {
    c.is_alphanumeric() || "-_.".contains(c)
}

/// Dots, hyphens and underscores at the end are not of the domain.
fn domain(run: &str, _: &str) -> usize {
    run.trim_end_matches(['.', '-', '_']).len()
}

/// Length of the whole link: up to white space or `<`, less the punctuation at its end.
pub(super) fn trimmed_length(text: &str, domain_end: usize) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(text.len());
    let mut link = text.get(..end).unwrap_or("");
    let mut surplus = link.matches(')').count().saturating_sub(link.matches('(').count());
    loop {
        let shorter = match link.chars().next_back() {
            Some('?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"') => link.get(..link.len() - 1),
            Some(')') if surplus > 0 => link.get(..link.len() - 1),
            Some(';') => Some(match entity_start(link) {
                Some(start) => link.get(..start).unwrap_or(""),
                None => link.get(..link.len() - 1).unwrap_or(""),
            }),
            _ => None,
        };
        match shorter {
            Some(shorter) if shorter.len() >= domain_end => {
                surplus -= usize::from(link.ends_with(')'));
                link = shorter;
            }
            _ => return link.len(),
        }
    }
}

/// Where an entity reference (`&amp;`) that ends `link` starts.
fn entity_start(link: &str) -> Option<usize> {
    let before = link.strip_suffix(';')?;
    let name = before.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let start = before.get(..before.len() - name)?.strip_suffix('&')?.len();
    (name > 0).then_some(start)
}

/// An address around the `@` at `at`; `from` is where the last link ended.
fn email(bytes: &[u8], at: usize, from: usize) -> Option<(usize, usize, BareKind)> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_+".contains(byte);
    let before = bytes.get(from..at)?;
    let local = before.iter().rev().take_while(|byte| is_local(byte)).count();
    let after = bytes.get(at + 1..)?;
    let domain =
        after.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte)).count();
    let mut domain = after.get(..domain)?;
    while let Some((b'.', rest)) = domain.split_last() {
        domain = rest;
    }
    let ends_well = domain.last().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let valid = local > 0 && ends_well && domain.contains(&b'.') && !domain.starts_with(b".");
    valid.then(|| (at - local, local + 1 + domain.len(), BareKind::Email))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let links = bare_links(text, Span::new(0, text.len()));
        assert_eq!(links.iter().map(|link| link.span.slice(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn examples_of_the_specification() {
        check("Visit www.commonmark.org/help for more.", &["www.commonmark.org/help"]);
        check("Visit www.commonmark.org.", &["www.commonmark.org"]);
        check("www.google.com/search?q=Markup+(business)", &["www.google.com/search?q=Markup+(business)"]);
        check("(www.google.com/search?q=Markup+(business))", &["www.google.com/search?q=Markup+(business)"]);
        check("www.google.com/search?q=commonmark&hl=en", &["www.google.com/search?q=commonmark&hl=en"]);
        check("www.google.com/search?q=commonmark&hl;", &["www.google.com/search?q=commonmark"]);
        check("www.commonmark.org/he<lp", &["www.commonmark.org/he"]);
        check("http://commonmark.org", &["http://commonmark.org"]);
        check("Anonymous FTP is available at ftp://foo.bar.baz.", &["ftp://foo.bar.baz"]);
        check(
            "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
            &["hello+xyz@mail.example"],
        );
        check(
            "a.b-c_d@a.b and a.b-c_d@a.b. but not a.b-c_d@a.b- nor a.b-c_d@a.b_",
            &["a.b-c_d@a.b", "a.b-c_d@a.b"],
        );
    }

    #[test]
    fn no_links() {
        check("xhttp://a.b", &[]);
        check("http:// nothing, www. nothing, @ nothing, a@b", &[]);
        check("http://a_b.c", &[]);
    }

    proptest! {
        #[test]
        fn links_are_in_order_and_on_boundaries(text in "(https?://|www\\.|@|[a-z.é;&)(_ ]){0,12}") {
            let mut end = 0;
            for link in bare_links(&text, Span::new(0, text.len())) {
                prop_assert!(link.span.start >= end && !link.span.is_empty());
                prop_assert!(!link.span.slice(&text).is_empty());
                end = link.span.end;
            }
        }
    }
}
