//! Owns the rule `ineffective-draft`.

use crate::rule::rule;
use crate::{Context, Fix};
use foreword_core::Edit;
use foreword_core::verdict::TrapKind;

rule! {
    /// The post is marked as a draft in a way that Jekyll does not know, so it is published.
    ///
    /// **Why.** Jekyll leaves a post out for `published: false` or because it lies in `_drafts`; for `draft: true`
    /// it does not.
    ///
    /// ````md bad jekyll
    /// ---
    /// title: Three days in Lisbon
    /// draft: true
    /// ---
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
    /// **Fix.** Writes `published: false`.
    ///
    /// **Source.** Jekyll's documentation, Front Matter: predefined variables.
    INEFFECTIVE_DRAFT { id: "ineffective-draft", group: FrontMatter, severity: Warning, check: check }
}

fn check(cx: &mut Context<'_, '_>) {
    let Some(header) = cx.front_matter() else { return };
    for trap in cx.header().traps(TrapKind::Draft) {
        let entry = header.entries.iter().find(|entry| entry.value.span == trap.span);
        let has_published = header.get(&["published"]).is_some();
        let fix = entry.filter(|_| !has_published).map(|entry| {
            let edits =
                vec![Edit::replace(entry.key_span, "published"), Edit::replace(entry.value.span, "false")];
            Fix::suggested("Write published: false", edits)
        });
        cx.report(trap.span, trap.message.clone(), fix.into_iter().collect());
    }
}
