//! Owns footnotes as cmark-gfm writes them (<https://github.com/github/cmark-gfm/blob/master/src/html.c>).

use super::{Item, Note, suffix, with_links_back};

pub(super) fn reference(note: &Note) -> String {
    let Note { address: name, number, .. } = note;
    let again = suffix("-", note.count);
    format!(
        "<sup class=\"footnote-ref\"><a href=\"#fn-{name}\" id=\"fnref-{name}{again}\" \
         data-footnote-ref=\"\">{number}</a></sup>"
    )
}

pub(super) fn list(items: &[Item]) -> String {
    let items: String = items.iter().map(item).collect();
    format!("<section class=\"footnotes\" data-footnotes=\"\">\n<ol>\n{items}</ol>\n</section>\n")
}

fn item(item: &Item) -> String {
    let Note { address: name, number, .. } = &item.note;
    let links: Vec<String> = (1..=item.note.count)
        .map(|nth| {
            let again = suffix("-", nth);
            let mark =
                if nth > 1 { format!("<sup class=\"footnote-ref\">{nth}</sup>") } else { String::new() };
            format!(
                "<a href=\"#fnref-{name}{again}\" class=\"footnote-backref\" data-footnote-backref=\"\" \
                 data-footnote-backref-idx=\"{number}{again}\" \
                 aria-label=\"Back to reference {number}{again}\">↩{mark}</a>"
            )
        })
        .collect();
    let links = links.join(" ");
    let content = with_links_back(&item.content, &format!(" {links}"), &format!("\n{links}"));
    format!("<li id=\"fn-{name}\">\n{content}\n</li>\n")
}
