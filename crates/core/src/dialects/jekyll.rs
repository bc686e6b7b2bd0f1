//! Owns Jekyll's defaults: kramdown with its GFM input
//! (<https://jekyllrb.com/docs/configuration/markdown/#kramdown>).

use super::signs::Signs;
use super::{Dialect, Footnotes, Grammar, HeadingIds, Settings, Strikethrough, TaskLists, Typographer};

pub(super) static DIALECT: Dialect = Dialect {
    id: "jekyll",
    name: "Jekyll",
    about: "Jekyll with its default settings: kramdown with GitHub's tables, task lists and fences.",
    generator: "jekyll",
    settings: Settings {
        grammar: Grammar::Kramdown,
        tables: true,
        strikethrough: Strikethrough::Del,
        task_lists: TaskLists::Kramdown,
        definition_lists: true,
        math: true,
        typographer: Typographer::Kramdown,
        heading_attributes: true,
        heading_ids: HeadingIds::Kramdown,
        footnotes: Footnotes::Kramdown,
        ..Settings::COMMONMARK
    },
    detect: |clues| SIGNS.strongest(clues),
};

static SIGNS: Signs = Signs {
    keys: &["redirect_from", "redirect_to", "excerpt_separator", "last_modified_at"],
    marks: &["{% post_url ", "{% link ", "{% include ", "{% highlight ", "{{ site.", "{{ page.", "{: ."],
    folders: &["_posts", "_drafts"],
    site_files: &["_config"],
};
