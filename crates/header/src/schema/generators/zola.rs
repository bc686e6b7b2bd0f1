//! Owns Zola's keys of pages (<https://www.getzola.org/documentation/content/page/#front-matter>) and of sections
//! (<https://www.getzola.org/documentation/content/section/#front-matter>), which are files named `_index.md`.

use super::{CustomKeys, Generator, Key, Kind, common, dates, more, taxonomy};

pub(super) static GENERATOR: Generator = Generator {
    id: "zola",
    custom_keys: CustomKeys::Under("extra"),
    ignores_case: false,
    dates: "YYYY-MM-DD",
    tables: |file_name| {
        let last = file_name.and_then(|name| name.rsplit(['/', '\\']).next()).unwrap_or("");
        // `_index.fr.md` is the French section.
        if last.starts_with("_index.") { &[SECTION] } else { &[PAGE] }
    },
};

const TITLE: Key = common("title", Kind::Text, "The title of the page.");
const DESCRIPTION: Key = common(
    "description",
    Kind::LongText,
    "What the page is about, for search engines and previews of links.",
);
const DRAFT: Key =
    common("draft", Kind::Switch, "A draft is left out of the site unless Zola is told to build drafts.")
        .default("false");
const WEIGHT: Key =
    more("weight", Kind::Number, "The place in sections sorted by weight: light pages come first.");
const ALIASES: Key = more("aliases", Kind::List, "Old addresses that should lead to this page.");
const IN_SEARCH_INDEX: Key =
    more("in_search_index", Kind::Switch, "Whether the site's own search finds it.").default("true");
const EXTRA: Key = more("extra", Kind::Object, "Keys of your own, for the theme and your templates.");

const PAGE: &[Key] = &[
    TITLE,
    DESCRIPTION,
    dates("date", Kind::DateTime, "The date of the page, without quotes; sections are usually sorted by it."),
    dates("updated", Kind::DateTime, "When the page was last changed, without quotes."),
    DRAFT,
    more("authors", Kind::Tags, "Who wrote it; feeds name the first."),
    WEIGHT,
    more("slug", Kind::Slug, "The last part of the page's address, in place of its file name."),
    more("path", Kind::Text, "The whole path of the page's address, without a slash at the start."),
    ALIASES,
    IN_SEARCH_INDEX,
    more("render", Kind::Switch, "Switched off, the page is listed but gets no page of its own.")
        .default("true"),
    more("template", Kind::Text, "The template to use.").default("page.html"),
    taxonomy(
        "taxonomies",
        Kind::Object,
        "What the page is listed under, by the names in the site's settings.",
    )
    .fields(TAXONOMIES),
    EXTRA,
];

const TAXONOMIES: &[Key] = &[
    taxonomy("tags", Kind::Tags, "The tags under which the page is listed."),
    taxonomy("categories", Kind::Tags, "The categories under which the page is listed."),
];

const SECTION: &[Key] = &[
    TITLE,
    DESCRIPTION,
    DRAFT,
    common("sort_by", Kind::Choice, "The order of the section's pages.")
        .choices(&["date", "update_date", "title", "title_bytes", "weight", "slug", "permalink", "none"])
        .default("none"),
    WEIGHT,
    more("template", Kind::Text, "The template of the section itself.").default("section.html"),
    more("page_template", Kind::Text, "The template of the pages in the section."),
    more("paginate_by", Kind::Number, "How many pages to list at a time; 0 lists all at once.").default("0"),
    more("paginate_path", Kind::Text, "The word in the address of the list's further parts.").default("page"),
    more("paginate_reversed", Kind::Switch, "Numbers the parts of the list from the end.").default("false"),
    more("insert_anchor_links", Kind::Choice, "Where headings show a link to themselves.")
        .choices(&["left", "right", "heading", "none"])
        .default("none"),
    IN_SEARCH_INDEX,
    more("render", Kind::Switch, "Switched off, the section gets no page of its own.").default("true"),
    more("redirect_to", Kind::Text, "The address to which the section sends its visitors."),
    more("transparent", Kind::Switch, "Hands the section's pages on to the section above.").default("false"),
    ALIASES,
    more("generate_feeds", Kind::Switch, "Whether the section has feeds of its own.").default("false"),
    EXTRA,
];
