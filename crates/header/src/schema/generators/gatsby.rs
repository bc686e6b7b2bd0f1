//! Owns the keys of Gatsby's manual (<https://www.gatsbyjs.com/docs/how-to/routing/adding-markdown-pages/>) and
//! starter blog. Gatsby itself fixes none: the site's queries decide.

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "gatsby",
    custom_keys: CustomKeys::TopLevel,
    ignores_case: false,
    dates: "YYYY-MM-DDTHH:mm:ss±hh:mm",
    tables: |_| &[KEYS],
};

const KEYS: &[Key] = &[
    common("title", Kind::Text, "The title of the post."),
    dates("date", Kind::DateTime, "When the post was published; lists are usually sorted by it."),
    common("description", Kind::LongText, "What the post is about, for search engines and lists."),
    common("author", Kind::Text, "Who wrote it.").aliases(&["authors"]).also(&[Kind::Tags]),
    taxonomy("tags", Kind::Tags, "The tags under which the post is listed."),
    more("slug", Kind::Slug, "The address of the post; it usually starts with a slash."),
    more("path", Kind::Text, "The address of the post, on older sites."),
    common("featuredImage", Kind::Image, "The main picture; a relative path starts at the post's file.")
        .aliases(&["cover"]),
    common("draft", Kind::Switch, "Marks a draft, on sites whose code leaves drafts out."),
    common("published", Kind::Switch, "Switched off, the post is hidden, on sites whose code looks at it."),
    more("template", Kind::Text, "The template to use, on sites that let posts choose.")
        .aliases(&["templateKey"]),
];
