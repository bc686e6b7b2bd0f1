//! Owns reading HTML into tags and text as a browser shows it: what makes no difference to a reader is gone.

use std::borrow::Cow;

/// A tag or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A tag with its attributes, sorted by name.
    Open { name: String, attributes: Vec<(String, String)> },
    /// A closing tag.
    Close { name: String },
    /// Text with its entities decoded. Outside of `pre`, white space is one space, and none at the edges of blocks.
    Text(String),
}

/// Elements that begin a line of their own. <https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3>
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];

/// Whether the element begins a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    name == "ul" || name == "br" || BLOCKS.binary_search(&name).is_ok()
}

/// Elements whose white space is meant.
const PREFORMATTED: [&str; 4] = ["pre", "script", "style", "textarea"];

/// Elements that show something by themselves, so that white space before them is seen.
const SEEN: [&str; 6] = ["audio", "iframe", "img", "input", "svg", "video"];

/// The tokens of `html`.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let mut reader =
        Reader { rest: html, tokens: Vec::new(), text: String::new(), preformatted: 0, space: Space::Edge };
    reader.read();
    reader.tokens
}

/// What became of the white space before the place that is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    /// A block begins here, so white space is not seen.
    Edge,
    /// There was some, and it is not written yet.
    Held,
    /// There was none.
    None,
}

struct Reader<'h> {
    rest: &'h str,
    tokens: Vec<Token>,
    /// Text since the last tag.
    text: String,
    /// How many elements are open whose white space is meant.
    preformatted: usize,
    space: Space,
}

impl<'h> Reader<'h> {
    fn read(&mut self) {
        while !self.rest.is_empty() {
            let (text, after) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
            self.add_text(text);
            self.rest = after;
            if !after.is_empty() {
                self.read_markup();
            }
        }
        self.end_text();
    }

    /// Reads what starts with `<`.
    fn read_markup(&mut self) {
        let inside = self.rest.get(1..).unwrap_or("");
        let starts_name = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some(comment) = inside.strip_prefix("!--") {
            // A comment that nothing ends reaches to the end, as it does in a browser.
            self.rest = comment.find("-->").and_then(|end| comment.get(end + 3..)).unwrap_or("");
        } else if inside.starts_with(['!', '?']) {
            self.rest = inside.find('>').and_then(|end| inside.get(end + 1..)).unwrap_or("");
        } else if let Some(closing) = inside.strip_prefix('/').filter(|closing| starts_name(closing)) {
            let (name, after) = name(closing);
            self.rest = after.find('>').and_then(|end| after.get(end + 1..)).unwrap_or("");
            self.close(name);
        } else if starts_name(inside) {
            let (name, after) = name(inside);
            let (attributes, after) = attributes(after);
            self.rest = after;
            self.open(name, attributes);
        } else {
            self.add_text("<");
            self.rest = inside;
        }
    }

    fn add_text(&mut self, text: &str) {
        let text = decoded(text);
        if self.preformatted > 0 {
            self.text.push_str(&text);
            return;
        }
        // Not the no-break space, which is seen.
        let is_white = |c: char| c.is_ascii_whitespace();
        for (at, word) in text.split(is_white).enumerate() {
            if at > 0 && self.space == Space::None {
                self.space = Space::Held;
            }
            if !word.is_empty() {
                self.write_held();
                self.text.push_str(word);
            }
        }
    }

    /// Something is seen here: white space before it is, too.
    fn write_held(&mut self) {
        if self.space == Space::Held {
            self.text.push(' ');
        }
        self.space = Space::None;
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.tokens.push(Token::Text(std::mem::take(&mut self.text)));
        }
    }

    fn open(&mut self, name: String, mut attributes: Vec<(String, String)>) {
        if SEEN.contains(&name.as_str()) {
            self.write_held();
        }
        self.end_text();
        if is_block(&name) {
            self.space = Space::Edge;
        }
        if PREFORMATTED.contains(&name.as_str()) {
            self.preformatted += 1;
            // A browser drops a line end right after the tag.
            self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
        }
        attributes.sort_by(|a, b| a.0.cmp(&b.0));
        // Of two with one name the first counts.
        attributes.dedup_by(|later, first| later.0 == first.0);
        self.tokens.push(Token::Open { name, attributes });
    }

    fn close(&mut self, name: String) {
        self.end_text();
        if is_block(&name) {
            self.space = Space::Edge;
        }
        if PREFORMATTED.contains(&name.as_str()) {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        self.tokens.push(Token::Close { name });
    }
}

/// The name that `text` starts with, in lower case, and what follows it.
fn name(text: &str) -> (String, &str) {
    let (name, after) = text.split_at(text.find(|c: char| ends_name(c)).unwrap_or(text.len()));
    (name.to_ascii_lowercase(), after)
}

