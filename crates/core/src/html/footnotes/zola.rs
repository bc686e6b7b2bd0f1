//! Owns footnotes as Zola writes them with `bottom_footnotes`
//! (<https://www.getzola.org/documentation/getting-started/configuration/>).

use super::{Item, Note, suffix, with_links_back};

pub(super) fn reference(note: &Note) -> String {
    let Note { label, address, number, count, .. } = note;
    format!(
        "<sup class=\"footnote-reference\" id=\"fr-{label}-{count}\"><a href=\"#fn-{address}\">{number}</a></sup>"
    )
}

pub(super) fn list(items: &[Item]) -> String {
    let items: String = items.iter().map(item).collect();
    format!("<footer class=\"footnotes\">\n<ol class=\"footnotes-list\">\n{items}</ol>\n</footer>\n")
}

fn item(item: &Item) -> String {
    let Note { label, address, .. } = &item.note;
    let links: String = (1..=item.note.count)
        .map(|nth| format!(" <a href=\"#fr-{address}-{nth}\">↩{}</a>", suffix("", nth)))
        .collect();
    let content = with_links_back(&item.content, &links, &links);
    format!("<li id=\"fn-{label}\">\n{content}\n</li>\n")
}
