//! Owns escaping text and URLs for HTML.

use crate::byte_kinds::ByteKinds;

/// Bytes that mean something to HTML.
const MARKUP: ByteKinds = ByteKinds::new(&[(b"&<>\"", 1)]);

/// Writes `text` so that HTML reads it as text, also inside a double-quoted attribute.
pub fn escape_text(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut done = 0;
    while let Some(at) = MARKUP.find(bytes, done, 1) {
        out.push_str(text.get(done..at).unwrap_or(""));
        out.push_str(match bytes.get(at) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&quot;",
        });
        done = at + 1;
    }
    out.push_str(text.get(done..).unwrap_or(""));
}

/// Bytes that stand for themselves in a URL: reserved and unreserved characters.
const STAYS_IN_URL: [bool; 256] = {
    let mut stays = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        stays[byte] = matches!(byte as u8,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' | b'/' | b'?' | b'#' | b'@'
            | b'!' | b'$' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=');
        byte += 1;
    }
    stays
};

/// Writes a URL as an attribute value: `&` and `'` are escaped, all else that has no place in a URL is
/// percent-encoded, also a `%` that encodes nothing.
pub(super) fn escape_url(out: &mut String, url: &str) {
    let bytes = url.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if STAYS_IN_URL.get(usize::from(*byte)).copied().unwrap_or(false) {
            continue;
        }
        let encodes = || bytes.get(at + 1..at + 3).is_some_and(|next| next.iter().all(u8::is_ascii_hexdigit));
        if *byte == b'%' && encodes() {
            continue;
        }
        // Bytes of one character are all encoded, so what is between them is whole characters.
        out.push_str(url.get(done..at).unwrap_or(""));
        done = at + 1;
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            byte => out.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    out.push_str(url.get(done..).unwrap_or(""));
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_urls() {
        let mut out = String::new();
        escape_text(&mut out, "a<b> & \"c\" 'd' é");
        escape_url(&mut out, " /é?a=b&c='d'[x]%20%");
        assert_eq!(
            out,
            "a&lt;b&gt; &amp; &quot;c&quot; 'd' é%20/%C3%A9?a=b&amp;c=&#x27;d&#x27;%5Bx%5D%20%25"
        );
    }
}
