//! Owns what the parser would read otherwise than the dialect does: indentation that is no code, colons that
//! define nothing, and lines of attributes. Such a byte is replaced by another for the parser alone, so that every
//! position stays right; afterwards the events show the post's own text again.

use super::{Spanned, block_attributes};
use crate::dialects::Settings;
use crate::span::Span;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

/// What stands for the last byte of an indentation: punctuation that begins no construct.
const INDENTATION: u8 = b',';

/// What stands for a colon: a byte that no post has a use for.
const COLON: char = '\u{1}';

/// Bytes of a post that the parser must not see.
#[derive(Debug, Default)]
pub(super) struct Masks {
    /// Where they are, in order.
    indentations: Vec<usize>,
    colons: Vec<usize>,
    pub(super) attributes: Vec<block_attributes::Line>,
}

/// What the parser has seen and should not have.
#[derive(Debug, Default)]
pub(super) struct Unmasked {
    indentations: Vec<usize>,
    definition: bool,
    attributes: Vec<block_attributes::Line>,
}

impl Masks {
    pub(super) fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// Adds what must be masked because of what was seen; false where nothing more must.
    pub(super) fn add(&mut self, unmasked: Unmasked, source: &str, body_start: usize) -> bool {
        let before = self.count();
        self.indentations.extend(unmasked.indentations);
        self.indentations.sort_unstable();
        self.indentations.dedup();
        if unmasked.definition {
            self.colons = colons(source, body_start);
        }
        self.attributes.extend(unmasked.attributes);
        self.count() > before
    }

    fn count(&self) -> usize {
        self.indentations.len() + self.colons.len() + self.attributes.len()
    }

    /// The post as the parser is to see it.
    pub(super) fn hide(&self, source: &str) -> String {
        let mut bytes = source.as_bytes().to_vec();
        let colon = COLON as u8;
        let masks = self.indentations.iter().map(|at| (at, INDENTATION));
        for (at, mask) in masks.chain(self.colons.iter().map(|at| (at, colon))) {
            if let Some(byte) = bytes.get_mut(*at) {
                *byte = mask;
            }
        }
        for line in &self.attributes {
            let bytes = bytes.get_mut(line.span.start..line.span.end).unwrap_or_default();
            bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
        // Whole characters became ASCII: this cannot fail.
        String::from_utf8(bytes).unwrap_or_else(|_| source.to_owned())
    }

    /// An event of the masked text with the post's own text in it, none where nothing of that is left.
    pub(super) fn show<'a>(
        &self,
        source: &'a str,
        masked: &str,
        (event, span): Spanned<'_>,
    ) -> Option<Spanned<'a>> {
        match event {
            Event::Text(text) if text.as_ref() == span.slice(masked) => self.show_text(source, span),
            event => Some((self.with_colons(event.into_static()), span)),
        }
    }

    /// What the post has here, without masked indentation.
    fn show_text<'a>(&self, source: &'a str, span: Span) -> Option<Spanned<'a>> {
        let mut own = span;
        if self.indentations.binary_search(&span.start).is_ok() {
            let written = span.slice(source);
            own.start += written.len() - written.trim_start().len();
        }
        (!own.is_empty()).then(|| (Event::Text(CowStr::Borrowed(own.slice(source))), own))
    }

    /// Another event than text with the colons in its texts as they were.
    fn with_colons(&self, event: Event<'static>) -> Event<'static> {
        if self.colons.is_empty() {
            return event;
        }
        let own = |text: CowStr<'static>| {
            if text.contains(COLON) { CowStr::from(text.replace(COLON, ":")) } else { text }
        };
        match event {
            Event::Text(text) => Event::Text(own(text)),
            Event::Code(text) => Event::Code(own(text)),
            Event::Html(text) => Event::Html(own(text)),
            Event::InlineHtml(text) => Event::InlineHtml(own(text)),
            Event::InlineMath(text) => Event::InlineMath(own(text)),
            Event::DisplayMath(text) => Event::DisplayMath(own(text)),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: own(dest_url), title: own(title), id: own(id) })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => Event::Start(Tag::Image {
                link_type,
                dest_url: own(dest_url),
                title: own(title),
                id: own(id),
            }),
            event => event,
        }
    }
}

/// Looks at the events as they come for what the parser should not have seen.
pub(super) struct Watch<'s> {
    source: &'s str,
    settings: &'s Settings,
    /// Whether such colons, and lines of attributes, are looked for: once is enough.
    colons: bool,
    attributes: bool,
    in_code: bool,
    in_indented: bool,
    after_blank: bool,
    found: Unmasked,
}

