//! Owns the rule `malformed-url`.

use crate::addresses::{self, Address, Role, strip_prefix};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// The address of a link or image is mistyped.
    ///
    /// **Why.** The link leads nowhere, or to a page of your own site that does not exist. Looked for are
    /// mistyped, doubled and forgotten beginnings (`htp://`, `https//`, `http://https://`, `www.`), addresses that
    /// name no site, and signs that the name of a site cannot have.
    ///
    /// ````md bad
    /// The bridge is [described here](https//example.org/bridge).
    /// ````
    ///
    /// ````md bad
    /// We met at [the old mill](htps://example.org/mill) and at [the ford](https://http://example.org/ford).
    /// ````
    ///
    /// ````md bad
    /// Read [the timetable](www.example.org/times) or [ask the ferryman](ferry@example.org).
    /// ````
    ///
    /// ````md bad
    /// Nothing is at [this address](https:///times).
    /// ````
    ///
    /// ````md good
    /// The bridge is [described in a book](https://example.org/bridge). [Ask the ferryman](mailto:ferry@example.org).
    /// ````
    ///
    /// **Fix.** Writes the address as it was probably meant.
    ///
    /// **Source.** RFC 3986, sections 3.1 and 3.2; the WHATWG URL standard, section 4.3.
    MALFORMED_URL { id: "malformed-url", group: Links, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for address in addresses::all(cx.document, cx.facts) {
        if address.is_templated() {
            continue;
        }
        let Some((message, meant)) = fault(&address) else { continue };
        let edit = |meant: String| {
            let title = format!("Change it to {meant}");
            Fix::suggested(title, vec![Edit::replace(address.span, meant)])
        };
        let fixes = meant.filter(|_| address.is_exact).map(edit).into_iter().collect();
        cx.report(address.span, message, fixes);
    }
}

/// What is wrong with an address, and what was probably meant.
fn fault(address: &Address<'_>) -> Option<(String, Option<String>)> {
    let text = address.text;
    if let Some(rest) = web(text) {
        return after_scheme(text, rest);
    }
    if let Some((scheme, rest)) = mistyped(text) {
        let meant = format!("{scheme}://{}", rest.trim_start_matches([':', ';', '/', '\\', '.']));
        return Some((
            format!("The address “{}” does not begin with {scheme}://.", shown(text)),
            Some(meant),
        ));
    }
    if address.role != Role::Link && address.role != Role::Definition {
        return None;
    }
    if strip_prefix(text, "www.").is_some_and(|rest| rest.contains('.')) || is_bare_host(text) {
        let message =
            format!("Without https:// the address “{}” leads to a page of your own site.", shown(text));
        return Some((message, Some(format!("https://{text}"))));
    }
    if is_mail(text) {
        let message = format!("Without mailto: the address “{text}” leads to a page of your own site.");
        return Some((message, Some(format!("mailto:{text}"))));
    }
    None
}

/// What follows `http://` or `https://`.
fn web(text: &str) -> Option<&str> {
    strip_prefix(text, "https://").or_else(|| strip_prefix(text, "http://"))
}

