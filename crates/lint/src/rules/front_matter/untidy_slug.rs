//! Owns the rule `untidy-slug`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::{Data, Operation, Value};
use foreword_core::schema::Kind;

rule! {
    /// The slug has spaces, capitals, a slash at its start or a full stop at its end.
    ///
    /// **Why.** It becomes a part of the post's address. Spaces turn into `%20`, capitals make two addresses of
    /// one, and a full stop at the end is lost when somebody shares the address in a sentence.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// slug: three-days-in-lisbon.
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// slug: Three days in Lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// slug: /three-days-in-lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// slug: three-days-in-lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Writes the slug in small letters with hyphens. A post that is published already gets another address
    /// by that, so keep the old one as an alias.
    ///
    /// **Source.** Google Search Central, URL structure; RFC 3986, sections 2.1 and 6.2.2.1.
    UNTIDY_SLUG { id: "untidy-slug", group: FrontMatter, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    // In Docusaurus and Gatsby, and on some sites of others, it is the whole path.
    let is_one_part = matches!(cx.header().generator.id, "hugo" | "zola" | "astro");
    // These write addresses in small letters by themselves.
    let makes_small = matches!(cx.header().generator.id, "hugo" | "zola");
    for known in cx.entries() {
        let Value::String(text) = &known.entry.value.value else { continue };
        if known.field.is_none_or(|field| field.kind != Kind::Slug) || text.trim().is_empty() {
            continue;
        }
        let mut faults = Vec::new();
        if is_one_part && text.starts_with('/') {
            faults.push("begins with a slash");
        }
        if text.trim().contains(char::is_whitespace) {
            faults.push("has spaces in it");
        }
        if !makes_small && text.chars().any(char::is_uppercase) {
            faults.push("has capitals in it");
        }
        if text.trim_end().ends_with('.') {
            faults.push("ends with a full stop");
        }
        let Some((last, first)) = faults.split_last() else { continue };
        let said =
            if first.is_empty() { (*last).to_owned() } else { format!("{} and {last}", first.join(", ")) };
        let words: Vec<&str> = text.split_whitespace().collect();
        let tidy = words.join("-").to_lowercase();
        let tidy = tidy.trim_end_matches('.');
        let tidy = if is_one_part { tidy.trim_start_matches('/') } else { tidy };
        let set = Operation::Set(Data::String(tidy.to_owned()));
        let fixes = cx.change(format!("Write {tidy}"), &known.path, &set);
        cx.report(known.entry.value.span, format!("The slug “{text}” {said}."), fixes);
    }
}
