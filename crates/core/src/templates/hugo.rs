//! Owns Hugo's shortcodes (<https://gohugo.io/content-management/shortcodes/>).
//!
//! Hugo reads them before Markdown, in code as well; `{{</* name */>}}` is the text `{{< name >}}`.

mod details;
mod figure;
mod gist;
mod highlight;
mod param;
mod reference;
mod vimeo;
mod youtube;

use super::Language;
use super::call::{Argument, Call, Role, Shows, Tag};
use super::cursor::{Cursor, first_of};
use super::known::Known;
use crate::span::Span;

/// Shortcodes of Hugo itself that must be closed (<https://gohugo.io/shortcodes/>).
const PAIRED: [&str; 2] = ["details", "highlight"];

pub(super) fn is_literal(name: &str) -> bool {
    name == "highlight"
}

/// What Hugo's own shortcodes make.
pub(super) fn show(call: &Call, known: &Known<'_>) -> Option<Shows> {
    match call.name.as_str() {
        "details" => details::show(call),
        "figure" => figure::show(call),
        "gist" => gist::show(call),
        "highlight" => highlight::show(call, known),
        "param" => param::show(call, known),
        "ref" | "relref" => reference::show(call),
        "vimeo" => vimeo::show(call),
        "youtube" => youtube::show(call),
        _ => None,
    }
}

/// The delimiters of one kind of shortcode.
#[derive(Clone, Copy)]
struct Delimiters {
    open: &'static str,
    close: &'static str,
    self_close: &'static str,
    /// How its text is written instead of being called.
    comment_end: &'static str,
}

const ANGLES: Delimiters = Delimiters { open: "{{<", close: ">}}", self_close: "/>}}", comment_end: "*/>}}" };
const PERCENTS: Delimiters =
    Delimiters { open: "{{%", close: "%}}", self_close: "/%}}", comment_end: "*/%}}" };

pub(super) fn scan(source: &str, from: usize) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = from;
    // Ends of comments that do not come any more are not looked for again.
    let mut no_comment_end = [false; 2];
    while let Some(found) = source.get(at..).and_then(|rest| rest.find("{{")) {
        let start = at + found;
        let rest = source.get(start..).unwrap_or("");
        let kind = usize::from(rest.starts_with(PERCENTS.open));
        let delimiters = if kind == 0 { ANGLES } else { PERCENTS };
        if !rest.starts_with(delimiters.open) {
            at = start + 1;
            continue;
        }
        let mut cursor = Cursor::new(source, start + delimiters.open.len());
        let commented = match cursor.takes("/*") && !no_comment_end.get(kind).is_some_and(|none| *none) {
            true => cursor.take_until(delimiters.comment_end),
            false => None,
        };
        let tag = match commented {
            Some(text) => Tag {
                language: Language::Hugo,
                span: Span::new(start, cursor.at),
                name: String::new(),
                arguments: Vec::new(),
                role: Role::Becomes(format!("{}{text}{}", delimiters.open, delimiters.close)),
                problem: None,
            },
            None => {
                if rest.get(delimiters.open.len()..).is_some_and(|rest| rest.starts_with("/*")) {
                    no_comment_end.get_mut(kind).into_iter().for_each(|none| *none = true);
                }
                tag(source, start, delimiters)
            }
        };
        at = tag.span.end.max(start + 1);
        tags.push(tag);
    }
    tags
}

/// How the reading of a tag ended.
enum Ending {
    Closed,
    SelfClosed,
    OtherDelimiter,
    Missing,
    Quote,
}

