//! Owns the rule `unhelpful-alt-text`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::{Edit, Span};
use pulldown_cmark::{Event, Tag, TagEnd};

rule! {
    /// An image has no alternative text, or one that says nothing about the image.
    ///
    /// **Why.** The alternative text is all that people get who cannot see the image, and what everyone gets
    /// while it loads. "image" or the file's name tells them nothing.
    ///
    /// ````md bad
    /// ![image](gate.png)
    /// ````
    ///
    /// ````md bad
    /// ![](gate.png)
    /// ````
    ///
    /// ````md bad
    /// ![IMG_2041.jpg](photos/IMG_2041.jpg)
    /// ````
    ///
    /// ````md bad
    /// ![photo](gate.png "The gate at night")
    /// ````
    ///
    /// ````md good
    /// ![The crowd waits in front of the gate](gate.png)
    /// ````
    ///
    /// **Fix.** Where the image has a title, uses it. Else only a person can say what the image shows.
    ///
    /// **Source.** WCAG 2.2, success criterion 1.1.1; markdownlint MD045.
    UNHELPFUL_ALT_TEXT { id: "unhelpful-alt-text", aliases: ["MD045"], group: Accessibility, severity: Warning, check: check }
}

/// Words that name the kind of thing instead of what it shows.
const PLACEHOLDERS: [&str; 14] = [
    "image", "img", "picture", "pic", "photo", "photograph", "screenshot", "screen shot", "figure", "graphic",
    "alt", "alt text", "untitled", "description",
];

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    for (index, (event, span)) in document.events.iter().enumerate() {
        let Event::Start(Tag::Image { dest_url, title, .. }) = event else {
            continue;
        };
        let alternative = text_inside(document.events.get(index + 1..).unwrap_or(&[]));
        let Some(message) = fault(&alternative, dest_url) else {
            continue;
        };
        let fixes = alt_span(document.source, *span)
            .filter(|_| !title.trim().is_empty() && fault(title, dest_url).is_none())
            .map(|place| Fix::suggested(format!("Use the title “{title}”"), vec![Edit::replace(place, escaped(title))]));
        cx.report(*span, message, fixes.into_iter().collect());
    }
}

fn text_inside(events: &[(Event<'_>, Span)]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::End(TagEnd::Image) => break,
            Event::Text(piece) | Event::Code(piece) => text.push_str(piece),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

fn fault(alternative: &str, destination: &str) -> Option<String> {
    let text = alternative.trim();
    let lower = text.to_lowercase();
    let without_number = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-' || c == '_');
    let path = destination.split(['?', '#']).next().unwrap_or("");
    let file = path.rsplit(['/', '\\']).next().unwrap_or("").to_lowercase();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    if text.is_empty() {
        Some("This image has no alternative text.".to_owned())
    } else if PLACEHOLDERS.contains(&lower.as_str()) || PLACEHOLDERS.contains(&without_number) {
        Some(format!("The alternative text “{text}” does not say what the image shows."))
    } else if lower == file || (lower == stem && looks_like_file_name(stem)) {
        Some(format!("The alternative text “{text}” is the file's name, not what the image shows."))
    } else {
        None
    }
}

/// `img_2041` or `screen-shot-1` is a name for a machine; `gate` may be what a person would say.
fn looks_like_file_name(stem: &str) -> bool {
    stem.contains(['_', '-']) || stem.chars().any(|c| c.is_ascii_digit())
}

/// Where the alternative text of `![…](…)` stands.
fn alt_span(source: &str, span: Span) -> Option<Span> {
    let inside = span.slice(source).strip_prefix("![")?;
    let end = inside.find("](")?;
    Some(Span::new(span.start + 2, span.start + 2 + end))
}

fn escaped(text: &str) -> String {
    text.replace('[', "\\[").replace(']', "\\]")
}
