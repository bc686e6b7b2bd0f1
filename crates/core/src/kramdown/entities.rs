//! Owns character references: `&name;`, `&#8212;`, `&#x2014;`, and writing text that keeps them.

use super::reader::{from, is_word};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The names that kramdown knows, each before its code point: those of HTML 4
/// (<https://www.w3.org/TR/html4/sgml/entities.html>), `apos`, and `vellip` of its own.
const NAMES: &str = "\
    AElig c6 Aacute c1 Acirc c2 Agrave c0 Alpha 391 Aring c5 Atilde c3 Auml c4 Beta 392 Ccedil c7 \
    Chi 3a7 Dagger 2021 Delta 394 ETH d0 Eacute c9 Ecirc ca Egrave c8 Epsilon 395 Eta 397 Euml cb \
    Gamma 393 Iacute cd Icirc ce Igrave cc Iota 399 Iuml cf Kappa 39a Lambda 39b Mu 39c Ntilde d1 Nu 39d \
    OElig 152 Oacute d3 Ocirc d4 Ograve d2 Omega 3a9 Omicron 39f Oslash d8 Otilde d5 Ouml d6 Phi 3a6 \
    Pi 3a0 Prime 2033 Psi 3a8 Rho 3a1 Scaron 160 Sigma 3a3 THORN de Tau 3a4 Theta 398 Uacute da Ucirc db \
    Ugrave d9 Upsilon 3a5 Uuml dc Xi 39e Yacute dd Yuml 178 Zeta 396 aacute e1 acirc e2 acute b4 \
    aelig e6 agrave e0 alefsym 2135 alpha 3b1 amp 26 and 2227 ang 2220 apos 27 aring e5 asymp 2248 \
    atilde e3 auml e4 bdquo 201e beta 3b2 brvbar a6 bull 2022 cap 2229 ccedil e7 cedil b8 cent a2 \
    chi 3c7 circ 2c6 clubs 2663 cong 2245 copy a9 crarr 21b5 cup 222a curren a4 dArr 21d3 dagger 2020 \
    darr 2193 deg b0 delta 3b4 diams 2666 divide f7 eacute e9 ecirc ea egrave e8 empty 2205 emsp 2003 \
    ensp 2002 epsilon 3b5 equiv 2261 eta 3b7 eth f0 euml eb euro 20ac exist 2203 fnof 192 forall 2200 \
    frac12 bd frac14 bc frac34 be frasl 2044 gamma 3b3 ge 2265 gt 3e hArr 21d4 harr 2194 hearts 2665 \
    hellip 2026 iacute ed icirc ee iexcl a1 igrave ec image 2111 infin 221e int 222b iota 3b9 iquest bf \
    isin 2208 iuml ef kappa 3ba lArr 21d0 lambda 3bb lang 232a laquo ab larr 2190 lceil 2309 ldquo 201c \
    le 2264 lfloor 230a lowast 2217 loz 25ca lrm 200e lsaquo 2039 lsquo 2018 lt 3c macr af mdash 2014 \
    micro b5 middot b7 minus 2212 mu 3bc nabla 2207 nbsp a0 ndash 2013 ne 2260 ni 220b not ac notin 2209 \
    nsub 2284 ntilde f1 nu 3bd oacute f3 ocirc f4 oelig 153 ograve f2 oline 203e omega 3c9 omicron 3bf \
    oplus 2295 or 2228 ordf aa ordm ba oslash f8 otilde f5 otimes 2297 ouml f6 para b6 part 2202 \
    permil 2030 perp 22a5 phi 3c6 pi 3c0 piv 3d6 plusmn b1 pound a3 prime 2032 prod 220f prop 221d \
    psi 3c8 quot 22 rArr 21d2 radic 221a rang 2329 raquo bb rarr 2192 rceil 2308 rdquo 201d real 211c \
    reg ae rfloor 230b rho 3c1 rlm 200f rsaquo 203a rsquo 2019 sbquo 201a scaron 161 sdot 22c5 sect a7 \
    shy ad sigma 3c3 sigmaf 3c2 sim 223c spades 2660 sub 2282 sube 2286 sum 2211 sup 2283 sup1 b9 \
    sup2 b2 sup3 b3 supe 2287 szlig df tau 3c4 there4 2234 theta 3b8 thetasym 3d1 thinsp 2009 thorn fe \
    tilde 2dc times d7 trade 2122 uArr 21d1 uacute fa uarr 2191 ucirc fb ugrave f9 uml a8 upsih 3d2 \
    upsilon 3c5 uuml fc vellip 22ee weierp 2118 xi 3be yacute fd yen a5 yuml ff zeta 3b6 zwj 200d \
    zwnj 200c \
    ";

