//! Owns Jekyll's defaults: kramdown with its GFM input
//! (<https://jekyllrb.com/docs/configuration/markdown/#kramdown>).

use super::signs::Signs;
use super::{Dialect, Footnotes, HeadingIds, Settings, Strikethrough, TaskLists, Typographer};
use crate::templates::Language;

pub(super) static DIALECT: Dialect = Dialect {
    id: "jekyll",
    name: "Jekyll",
    about: "Jekyll with its default settings: kramdown with GitHub's tables, task lists and fences.",
    generator: "jekyll",
    settings: Settings {
        tables: true,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Classes,
        definition_lists: true,
        math: true,
        typographer: Typographer::PulldownCmark,
        heading_attributes: true,
        heading_ids: HeadingIds::Github,
        footnotes: Footnotes::Goldmark,
        ..Settings::COMMONMARK
    },
    templates: &[Language::Liquid],
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs = Signs {
    keys: &["redirect_from", "redirect_to", "excerpt_separator", "last_modified_at"],
    marks: &["{% post_url ", "{% link ", "{% include ", "{% highlight ", "{{ site.", "{{ page.", "{: ."],
    folders: &["_posts", "_drafts"],
    site_files: &["_config"],
};