fn tag(source: &str, start: usize, delimiters: Delimiters) -> Tag {
    let other = if delimiters.close == ANGLES.close { PERCENTS } else { ANGLES };
    let mut cursor = Cursor::new(source, start + delimiters.open.len());
    cursor.skip_space();
    let closes = cursor.takes("/");
    cursor.skip_space();
    let name = cursor.take_while(|c| c.is_alphanumeric() || "-_/.".contains(c)).to_owned();
    let mut arguments = Vec::new();
    let ending = loop {
        cursor.skip_space();
        if cursor.takes(delimiters.self_close) {
            break Ending::SelfClosed;
        }
        if cursor.takes(delimiters.close) {
            break Ending::Closed;
        }
        if cursor.takes(other.self_close) || cursor.takes(other.close) {
            break Ending::OtherDelimiter;
        }
        if cursor.peek().is_none() || cursor.sees(ANGLES.open) || cursor.sees(PERCENTS.open) {
            break Ending::Missing;
        }
        match argument(&mut cursor) {
            Some(argument) => arguments.push(argument),
            None => break Ending::Quote,
        }
    };
    let mut end = cursor.at;
    let problem = match ending {
        Ending::Closed | Ending::SelfClosed if name.is_empty() => {
            Some("This shortcode has no name.".to_owned())
        }
        Ending::Closed | Ending::SelfClosed => mixed(&arguments),
        Ending::OtherDelimiter => Some(format!(
            "This shortcode begins with `{}` and must end with `{}`.",
            delimiters.open, delimiters.close
        )),
        Ending::Missing | Ending::Quote => {
            // What is on the same line probably belongs to it; what is on the next one does not.
            let stops = ["\n", delimiters.close, ANGLES.open, PERCENTS.open];
            end = match first_of(source, start + delimiters.open.len(), &stops) {
                Some((at, stop)) if stop == delimiters.close => at + stop.len(),
                Some((at, _)) => at,
                None => source.len(),
            };
            end = Span::new(start, end).trim_end(source).end;
            Some(match ending {
                Ending::Quote => "A quote in this shortcode has no end.".to_owned(),
                _ => format!("This shortcode has no `{}` at its end.", delimiters.close),
            })
        }
    };
    let role = match ending {
        _ if name.is_empty() => Role::Alone,
        _ if closes => Role::Closes,
        Ending::SelfClosed | Ending::Missing | Ending::Quote => Role::Alone,
        _ if PAIRED.contains(&name.as_str()) => Role::MustOpen,
        _ => Role::MayOpen,
    };
    Tag { language: Language::Hugo, span: Span::new(start, end), name, arguments, role, problem }
}

/// Arguments have all names or all none.
fn mixed(arguments: &[Argument]) -> Option<String> {
    let named = arguments.iter().filter(|argument| argument.name.is_some()).count();
    (named > 0 && named < arguments.len())
        .then(|| "A shortcode cannot have both named and positional arguments.".to_owned())
}

/// `value`, `"value"`, `` `value` `` or `name=` with one of these; none where a quote has no end.
fn argument(cursor: &mut Cursor<'_>) -> Option<Argument> {
    let start = cursor.at;
    if let Some('"' | '`') = cursor.peek() {
        let value = quoted(cursor)?;
        return Some(Argument { name: None, value, span: Span::new(start, cursor.at) });
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut word = cursor.take_while(is_name).to_owned();
    if cursor.takes("=") {
        cursor.skip_space();
        let value = match cursor.peek() {
            Some('"' | '`') => quoted(cursor)?,
            _ => bare(cursor),
        };
        return Some(Argument { name: Some(word), value, span: Span::new(start, cursor.at) });
    }
    word.push_str(&bare(cursor));
    if cursor.at == start {
        word.extend(cursor.next());
    }
    Some(Argument { name: None, value: word, span: Span::new(start, cursor.at) })
}

/// Text up to white space or the end of the tag.
fn bare(cursor: &mut Cursor<'_>) -> String {
    let mut text = String::new();
    while let Some(next) = cursor.peek() {
        let is_end = [ANGLES, PERCENTS].iter().any(|delimiters| {
            cursor.sees(delimiters.close)
                || cursor.sees(delimiters.self_close)
                || cursor.sees(delimiters.open)
        });
        if next.is_whitespace() || is_end {
            break;
        }
        text.extend(cursor.next());
    }
    text
}

/// Text in double quotes on one line, where `\"` is a quote, or in backquotes on any.
fn quoted(cursor: &mut Cursor<'_>) -> Option<String> {
    let quote = cursor.next()?;
    if quote == '`' {
        return cursor.take_until("`").map(str::to_owned);
    }
    let mut text = String::new();
    loop {
        match cursor.next()? {
            '"' => return Some(text),
            '\n' => return None,
            '\\' if cursor.peek() == Some('"') => text.extend(cursor.next()),
            next => text.push(next),
        }
    }
}

#[cfg(test)]
mod tests;
