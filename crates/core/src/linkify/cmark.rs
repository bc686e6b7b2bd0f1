//! Owns the bare links of github.com, those of cmark-gfm's extension
//! (<https://github.com/github/cmark-gfm/blob/master/extensions/autolink.c>): wider than its specification, as a scheme
//! may follow any character but a letter and `mailto:` and `xmpp:` belong to an address.

use super::domains::Domains;
use super::gfm::trimmed_length;
use super::places::Place;
use super::{BareKind, BareLink};
use crate::characters::is_punctuation_or_symbol;
use crate::span::Span;

/// Finds the links in `run`.
pub(super) fn find(place: &mut Place<'_>, run: Span, found: &mut Vec<BareLink>) {
    let mut at = run.start;
    let mut domains = Domains::default();
    let text = place.source.get(..run.end).unwrap_or("");
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        // In what may become the text of a link there are only e-mail addresses.
        let url = if place.brackets == 0 { address(text, place.before(at), at, &mut domains) } else { None };
        let link = url.or_else(|| email(text, place.before(at), at));
        match link {
            Some((length, kind)) => {
                found.push(BareLink { span: Span::new(at, at + length), kind });
                at += length;
            }
            None => {
                place.pass(c);
                at = place.word_end(at + c.len_utf8(), run.end);
            }
        }
    }
}

fn address(text: &str, before: Option<char>, at: usize, domains: &mut Domains) -> Option<(usize, BareKind)> {
    let rest = text.get(at..)?;
    let starts =
        |prefix: &str| rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let scheme = ["http://", "https://", "ftp://"].into_iter().find(|scheme| starts(scheme));
    let (start, kind, may_begin) = match scheme {
        Some(scheme) => (scheme.len(), BareKind::Url, !before.is_some_and(|c| c.is_ascii_alphabetic())),
        None if rest.starts_with("www.") => {
            (0, BareKind::Www, before.is_none_or(|c| c.is_ascii_whitespace() || "*_~(".contains(c)))
        }
        None => return None,
    };
    let starts_well = text.get(at + start..)?.starts_with(|c| is_in_domain(c) && c != '.');
    if !may_begin || !starts_well {
        return None;
    }
    domains.end(text, at + start, is_in_domain, |run, _| run.len())?;
    let least = if kind == BareKind::Www { "www.".len() } else { start };
    Some((trimmed_length(rest, start), kind)).filter(|(length, _)| *length > least)
}

fn is_in_domain(c: char) -> bool {
    "-._".contains(c) || !(c.is_whitespace() || is_punctuation_or_symbol(c))
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".+-_".contains(&byte)
}

/// An e-mail address, with `mailto:` or `xmpp:` before it if that is there.
fn email(text: &str, before: Option<char>, at: usize) -> Option<(usize, BareKind)> {
    if before.is_some_and(|c| c == '/' || u8::try_from(c).is_ok_and(is_local)) {
        return None;
    }
    let rest = text.get(at..)?;
    let scheme = ["mailto:", "xmpp:"].into_iter().find(|scheme| rest.starts_with(scheme)).map_or(0, str::len);
    let local = rest.bytes().skip(scheme).take_while(|byte| is_local(*byte)).count();
    let domain = rest.get(scheme + local..)?.strip_prefix('@').filter(|_| local > 0)?.as_bytes();
    let is_xmpp = rest.starts_with("xmpp:");
    let mut length = 0;
    let mut has_dot = false;
    while let Some(byte) = domain.get(length) {
        match byte {
            b'.' if domain.get(length + 1).is_some_and(u8::is_ascii_alphanumeric) => has_dot = true,
            b'/' if is_xmpp => {}
            byte if byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_' => {}
            _ => break,
        }
        length += 1;
    }
    let ends_well = domain.get(..length)?.last().is_some_and(u8::is_ascii_alphabetic);
    let kind = if scheme > 0 { BareKind::Url } else { BareKind::Email };
    let whole = scheme + local + 1 + length;
    (has_dot && ends_well && domain.get(length) != Some(&b'@')).then_some((whole, kind))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use crate::dialects::Linkify::Gfm;

    #[test]
    fn where_links_begin() {
        check(
            Gfm,
            "https://a.b 語https://c.d \"HTTPS://e.f\"",
            &["https://a.b", "https://c.d", "HTTPS://e.f"],
        );
        check(Gfm, "xhttps://a.b WWW.a.b \"www.c.d\" (www.e.f)", &["www.e.f"]);
        check(
            Gfm,
            "ftp://a.b http://localhost [x https://a.b y@c.de",
            &["ftp://a.b", "http://localhost", "y@c.de"],
        );
    }

    #[test]
    fn where_links_end() {
        check(
            Gfm,
            "(https://a.b/c(d)). https://a.b/&amp;; www.a_b.c www.a.b_c",
            &["https://a.b/c(d)", "https://a.b/"],
        );
    }

    #[test]
    fn email_addresses() {
        check(
            Gfm,
            "mailto:a@b.cd xmpp:a@b.cd/e tel:+1 /a@b.cd a@b.cd.",
            &["mailto:a@b.cd", "xmpp:a@b.cd/e", "a@b.cd"],
        );
    }
}
