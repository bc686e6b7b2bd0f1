//! Owns the rule `insecure-url`.

use crate::addresses::{self, Role, strip_prefix};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};

rule! {
    /// An address begins with `http:`, so everyone on the way can read and change what is sent.
    ///
    /// **Why.** Almost every site answers to `https:`. Browsers warn of pages without it, and do not load scripts and
    /// frames from `http:` on a page with `https:`. Addresses on your own machine or network, and addresses that are
    /// names rather than links, are left alone.
    ///
    /// ````md bad
    /// The weir is [on the map](http://maps.rivers.org/weir).
    /// ````
    ///
    /// ````md bad
    /// The weir is [on the map][map].
    ///
    /// [map]: http://maps.rivers.org/weir
    /// ````
    ///
    /// ````md good
    /// The weir is [on the map](https://maps.rivers.org/weir). Your own is at <http://localhost:1313/>.
    /// ````
    ///
    /// **Fix.** Writes `https:`. Try the link afterwards: a few sites are only there without it.
    ///
    /// **Source.** The W3C recommendation Mixed Content.
    INSECURE_URL { id: "insecure-url", group: Links, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for address in addresses::all(cx.document, cx.facts) {
        let is_http = strip_prefix(address.text, "http://").is_some();
        let Some(host) = addresses::host(address.text).filter(|_| is_http) else { continue };
        // `www.a.bc` has no scheme of its own: the generator chooses it.
        if address.is_templated()
            || !is_public(host)
            || (address.role == Role::Automatic && !address.is_exact)
        {
            continue;
        }
        let message = format!("“{host}” is linked to without encryption (http).");
        let scheme = Span::new(address.span.start, address.span.start + "http".len());
        let fix = Fix::suggested("Use https", vec![Edit::replace(scheme, "https")]);
        cx.report(address.span, message, if address.is_exact { vec![fix] } else { Vec::new() });
    }
}

/// Ends of names that are for examples, for local networks, or for networks with their own encryption.
const RESERVED: [&str; 8] =
    [".local", ".localhost", ".test", ".example", ".internal", ".lan", ".onion", ".invalid"];

/// Sites whose addresses are names of formats.
const NAMESPACES: [&str; 5] =
    ["www.w3.org", "schemas.xmlsoap.org", "schemas.microsoft.com", "purl.org", "xmlns.com"];

/// Whether this names a site that everyone can reach.
fn is_public(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_example = host.split('.').any(|part| matches!(part, "example" | "foo" | "bar"));
    let is_number = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    host.contains('.')
        && !host.contains([':', '[', '$', '<', '{', '*'])
        && !is_example
        && !is_number
        && !NAMESPACES.contains(&host.as_str())
        && !RESERVED.iter().any(|end| host.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::is_public;

    #[test]
    fn who_is_public() {
        assert!(is_public("a.bc") && is_public("WWW.A.BC"));
        for host in
            ["localhost", "a.bc:8080", "127.0.0.1", "example.com", "x.Example.org", "printer.local", "[::1]"]
        {
            assert!(!is_public(host), "{host}");
        }
    }
}
