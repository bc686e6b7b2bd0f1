//! Owns the rule `invalid-date`.

use crate::Context;
use crate::rule::rule;
use foreword_core::front_matter::Value;
use foreword_core::schema::Kind;
use foreword_core::verdict::{TrapKind, read_date};

rule! {
    /// A date of the front matter is no date, or is spelt in a way that the site's generator does not understand.
    ///
    /// **Why.** Most generators stop the build at it; the others sort the post wrongly.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-02-30
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024/03/04
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad hugo
    /// ---
    /// title: Three days in Lisbon
    /// lastmod: the other day
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good hugo
    /// ---
    /// title: Three days in Lisbon
    /// date: 2024-03-04
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Where the generator only minds the spelling, writes the same date in one that it understands.
    ///
    /// **Source.** RFC 3339; the date pages of Hugo, Jekyll, Eleventy and Zola.
    INVALID_DATE { id: "invalid-date", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let mut said = Vec::new();
    // Hugo takes `published` for a switch as well; what is wrong with that is said elsewhere.
    said.extend(cx.header().traps(TrapKind::Type).map(|trap| trap.span));
    for trap in cx.header().traps(TrapKind::Date) {
        if !said.contains(&trap.span) {
            cx.report_trap(trap, true);
        }
        said.push(trap.span);
    }
    // The verdict looks only at the dates that decide when a post appears.
    for known in cx.entries() {
        let (entry, Some(field)) = (known.entry, known.field) else { continue };
        let is_date = matches!(field.kind, Kind::Date | Kind::DateTime)
            && !field.multiple
            && !field.also.iter().any(|kind| kind.is_text() || *kind == Kind::Raw);
        let (Value::String(text) | Value::Date(text)) = &entry.value.value else { continue };
        if !is_date || text.trim().is_empty() || said.contains(&entry.value.span) {
            continue;
        }
        if let Err(reason) = read_date(text) {
            let message = format!("`{}` cannot be read as a date: {reason}.", entry.key);
            cx.report(entry.value.span, message, Vec::new());
        }
    }
}
