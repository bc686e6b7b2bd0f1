//! Owns links and images. <https://kramdown.gettalong.org/syntax.html#links-and-images>

use super::attributes::Attributes;
use super::definitions::normal_label;
use super::entities;
use super::reader::{from, is_space};
use super::spans::{Inside, Last, Spans, Stop};
use crate::markdown::UndefinedReference;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// What a link leads to.
struct Target {
    kind: LinkType,
    destination: String,
    title: String,
    label: String,
    attributes: Attributes,
}

impl Target {
    fn inline(destination: &str, title: &str) -> Target {
        Target {
            kind: LinkType::Inline,
            destination: entities::decoded(destination),
            title: entities::decoded(title),
            label: String::new(),
            attributes: Attributes::default(),
        }
    }
}

impl Spans<'_, '_> {
    /// `<https://example.org>` and `<me@example.org>`.
    pub(super) fn autolink(&mut self) -> bool {
        let rest = self.rest();
        let inner = from(rest, 1);
        let schemes = ["mailto:", "http:", "https:", "ftp:", "ftps:"];
        let is_url = schemes.iter().any(|scheme| inner.starts_with(scheme));
        if !is_url && !is_address(inner) {
            return false;
        }
        let Some(close) = self.angle_on_line().map(|close| close - self.at) else { return false };
        let Some(inner) = rest.get(1..close).filter(|inner| !schemes.contains(inner)) else { return false };
        let destination = if is_url { inner.to_owned() } else { format!("mailto:{inner}") };
        let mail = if inner.starts_with("mailto:") { "mailto:".len() } else { 0 };
        let tag = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: entities::decoded(&destination).into(),
            title: "".into(),
            id: "".into(),
        };
        let whole = self.at..self.at + close + 1;
        let text = self.at + 1 + mail..self.at + close;
        let event = self.write(Event::Start(tag), whole.clone());
        self.flush();
        let shown = self.source.get(text.clone()).unwrap_or("");
        if shown.contains('&') {
            self.write(Event::Text(entities::decoded(shown).into()), text);
        } else {
            self.write_words(text);
        }
        self.write(Event::End(TagEnd::Link), whole.clone());
        self.at = whole.end;
        self.came(Last::Element { event, entry: None });
        true
    }

    /// Where the next `>` stands, if that is on the same line.
    fn angle_on_line(&mut self) -> Option<usize> {
        let close = self.angles.find(self.source, ">", self.at).filter(|close| *close < self.end)?;
        let line_end = self.line_ends.find(self.source, "\n", self.at);
        (line_end.is_none_or(|end| close < end)).then_some(close)
    }

    /// `[text](url)`, `![text](url)`, `[text][label]` and `[label]`.
    pub(super) fn link(&mut self) -> bool {
        let rest = self.rest();
        let (image, opening) = if rest.starts_with('!') { (true, 2) } else { (false, 1) };
        if !from(rest, opening - 1).starts_with('[')
            || from(rest, opening).chars().next().is_none_or(|c| c == '^')
        {
            return false;
        }
        let in_link = !image && (self.is_in(Inside::Link) || self.is_in(Inside::Image));
        if in_link || self.is_exhausted() || self.brackets.find(self.source, "]", self.at).is_none() {
            self.take(opening);
            return true;
        }
        let start = self.at;
        self.flush();
        let before = self.out.mark();
        // What it is becomes known at its end.
        let event = self.write(Event::SoftBreak, start..start + opening);
        self.at = start + opening;
        let inside = if image { Inside::Image } else { Inside::Link };
        let found = self.element(inside, &mut Stop::Bracket { open: 1 });
        let text = start + opening..self.at;
        let target = if found {
            self.at += 1;
            self.target(start, self.source.get(text.clone()).unwrap_or(""))
        } else {
            None
        };
        let Some(target) = target else {
            self.out.back_to(before);
            self.back(start);
            self.take(opening);
            return true;
        };
        let Target { kind: link_type, destination, title, label, attributes } = target;
        let (dest_url, title, id) = (destination.into(), title.into(), label.into());
        let whole = start..self.at;
        if image {
            self.out.back_to(before);
            let alternative = unescaped(self.source.get(text.clone()).unwrap_or(""));
            self.write(Event::Start(Tag::Image { link_type, dest_url, title, id }), whole.clone());
            self.write(Event::Text(entities::decoded(&alternative).into()), text);
            self.write(Event::End(TagEnd::Image), whole);
        } else {
            self.write(Event::End(TagEnd::Link), whole);
            self.out.replace(event, Event::Start(Tag::Link { link_type, dest_url, title, id }));
            self.out.close(event);
        }
        let entry = (!attributes.pairs.is_empty()).then(|| self.out.give(event, None, &attributes));
        self.came(Last::Element { event, entry });
        if let Some(frame) = self.frame().filter(|_| image) {
            frame.images += 1;
        }
        true
    }

    /// Reads what stands after the text of a link; nothing where that leads nowhere.
    fn target(&mut self, start: usize, text: &str) -> Option<Target> {
        let rest = self.rest();
        let label_start = rest.trim_start_matches(is_space);
        if label_start.starts_with('[') {
            let first = self.end - label_start.len() + 1;
            if let Some(close) = self.brackets.find(self.source, "]", first).filter(|close| *close < self.end)
            {
                self.at = close + 1;
                let label = self.source.get(first..close).unwrap_or("");
                let kind = match (label.is_empty(), label_start.len() == rest.len()) {
                    (false, true) => LinkType::Reference,
                    (true, true) => LinkType::Collapsed,
                    // With white space between, it may be two texts in brackets that mean no link.
                    (_, false) => LinkType::Shortcut,
                };
                let label = if label.is_empty() { unescaped(text) } else { label.to_owned() };
                return self.defined(start, kind, label);
            }
        }
        if !rest.starts_with('(') {
            return self.defined(start, LinkType::Shortcut, unescaped(text));
        }
        self.inline_target()
    }

    /// What a label leads to.
    fn defined(&mut self, start: usize, kind: LinkType, label: String) -> Option<Target> {
        let normal = normal_label(&label);
        let Some(found) = self.definitions.links.get(&normal) else {
            if kind != LinkType::Shortcut {
                let span = self.span(start..self.at);
                self.out.undefined.push(UndefinedReference { span, label });
            }
            return None;
        };
        let mut attributes = Attributes::default();
        attributes.add(&found.attributes, &self.definitions.lists);
        Some(Target {
            kind,
            destination: entities::decoded(&found.destination),
            title: entities::decoded(found.title.as_deref().unwrap_or("")),
            label: normal,
            attributes,
        })
    }

    /// Reads `(url "title")`.
    fn inline_target(&mut self) -> Option<Target> {
        let rest = self.rest();
        if rest.starts_with("(<")
            && let Some(close) = self.angle_on_line()
        {
            let destination = self.source.get(self.at + 2..close)?;
            self.at = close + 1;
            if self.rest().starts_with(')') {
                self.at += 1;
                return Some(Target::inline(destination, ""));
            }
            return self.titled(destination);
        }
        let mut depth = 0usize;
        let mut before_quote = None;
        for (at, c) in rest.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.at += at + 1;
                        return Some(Target::inline(rest.get(1..at)?.trim_matches(is_space), ""));
                    }
                }
                c if is_space(c) && from(rest, at + 1).starts_with(['"', '\'']) => {
                    before_quote = Some(at);
                    break;
                }
                _ => {}
            }
        }
        let Some(before_quote) = before_quote else {
            // All of it was read, and will be again.
            self.at = self.end;
            return None;
        };
        self.at += before_quote + 1;
        self.titled(rest.get(1..before_quote)?.trim_matches(is_space))
    }

    /// Reads `"title")`.
    fn titled(&mut self, destination: &str) -> Option<Target> {
        let rest = self.rest().trim_start_matches(is_space);
        let quote = rest.chars().next().filter(|c| ['"', '\''].contains(c))?;
        let ends = rest.match_indices(quote).filter(|(at, _)| *at > 1);
        for (at, _) in ends {
            let after = from(rest, at + 1).trim_start_matches(is_space);
            if let Some(tail) = after.strip_prefix(')') {
                self.at = self.end - tail.len();
                return Some(Target::inline(destination, rest.get(1..at)?));
            }
        }
        self.at = self.end;
        None
    }
}

/// True where an e-mail address stands up to a `>`.
fn is_address(text: &str) -> bool {
    let part = |text: &str| {
        text.find(|c: char| !c.is_alphanumeric() && !['-', '_', '.'].contains(&c)).unwrap_or(text.len())
    };
    let name = part(text);
    let host = from(text, name).strip_prefix('@').unwrap_or("");
    name > 0 && part(host) > 0 && from(host, part(host)).starts_with('>')
}

/// The text without the backslashes that escape something.
fn unescaped(text: &str) -> String {
    const ESCAPED: &str = "\\.*_+`<>()[]{}#!:|\"'$=-";
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match characters.next_if(|next| c == '\\' && ESCAPED.contains(*next)) {
            Some(escaped) => out.push(escaped),
            None => out.push(c),
        }
    }
    out
}
