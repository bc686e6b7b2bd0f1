//! Owns Hugo's keys (<https://gohugo.io/content-management/front-matter/#fields>), the aliases of its dates
//! (<https://gohugo.io/configuration/front-matter/>) and the parts of its maps
//! (<https://gohugo.io/content-management/build-options/>, <https://gohugo.io/content-management/page-resources/>,
//! <https://gohugo.io/content-management/menus/>, <https://gohugo.io/configuration/sitemap/>).

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "hugo",
    custom_keys: CustomKeys::Under("params"),
    ignores_case: true,
    dates: "YYYY-MM-DDTHH:mm:ss±hh:mm",
    tables: |_| &[KEYS],
};

const KEYS: &[Key] = &[
    common("title", Kind::Text, "The title of the page."),
    more("linkTitle", Kind::Text, "A shorter title, used where other pages link to this one."),
    dates("date", Kind::DateTime, "The date of the page; lists are usually sorted by it."),
    dates("publishDate", Kind::DateTime, "The page is left out of the site until this moment.")
        .aliases(&["pubdate", "published"]),
    dates("lastmod", Kind::DateTime, "When the content was last changed.").aliases(&["modified"]),
    dates("expiryDate", Kind::DateTime, "From this moment on the page is left out of the site.")
        .aliases(&["unpublishdate"]),
    common("draft", Kind::Switch, "A draft is left out of the site unless Hugo is told to build drafts.")
        .default("false"),
    common(
        "description",
        Kind::LongText,
        "What the page is about, for search engines and previews of links.",
    ),
    common(
        "summary",
        Kind::Markdown,
        "The teaser in lists, in place of the one that Hugo takes from the text.",
    ),
    taxonomy("keywords", Kind::Tags, "Words for search engines and for related content."),
    taxonomy("tags", Kind::Tags, "The tags under which the page is listed.").also(&[Kind::Text]),
    taxonomy("categories", Kind::Tags, "The categories under which the page is listed.").also(&[Kind::Text]),
    taxonomy("series", Kind::Tags, "The series that the page is part of, on sites that have series.")
        .also(&[Kind::Text]),
    more("slug", Kind::Slug, "The last part of the page's address, in place of its file name."),
    more("url", Kind::Text, "The whole path of the page's address."),
    more("aliases", Kind::List, "Old addresses that should lead to this page."),
    more("weight", Kind::Number, "The place in lists: light pages come first."),
    more("type", Kind::Text, "The content type, which decides on templates, in place of the section's name."),
    more("layout", Kind::Text, "The name of the template to use."),
    more("markup", Kind::Text, "The language of the content, where the file name does not tell it."),
    more("outputs", Kind::List, "The output formats to build, such as html or rss."),
    more("menus", Kind::List, "The menus that the page appears in.")
        .aliases(&["menu"])
        .also(&[Kind::Text, Kind::Object]),
    more("params", Kind::Object, "Keys of your own, for the theme and your templates."),
    more("resources", Kind::ObjectList, "Names, titles and parameters for the files beside the page.")
        .fields(RESOURCE),
    more("cascade", Kind::ObjectList, "Values that the pages below this one inherit.").also(&[Kind::Object]),
    more("build", Kind::Object, "Whether to render, list and publish the page and its files.").fields(BUILD),
    more("headless", Kind::Switch, "The page is neither rendered nor listed; other pages use its files.")
        .default("false"),
    more("isCJKLanguage", Kind::Switch, "Counts words as is right for Chinese, Japanese and Korean."),
    more("sitemap", Kind::Object, "How the page appears in the sitemap.").fields(SITEMAP),
    more("translationKey", Kind::Text, "Pages that share it are translations of one another."),
    more("sites", Kind::Object, "The languages, roles and versions of the site that the page is for.")
        .fields(SITES),
];

const RESOURCE: &[Key] = &[
    more("src", Kind::Text, "The file, or a pattern for several files."),
    more("name", Kind::Text, "A name by which templates find the file."),
    more("title", Kind::Text, "A title for the file."),
    more("params", Kind::Object, "Keys of your own for the file."),
];

const BUILD: &[Key] = &[
    more("list", Kind::Choice, "Whether lists of pages include it.")
        .choices(&["always", "never", "local"])
        .also(&[Kind::Switch])
        .default("always"),
    more("render", Kind::Choice, "Whether it gets a page of its own.")
        .choices(&["always", "never", "link"])
        .also(&[Kind::Switch])
        .default("always"),
    more("publishResources", Kind::Switch, "Whether the files beside it are published.").default("true"),
];

const SITEMAP: &[Key] = &[
    more("disable", Kind::Switch, "Leaves the page out of the sitemap.").default("false"),
    more("changefreq", Kind::Choice, "How often the page is likely to change.")
        .choices(&["always", "hourly", "daily", "weekly", "monthly", "yearly", "never"]),
    more("priority", Kind::Number, "How the page ranks among those of the site, from 0 to 1."),
];

const SITES: &[Key] = &[
    more("matrix", Kind::Object, "The languages, roles and versions that get this page."),
    more("complements", Kind::Object, "Those that show this page where they have none of their own."),
];
