//! Owns the rule `unsupported-front-matter`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::front_matter::{Format, convert};
use foreword_core::verdict::TrapKind;

rule! {
    /// The front matter is in a language that Jekyll does not read.
    ///
    /// **Why.** Jekyll reads only YAML between `---` lines. It takes anything else for text and publishes it.
    ///
    /// ````md bad jekyll
    /// +++
    /// title = "Three days in Lisbon"
    /// +++
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good jekyll
    /// ---
    /// title: Three days in Lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Writes the front matter as YAML.
    ///
    /// **Source.** Jekyll's documentation, Front Matter.
    UNSUPPORTED_FRONT_MATTER { id: "unsupported-front-matter", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    for trap in cx.header().traps(TrapKind::Format) {
        let edits = convert(cx.source(), Format::Yaml).ok();
        let fix = edits.map(|edits| Fix::suggested("Write it as YAML", edits));
        cx.report(trap.span, trap.message.clone(), fix.into_iter().collect());
    }
}
