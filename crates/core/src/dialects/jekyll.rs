//! Owns Jekyll's defaults: kramdown with its GFM input
//! (<https://jekyllrb.com/docs/configuration/markdown/#kramdown>).

use super::signs::{Signs, found, prose};
use super::{
    Clue, Clues, Dialect, Footnotes, Grammar, HeadingIds, Settings, Strikethrough, TaskLists, Typographer,
};
use crate::templates::Language;

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
    templates: &[Language::Liquid],
    detect,
};

static SIGNS: Signs = Signs {
    keys: &["redirect_from", "excerpt_separator", "last_modified_at"],
    // What Liquid has elsewhere too, in Eleventy or Hexo, is not here.
    marks: &[
        "{% post_url ",
        "{% link _",
        "{% include_relative ",
        "{{ site.baseurl",
        "{{site.baseurl",
        "{{ site.github.",
    ],
    folders: &["_posts", "_drafts"],
    site_files: &["_config"],
};

const INCLUDE: u8 = 65;
const ATTRIBUTES: u8 = 65;

fn detect(clues: &Clues<'_>) -> Option<Clue> {
    // Hexo has a folder of this name as well.
    let hexo = clues.file_name.is_some_and(|name| name.replace('\\', "/").contains("source/_"));
    let strongest = SIGNS.strongest(clues).filter(|clue| clue.weight > ATTRIBUTES || !hexo);
    let weaker = || {
        let include = prose(clues.body).find_map(include).map(|name| Clue {
            weight: INCLUDE,
            because: format!("it uses `{{% include {name}` without quotes"),
        });
        include.or_else(|| prose(clues.body).find_map(attributes))
    };
    match strongest {
        Some(clue) if clue.weight >= INCLUDE => Some(clue),
        other => weaker().or(other),
    }
}

/// `{% include file.html %}`: all other users of Liquid and its like put the name in quotes.
fn include(line: &str) -> Option<&str> {
    let rest = line.get(found(line, "{% include ")? + "{% include ".len()..)?;
    let name = rest.split([' ', '%']).next()?;
    let is_file = name.contains('.')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte));
    is_file.then_some(name)
}

/// kramdown's `{: .class}` and `{:toc}` (<https://kramdown.gettalong.org/syntax.html#inline-attribute-lists>).
fn attributes(line: &str) -> Option<Clue> {
    let at = found(line, "{:")?;
    let inside = line.get(at + 2..)?.split_once('}')?.0.trim_start();
    let reads = inside.starts_with(['.', '#']) || inside == "toc" || inside.contains("=\"");
    reads.then(|| Clue {
        weight: ATTRIBUTES,
        because: format!("it uses kramdown's attributes, `{{:{inside}}}`"),
    })
}
