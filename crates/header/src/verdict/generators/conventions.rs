//! Owns the generators where the site's own code decides: Astro, Gatsby, and none in particular.

use crate::verdict::case::{Case, Outcome};

/// Astro: the collection's schema and the pages' queries decide (<https://docs.astro.build/en/guides/content-collections/>).
pub(super) fn astro(case: &mut Case<'_>, outcome: &mut Outcome) {
    hidden(case, outcome);
    dates_that_do_not_wait(case, &["pubDate", "publishDate", "date", "pubDatetime"]);
}

/// Gatsby: the queries of `gatsby-node.js` and the templates decide.
pub(super) fn gatsby(case: &mut Case<'_>, outcome: &mut Outcome) {
    hidden(case, outcome);
    dates_that_do_not_wait(case, &["date"]);
}

/// What most generators do.
pub(super) fn generic(case: &mut Case<'_>, outcome: &mut Outcome) {
    hidden(case, outcome);
    if let Some(dated) = case.date(&["publishDate", "pubDate", "published", "date"]) {
        case.wait_for(&dated, outcome);
        case.zone_trap(&dated);
        case.file_name_trap(&dated);
        if outcome.from.is_some() {
            outcome.certain = false;
            case.because("Some generators keep it back until then, others publish it at once.", None);
        }
    }
    let until = case.date(&["expiryDate", "unpublishdate"]);
    if let Some(until) = until.filter(|until| until.instant < case.at.now) {
        let message = format!("Its `{}` has passed, which some generators heed.", until.entry.key);
        case.because(&message, Some(until.entry.value.span));
        outcome.certain = false;
    }
}

fn hidden(case: &mut Case<'_>, outcome: &mut Outcome) {
    let draft = case.switch(&["draft"]).filter(|(draft, _)| *draft);
    let unpublished = case.switch(&["published"]).filter(|(published, _)| !published);
    let Some((_, entry)) = draft.or(unpublished) else {
        return;
    };
    let span = Some(entry.value.span);
    if case.at.site.build_drafts {
        case.because("It is a draft, and the site builds drafts.", span);
        return;
    }
    outcome.hidden = true;
    outcome.certain = false;
    let message = format!(
        "`{}` marks it as a draft; {} hides it if its code asks for that key.",
        entry.key,
        owner(case)
    );
    case.because(&message, span);
}

fn owner(case: &Case<'_>) -> String {
    match case.name() {
        name @ ("Astro" | "Gatsby") => format!("your {name} site"),
        name => name.to_owned(),
    }
}

fn dates_that_do_not_wait(case: &mut Case<'_>, keys: &[&str]) {
    if let Some(dated) = case.date(keys) {
        case.future_trap(&dated);
        case.zone_trap(&dated);
    }
}
