//! Owns the rule `bare-url`.

use crate::rule::rule;
use crate::rules::html_tags;
use crate::{Context, Fix, Kind};
use foreword_core::dialects::Linkify;
use foreword_core::linkify::BareKind;
use foreword_core::{Edit, Span};

rule! {
    /// A web or e-mail address stands in the text as it is.
    ///
    /// **Why.** Some generators make a link of it and others do not, and where it ends is guesswork: the full
    /// stop after it, or the bracket around it, may become part of the link. A link with words says where it
    /// leads. In posts of a site that is known to make the link, nothing is said.
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
    /// The code is [on the project's page](https://example.org/code), or write to <editor@example.org>. An address such
    /// as <code>https://example.org/NAME</code> leads nowhere, and lint@1.2.0 is no address.
    /// ````
    ///
    /// **Fix.** Puts the address between `<` and `>`, which every generator makes a link of.
    ///
    /// **Source.** markdownlint MD034; CommonMark 0.31.2, section 6.5.
    BARE_URL { id: "bare-url", aliases: ["MD034"], group: Markdown, severity: Info, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let document = cx.document;
    let dialect = document.choice.dialect;
    let is_known = !cx.is_strict() && dialect.id != "generic";
    if is_known && document.settings.linkify != Linkify::Off {
        return;
    }
    let who = if is_known {
        format!("{} does not make", dialect.name)
    } else {
        "Not every generator makes".to_owned()
    };
    let tags = elements(cx);
    for link in &document.bare_links {
        let after = tags.partition_point(|tag| tag.start <= link.span.start);
        if after.checked_sub(1).and_then(|at| tags.get(at)).is_some_and(|tag| tag.contains(link.span.start)) {
            // The text of `<a>` or `<code>`, where no address should become a link.
            continue;
        }
        let before = document.source.get(..link.span.start).unwrap_or("");
        if before.ends_with("](") {
            // The destination of a link that is broken, for instance by a space in it: another fault than this.
            continue;
        }
        let address = link.span.slice(document.source);
        let (_, host) = address.rsplit_once('@').unwrap_or_default();
        if link.kind == BareKind::Email && !host.ends_with(|c: char| c.is_ascii_alphabetic()) {
            // A package and its version, such as `lint@1.2.0`.
            continue;
        }
        let what = if link.kind == BareKind::Email { "e-mail address" } else { "address" };
        // `<www.example.org>` is no autolink: it needs the scheme.
        let before = if link.kind == BareKind::Www { "https://" } else { "" };
        let edit = Edit::replace(link.span, format!("<{before}{address}>"));
        let fix = Fix { title: "Make it a link".to_owned(), safe: before.is_empty(), edits: vec![edit] };
        // Between `<` and `>`, a name of a machine has no underscores.
        let stays = link.kind == BareKind::Email && host.contains('_');
        cx.report(
            link.span,
            format!("{who} this {what} a link."),
            if stays { Vec::new() } else { vec![fix] },
        );
    }
}

/// How many elements may be open in a line of text; more are not looked at.
const DEEPEST: usize = 20;

/// The elements of raw HTML in lines of text, the outermost ones, in order.
fn elements(cx: &Context<'_, '_>) -> Vec<Span> {
    let source = cx.source();
    let mut found: Vec<Span> = Vec::new();
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut around = None;
    for element in cx.facts.all(Kind::InlineHtml) {
        if around != Some(element.parent) {
            around = Some(element.parent);
            open.clear();
        }
        html_tags::each(element.span.slice(source), element.span.start, |tag| {
            if !tag.closes {
                open.push((tag.name, tag.span.start));
            } else if let Some(back) = open.iter().rev().take(DEEPEST).position(|(name, _)| *name == tag.name)
            {
                open.truncate(open.len() - back);
                let start = open.pop().map_or(tag.span.start, |(_, start)| start);
                while found.last().is_some_and(|inner| inner.start >= start) {
                    found.pop();
                }
                found.push(Span::new(start, tag.span.end));
            }
        });
    }
    found.sort_unstable();
    found
}
