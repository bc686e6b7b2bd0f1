//! Owns the addresses in a post: of links, images and definitions in Markdown, of `href` and `src` in raw HTML.

use crate::facts::{Element, Facts, Kind};
use foreword_core::{Document, Span};
use pulldown_cmark::{Event, LinkType, Tag};

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// `[…](address)`, `href="address"`
    Link,
    /// `![…](address)`, `src="address"`
    Embedded,
    /// `<address>`, or the address alone
    Automatic,
    /// `[label]: address`
    Definition,
}

/// An address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Address<'d> {
    /// What it is for.
    pub(crate) role: Role,
    /// What it is, as the generator reads it.
    pub(crate) text: &'d str,
    /// The address itself; all of the link where that is written otherwise than it is read.
    pub(crate) span: Span,
    /// Whether the span is the address and nothing else, so that it can be replaced.
    pub(crate) is_exact: bool,
}

impl<'d> Address<'d> {
    /// Whether a template makes a part of it.
    pub(crate) fn is_templated(&self) -> bool {
        self.text.contains("{{") || self.text.contains("{%") || self.text.contains("${")
    }

    /// The path of an address that leads to a file or page of the same site, without what follows `?` or `#`; none
    /// for every other address.
    pub(crate) fn local_path(&self) -> Option<&'d str> {
        let text = self.text;
        let end = text.find(['?', '#']).unwrap_or(text.len());
        let path = text.get(..end)?;
        let names_a_scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
        let is_local =
            !path.is_empty() && !path.starts_with("//") && !names_a_scheme && !path.starts_with("@/");
        (is_local && !self.is_templated()).then_some(path)
    }
}

/// What is between `//` and the path of a web address, in it; none for other addresses.
pub(crate) fn host(address: &str) -> Option<&str> {
    let rest = strip_prefix(address, "https://").or_else(|| strip_prefix(address, "http://"))?;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or("");
    Some(authority.rsplit('@').next().unwrap_or(authority))
}

/// The same without its port.
pub(crate) fn host_name(address: &str) -> Option<&str> {
    host(address).map(|host| host.split(':').next().unwrap_or(host))
}

/// What follows a prefix in any case of letters.
pub(crate) fn strip_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let start = text.get(..prefix.len())?;
    if start.eq_ignore_ascii_case(prefix) { text.get(prefix.len()..) } else { None }
}

/// Every address of a post. Of a link by reference it is the definition's.
pub(crate) fn all<'d>(document: &'d Document<'_>, facts: &Facts) -> Vec<Address<'d>> {
    let source = document.source;
    let mut found = Vec::new();
    for kind in [Kind::Link, Kind::Image] {
        for element in facts.all(kind) {
            let start = document.events.get(element.events.start).map(|(event, _)| event);
            let (link_type, text, role) = match start {
                Some(Event::Start(Tag::Link { link_type, dest_url, .. })) => {
                    (link_type, dest_url, Role::Link)
                }
                Some(Event::Start(Tag::Image { link_type, dest_url, .. })) => {
                    (link_type, dest_url, Role::Embedded)
                }
                _ => continue,
            };
            let text: &str = text;
            let (role, place) = match link_type {
                LinkType::Inline => (role, destination(source, element, text)),
                LinkType::Autolink => {
                    let at = element.span.slice(source).find(text);
                    (Role::Automatic, at.map(|at| at + element.span.start))
                }
                _ => continue,
            };
            let exact = place.map(|start| Span::new(start, start + text.len()));
            found.push(Address {
                role,
                text,
                span: exact.unwrap_or(element.span),
                is_exact: exact.is_some(),
            });
        }
    }
    found.extend(document.definitions.iter().filter_map(|definition| {
        let place = defined(source, definition.span)?;
        let text = place.slice(source);
        Some(Address { role: Role::Definition, text, span: place, is_exact: true })
    }));
    for tag in facts.tags(source) {
        for (attribute, role) in [("href", Role::Link), ("src", Role::Embedded)] {
            let Some(place) = tag.place_of(source, attribute).filter(|place| !place.is_empty()) else {
                continue;
            };
            found.push(Address { role, text: place.slice(source), span: place, is_exact: true });
        }
    }
    found
}

