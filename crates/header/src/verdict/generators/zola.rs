//! Owns Zola's rules (<https://www.getzola.org/documentation/content/page/#front-matter>). It never waits for a date.

use crate::front_matter::Value;
use crate::verdict::case::{Case, Outcome};

pub(super) fn judge(case: &mut Case<'_>, outcome: &mut Outcome) {
    if let Some((true, entry)) = case.switch(&["draft"]) {
        case.draft(entry, outcome);
    }
    if let Some(entry) = case.entry(&["render"])
        && entry.value.value == Value::Bool(false)
    {
        outcome.hidden = true;
        case.because("`render` is `false`, so Zola makes no page of it.", Some(entry.value.span));
    }
    let is_section = case.file.stem() == "_index";
    match case.date(&["date"]) {
        Some(dated) => {
            case.quoted_date_trap(&dated);
            case.future_trap(&dated);
            case.file_name_trap(&dated);
        }
        None if is_section || case.stopped || case.file.date().is_some() => {}
        None => case.because("It has no date, so lists that are sorted by date leave it out.", None),
    }
}
