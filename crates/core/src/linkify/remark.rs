//! Owns the bare links of remark, and of Astro's engine after it: those of micromark-extension-gfm-autolink-literal
//! (<https://github.com/micromark/micromark-extension-gfm-autolink-literal>), and where these pass, those that
//! mdast-util-gfm-autolink-literal (<https://github.com/syntax-tree/mdast-util-gfm-autolink-literal>) finds in text.

mod literal;
mod text;

use super::domains::Domains;
use super::places::Place;
use super::{BareKind, BareLink};
use crate::span::Span;

/// Finds the links in `run`.
pub(super) fn find(place: &mut Place<'_>, run: Span, found: &mut Vec<BareLink>) {
    let mut at = run.start;
    // Where the text without a link that is looked at begins.
    let mut text_start = run.start;
    let (mut literals, mut texts) = (Domains::default(), Domains::default());
    let content = place.source.get(..place.span.end).unwrap_or("");
    let in_text = place.source.get(..run.end).unwrap_or("");
    while at < run.end {
        let before = place.before(at);
        // What may become the text of a link is looked at as text only.
        let literal =
            if place.brackets == 0 { literal::at(content, at, before, &mut literals) } else { None };
        let link = literal.or_else(|| text::at(in_text, text_start, at, &mut texts));
        if let Some((length, kind)) = link {
            found.push(BareLink { span: Span::new(at, at + length), kind });
            at += length;
            text_start = at;
            continue;
        }
        let Some(first) = place.from(at).chars().next() else { break };
        place.pass(first);
        at = place.word_end(at + first.len_utf8(), run.end);
    }
}

/// `http://`, `https://` or `www` before a dot, in any case, at the start of `text`: its length and kind.
fn prefix(text: &str) -> Option<(usize, BareKind)> {
    let starts = |prefix: &str| {
        text.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
            .then_some(prefix.len())
    };
    if let Some(length) = starts("http://").or_else(|| starts("https://")) {
        return Some((length, BareKind::Url));
    }
    starts("www.").map(|_| (0, BareKind::Www))
}

/// What the local part of an e-mail address is made of.
fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-._".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use crate::dialects::Linkify::Remark;

    #[test]
    fn where_links_begin() {
        check(Remark, "https://a.b 語https://c.d,HTTPS://e.f", &["https://a.b", "https://c.d,HTTPS://e.f"]);
        check(Remark, "xhttps://a.b WWW.a.b \"www.c.d\" xwww.e.f", &["WWW.a.b", "www.c.d"]);
        check(Remark, "[https://a.b/c] [www.d.e", &["https://a.b/c", "www.d.e"]);
    }

    #[test]
    fn where_links_end() {
        check(
            Remark,
            "(https://a.b/c(d)). https://a.b/\"c\"! https://a.b/&amp;;",
            &["https://a.b/c(d)", "https://a.b/\"c", "https://a.b/"],
        );
        check(
            Remark,
            "https://a.b/x_y_ https://a.b/*c*d https://é.org/ü<x",
            &["https://a.b/x_y", "https://a.b/*c*d", "https://é.org/ü"],
        );
        check(Remark, "https://a_b.c www.a_b.c http://localhost/x http://", &["http://localhost/x"]);
    }

    #[test]
    fn email_addresses() {
        check(
            Remark,
            "a.b@c.de x@y mailto:a@b.cd /a@b.cd a@b.c1 a@b.cd.",
            &["a.b@c.de", "a@b.cd", "a@b.cd", "a@b.cd"],
        );
    }
}
