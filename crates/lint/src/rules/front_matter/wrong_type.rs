//! Owns the rule `wrong-type`.

use crate::Context;
use crate::rule::rule;
use foreword_core::Span;
use foreword_core::schema::About;
use foreword_core::verdict::TrapKind;

rule! {
    /// A value of the front matter is not of the kind that its key takes.
    ///
    /// **Why.** Text where a switch or a number belongs is taken for something else or stops the build: to some
    /// generators `draft: "false"` is a draft.
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// weight: "3"
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad jekyll
    /// ---
    /// title: Three days in Lisbon
    /// published: "false"
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// aliases: /lisbon/
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good hugo
    /// ---
    /// title: Three days in Lisbon
    /// weight: 3
    /// aliases: [/lisbon/]
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good jekyll
    /// ---
    /// title: Three days in Lisbon
    /// author: [ann, bea]
    /// comments: yes
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Writes the value as the kind that is expected, where it can be read as one.
    ///
    /// **Source.** The front matter pages of Hugo, Jekyll, Eleventy, Astro, Zola, Docusaurus and Gatsby.
    WRONG_TYPE { id: "wrong-type", group: FrontMatter, severity: Warning, check: check }
}

/// Keys whose text the generator itself reads. What themes make of the others, nobody knows: `author` may be a list.
const READ_AS_TEXT: [&str; 7] = ["title", "linkTitle", "description", "slug", "permalink", "url", "template"];

fn check(cx: &mut Context<'_, '_>) {
    let header = cx.header();
    let mut said: Vec<Span> = Vec::new();
    // That Jekyll publishes a draft all the same is said by a rule of its own.
    said.extend(header.traps(TrapKind::Draft).map(|trap| trap.span));
    for trap in header.traps(TrapKind::Type) {
        if !said.contains(&trap.span) && !is_switch(cx, trap.span) {
            cx.report_trap(trap, false);
        }
        said.push(trap.span);
    }
    for noted in header.findings().filter(|noted| !said.contains(&noted.value_span)) {
        let message = match noted.finding.about {
            // Dates have a rule of their own.
            About::Kind("A date") => continue,
            About::Kind("Text") if !READ_AS_TEXT.iter().any(|key| key.eq_ignore_ascii_case(&noted.key)) => {
                continue;
            }
            About::Kind(_) if is_switch(cx, noted.value_span) => continue,
            About::Kind(expected) => format!("{expected} belongs under `{}`.", noted.key),
            About::Choice => noted.finding.message.clone(),
            _ => continue,
        };
        let fixes = cx.schema_fix(noted.finding.fix.as_ref());
        cx.report(noted.value_span, message, fixes);
    }
}

/// True for a word that is `true` or `false` to Jekyll, by YAML's older rules.
fn is_switch(cx: &Context<'_, '_>, span: Span) -> bool {
    let word = span.slice(cx.source()).to_ascii_lowercase();
    cx.header().generator.id == "jekyll" && matches!(word.as_str(), "yes" | "no" | "on" | "off")
}
