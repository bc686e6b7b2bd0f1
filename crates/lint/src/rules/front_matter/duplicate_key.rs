//! Owns the rule `duplicate-key`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::front_matter::{Data, Entry, Format, FrontMatter};
use foreword_core::{Edit, Span, span};

rule! {
    /// A key stands in the front matter twice.
    ///
    /// **Why.** Some generators stop at it, the others take one of the two values, and not all the same one.
    ///
    /// ````md bad
    /// ---
    /// title: Three days in Lisbon
    /// draft: true
    /// title: A weekend in Lisbon
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md bad
    /// +++
    /// title = "Three days in Lisbon"
    /// weight = 3
    /// weight = 3
    /// +++
    ///
    /// It was warm for March.
    /// ````
    ///
    /// ````md good
    /// ---
    /// title: Three days in Lisbon
    /// subtitle: A weekend and a Friday
    /// ---
    ///
    /// It was warm for March.
    /// ````
    ///
    /// **Fix.** Removes one of the two; where both say the same, the second.
    ///
    /// **Source.** YAML 1.2.2, section 3.2.1.3; TOML 1.0.0, Keys.
    DUPLICATE_KEY { id: "duplicate-key", group: FrontMatter, severity: Error, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = &cx.document.front_matter else { return };
    for problem in header.problems.iter().filter(|problem| problem.is_repeated_key()) {
        let fixes = fixes(cx.source(), header, problem.span);
        cx.report(problem.span, problem.message.clone(), fixes);
    }
}

fn fixes(source: &str, header: &FrontMatter, repeated: Span) -> Vec<Fix> {
    let Some(second) = header.entries.iter().find(|entry| entry.key_span == repeated) else {
        return Vec::new();
    };
    let Some(first) = header.entries.iter().find(|entry| entry.key == second.key) else {
        return Vec::new();
    };
    let edit = |entry| removal(source, header, entry);
    if Data::from(&first.value) == Data::from(&second.value) {
        let same = edit(second).map(|edit| Fix::safe("Remove the second, which says the same", vec![edit]));
        return same.into_iter().collect();
    }
    let remove = |title: &str, entry| edit(entry).map(|edit| Fix::suggested(title, vec![edit]));
    [remove("Keep the first", second), remove("Keep the second", first)].into_iter().flatten().collect()
}

/// Takes the lines of an entry away, where nothing else stands on them.
fn removal(source: &str, header: &FrontMatter, entry: &Entry) -> Option<Edit> {
    let start = entry.key_span.start;
    let begins = source.get(..start)?.ends_with(['\n', '\r']);
    if header.format == Format::Json || !begins {
        return None;
    }
    let end = entry.value.span.end;
    let line = source.get(end..)?.find('\n').map_or(source.len(), |at| end + at + 1);
    let edit = Edit::replace(Span::new(start, line), "");
    let after = FrontMatter::read(&span::apply(source, std::slice::from_ref(&edit)))?;
    (after.problems.len() < header.problems.len() && after.entries.len() + 1 == header.entries.len())
        .then_some(edit)
}
