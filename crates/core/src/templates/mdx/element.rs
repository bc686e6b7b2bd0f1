//! Owns tags of JSX: components, and elements of HTML with attributes that HTML does not have.

use super::super::call::{Argument, Role};
use super::super::cursor::{Cursor, unended};
use super::expression::{Braces, text};
use super::skip_braces;
use crate::html::escape_text;
use crate::span::Span;

/// A tag.
pub(super) struct Element<'s> {
    pub(super) span: Span,
    pub(super) name: &'s str,
    pub(super) attributes: Vec<Argument>,
    pub(super) kind: Kind,
    pub(super) problem: Option<String>,
}

pub(super) enum Kind {
    /// Something of the site's own.
    Component(Role),
    /// HTML as it is.
    Html,
    /// Other HTML.
    Becomes(String),
}

/// The tag that begins at `start`, if one does.
pub(super) fn read<'s>(source: &'s str, start: usize, braces: &mut Braces) -> Option<Element<'s>> {
    let mut cursor = Cursor::new(source, start + 1);
    let closes = cursor.takes("/");
    let name = cursor.take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '$'));
    if name.is_empty() {
        // A fragment is nothing on the page.
        let is_fragment = cursor.takes(">");
        let kind = Kind::Becomes(String::new());
        let span = Span::new(start, cursor.at);
        return is_fragment.then_some(Element {
            span,
            name: "<>",
            attributes: Vec::new(),
            kind,
            problem: None,
        });
    }
    let is_component = name.starts_with(|c: char| c.is_ascii_uppercase()) || name.contains('.');
    if !is_component && !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let mut attributes = Vec::new();
    let ending = loop {
        cursor.skip_space();
        if cursor.takes("/>") {
            break Some(true);
        }
        if cursor.takes(">") {
            break Some(false);
        }
        match attribute(&mut cursor, braces) {
            Some(attribute) => attributes.push(attribute),
            None => break None,
        }
    };
    let span = Span::new(start, cursor.at);
    match ending {
        None if is_component => {
            let span = unended(source, start, &["<"]);
            let problem = Some(format!("The tag of `{name}` has no `>` at its end."));
            Some(Element { span, name, attributes, kind: Kind::Component(Role::Alone), problem })
        }
        None => None,
        Some(is_self_closed) if is_component => {
            let role = match is_self_closed {
                _ if closes => Role::Closes,
                true => Role::Alone,
                false => Role::MustOpen,
            };
            Some(Element { span, name, attributes, kind: Kind::Component(role), problem: None })
        }
        Some(is_self_closed) => {
            let tag = span.slice(source);
            let is_html = closes || !(tag.contains('{') || tag.contains("className"));
            let kind =
                if is_html { Kind::Html } else { Kind::Becomes(html(name, &attributes, is_self_closed)) };
            Some(Element { span, name, attributes, kind, problem: None })
        }
    }
}

/// `name`, `name="text"`, `name={expression}` or `{...expression}`.
fn attribute(cursor: &mut Cursor<'_>, braces: &mut Braces) -> Option<Argument> {
    let start = cursor.at;
    if cursor.sees("{") {
        let span = skip_braces(cursor, braces)?;
        return Some(Argument { name: None, value: span.slice(cursor.source).to_owned(), span });
    }
    let name = cursor.take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '$' | '.'));
    if name.is_empty() {
        return None;
    }
    let after_name = cursor.at;
    cursor.skip_space();
    if !cursor.takes("=") {
        cursor.at = after_name;
        let value = String::new();
        return Some(Argument { name: Some(name.to_owned()), value, span: Span::new(start, after_name) });
    }
    cursor.skip_space();
    let value = match cursor.peek()? {
        '{' => {
            let value = skip_braces(cursor, braces)?.slice(cursor.source);
            let inside = value.get(1..value.len() - 1).unwrap_or("").trim();
            text(inside).unwrap_or(value).to_owned()
        }
        quote @ ('"' | '\'') => {
            cursor.next();
            cursor.take_until(if quote == '"' { "\"" } else { "'" })?.to_owned()
        }
        _ => return None,
    };
    Some(Argument { name: Some(name.to_owned()), value, span: Span::new(start, cursor.at) })
}

/// A tag of HTML with those attributes whose values are known, by their names in HTML.
fn html(name: &str, attributes: &[Argument], is_self_closed: bool) -> String {
    let mut tag = format!("<{name}");
    for Argument { name, value, .. } in attributes {
        let Some(name) = name else { continue };
        if value.starts_with('{') {
            continue;
        }
        let name = match name.as_str() {
            "className" => "class",
            "htmlFor" => "for",
            other => other,
        };
        tag.push_str(&format!(" {name}=\""));
        escape_text(&mut tag, value);
        tag.push('"');
    }
    tag.push_str(if is_self_closed { " />" } else { ">" });
    tag
}
