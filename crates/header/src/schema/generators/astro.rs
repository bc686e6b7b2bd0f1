//! Owns the keys of Astro's blog template and manual (<https://docs.astro.build/en/guides/content-collections/>,
//! <https://docs.astro.build/en/guides/markdown-content/>). Astro itself fixes none: the schema of the site's
//! collections decides, which is read where there is one ([`crate::schema::import`]).

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "astro",
    custom_keys: CustomKeys::TopLevel,
    ignores_case: false,
    dates: "YYYY-MM-DD",
    tables: |_| &[KEYS],
};

const KEYS: &[Key] = &[
    common("title", Kind::Text, "The title of the post."),
    common("description", Kind::LongText, "What the post is about, for search engines and lists."),
    dates("pubDate", Kind::DateTime, "When the post is published.").aliases(&[
        "date",
        "pubDatetime",
        "publishDate",
        "publishedAt",
    ]),
    dates("updatedDate", Kind::DateTime, "When the post was last changed.").aliases(&[
        "updated",
        "modDatetime",
        "updateDate",
        "updatedAt",
    ]),
    common("author", Kind::Text, "Who wrote it: a name, or an entry of the site's authors.")
        .aliases(&["authors"])
        .also(&[Kind::Relation, Kind::Object, Kind::Tags, Kind::ObjectList]),
    common("heroImage", Kind::Image, "The picture at the top; a relative path starts at the post's file.")
        .also(&[Kind::Object])
        .fields(IMAGE),
    taxonomy("tags", Kind::Tags, "The tags under which the post is listed."),
    common("draft", Kind::Switch, "Marks a draft, on sites whose code leaves drafts out.").default("false"),
    more("slug", Kind::Slug, "The post's identifier, in place of the one made from its file name."),
    more("layout", Kind::File, "The layout component, for Markdown files that are pages by themselves."),
    more("relatedPosts", Kind::Relation, "Other posts to recommend.").multiple(),
];

const IMAGE: &[Key] = &[
    more("src", Kind::Image, "Where the picture is."),
    more("alt", Kind::Text, "What the picture shows, for those who cannot see it."),
];
