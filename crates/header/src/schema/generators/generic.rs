//! Owns the keys that blogs agree on whatever builds them: those that most of the generators here share.

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "generic",
    custom_keys: CustomKeys::TopLevel,
    ignores_case: false,
    dates: "YYYY-MM-DDTHH:mm:ss±hh:mm",
    tables: |_| &[KEYS],
};

const KEYS: &[Key] = &[
    common("title", Kind::Text, "The title of the post."),
    common("subtitle", Kind::Text, "A line below the title."),
    dates("date", Kind::DateTime, "When the post was published.").aliases(&[
        "pubDate",
        "pubdate",
        "publishDate",
        "publish_date",
        "published_at",
        "publishedAt",
    ]),
    dates("updated", Kind::DateTime, "When the post was last changed.").aliases(&[
        "lastmod",
        "last_modified_at",
        "updatedDate",
        "updatedAt",
        "modified",
    ]),
    common("author", Kind::Text, "Who wrote it.").aliases(&["authors"]).also(&[
        Kind::Tags,
        Kind::Object,
        Kind::ObjectList,
    ]),
    common(
        "description",
        Kind::LongText,
        "What the post is about, for search engines and previews of links.",
    ),
    common("summary", Kind::Markdown, "The teaser in lists.").aliases(&["excerpt"]),
    taxonomy("tags", Kind::Tags, "The tags under which the post is listed.").also(&[Kind::Text]),
    taxonomy("categories", Kind::Tags, "The categories under which the post is listed.")
        .aliases(&["category"])
        .also(&[Kind::Text]),
    taxonomy("keywords", Kind::Tags, "Words for search engines.").also(&[Kind::Text]),
    taxonomy("series", Kind::Text, "The series that the post is part of.").also(&[Kind::Tags]),
    common("image", Kind::Image, "The main picture, also in previews of links.")
        .aliases(&["cover", "thumbnail", "featuredImage", "featured_image", "heroImage"])
        .also(&[Kind::Object]),
    common("draft", Kind::Switch, "Marks a post that is not ready to be published.").default("false"),
    common("published", Kind::Switch, "Switched off, the post is hidden.")
        .also(&[Kind::DateTime, Kind::Date]),
    more("slug", Kind::Slug, "The last part of the post's address."),
    more("permalink", Kind::Text, "The whole path of the post's address."),
    more("aliases", Kind::List, "Old addresses that should lead to this post.").aliases(&["redirect_from"]),
    more("canonical_url", Kind::Url, "The address that search engines should list for this content.")
        .aliases(&["canonicalURL", "canonical"]),
    more("layout", Kind::Text, "The layout around the content."),
    more("lang", Kind::Text, "The language of the post, such as en or pt-BR.")
        .aliases(&["language", "locale"]),
    more("weight", Kind::Number, "The place in lists: light posts come first."),
];
