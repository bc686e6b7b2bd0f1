//! Owns the rule `tracking-parameters`.

use crate::addresses::{self, Role};
use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;

rule! {
    /// An address carries parameters that only serve to follow readers.
    ///
    /// **Why.** They came along when the address was copied. They tell the site who shared the link with whom, make
    /// it long, and say where *you* got it from. The link works without them.
    ///
    /// ````md bad
    /// See [the forecast](https://example.org/forecast?day=2&utm_source=newsletter&utm_medium=email).
    /// ````
    ///
    /// ````md bad
    /// See [the forecast](https://example.org/forecast?fbclid=IwAR0abc#tides).
    /// ````
    ///
    /// ````md bad
    /// [The film](https://youtu.be/abcdefghijk?si=XyZ123) shows the flood.
    /// ````
    ///
    /// ````md good
    /// See [the forecast](https://example.org/forecast?day=2) and [the film](https://youtu.be/abcdefghijk?t=40).
    /// ````
    ///
    /// **Fix.** Removes them from the address.
    ///
    /// **Source.** The lists of such parameters that browsers remove: Firefox's query stripping, Brave's.
    TRACKING_PARAMETERS { id: "tracking-parameters", group: Links, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for address in addresses::all(cx.document, cx.facts) {
        let Some((name, clean)) = without(address.text) else { continue };
        if address.is_templated() {
            continue;
        }
        // The text of an automatic link is its address: readers see it change.
        let title = if address.role == Role::Automatic {
            "Shorten the address"
        } else {
            "Remove the tracking parameters"
        };
        let fix = Fix::suggested(title, vec![Edit::replace(address.span, clean)]);
        let message = format!("The parameter “{name}” of this address is only there to follow readers.");
        cx.report(address.span, message, if address.is_exact { vec![fix] } else { Vec::new() });
    }
}

const NAMES: [&str; 25] = [
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "igsh",
    "yclid",
    "twclid",
    "ttclid",
    "li_fat_id",
    "_hsenc",
    "_hsmi",
    "mkt_tok",
    "vero_id",
    "oly_enc_id",
    "_openstat",
    "ref_src",
    "_ga",
    "_gl",
    "wt_mc",
];

/// The first such parameter of an address, and the address without any of them.
fn without(address: &str) -> Option<(&str, String)> {
    let (page, rest) = address.split_once('?')?;
    let (query, fragment) = rest.find('#').map_or((rest, ""), |at| rest.split_at(at));
    // Unsplash asks those who show its pictures to name themselves so.
    let host = addresses::host_name(address).filter(|host| !host.ends_with("unsplash.com"))?;
    // There `si` says who shared the link; elsewhere it may be anything.
    let shares = ["youtu.be", "youtube.com", "youtube-nocookie.com", "spotify.com"]
        .iter()
        .any(|end| host.ends_with(end));
    let name_of = |part: &'_ str| part.split('=').next().map_or(0, str::len);
    let follows = |part: &str| {
        let name = part.get(..name_of(part)).unwrap_or("");
        let starts = |prefix: &str| addresses::strip_prefix(name, prefix).is_some();
        starts("utm_")
            || NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
            || (shares && name == "si")
    };
    let separator = if query.contains("&amp;") { "&amp;" } else { "&" };
    let first = query.split(separator).find(|part| follows(part))?;
    let kept: Vec<&str> = query.split(separator).filter(|part| !follows(part)).collect();
    let mut clean = page.to_owned();
    if !kept.is_empty() {
        clean.push('?');
        clean.push_str(&kept.join(separator));
    }
    clean.push_str(fragment);
    Some((first.get(..name_of(first))?, clean))
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn parameters_are_taken_out() {
        let clean = |address| without(address).map(|(_, clean)| clean);
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(clean("https://a.bc/?utm_x=1"), is("https://a.bc/"));
        assert_eq!(clean("https://a.bc/?x=1&UTM_Y=2&z#f"), is("https://a.bc/?x=1&z#f"));
        assert_eq!(clean("https://a.bc/?x=1&amp;gclid=2"), is("https://a.bc/?x=1"));
        assert_eq!(
            clean("https://www.youtube.com/embed/x?si=1&start=2"),
            is("https://www.youtube.com/embed/x?start=2")
        );
        assert_eq!(clean("https://a.bc/?si=1&ref=x"), None);
        assert_eq!(clean("https://a.bc/utm_source=x"), None);
        assert_eq!(clean("/a?utm_source=x"), None);
    }
}