/// Where the destination of an inline link begins, if it is written as it is read.
pub(crate) fn destination(source: &str, element: &Element, text: &str) -> Option<usize> {
    let opening = if element.kind == Kind::Image { 2 } else { 1 };
    let from = if element.inner.is_empty() { element.span.start + opening } else { element.inner.end };
    let rest = source.get(from..element.span.end)?;
    let after = rest.find("](")? + 2;
    let rest = rest.get(after..)?;
    let written = rest.trim_start();
    let written = written.strip_prefix('<').unwrap_or(written);
    let start = element.span.end - written.len();
    (!text.is_empty() && written.starts_with(text)).then_some(start)
}

/// Where the address of a definition stands.
fn defined(source: &str, definition: Span) -> Option<Span> {
    let text = definition.slice(source);
    let after = text.get(text.find("]:")? + 2..)?;
    let written = after.trim_start_matches([' ', '\t', '\n', '\r', '>']);
    let (written, length) = match written.strip_prefix('<') {
        Some(inside) => (inside, inside.find(['>', '\n'])?),
        None => (written, written.find(char::is_whitespace).unwrap_or(written.len())),
    };
    let start = definition.end - written.len();
    (length > 0).then(|| Span::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use foreword_core::Context;

    fn read(source: &str) -> Vec<(Role, String, bool)> {
        let document = Document::parse(source, Context::default());
        let facts = Facts::new(&document);
        let of =
            |address: Address<'_>| (address.role, address.span.slice(source).to_owned(), address.is_exact);
        all(&document, &facts).into_iter().map(of).collect()
    }

    #[test]
    fn addresses_have_places() {
        let source =
            "[a](b) [*c*]( <d e> \"t\") [](f) ![g](h 'i') <https://j.kl>\n\n[m]: <n> \"o\"\n[p]: q\n";
        let exact = |role, text: &str| (role, text.to_owned(), true);
        use Role::*;
        assert_eq!(
            read(source),
            [
                exact(Link, "b"),
                exact(Link, "d e"),
                exact(Link, "f"),
                exact(Automatic, "https://j.kl"),
                exact(Embedded, "h"),
                exact(Definition, "n"),
                exact(Definition, "q"),
            ]
        );
    }

    #[test]
    fn what_is_written_otherwise_has_the_place_of_the_link() {
        assert_eq!(read("[a](b\\_c)"), [(Role::Link, "[a](b\\_c)".to_owned(), false)]);
        assert_eq!(read("[a](b?c&amp;d)"), [(Role::Link, "[a](b?c&amp;d)".to_owned(), false)]);
    }

    #[test]
    fn html_has_addresses() {
        let source = "<a href='x'>y</a>\n\n<div>\n<img src=z>\n</div>\n";
        let found = read(source);
        assert_eq!(found, [(Role::Link, "x".to_owned(), true), (Role::Embedded, "z".to_owned(), true)]);
    }

    #[test]
    fn hosts() {
        assert_eq!(host("HTTPS://me@a.bc:8/x"), Some("a.bc:8"));
        assert_eq!(host_name("http://a.bc:8?x"), Some("a.bc"));
        assert_eq!(host("mailto:a@b.cd"), None);
    }

    #[test]
    fn local_paths() {
        let path =
            |text| Address { role: Role::Link, text, span: Span::new(0, 1), is_exact: true }.local_path();
        assert_eq!(path("../a.png?x#y"), Some("../a.png"));
        for other in ["#a", "https://a.bc", "//a.bc", "mailto:x", "@/a.md", "{{ x }}/a.png", ""] {
            assert_eq!(path(other), None, "{other}");
        }
    }
}
