//! Owns footnotes as goldmark writes them (<https://github.com/yuin/goldmark#footnotes-extension>).

use super::{Item, Note, with_links_back};

/// Which reference it is: nothing for the first, then from 1.
fn which(nth: usize) -> String {
    if nth > 1 { (nth - 1).to_string() } else { String::new() }
}

pub(super) fn reference(note: &Note) -> String {
    let (number, which) = (note.number, which(note.count));
    format!(
        "<sup id=\"fnref{which}:{number}\"><a href=\"#fn:{number}\" class=\"footnote-ref\" \
         role=\"doc-noteref\">{number}</a></sup>"
    )
}

pub(super) fn list(items: &[Item]) -> String {
    let items: String = items.iter().map(item).collect();
    format!("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n{items}</ol>\n</div>\n")
}

fn item(item: &Item) -> String {
    let number = item.note.number;
    let links: String = (1..=item.note.count)
        .map(|nth| {
            format!(
                "&#160;<a href=\"#fnref{}:{number}\" class=\"footnote-backref\" \
                 role=\"doc-backlink\">&#x21a9;&#xfe0e;</a>",
                which(nth)
            )
        })
        .collect();
    let content = with_links_back(&item.content, &links, &format!("\n{links}"));
    format!("<li id=\"fn:{number}\">\n{content}\n</li>\n")
}
