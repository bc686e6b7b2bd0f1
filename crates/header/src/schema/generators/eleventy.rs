//! Owns Eleventy's keys (<https://www.11ty.dev/docs/data-configuration/>, <https://www.11ty.dev/docs/dates/>,
//! <https://www.11ty.dev/docs/plugins/navigation/>) and those of its starter blog.

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "eleventy",
    custom_keys: CustomKeys::TopLevel,
    ignores_case: false,
    dates: "YYYY-MM-DD",
    tables: |_| &[KEYS],
};

const KEYS: &[Key] = &[
    common("title", Kind::Text, "The title of the page."),
    common("description", Kind::LongText, "What the page is about, for search engines and lists."),
    dates("date", Kind::DateTime, "The date of the page, or Created, Last Modified or the same after git.")
        .also(&[Kind::Text]),
    common("draft", Kind::Switch, "Marks a draft, on sites that are set up to leave drafts out."),
    taxonomy("tags", Kind::Tags, "The collections that the page is part of.").also(&[Kind::Text]),
    common("layout", Kind::Text, "The layout around the content, a file among the includes."),
    common("permalink", Kind::Text, "Where the page is written; switched off, it is not written at all.")
        .also(&[Kind::Switch, Kind::Object]),
    more("eleventyNavigation", Kind::Object, "The place of the page in the site's navigation.")
        .fields(NAVIGATION),
    more("eleventyExcludeFromCollections", Kind::Switch, "Keeps the page out of all collections.")
        .also(&[Kind::List])
        .default("false"),
    more("pagination", Kind::Object, "Makes several pages of one, from a list of data.").fields(PAGINATION),
    more("eleventyComputed", Kind::Object, "Values that are computed from other values."),
    more("eleventyImport", Kind::Object, "What must be built before this page.").fields(IMPORT),
    more("eleventyDataSchema", Kind::Raw, "A check of the page's data, written in JavaScript."),
    more(
        "templateEngineOverride",
        Kind::Text,
        "The template languages of the file, in place of its extension's.",
    ),
    more("dynamicPermalink", Kind::Switch, "Whether the permalink may hold template code.").default("true"),
    more("permalinkBypassOutputDir", Kind::Switch, "Writes the page outside of the output folder.")
        .default("false"),
];

const NAVIGATION: &[Key] = &[
    more("key", Kind::Text, "A name by which other entries refer to this one."),
    more("parent", Kind::Text, "The key of the entry above."),
    more("order", Kind::Number, "The place among its siblings."),
    more("title", Kind::Text, "The text to show, in place of the key."),
    more("url", Kind::Text, "The address, in place of the page's own."),
];

const PAGINATION: &[Key] = &[
    more("data", Kind::Text, "The list to take items from."),
    more("size", Kind::Number, "How many items go on a page."),
    more("alias", Kind::Text, "The name under which templates find the items."),
    more("reverse", Kind::Switch, "Starts with the last item.").default("false"),
];

const IMPORT: &[Key] = &[more("collections", Kind::List, "The collections that this page makes use of.")];
