//! Owns Hugo's rules (<https://gohugo.io/content-management/front-matter/>,
//! <https://gohugo.io/configuration/front-matter/#dates>).

use crate::front_matter::Value;
use crate::verdict::TrapKind;
use crate::verdict::case::{Case, Outcome};

/// `publishDate` and what stands in for it, in Hugo's order.
const PUBLISH_DATE: [&str; 4] = ["publishDate", "pubdate", "published", "date"];

pub(super) fn judge(case: &mut Case<'_>, outcome: &mut Outcome) {
    // `published` may be a switch or a date; as a switch it counts only without `draft`.
    let draft = match case.entry(&["draft"]) {
        Some(_) => case.switch(&["draft"]),
        None => case.switch(&["published"]).map(|(published, entry)| (!published, entry)),
    };
    if let Some((true, entry)) = draft {
        case.draft(entry, outcome);
    }
    never_rendered(case, outcome);
    let from = case.date(&PUBLISH_DATE);
    if let Some(dated) = &from {
        case.wait_for(dated, outcome);
        case.zone_trap(dated);
        case.file_name_trap(dated);
    }
    // `date` is shown and sorted by even where another key decides.
    if from.is_some_and(|dated| !dated.entry.key.eq_ignore_ascii_case("date"))
        && let Some(date) = case.date(&["date"])
    {
        case.future_trap(&date);
    }
    if let Some(until) = case.date(&["expiryDate", "unpublishdate"]) {
        let (span, when) = (until.entry.value.span, case.when(until.instant));
        let key = &until.entry.key;
        if let Some(from) = from.filter(|from| until.instant <= from.instant) {
            let message = format!("`{key}` comes before `{}`: the post would expire unseen.", from.entry.key);
            case.trap(TrapKind::Expiry, &message, span, None);
        }
        let verb = if until.instant < case.at.now { "expired" } else { "expires" };
        if case.at.site.build_expired {
            case.because(&format!("It {verb} at {when}, and the site builds expired posts."), Some(span));
        } else {
            outcome.until = Some(until.instant);
            case.because(&format!("It {verb} at {when}: `{key}`."), Some(span));
        }
        case.zone_trap(&until);
    }
    if case.file.stem() == "_index" {
        case.because("It belongs to a section, whose list Hugo makes with or without it.", None);
    }
}

/// `build.render`, and `headless` of a leaf bundle.
fn never_rendered(case: &mut Case<'_>, outcome: &mut Outcome) {
    if let Some(entry) = case.inside(&["build", "_build"], &["render"]) {
        let never = match &entry.value.value {
            Value::Bool(rendered) => !rendered,
            Value::String(text) => matches!(text.to_ascii_lowercase().as_str(), "never" | "false"),
            _ => false,
        };
        if never {
            outcome.hidden = true;
            case.because("`build.render` keeps Hugo from making a page of it.", Some(entry.value.span));
        }
    }
    if (case.file.is_unknown() || case.file.stem() == "index")
        && let Some((true, entry)) = case.switch(&["headless"])
    {
        outcome.hidden = true;
        case.because("`headless` keeps Hugo from making a page of it.", Some(entry.value.span));
    }
}
