//! Owns Jekyll's keys (<https://jekyllrb.com/docs/front-matter/>, <https://jekyllrb.com/docs/posts/>), those of
//! its common plugins (<https://github.com/jekyll/jekyll-seo-tag/blob/master/docs/usage.md>,
//! <https://github.com/jekyll/jekyll-redirect-from>, <https://github.com/gjtorikian/jekyll-last-modified-at>)
//! and what popular themes have agreed on.

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "jekyll",
    custom_keys: CustomKeys::TopLevel,
    ignores_case: false,
    dates: "YYYY-MM-DD HH:mm:ss ±hhmm",
    tables: |_| &[KEYS],
};

const KEYS: &[Key] = &[
    common("layout", Kind::Text, "The layout around the content, without its file extension, or none."),
    common("title", Kind::Text, "The title; without it, Jekyll makes one from the file name."),
    dates("date", Kind::DateTime, "When the post was published, in place of the date in its file name."),
    dates("last_modified_at", Kind::DateTime, "When the post was last changed, for plugins and themes."),
    common("published", Kind::Switch, "Switched off, the post is left out of the site.").default("true"),
    common("author", Kind::Text, "Who wrote it: a name, or a key of the site's list of authors.")
        .also(&[Kind::Object])
        .fields(AUTHOR),
    more("authors", Kind::Tags, "Who wrote it, where there are several.")
        .also(&[Kind::ObjectList])
        .fields(AUTHOR),
    common(
        "description",
        Kind::LongText,
        "What the post is about, for search engines and previews of links.",
    ),
    common("excerpt", Kind::Markdown, "The teaser in lists, in place of the beginning of the text."),
    more("excerpt_separator", Kind::Text, "The mark in the text at which the teaser ends."),
    taxonomy("categories", Kind::Tags, "The categories; they become part of the post's address.")
        .also(&[Kind::Text]),
    taxonomy("category", Kind::Text, "The one category; it becomes part of the post's address.")
        .also(&[Kind::Tags]),
    taxonomy("tags", Kind::Tags, "The tags; in plain text, spaces separate them.")
        .aliases(&["tag"])
        .also(&[Kind::Text]),
    common("image", Kind::Image, "The picture in previews of links.").also(&[Kind::Object]).fields(IMAGE),
    more("permalink", Kind::Text, "The address of the page, with placeholders such as :title."),
    more("lang", Kind::Text, "The language of the post, such as en or pt-BR."),
    more("canonical_url", Kind::Url, "The address that search engines should list for this content."),
    more("seo", Kind::Object, "Details for search engines.").fields(SEO),
    more("twitterCardType", Kind::Choice, "The kind of card in previews of links.")
        .choices(&["summary", "summary_large_image"]),
    more("redirect_from", Kind::List, "Old addresses that should lead to this page.").also(&[Kind::Text]),
    more("redirect_to", Kind::Text, "The address to which this page sends its visitors.").also(&[Kind::List]),
    more("comments", Kind::Switch, "Whether readers may comment, in many themes."),
    more("toc", Kind::Switch, "Whether to show a table of contents, in many themes."),
    more("toc_label", Kind::Text, "The heading of the table of contents, in some themes."),
    more("math", Kind::Switch, "Whether to typeset formulas, in many themes."),
    more("pin", Kind::Switch, "Keeps the post at the top of lists, in some themes."),
    more("header", Kind::Object, "The picture or video at the top of the page, in some themes."),
];

const AUTHOR: &[Key] = &[
    more("name", Kind::Text, "The name to show."),
    more("twitter", Kind::Text, "The user name on Twitter."),
    more("picture", Kind::Image, "A portrait."),
    more("url", Kind::Url, "A page about the author."),
    more("email", Kind::Email, "The author's e-mail address."),
];

const IMAGE: &[Key] = &[
    more("path", Kind::Image, "Where the picture is."),
    more("height", Kind::Number, "Its height in pixels."),
    more("width", Kind::Number, "Its width in pixels."),
    more("alt", Kind::Text, "What the picture shows, for those who cannot see it."),
];

const SEO: &[Key] = &[
    more("name", Kind::Text, "The name of the thing that the page is about, where it is not the title."),
    more("type", Kind::Text, "What the page describes, as a type of schema.org."),
    more("links", Kind::Url, "Addresses of other pages about the same thing.").multiple(),
    more("date_modified", Kind::DateTime, "When the page was last changed, for search engines."),
];
