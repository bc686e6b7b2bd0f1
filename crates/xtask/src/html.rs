//! Owns reading the page's own HTML: its tags, attributes and inline scripts. Made for what trunk writes, not for posts.

/// A start tag: where it stands, its name in lower case, and its attributes.
pub(crate) struct Tag<'a> {
    /// The first byte after the tag.
    pub(crate) end: usize,
    pub(crate) name: String,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty when it has none.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Every attribute with its value, as written.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.attributes.iter().copied()
    }
}

/// Every start tag of a page, in order. What stands in comments and inline scripts is not a tag.
pub(crate) fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = page[at..].find('<').map(|offset| at + offset) {
        let rest = &page[open..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |offset| open + offset + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = read_tag(page, open + 1);
            at = if tag.name == "script" { script_end(page, tag.end) } else { tag.end };
            found.push(tag);
        } else {
            at = open + 1;
        }
    }
    found
}

/// The text of every inline script, byte for byte.
pub(crate) fn inline_scripts(page: &str) -> Vec<&str> {
    tags(page)
        .into_iter()
        .filter(|tag| tag.name == "script" && tag.attribute("src").is_none())
        .map(|tag| &page[tag.end..script_end(page, tag.end)])
        .collect()
}

/// The place right after `<meta charset>`.
pub(crate) fn after_charset(page: &str) -> Option<usize> {
    tags(page)
        .into_iter()
        .find(|tag| tag.name == "meta" && tag.attribute("charset").is_some())
        .map(|tag| tag.end)
}

fn script_end(page: &str, from: usize) -> usize {
    page[from..].to_ascii_lowercase().find("</script").map_or(page.len(), |offset| from + offset)
}

fn read_tag(page: &str, from: usize) -> Tag<'_> {
    let is_name_end = |c: char| c.is_ascii_whitespace() || c == '>' || c == '/';
    let mut at = page[from..].find(is_name_end).map_or(page.len(), |offset| from + offset);
    let name = page[from..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        let rest = &page[at..];
        let skipped =
            rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/').len();
        at += skipped;
        if at >= page.len() || page[at..].starts_with('>') {
            return Tag { end: (at + 1).min(page.len()), name, attributes };
        }
        let key_end = page[at..]
            .find(|c: char| c == '=' || is_name_end(c))
            // A stray `=` still has to be stepped over.
            .map_or(page.len(), |offset| at + offset.max(1));
        let key = &page[at..key_end];
        at = key_end;
        let Some(value) = page[at..].strip_prefix('=') else {
            attributes.push((key, ""));
            continue;
        };
        let (value, length) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = &value[1..];
                let end = inner.find(quote).unwrap_or(inner.len());
                (&inner[..end], (end + 2).min(value.len()))
            }
            _ => {
                let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len());
                (&value[..end], end)
            }
        };
        attributes.push((key, value));
        at += 1 + length;
    }
}

#[cfg(test)]
mod tests {
    use super::{after_charset, inline_scripts, tags};

    #[test]
    fn inline_scripts_keep_every_byte_and_others_are_left_out() {
        let page = "<!-- <script>no</script> --><script src=\"a.js\"></script>\
                    <script type=\"module\">\nif (1 < 2) { s = '<b>'; }\n</script><SCRIPT>x</SCRIPT>";
        assert_eq!(inline_scripts(page), ["\nif (1 < 2) { s = '<b>'; }\n", "x"]);
    }

    #[test]
    fn attributes_are_read_in_every_spelling() {
        let page = "<link rel=\"a > b\" href='x.css' crossorigin integrity=sha384-abc/><br/>";
        let found = tags(page);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].attribute("rel"), Some("a > b"));
        assert_eq!(found[0].attribute("HREF"), Some("x.css"));
        assert_eq!(found[0].attribute("crossorigin"), Some(""));
        assert_eq!(found[0].attribute("none"), None);
        assert_eq!(found[1].name, "br");
    }

    #[test]
    fn broken_html_ends() {
        for page in ["<", "<a", "<a =", "<a b=\"", "<script>", "<!--", "<a b='x"] {
            tags(page);
        }
    }

    #[test]
    fn the_character_set_is_found() {
        assert_eq!(after_charset("<head><meta charset=utf-8><title>"), Some(27 - 1));
        assert_eq!(after_charset("<head><title>"), None);
    }
}
