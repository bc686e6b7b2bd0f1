//! Owns footnotes as kramdown writes them (<https://kramdown.gettalong.org/syntax.html#footnotes>): ids by name.

use super::{Item, Note};

pub(super) fn reference(note: &Note) -> String {
    let name = &note.label;
    let again = if note.count > 1 { format!(":{}", note.count - 1) } else { String::new() };
    format!(
        "<sup id=\"fnref:{name}{again}\" role=\"doc-noteref\"><a href=\"#fn:{name}\" class=\"footnote\" \
         rel=\"footnote\">{}</a></sup>",
        note.number
    )
}

pub(super) fn list(items: &[Item]) -> String {
    let items: String = items.iter().map(item).collect();
    format!("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n{items}</ol>\n</div>\n")
}

/// The links back are in the last paragraph, or in one of their own.
fn item(item: &Item) -> String {
    let name = &item.note.label;
    let back = |reference: &str, mark: &str| {
        format!(
            "<a href=\"#fnref:{reference}\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;{mark}</a>"
        )
    };
    let further = (1..item.note.count)
        .map(|nth| format!("&#160;{}", back(&format!("{name}:{nth}"), &format!("<sup>{}</sup>", nth + 1))));
    let links = back(name, "") + &further.collect::<String>();
    let content = item.content.trim_end();
    let content = match content.strip_suffix("</p>") {
        Some(open) => format!("{open}&#160;{links}</p>"),
        None => format!("{content}\n<p>{links}</p>"),
    };
    format!("<li id=\"fn:{name}\" role=\"doc-endnote\">\n{content}\n</li>\n")
}
