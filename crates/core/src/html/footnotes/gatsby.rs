//! Owns footnotes as gatsby-transformer-remark writes them: those of an early remark
//! (<https://www.gatsbyjs.com/plugins/gatsby-transformer-remark/>).

use super::{Item, Note, with_links_back};

pub(super) fn reference(note: &Note) -> String {
    let Note { label, lower_address: name, .. } = note;
    format!("<sup id=\"fnref-{name}\"><a href=\"#fn-{name}\" class=\"footnote-ref\">{label}</a></sup>")
}

pub(super) fn list(items: &[Item]) -> String {
    // One note of several elements makes a loose list of them all.
    let loose = items.iter().any(|item| item.elements > 1 || !is_paragraph(&item.content));
    let items: String = items.iter().map(|item| self::item(item, loose)).collect();
    format!("<div class=\"footnotes\">\n<hr>\n<ol>\n{items}</ol>\n</div>\n")
}

fn is_paragraph(content: &str) -> bool {
    content.trim_end().ends_with("</p>") && content.trim_start().starts_with("<p")
}

fn item(item: &Item, loose: bool) -> String {
    let name = &item.note.lower_address;
    let link = format!("<a href=\"#fnref-{name}\" class=\"footnote-backref\">↩</a>");
    let content = with_links_back(&item.content, &link, &format!("\n<p>{link}</p>"));
    if loose {
        return format!("<li id=\"fn-{name}\">\n{content}\n</li>\n");
    }
    let inside = content.strip_suffix("</p>").and_then(|open| Some(open.split_once('>')?.1));
    format!("<li id=\"fn-{name}\">{}</li>\n", inside.unwrap_or(&content))
}
