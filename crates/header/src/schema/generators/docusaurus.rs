//! Owns Docusaurus's keys of blog posts
//! (<https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#markdown-front-matter>) and of docs
//! (<https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter>).

use super::{CustomKeys, Generator, Key, Kind, common, dates, lies_in, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "docusaurus",
    custom_keys: CustomKeys::TopLevel,
    ignores_case: false,
    dates: "YYYY-MM-DD",
    tables: |file_name| {
        if lies_in(file_name, "blog") {
            &[SHARED, BLOG]
        } else if lies_in(file_name, "docs") {
            &[SHARED, DOCS]
        } else {
            &[SHARED, BLOG, DOCS]
        }
    },
};

const SHARED: &[Key] = &[
    more("id", Kind::Text, "The identifier of the page, in place of its path."),
    common("title", Kind::Text, "The title, in place of the first heading."),
    common("description", Kind::LongText, "What the page is about, in place of the first line of the text."),
    common("slug", Kind::Slug, "The address of the page, in place of its path; it may start with a slash."),
    taxonomy("tags", Kind::Tags, "The tags under which the page is listed.")
        .also(&[Kind::ObjectList])
        .fields(TAG),
    taxonomy("keywords", Kind::Tags, "Words for search engines."),
    common("image", Kind::Image, "The picture in previews of links."),
    common("draft", Kind::Switch, "A draft is built only while you develop.").default("false"),
    more("unlisted", Kind::Switch, "The page is built, but lists and the sitemap leave it out.")
        .default("false"),
    dates(
        "last_update",
        Kind::Object,
        "When and by whom the page was last changed, in place of what git says.",
    )
    .fields(LAST_UPDATE),
    more("hide_table_of_contents", Kind::Switch, "Hides the table of contents at the side.").default("false"),
    more("toc_min_heading_level", Kind::Number, "The highest heading in the table of contents, from 2 to 6.")
        .default("2"),
    more("toc_max_heading_level", Kind::Number, "The lowest heading in the table of contents, from 2 to 6.")
        .default("3"),
];

const BLOG: &[Key] = &[
    dates("date", Kind::DateTime, "When the post was published, in place of the date in its file name."),
    common("authors", Kind::Tags, "Who wrote it: keys of the site's authors, or their names and pages.")
        .also(&[Kind::Text, Kind::Object, Kind::ObjectList])
        .fields(AUTHOR),
    more("author", Kind::Text, "The author's name in old posts; authors has taken its place."),
    more("author_title", Kind::Text, "The author's role in old posts; authors has taken its place.")
        .aliases(&["authorTitle"]),
    more("author_url", Kind::Url, "The author's page in old posts; authors has taken its place.")
        .aliases(&["authorURL"]),
    more("author_image_url", Kind::Image, "The author's portrait in old posts; authors has taken its place.")
        .aliases(&["authorImageURL"]),
];

const DOCS: &[Key] = &[
    common("sidebar_position", Kind::Number, "The place in the sidebar: low numbers come first."),
    more("sidebar_label", Kind::Text, "The text in the sidebar, in place of the title."),
    more("sidebar_class_name", Kind::Text, "A style class for the entry in the sidebar."),
    more("sidebar_custom_props", Kind::Object, "Values of your own for the entry in the sidebar."),
    more("displayed_sidebar", Kind::Text, "The sidebar to show beside the page.").also(&[Kind::Raw]),
    more("hide_title", Kind::Switch, "Hides the title at the top of the page.").default("false"),
    more("pagination_label", Kind::Text, "The text of links from the page before and after."),
    more("pagination_next", Kind::Relation, "The page that comes next; null for none."),
    more("pagination_prev", Kind::Relation, "The page that comes before; null for none."),
    more(
        "parse_number_prefixes",
        Kind::Switch,
        "Whether a number at the start of the file name is an order.",
    ),
    more("custom_edit_url", Kind::Url, "Where the page can be edited; null hides the link."),
];

const TAG: &[Key] = &[
    more("label", Kind::Text, "The text to show."),
    more("permalink", Kind::Text, "The last part of the tag's address."),
];

const LAST_UPDATE: &[Key] = &[
    dates("date", Kind::DateTime, "When the page was last changed."),
    more("author", Kind::Text, "Who changed it last."),
];

const AUTHOR: &[Key] = &[
    more("key", Kind::Text, "An author from the site's list, whose details these lines change."),
    more("name", Kind::Text, "The name to show."),
    more("title", Kind::Text, "The author's role."),
    more("url", Kind::Url, "A page about the author."),
    more("image_url", Kind::Image, "A portrait."),
    more("email", Kind::Email, "The author's e-mail address."),
    more("socials", Kind::Object, "The author's user names elsewhere."),
];
