//! Owns raw HTML: whether it stays, and the comments in it that a dialect gives a meaning.

use super::escape::escape_text;
use super::writer::Writer;

/// What stands for raw HTML where the dialect leaves it out; goldmark writes the same.
const OMITTED: &str = "<!-- raw HTML omitted -->";

/// What ends an excerpt under Zola. <https://www.getzola.org/documentation/content/page/#summary>
const CONTINUE_READING: &str = "<span id=\"continue-reading\"></span>";

/// Elements that GFM shows as text. <https://github.github.com/gfm/#disallowed-raw-html-extension->
const DISALLOWED: [&str; 9] =
    ["title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"];

impl Writer<'_, '_> {
    pub(super) fn start_raw_block(&mut self) {
        if !self.settings.raw_html {
            self.fresh_line();
            self.push_all(&[OMITTED, "\n"]);
        }
    }

    /// A line of a block of raw HTML.
    pub(super) fn raw_block(&mut self, html: &str) {
        if self.settings.raw_html {
            self.raw(html);
        }
    }

    pub(super) fn raw_inline(&mut self, html: &str) {
        if self.settings.raw_html {
            self.raw(html);
        } else {
            self.out.push_str(OMITTED);
        }
    }

    fn raw(&mut self, html: &str) {
        if !self.excerpt_ended && ends_excerpt(html) {
            self.excerpt_ended = true;
            self.out.push_str(CONTINUE_READING);
        } else if self.settings.tag_filter {
            self.filtered(html);
        } else {
            self.out.push_str(html);
        }
    }

    /// Raw HTML with the `<` of disallowed elements as text.
    fn filtered(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            self.out.push_str(before);
            let (bracket, after) = tag.split_at(1);
            if is_disallowed(after) {
                escape_text(&mut self.out, bracket);
            } else {
                self.out.push_str(bracket);
            }
            rest = after;
        }
        self.out.push_str(rest);
    }
}

/// Whether the text after a `<` names an element that GFM disallows.
fn is_disallowed(tag: &str) -> bool {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let length = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let (name, after) = tag.split_at(length);
    let ends = after.is_empty() || after.starts_with([' ', '\t', '\n', '\r', '\x0c', '/', '>']);
    ends && DISALLOWED.iter().any(|disallowed| disallowed.eq_ignore_ascii_case(name))
}

/// Whether this holds `<!-- more -->`, in any case and with any white space.
fn ends_excerpt(html: &str) -> bool {
    html.match_indices("<!--").any(|(at, opening)| {
        let comment = html.get(at + opening.len()..).unwrap_or("").trim_start();
        comment.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("more"))
            && comment.get(4..).is_some_and(|rest| rest.trim_start().starts_with("-->"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_excerpt() {
        assert!(ends_excerpt("<!-- more -->"));
        assert!(ends_excerpt("x <!----> <!--MORE-->\n"));
        assert!(!ends_excerpt("<!-- more of this -->"));
        assert!(!ends_excerpt("<!-- mor"));
    }

    #[test]
    fn disallowed_elements() {
        assert!(is_disallowed("script>"));
        assert!(is_disallowed("/IFrame"));
        assert!(is_disallowed("style type='x'>"));
        assert!(!is_disallowed("styled>"));
        assert!(!is_disallowed("title-bar>"));
        assert!(!is_disallowed("b>"));
    }
}
