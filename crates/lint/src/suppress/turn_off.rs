//! Owns the edit that turns a rule off for a whole post: a comment that readers never see.

use super::comment::{Comment, read};
use crate::facts::Facts;
use foreword_core::front_matter::BYTE_ORDER_MARK;
use foreword_core::templates::{Language, languages};
use foreword_core::{Document, Edit};
use pulldown_cmark::{Event, Tag};

/// The edit that turns a rule off for this post. `file_name` is its name, where it is known.
///
/// A comment that is there already gets one more name. Else one goes before the first line of the body; right before
/// it where that is text, since Jekyll takes what stands before the first blank line for the post's excerpt. Where a
/// title heading must come first, the comment goes to the end and says that it is for all of the post.
pub fn turn_off(document: &Document<'_>, file_name: Option<&str>, rule: &str) -> Edit {
    let source = document.source;
    let comments = read(document, &Facts::new(document));
    if let Some(comment) = comments.iter().find(|comment| comment.is_for_the_post()) {
        return Edit::insert(end_of_names(source, comment), format!(" {rule}"));
    }
    let line_end = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let header = document.front_matter.as_ref();
    let is_mdx = languages(document.choice.dialect, header, file_name).contains(&Language::Mdx);
    let comment = |action: &str| match is_mdx {
        true => format!("{{/* foreword-{action} {rule} */}}"),
        false => format!("<!-- foreword-{action} {rule} -->"),
    };
    let before = |at: usize| source.get(..at).unwrap_or("");
    // A comment needs a line of its own.
    let gap_before = |at: usize| match before(at).trim_start_matches(BYTE_ORDER_MARK) {
        "" => "",
        before if before.ends_with(['\n', '\r']) => "",
        _ => line_end,
    };
    let has_title = document.headings.first().is_some_and(|heading| {
        heading.level == 1
            && before(heading.span.start).get(document.body_start..).is_some_and(|gap| gap.trim().is_empty())
    });
    if document.settings.title_heading && has_title {
        let end = source.len();
        return Edit::insert(
            end,
            format!("{}{line_end}{}{line_end}", gap_before(end), comment("disable-file")),
        );
    }
    let body = source.get(document.body_start..).unwrap_or("");
    let blank = body.len() - body.trim_start().len();
    let at = document.body_start
        + body.get(..blank).and_then(|gap| gap.rfind(['\n', '\r'])).map_or(0, |last| last + 1);
    // In MDX, a line of text after it would draw it into a paragraph; in Jekyll, a table needs a blank line before it.
    let is_text = document.events.first().is_some_and(|(event, _)| *event == Event::Start(Tag::Paragraph));
    let gap_after = if (is_mdx || !is_text) && at < source.len() { line_end } else { "" };
    Edit::insert(at, format!("{}{}{line_end}{gap_after}", gap_before(at), comment("disable")))
}

/// Where the last name of a comment ends.
fn end_of_names(source: &str, comment: &Comment<'_>) -> usize {
    let text = comment.span.slice(source);
    let last = comment.names().last().copied().unwrap_or("");
    let end = text.rfind(comment.rest).and_then(|start| {
        // What is said to people may name the rule again.
        let names = comment.rest.split(" -- ").next().unwrap_or(comment.rest);
        let names = names.split(['—', '–']).next().unwrap_or(names);
        names.rfind(last).map(|at| start + at + last.len())
    });
    comment.span.start + end.unwrap_or(0)
}
