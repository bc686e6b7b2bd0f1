//! Owns the rule `unclosed-front-matter`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;
use foreword_core::front_matter::{End, Format};

rule! {
    /// The front matter has no closing fence.
    ///
    /// **Why.** Generators either refuse such a file or publish the header as text.
    ///
    /// ````md bad
    /// ---
    /// title: A day in Paris
    /// date: 2024-03-04
    ///
    /// It rained.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: A day in Paris
    /// date: 2024-03-04
    /// ---
    ///
    /// It rained.
    /// ````
    ///
    /// **Fix.** Adds the fence after the last line that looks like front matter.
    ///
    /// **Source.** The front matter pages of Hugo, Jekyll, Eleventy and Zola: the fence is required.
    UNCLOSED_FRONT_MATTER { id: "unclosed-front-matter", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = &cx.document.front_matter else {
        return;
    };
    let End::Missing { insert_at, fence } = header.end else {
        return;
    };
    let source = cx.document.source;
    let line_end = if header.span.slice(source).contains("\r\n") { "\r\n" } else { "\n" };
    let before = source.get(..insert_at).unwrap_or("");
    let gap = if before.ends_with(['\n', '\r']) { "" } else { line_end };
    let what = if header.format == Format::Json { "brace" } else { "fence" };
    let edit = Edit::insert(insert_at, format!("{gap}{fence}{line_end}"));
    cx.report(
        header.open,
        format!("The front matter that begins here has no closing {what} `{fence}`."),
        vec![Fix::suggested(format!("Add `{fence}` after the front matter"), vec![edit])],
    );
}
