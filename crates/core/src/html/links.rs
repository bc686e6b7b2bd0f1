//! Owns links and images: where they lead, and what is said of links that leave the site.

use super::escape::{escape_text, escape_url};
use super::writer::Writer;
use crate::dialects::{AltText, ExternalLinks, ScriptLinks};
use crate::span::Span;
use pulldown_cmark::LinkType;

/// How a link ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LinkEnd {
    /// With its closing tag.
    #[default]
    Tag,
    /// With the text that stands after its content: it is no link.
    Source,
}

impl Writer<'_, '_> {
    pub(super) fn link(&mut self, at: usize, kind: LinkType, destination: &str, title: &str, span: Span) {
        let script = self.settings.script_links != ScriptLinks::Kept && runs_a_script(destination);
        if script && self.settings.script_links == ScriptLinks::Text {
            self.link_end = LinkEnd::Source;
            let content = self.document.events.get(at + 1).map_or(span.end, |(_, content)| content.start);
            return self.source(span.start, content);
        }
        self.link_end = LinkEnd::Tag;
        self.out.push_str("<a href=\"");
        if kind == LinkType::Email {
            self.out.push_str("mailto:");
            escape_url(&mut self.out, destination);
        } else if !(script && self.empties_scripts()) {
            self.address(destination, true);
        }
        self.out.push('"');
        if !title.is_empty() {
            self.attribute("title", title);
        }
        let leaves = match self.settings.external_links {
            ExternalLinks::Http => kind != LinkType::Email && is_http(destination),
            ExternalLinks::AnyScheme => kind == LinkType::Email || names_a_host(destination),
        };
        if leaves {
            self.external();
        }
        self.write_own_attributes();
        self.out.push('>');
    }

    pub(super) fn end_link(&mut self, at: usize, span: Span) {
        match std::mem::take(&mut self.link_end) {
            LinkEnd::Tag => self.out.push_str("</a>"),
            LinkEnd::Source => {
                let content = at.checked_sub(1).and_then(|last| self.document.events.get(last));
                self.source(content.map_or(span.start, |(_, content)| content.end), span.end);
            }
        }
    }

    /// A whole image; gives the index of the event after it.
    pub(super) fn image(&mut self, at: usize, destination: &str, title: &str, span: Span) -> usize {
        let end = self.end_of(at);
        let script = self.settings.script_links != ScriptLinks::Kept && runs_a_script(destination);
        if script && self.settings.script_links == ScriptLinks::Text {
            self.source(span.start, span.end);
            return end + 1;
        }
        self.out.push_str("<img src=\"");
        if !(script && self.empties_scripts()) {
            self.address(destination, false);
        }
        self.out.push_str("\" alt=\"");
        let with_code = self.settings.alt_text == AltText::Text;
        let alternative = self.plain_text(at + 1..end, with_code);
        escape_text(&mut self.out, &alternative);
        self.out.push('"');
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.write_own_attributes();
        self.out.push_str(" />");
        end + 1
    }

    /// Who keeps raw HTML trusts the post: goldmark then keeps such links, too.
    fn empties_scripts(&self) -> bool {
        self.settings.script_links == ScriptLinks::Emptied && !self.settings.raw_html
    }

    /// The source between these places as text.
    fn source(&mut self, start: usize, end: usize) {
        let source = self.document.source.get(start..end).unwrap_or("");
        escape_text(&mut self.out, source);
    }

    /// An address, made absolute where the post's own is known and it leads to the post or beside it.
    fn address(&mut self, destination: &str, fragments: bool) {
        if let Some(permalink) = self.settings.permalink.as_ref().filter(|_| self.settings.absolute_links) {
            let own_section = fragments && destination.len() > 1 && destination.starts_with('#');
            if own_section || lies_beside(destination) {
                escape_url(&mut self.out, permalink);
            }
        }
        if self.is_kramdown() {
            // kramdown leaves addresses as they are.
            escape_text(&mut self.out, destination);
        } else {
            escape_url(&mut self.out, destination);
        }
    }

    /// The attributes of a link that leaves the site.
    /// <https://www.getzola.org/documentation/getting-started/configuration/>
    fn external(&mut self) {
        let settings = self.settings;
        let new_tab = settings.external_links_target_blank;
        let mut relations = [
            (new_tab, "noopener"),
            (settings.external_links_no_follow, "nofollow"),
            (settings.external_links_no_referrer, "noreferrer"),
            (settings.external_links_external, "external"),
        ]
        .into_iter()
        .filter_map(|(applies, relation)| applies.then_some(relation));
        if let Some(first) = relations.next() {
            self.push_all(&[" rel=\"", first]);
            for relation in relations {
                self.push_all(&[" ", relation]);
            }
            self.out.push('"');
        }
        if new_tab {
            self.out.push_str(" target=\"_blank\"");
        }
    }
}

/// Addresses that run what they hold, but for images:
/// <https://pkg.go.dev/github.com/yuin/goldmark/renderer/html#IsDangerousURL>,
/// <https://github.com/markdown-it/markdown-it/blob/master/docs/security.md>.
fn runs_a_script(destination: &str) -> bool {
    const SCHEMES: [&str; 4] = ["javascript:", "vbscript:", "file:", "data:"];
    const IMAGES: [&str; 5] =
        ["data:image/png;", "data:image/gif;", "data:image/jpeg;", "data:image/webp;", "data:image/svg+xml;"];
    let begins = |prefix: &&str| {
        destination.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    SCHEMES.iter().any(begins) && !IMAGES.iter().any(begins)
}

fn is_http(destination: &str) -> bool {
    destination.starts_with("https://") || destination.starts_with("http://")
}

/// Whether an address begins with a scheme or with `//`.
fn names_a_host(destination: &str) -> bool {
    destination.starts_with("//") || scheme(destination)
}

/// Whether an address leads to a file beside the post or below.
fn lies_beside(destination: &str) -> bool {
    !destination.is_empty()
        && !destination.starts_with(['/', '#'])
        && !destination.starts_with("..")
        && !destination.starts_with("@/")
        && !scheme(destination)
}

fn scheme(destination: &str) -> bool {
    let name = destination.split(':').next().unwrap_or("");
    name.len() < destination.len()
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'+')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_run() {
        assert!(runs_a_script("JavaScript:alert(1)"));
        assert!(runs_a_script("data:text/html,x"));
        assert!(!runs_a_script("data:image/png;base64,AA"));
        assert!(!runs_a_script("/javascript:x"));
    }

    #[test]
    fn what_lies_beside_a_post() {
        for beside in ["a.png", "./a.html", "folder/a", "'x'"] {
            assert!(lies_beside(beside), "{beside}");
        }
        for other in ["", "/a", "#a", "../a", "@/a.md", "mailto:a@b.c", "https://a.b"] {
            assert!(!lies_beside(other), "{other}");
        }
    }

    #[test]
    fn addresses_with_a_host() {
        assert!(names_a_host("//a.b/c"));
        assert!(names_a_host("mailto:a@b.c"));
        assert!(!names_a_host("a/b:c"));
    }
}
