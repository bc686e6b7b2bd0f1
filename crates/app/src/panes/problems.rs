//! Owns the problems pane: the linter's findings by group, with a filter, and what can be done about many of them.

mod page;
mod row;
mod rules;

use super::counted;
use super::limit::{more, use_limit};
use super::search::search;
use crate::fixes;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Dialog, Filter, GROUPS, Lint, Msg, SEVERITIES, group_name, severity_name};
use crate::tally::class_of;
use foreword_wire::{Command, Diagnostic, LintAsk, Range16, RuleGroup, Severity};
use row::Row;
use yew::prelude::*;

pub(crate) use page::RulePageDialog;
pub(crate) use rules::Rules;

/// With fewer findings than this there is nothing to search.
const SEARCHED: usize = 6;

#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsProps {
    /// The revision that the findings count in.
    pub(crate) rev: u32,
    pub(crate) diagnostics: Shared<Vec<Diagnostic>>,
    pub(crate) lint: Lint,
    pub(crate) reveal: Callback<Range16>,
    pub(crate) send: Callback<Msg>,
}

/// The problems pane.
#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    let limit = use_limit();
    let filter = use_state_eq(Filter::default);
    let folded = use_state_eq(Vec::<RuleGroup>::new);
    if props.diagnostics.is_empty() {
        return html! {
            <>
                <div class="empty">
                    { Icon::CheckCircle.svg() }
                    <p class="empty-title">{ "No problems found" }</p>
                    <p>{ "Nothing in this post needs mending, as far as Foreword can tell." }</p>
                </div>
                { foot(props) }
            </>
        };
    }
    let shown: Vec<usize> = (0..props.diagnostics.len())
        .filter(|index| props.diagnostics.get(*index).is_some_and(|finding| filter.shows(finding)))
        .collect();
    let mut rows = *limit;
    let set = {
        let set = filter.setter();
        Callback::from(move |next: Filter| set.set(next))
    };
    html! {
        <>
            { head(props, &filter, &set, &shown) }
            if shown.is_empty() {
                <p class="quiet" role="status">{ "No problem matches the filter." }</p>
            }
            for (group, _) in GROUPS {
                { draw_group(group, &shown, &mut rows, &folded, props) }
            }
            { more(&limit, shown.len()) }
            { foot(props) }
        </>
    }
}

/// The filter, the way from one problem to the next, and the fixes that need no second look.
fn head(props: &ProblemsProps, filter: &Filter, set: &Callback<Filter>, shown: &[usize]) -> Html {
    let searched = {
        let filter = filter.clone();
        set.reform(move |words: String| Filter { search: words.to_lowercase(), ..filter.clone() })
    };
    let safe = fixes::count_safe(shown.iter().filter_map(|index| props.diagnostics.get(*index)));
    html! {
        <div class="problems-head">
            if props.diagnostics.len() >= SEARCHED || !filter.search.is_empty() {
                { search("Filter problems", &filter.search, &searched) }
            }
            <div class="problems-bar">
                <div class="problem-severities" role="group" aria-label="Show">
                    for severity in SEVERITIES {
                        { toggle(severity, props, filter, set) }
                    }
                </div>
                { step(false) }
                { step(true) }
            </div>
            if safe > 0 {
                <button type="button" class="button fix-all" onclick={fix_all(props, shown)}>
                    { Icon::Fix.svg() }
                    { format!("Fix all safe ({safe})") }
                </button>
            }
        </div>
    }
}

/// The button that shows or hides the findings of one severity.
fn toggle(severity: Severity, props: &ProblemsProps, filter: &Filter, set: &Callback<Filter>) -> Html {
    let count = props.diagnostics.iter().filter(|finding| finding.severity == severity).count();
    if count == 0 {
        return Html::default();
    }
    let (one, many) = severity_name(severity);
    let on = !filter.hidden.contains(&severity);
    let onclick = {
        let filter = filter.clone();
        set.reform(move |_: MouseEvent| filter.toggled(severity))
    };
    html! {
        <button
            type="button"
            class={classes!("chip", class_of(severity))}
            aria-pressed={if on { "true" } else { "false" }}
            {onclick}
        >
            { counted(count, one, many) }
        </button>
    }
}

