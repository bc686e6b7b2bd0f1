//! Owns Jekyll's rules (<https://jekyllrb.com/docs/posts/>, <https://jekyllrb.com/docs/front-matter/>).

use crate::front_matter::Format;
use crate::span::Span;
use crate::verdict::TrapKind;
use crate::verdict::case::{Case, Outcome};
use crate::verdict::date::iso_day;
use crate::verdict::wording::local;

pub(super) fn judge(case: &mut Case<'_>, outcome: &mut Outcome) {
    let span = case.header.map(|header| header.open);
    if let Some(span) = span.filter(|_| case.format() != Format::Yaml) {
        case.trap(
            TrapKind::Format,
            "Jekyll reads only YAML between `---` lines; it takes this header for text.",
            span,
            None,
        );
        return;
    }
    let in_drafts = case.file.is_in("_drafts");
    let in_posts = case.file.is_in("_posts");
    if let Some((false, entry)) = case.switch(&["published"]) {
        outcome.hidden = true;
        case.because("`published` is off.", Some(entry.value.span));
    }
    if in_drafts && case.at.site.build_drafts {
        case.because("It lies in `_drafts`, and the site builds drafts.", None);
    } else if in_drafts {
        outcome.hidden = true;
        case.because("It lies in `_drafts`.", None);
    } else if in_posts && case.file.date().is_none() {
        outcome.hidden = true;
        case.because("Jekyll skips a file in `_posts` whose name does not begin with a date.", None);
    }
    if let Some((true, entry)) = case.switch(&["draft"]) {
        let message = "Jekyll does not hide a post for `draft`; `published: false` does that.";
        case.trap(TrapKind::Draft, message, entry.value.span, None);
    }
    name_trap(case);
    let dated = case.date(&["date"]);
    // A page outside the collections is built whatever its date; of a bare file name nobody knows.
    let waits = !case.file.has_folder() || case.file.any_part_begins_with('_');
    match dated {
        Some(dated) if waits => {
            case.wait_for(&dated, outcome);
            case.zone_trap(&dated);
        }
        Some(dated) => case.future_trap(&dated),
        None if case.stopped => {}
        None => {
            if let Some(day) = case.file.date().filter(|_| waits && !in_drafts) {
                case.wait_for_file_name(&day, outcome);
            }
        }
    }
    if let Some(dated) = dated {
        case.file_name_trap(&dated);
    }
}

/// A name that `_posts` would not take.
fn name_trap(case: &mut Case<'_>) {
    let is_post = case.file.is_in("_posts") || !case.file.has_folder();
    if case.file.is_unknown() || !is_post || case.file.date().is_some() {
        return;
    }
    let name = case.file.name();
    let today = iso_day(local(case.at.now, case.at.viewer_zone));
    let message = format!("In `_posts`, `{name}` needs a name like `{today}-{name}`.");
    case.trap(TrapKind::FileName, &message, Span::default(), None);
}
