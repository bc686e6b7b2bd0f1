//! Owns the rule `inline-html`.

use crate::rule::rule;
use crate::rules::html_tags;
use crate::{Context, Kind};

rule! {
    /// The post has a tag of raw HTML.
    ///
    /// **Why.** A site may want its posts in Markdown alone: tags do not follow when the site's design changes,
    /// and feeds and mail readers drop some of them. Most sites are fine with tags, so this speaks of a site's posts
    /// only when you ask for it; of texts for GitHub or for no site in particular it always does.
    ///
    /// ````md bad
    /// Press <kbd>Esc</kbd> to leave.
    /// ````
    ///
    /// ````md bad
    /// <div class="note">
    ///
    /// Bring a coat.
    ///
    /// </div>
    /// ````
    ///
    /// ````md good allowed_elements=kbd
    /// Press <kbd>Esc</kbd> to leave.
    /// ````
    ///
    /// **Source.** markdownlint MD033.
    INLINE_HTML {
        id: "inline-html",
        aliases: ["MD033"],
        group: Markdown,
        severity: Info,
        choices: [
            "allowed_elements" = "": "Elements that are fine, separated by commas.",
            "table_allowed_elements" = "": "Elements that are fine in tables; the same as elsewhere when empty.",
        ],
        check: check,
    }
}

fn check(cx: &mut Context<'_, '_>) {
    if !cx.is_strict() {
        return;
    }
    let allowed: Vec<&str> = cx.words("allowed_elements").collect();
    let own: Vec<&str> = cx.words("table_allowed_elements").collect();
    let in_tables = if own.is_empty() { &allowed } else { &own };
    let tables: Vec<_> = cx.facts.all(Kind::Table).map(|table| table.span).collect();
    let mut found = Vec::new();
    html_tags::of_post(cx, |tag| {
        let after = tables.partition_point(|table| table.start <= tag.span.start);
        let table = after.checked_sub(1).and_then(|at| tables.get(at));
        let is_in_table = table.is_some_and(|table| table.contains(tag.span.start));
        let allowed = if is_in_table { in_tables } else { &allowed };
        if !tag.closes && !allowed.iter().any(|name| name.eq_ignore_ascii_case(tag.name)) {
            found.push(tag);
        }
    });
    for tag in found {
        cx.report(tag.span, format!("This is raw HTML: “{}”.", tag.name), Vec::new());
    }
}
