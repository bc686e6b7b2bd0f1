//! Owns footnotes as remark writes them and github.com shows them
//! (<https://github.com/syntax-tree/mdast-util-to-hast#footnotes>). `set` is the value of attributes that have
//! none: React writes `true`.

use super::{Item, Note, suffix, with_links_back};

pub(super) fn reference(note: &Note, set: &str) -> String {
    let Note { lower_address: name, number, .. } = note;
    let id = format!("user-content-fnref-{name}{}", suffix("-", note.count));
    format!(
        "<sup><a href=\"#user-content-fn-{name}\" id=\"{id}\" data-footnote-ref=\"{set}\" \
         aria-describedby=\"footnote-label\">{number}</a></sup>"
    )
}

pub(super) fn list(items: &[Item], set: &str) -> String {
    let items: String = items.iter().map(item).collect();
    format!(
        "<section data-footnotes=\"{set}\" class=\"footnotes\">\
         <h2 class=\"sr-only\" id=\"footnote-label\">Footnotes</h2>\n<ol>\n{items}</ol>\n</section>\n"
    )
}

fn item(item: &Item) -> String {
    let Note { lower_address: name, number, .. } = &item.note;
    let links: Vec<String> = (1..=item.note.count)
        .map(|nth| {
            let again = suffix("-", nth);
            let mark = if nth > 1 { format!("<sup>{nth}</sup>") } else { String::new() };
            format!(
                "<a href=\"#user-content-fnref-{name}{again}\" data-footnote-backref=\"\" \
                 aria-label=\"Back to reference {number}{again}\" class=\"data-footnote-backref\">↩{mark}</a>"
            )
        })
        .collect();
    let links = links.join(" ");
    let content = with_links_back(&item.content, &format!(" {links}"), &format!("\n{links}"));
    format!("<li id=\"user-content-fn-{name}\">\n{content}\n</li>\n")
}