static BY_NAME: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let mut words = NAMES.split_whitespace();
    let pairs = std::iter::from_fn(|| Some((words.next()?, words.next()?)));
    pairs
        .filter_map(|(name, code)| Some((name, char::from_u32(u32::from_str_radix(code, 16).ok()?)?)))
        .collect()
});

/// Code points of Windows-1252 that a reference may use for the character meant.
const WINDOWS_1252: [u32; 32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
    0x153, 0x9D, 0x17E, 0x178,
];

/// A character reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// It stands for this.
    Known(char),
    /// Its name is none that kramdown knows.
    Unknown,
}

/// The character reference at the start of `text`, and its length.
pub(super) fn reference(text: &str) -> Option<(Reference, usize)> {
    let rest = text.strip_prefix('&')?;
    let inner = rest.get(..rest.find(|c: char| !(is_word(c) || ['-', '.', ':', '#'].contains(&c)))?)?;
    if !from(rest, inner.len()).starts_with(';') {
        return None;
    }
    let length = inner.len() + 2;
    let Some(number) = inner.strip_prefix('#') else {
        let named = inner.starts_with(|c| is_word(c) || c == ':') && !inner.contains('#');
        let found = BY_NAME.get(inner).map_or(Reference::Unknown, |c| Reference::Known(*c));
        return named.then_some((found, length));
    };
    let code = match number.strip_prefix('x') {
        Some(hex) if !hex.is_empty() && hex.chars().all(|c| c.is_ascii_hexdigit()) => {
            u32::from_str_radix(hex, 16)
        }
        None if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) => number.parse(),
        _ => return None,
    };
    let code = code.unwrap_or(0);
    let code = code
        .checked_sub(0x80)
        .and_then(|at| WINDOWS_1252.get(usize::try_from(at).ok()?))
        .copied()
        .unwrap_or(code);
    Some((char::from_u32(code).filter(|c| *c != '\0').map_or(Reference::Unknown, Reference::Known), length))
}

/// The text with known references replaced by what they stand for.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or(""));
        rest = from(rest, at);
        match reference(rest) {
            Some((Reference::Known(c), length)) => {
                out.push(c);
                rest = from(rest, length);
            }
            _ => {
                out.push('&');
                rest = from(rest, 1);
            }
        }
    }
    out.push_str(rest);
    out
}

/// Writes text so that HTML reads it as text; references in it stay references.
pub(super) fn escape(out: &mut String, text: &str, in_attribute: bool) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if in_attribute => "&quot;",
            b'&' if reference(from(text, at)).is_none() => "&amp;",
            _ => continue,
        };
        out.push_str(text.get(done..at).unwrap_or(""));
        out.push_str(replacement);
        done = at + 1;
    }
    out.push_str(from(text, done));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        assert_eq!(reference("&copy;x"), Some((Reference::Known('©'), 6)));
        assert_eq!(reference("&#x2014;"), Some((Reference::Known('—'), 8)));
        assert_eq!(reference("&#146;"), Some((Reference::Known('’'), 6)));
        assert_eq!(reference("&check;"), Some((Reference::Unknown, 7)));
        assert_eq!(reference("&#xzz;"), None);
        assert_eq!(reference("&copy"), None);
        assert_eq!(reference("& ;"), None);
    }

    #[test]
    fn text_keeps_its_references() {
        let mut out = String::new();
        escape(&mut out, "a & b &amp; &check; <\"", false);
        assert_eq!(out, "a &amp; b &amp; &check; &lt;\"");
        assert_eq!(decoded("a &amp; b & &lt;"), "a & b & <");
    }
}