impl<'s> Watch<'s> {
    pub(super) fn new(source: &'s str, settings: &'s Settings, masks: &Masks) -> Watch<'s> {
        Watch {
            source,
            settings,
            colons: settings.definition_lists && masks.colons.is_empty(),
            attributes: settings.block_attributes && masks.attributes.is_empty(),
            in_code: false,
            in_indented: false,
            after_blank: false,
            found: Unmasked::default(),
        }
    }

    pub(super) fn see(&mut self, (event, span): &Spanned<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.in_code = true;
                self.in_indented = *kind == CodeBlockKind::Indented && !self.settings.indented_code;
                self.after_blank = true;
            }
            Event::End(TagEnd::CodeBlock) => (self.in_code, self.in_indented) = (false, false),
            Event::Text(text) if self.in_indented => self.indented(text, *span),
            Event::Text(text) if self.attributes && !self.in_code && text.starts_with('{') => {
                self.found.attributes.extend(block_attributes::line(self.source, *span));
            }
            Event::Start(Tag::DefinitionListDefinition) if self.colons => {
                self.found.definition |= is_false_definition(span.slice(self.source));
            }
            _ => {}
        }
    }

    pub(super) fn unmasked(self) -> Unmasked {
        self.found
    }

    /// Notes the last byte of the indentation of a line that begins a paragraph of indented code.
    fn indented(&mut self, text: &str, span: Span) {
        let before = span.start.checked_sub(1).and_then(|before| self.source.as_bytes().get(before));
        let begins = text.lines().next().is_some_and(|line| !line.trim().is_empty());
        if self.after_blank && begins && matches!(before, Some(b' ' | b'\t')) {
            self.found.indentations.push(span.start - 1);
        }
        self.after_blank = text.lines().last().is_none_or(|line| line.trim().is_empty());
    }
}

/// Whether a colon without white space after it was read as the mark of this definition.
fn is_false_definition(definition: &str) -> bool {
    let marker = definition.trim_start().strip_prefix(':');
    marker.is_some_and(|after| !after.starts_with([' ', '\t', '\n', '\r']))
}

/// Every colon that begins a line and has no white space after it: only with that it marks a definition.
/// <https://michelf.ca/projects/php-markdown/extra/#def-list>
fn colons(source: &str, body_start: usize) -> Vec<usize> {
    let body = source.get(body_start..).unwrap_or("");
    if body.contains(COLON) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = body_start;
    for line in body.split_inclusive('\n') {
        let marker = line.trim_start_matches([' ', '\t', '>']);
        if let Some(after) = marker.strip_prefix(':')
            && !after.starts_with([' ', '\t', '\n', '\r'])
        {
            found.push(at + line.len() - marker.len());
        }
        at += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::dialects::Settings;
    use crate::{Context, Document, html};
    use insta::assert_snapshot;

    fn under(dialect: &str, source: &str) -> String {
        let document = Document::parse(source, Context { dialect: Some(dialect), ..Context::default() });
        html::render(&document, html::Caps::NONE, None).html()
    }

    #[test]
    fn indentation_is_no_code() {
        assert_snapshot!(under("eleventy", "a\n\n    *b*\n      c\n\n\td\n\n- x\n\n      y\n\n      # z\n"), @r"
        <p>a</p>
        <p><em>b</em>
        c</p>
        <p>d</p>
        <ul>
        <li>
        <p>x</p>
        <p>y</p>
        <p># z</p>
        </li>
        </ul>
        ");
    }

    #[test]
    fn a_colon_without_a_space_defines_nothing() {
        assert_snapshot!(under("hugo", "Term\n: is\n\na `x\n:y` [l](/z\n'\n:t')\n\n:::note\n"), @r#"
        <dl>
        <dt>Term</dt>
        <dd>is</dd>
        </dl>
        <p>a <code>x :y</code> <a href="/z" title="
        :t">l</a></p>
        <p>:::note</p>
        "#);
    }

    #[test]
    fn positions_are_those_of_the_post() {
        let source = "# t\n\n    é *b*\n";
        let settings = Settings { indented_code: false, ..Settings::COMMONMARK };
        let texts: Vec<_> = parse(source, 0, &settings)
            .events
            .iter()
            .filter(|(event, _)| matches!(event, pulldown_cmark::Event::Text(_)))
            .map(|(_, span)| span.slice(source))
            .collect();
        assert_eq!(texts, ["t", "é ", "b"]);
    }
}