fn ends_name(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=')
}

/// The attributes up to the end of a tag, and what follows the tag.
fn attributes(mut rest: &str) -> (Vec<(String, String)>, &str) {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '='));
        if rest.is_empty() {
            return (found, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        let (name, after) = name(rest);
        let spaced = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(assigned) = spaced.strip_prefix('=') else {
            found.push((name, String::new()));
            rest = after;
            continue;
        };
        let (value, after) = value(assigned.trim_start_matches(|c: char| c.is_ascii_whitespace()));
        let value = ordered(&name, &decoded(value));
        found.push((name, value));
        rest = after;
    }
}

/// The value that `text` starts with, quoted or not, and what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len()))
}

/// A value without what makes no difference: the order of classes and of declarations.
fn ordered(name: &str, value: &str) -> String {
    let sorted = |mut parts: Vec<&str>, between: &str| {
        parts.sort_unstable();
        parts.dedup();
        parts.join(between)
    };
    match name {
        "class" => sorted(value.split_ascii_whitespace().collect(), " "),
        "style" => {
            let declarations = value.split(';').filter_map(|declaration| declaration.split_once(':'));
            let spelt: Vec<String> =
                declarations.map(|(property, value)| [property.trim(), value.trim()].join(": ")).collect();
            sorted(spelt.iter().map(String::as_str).collect(), "; ")
        }
        _ => value.to_owned(),
    }
}

/// Entities of characters that generators write in either way. Any other has the same spelling on both sides, as it
/// comes from the post. <https://html.spec.whatwg.org/multipage/named-characters.html>
const ENTITIES: [(&str, char); 15] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("raquo", '»'),
];

/// The longest entity is looked for this far, in bytes.
const LONGEST_ENTITY: usize = 10;

fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, entity)) = rest.split_once('&') {
        out.push_str(before);
        let end = entity.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((character(entity.get(..end)?)?, entity.get(end + 1..)?)));
        match known {
            Some((character, after)) => {
                out.push(character);
                rest = after;
            }
            None => {
                out.push('&');
                rest = entity;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(entity: &str) -> Option<char> {
    let Some(number) = entity.strip_prefix('#') else {
        return ENTITIES.iter().find(|(name, _)| *name == entity).map(|(_, character)| *character);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(tokens(a), tokens(b));
    }

    #[track_caller]
    fn other(a: &str, b: &str) {
        assert_ne!(tokens(a), tokens(b));
    }

    #[test]
    fn elements_are_in_order() {
        assert!(BLOCKS.is_sorted());
    }

    #[test]
    fn the_order_and_spelling_of_attributes_makes_no_difference() {
        same("<a href=\"/x\" class='b a'>", "<A class=\"a b a\"  href=/x >");
        same("<td style=\"color:red; text-align : right;\">", "<td style=\"text-align: right; color: red\">");
        same("<input disabled />", "<input disabled=\"\">");
        same("<a id=1 id=2>", "<a id=1>");
        other("<a href=\"/x\">", "<a href=\"/X\">");
    }

    #[test]
    fn the_spelling_of_characters_makes_no_difference() {
        same("&ldquo;a&#8221; &#x26; &amp;&lt;&gt;&quot;&apos;", "“a” &amp; &#38;<>\"'");
        same("<a title=\"&amp;\">", "<a title='&'>");
        same("a&nbsp;b", "a\u{a0}b");
        other("a&nbsp;b", "a b");
        other("&unknown;", "unknown");
        same("R&D; &", "R&amp;D; &amp;");
    }

    #[test]
    fn white_space_counts_only_where_it_is_seen() {
        same("<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n", "<ul><li><p>a</p></li></ul>");
        same("<p>a\n  b<br />\nc</p>", "<p>a b<br>c</p>");
        same("<p>a <b>b</b></p>", "<p>a<b> b</b></p>");
        same("<p>a </p>", "<p>a</p>");
        other("<p>a b</p>", "<p>ab</p>");
        other("<p>a <img src=x></p>", "<p>a<img src=x></p>");
        same("<pre>\na\n</pre>", "<pre>a\n</pre>");
        other("<pre>a  b</pre>", "<pre>a b</pre>");
    }

    #[test]
    fn comments_and_declarations_are_nothing() {
        same("a<!-- <b> -->b<!DOCTYPE x><?y?>", "ab");
        same("a<!-- open", "a");
    }

    #[test]
    fn damaged_html_is_read_somehow() {
        same("a < b </> <3", "a &lt; b &lt;/&gt; &lt;3");
        for html in
            ["<", "</", "<a", "<a b", "<a b=", "<a b=\"", "<a b='c", "</a", "&#xffffffff;", "&#0;<!", "<a =>"]
        {
            drop(tokens(html));
        }
    }
}
