//! Owns the rule `bare-url`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;
use foreword_core::linkify::BareKind;

rule! {
    /// A web or e-mail address stands in the text as it is.
    ///
    /// **Why.** Some generators make a link of it and others do not, and where it ends is guesswork: the full
    /// stop after it, or the bracket around it, may become part of the link. A link with words says where it
    /// leads.
    ///
    /// ````md bad
    /// The code is at https://example.org/code.
    /// ````
    ///
    /// ````md bad
    /// Write to editor@example.org
    /// ````
    ///
    /// ````md good
    /// The code is [on the project's page](https://example.org/code), or write to <editor@example.org>.
    /// ````
    ///
    /// **Fix.** Puts the address between `<` and `>`, which every generator makes a link of.
    ///
    /// **Source.** markdownlint MD034; CommonMark 0.31.2, section 6.5.
    BARE_URL { id: "bare-url", aliases: ["MD034"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    for link in &document.bare_links {
        let before = document.source.get(..link.span.start).unwrap_or("");
        if before.ends_with("](") {
            // The destination of a link that is broken, for instance by a space in it: another fault than this.
            continue;
        }
        let address = link.span.slice(document.source);
        let (message, before) = match link.kind {
            BareKind::Email => ("Not every generator makes this e-mail address a link.", ""),
            BareKind::Url => ("Not every generator makes this address a link.", ""),
            // `<www.example.org>` is no autolink: it needs the scheme.
            BareKind::Www => ("Not every generator makes this address a link.", "https://"),
        };
        let edit = Edit::replace(link.span, format!("<{before}{address}>"));
        cx.report(link.span, message, vec![Fix { title: "Make it a link".to_owned(), safe: before.is_empty(), edits: vec![edit] }]);
    }
}
