//! Owns escaping text and URLs for HTML.

/// Writes `text` so that HTML reads it as text, also inside a double-quoted attribute.
pub fn escape_text(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let replacement = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(text.get(done..at).unwrap_or(""));
        out.push_str(replacement);
        done = at + 1;
    }
    out.push_str(text.get(done..).unwrap_or(""));
}

/// Bytes that stand for themselves in a URL: reserved and unreserved characters and the percent sign.
fn stays_in_url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.~:/?#@!$&()*+,;=%'".contains(&byte)
}

/// Writes a URL as an attribute value: all else is percent-encoded, `&` and `'` are escaped.
pub(super) fn escape_url(out: &mut String, url: &str) {
    const HEX: [u8; 16] = *b"0123456789ABCDEF";
    let hex = |digit: u8| HEX.get(usize::from(digit)).copied().map_or('0', char::from);
    for byte in url.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            byte if stays_in_url(byte) => out.push(char::from(byte)),
            byte => {
                out.push('%');
                out.push(hex(byte >> 4));
                out.push(hex(byte & 15));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_urls() {
        let mut out = String::new();
        escape_text(&mut out, "a<b> & \"c\" 'd' é");
        escape_url(&mut out, " /é?a=b&c='d'[x]%20");
        assert_eq!(out, "a&lt;b&gt; &amp; &quot;c&quot; 'd' é%20/%C3%A9?a=b&amp;c=&#x27;d&#x27;%5Bx%5D%20");
    }
}