fn step(forward: bool) -> Html {
    let (label, icon) = if forward {
        ("Next problem (F8)", Icon::ChevronDown)
    } else {
        ("Previous problem (Shift+F8)", Icon::ChevronUp)
    };
    html! {
        <button type="button" class="tool" aria-label={label} title={label} onclick={ask(LintAsk::Go { forward })}>
            { icon.svg() }
        </button>
    }
}

/// Those of the findings that the filter shows. The edits are only worked out when they are asked for.
fn fix_all(props: &ProblemsProps, shown: &[usize]) -> Callback<MouseEvent> {
    let (rev, diagnostics, shown) = (props.rev, props.diagnostics.clone(), shown.to_vec());
    Callback::from(move |_| {
        let edits = fixes::all_safe(shown.iter().filter_map(|index| diagnostics.get(*index)));
        kernel::run(&Command::ApplyEdits { rev, edits });
    })
}

/// Draws the findings of one group, gravest first, as many as there are rows left.
fn draw_group(
    group: RuleGroup,
    shown: &[usize],
    rows: &mut usize,
    folded: &UseStateHandle<Vec<RuleGroup>>,
    props: &ProblemsProps,
) -> Html {
    let list =
        || shown.iter().filter_map(|index| props.diagnostics.get(*index).map(|finding| (*index, finding)));
    let mut list: Vec<(usize, &Diagnostic)> = list().filter(|(_, finding)| finding.group == group).collect();
    if list.is_empty() || *rows == 0 {
        return Html::default();
    }
    list.sort_by_key(|(_, finding)| SEVERITIES.iter().position(|severity| *severity == finding.severity));
    let count = list.len();
    let open = !folded.contains(&group);
    if open {
        list.truncate(*rows);
        *rows -= list.len();
    }
    let onclick = {
        let (set, before) = (folded.setter(), (**folded).clone());
        Callback::from(move |_: MouseEvent| {
            let mut next = before.clone();
            match next.iter().position(|other| *other == group) {
                Some(at) => drop(next.remove(at)),
                None => next.push(group),
            }
            set.set(next);
        })
    };
    html! {
        <section class="problems">
            <h2>
                <button type="button" class="fold" aria-expanded={if open { "true" } else { "false" }} {onclick}>
                    { Icon::ChevronDown.svg() }
                    { group_name(group) }
                    <span class="count">{ count }</span>
                </button>
            </h2>
            if open {
                <ul role="list">
                    for (index, finding) in list {
                        <Row
                            key={index}
                            rev={props.rev}
                            {index}
                            finding={finding.clone()}
                            diagnostics={props.diagnostics.clone()}
                            level={props.lint.chosen(&finding.rule).cloned()}
                            reveal={props.reveal.clone()}
                            send={props.send.clone()}
                        />
                    }
                </ul>
            }
        </section>
    }
}

/// The way to the rules.
fn foot(props: &ProblemsProps) -> Html {
    let off = props.lint.off();
    html! {
        <div class="problems-foot">
            if off > 0 {
                <span class="quiet">{ format!("{} switched off by you.", counted(off, "rule", "rules")) }</span>
            }
            <button
                type="button"
                class="quiet-button"
                onclick={props.send.reform(|_: MouseEvent| Msg::DialogOpened(Dialog::Rules))}
            >
                { "All rules…" }
            </button>
        </div>
    }
}

/// Asks the kernel something about rules.
fn ask<E: 'static>(ask: LintAsk) -> Callback<E> {
    Callback::from(move |_: E| kernel::run(&Command::Lint { ask: ask.clone() }))
}