fn after_scheme(text: &str, rest: &str) -> Option<(String, Option<String>)> {
    let slashes = rest.trim_start_matches('/');
    if web(rest).is_some() {
        return Some(("This address begins twice.".to_owned(), Some(rest.to_owned())));
    }
    if let Some((scheme, second)) = mistyped(rest) {
        let meant = format!("{scheme}://{}", second.trim_start_matches([':', ';', '/', '\\', '.']));
        return Some(("This address begins twice.".to_owned(), Some(meant)));
    }
    let host = addresses::host(text)?;
    if host.is_empty() || host.starts_with(':') {
        let begins = text.len() - rest.len();
        let is_meant =
            slashes.len() < rest.len() && slashes.split('/').next().is_some_and(|first| first.contains('.'));
        let meant = text.get(..begins).filter(|_| is_meant).map(|scheme| format!("{scheme}{slashes}"));
        return Some(("This address names no site.".to_owned(), meant));
    }
    // A name that the reader is to fill in.
    if host.contains(['<', '>', '{', '}', '$', '*', '…', '[', '%', '&']) || host.contains("...") {
        return None;
    }
    let wrong = host
        .chars()
        .find(|c| c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_' | ':'));
    if let Some(wrong) = wrong {
        let name = if wrong == ' ' { "a space".to_owned() } else { format!("“{wrong}”") };
        return Some((format!("The name of a site cannot have {name} in it."), None));
    }
    if host.contains("..") || host.starts_with('.') {
        return Some((format!("The site's name “{host}” has a full stop too many."), None));
    }
    if text.contains(' ') {
        let meant = text.trim().replace(' ', "%20");
        return Some(("This address has a space in it.".to_owned(), Some(meant)));
    }
    None
}

/// The scheme that was meant and what follows what is written of it.
fn mistyped(text: &str) -> Option<(&'static str, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at_checked(length)?;
    let word = word.to_ascii_lowercase();
    let scheme = if word.contains('s') { "https" } else { "http" };
    let separated = |starts: &[&str]| starts.iter().any(|start| rest.starts_with(start));
    if matches!(word.as_str(), "http" | "https") {
        // `https:x.org` is read as meant by browsers; `https:/x` and the others are not by everything else.
        let is_wrong = !rest.starts_with("://") && separated(&["//", ":/", ":\\\\", ";//", ".//", ":;//"]);
        return is_wrong.then_some((scheme, rest));
    }
    let is_like = (3..=7).contains(&word.len())
        && word.bytes().all(|byte| matches!(byte, b'h' | b't' | b'p' | b's'))
        && ["h", "t", "p", "tt"].iter().filter(|part| word.contains(**part)).count() >= 3;
    (is_like && separated(&["://", "//", ":/"])).then_some((scheme, rest))
}

/// Ends of names of sites that no file's name has.
const TOP_LEVEL: [&str; 8] = [".com", ".org", ".net", ".edu", ".gov", ".io", ".dev", ".co.uk"];

/// Whether this begins with the name of a site.
fn is_bare_host(text: &str) -> bool {
    let (host, path) = text.split_once('/').unwrap_or((text, ""));
    let stem = TOP_LEVEL.iter().find_map(|end| host.strip_suffix(end));
    stem.is_some_and(|stem| {
        // `socket.io` may be a page; with a path after it, it is none.
        let is_sure = !path.is_empty() || host.ends_with(".com") || host.ends_with(".org");
        !stem.is_empty()
            && is_sure
            && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
    })
}

fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        let is_name = |text: &str| {
            !text.is_empty()
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+'))
        };
        is_name(name) && is_name(host) && host.contains('.') && !host.ends_with(".md")
    })
}

/// The beginning of an address.
fn shown(text: &str) -> &str {
    let end = text.char_indices().nth(24).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use foreword_core::Span;

    fn meant(text: &str) -> Option<Option<String>> {
        let address = Address { role: Role::Link, text, span: Span::new(0, 1), is_exact: true };
        fault(&address).map(|(_, meant)| meant)
    }

    #[test]
    fn what_was_meant() {
        for (text, expected) in [
            ("http//a.bc", "http://a.bc"),
            ("https:/a.bc/d", "https://a.bc/d"),
            ("htp://a.bc", "http://a.bc"),
            ("httpss://a.bc", "https://a.bc"),
            ("ttps://a.bc", "https://a.bc"),
            ("https;//a.bc", "https://a.bc"),
            ("https://http//a.bc", "http://a.bc"),
            ("http://https://a.bc", "https://a.bc"),
            ("https:///a.bc", "https://a.bc"),
            ("https:\\\\a.bc", "https://a.bc"),
            ("www.a.bc", "https://www.a.bc"),
            ("github.com/a", "https://github.com/a"),
            ("me@a.bc", "mailto:me@a.bc"),
            ("https://a.bc/d e", "https://a.bc/d%20e"),
        ] {
            assert_eq!(meant(text), Some(Some(expected.to_owned())), "{text}");
        }
        for text in ["https://", "https:///times", "https://a,b.cd", "https://a..b", "https://a b/"] {
            assert_eq!(meant(text), Some(None), "{text}");
        }
    }

    #[test]
    fn what_is_right() {
        for text in [
            "https://a.bc",
            "HTTP://a.bc:8080/d?e=https://f.gh",
            "https://web.archive.org/web/2020/http://a.bc",
            "http://[::1]/",
            "https://$HOST/x",
            "https://user:pass@a.bc",
            "https://語.jp/",
            "mailto:a@b.cd",
            "ftp://a.bc",
            "tt.md",
            "http/index.md",
            "/a//b",
            "a.png",
            "socket.io",
            "#",
            "",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
