//! Owns the rules of Docusaurus' blog (<https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog>).

use crate::verdict::case::{Case, Outcome};

pub(super) fn judge(case: &mut Case<'_>, outcome: &mut Outcome) {
    if case.file.any_part_begins_with('_') {
        outcome.hidden = true;
        case.because("Docusaurus passes over files and folders that begin with `_`.", None);
    }
    let draft = case.switch(&["draft"]).filter(|(draft, _)| *draft);
    let unlisted = case.switch(&["unlisted"]).filter(|(unlisted, _)| *unlisted);
    match (draft, unlisted) {
        (Some(_), Some((_, entry))) => {
            let message = "Docusaurus refuses a post that is both `draft` and `unlisted`.";
            case.stop(message, entry.value.span);
        }
        (Some((_, entry)), None) => case.draft(entry, outcome),
        (None, Some((_, entry))) => {
            let message = "It is published, but only who has its address finds it: `unlisted`.";
            case.because(message, Some(entry.value.span));
        }
        (None, None) => {}
    }
    if let Some(dated) = case.date(&["date"]) {
        case.future_trap(&dated);
        case.zone_trap(&dated);
        case.file_name_trap(&dated);
    }
}
