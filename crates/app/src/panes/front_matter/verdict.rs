//! Owns the card that says whether the post will be published, why, and what may not be as the writer means it.

use crate::icons::Icon;
use crate::kernel;
use crate::panes::prose::prose;
use crate::shared::Shared;
use foreword_wire::{Command, Publishes, Range16, Trap, Verdict, VerdictReason};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct VerdictCardProps {
    pub(crate) rev: u32,
    pub(crate) verdict: Shared<Option<Verdict>>,
    pub(crate) reveal: Callback<Range16>,
}

/// The verdict; its reasons on request, its traps always.
#[component]
pub(crate) fn VerdictCard(props: &VerdictCardProps) -> Html {
    let open = use_state_eq(|| false);
    let Some(verdict) = props.verdict.as_ref() else {
        return Html::default();
    };
    let (class, icon) = match verdict.publishes {
        Publishes::Now => ("now", Icon::CheckCircle),
        Publishes::Later => ("later", Icon::Clock),
        Publishes::Never => ("never", Icon::Error),
    };
    let toggle = {
        let (set, to) = (open.setter(), !*open);
        Callback::from(move |_: MouseEvent| set.set(to))
    };
    html! {
        <section class={classes!("verdict", class)} aria-label="Publication">
            <div class="verdict-head">
                { icon.svg() }
                <p class="verdict-headline" dir="auto">{ prose(&verdict.headline) }</p>
                if !verdict.because.is_empty() {
                    <button
                        type="button"
                        class="fold"
                        aria-expanded={if *open { "true" } else { "false" }}
                        aria-controls="verdict-reasons"
                        onclick={toggle}
                    >
                        { Icon::ChevronDown.svg() }
                        { "Why" }
                    </button>
                }
            </div>
            <ul class="reasons" id="verdict-reasons" role="list" hidden={!*open || verdict.because.is_empty()}>
                for reason in &verdict.because {
                    <li>{ draw_reason(reason, &props.reveal) }</li>
                }
            </ul>
            for trap in &verdict.traps {
                { draw_trap(trap, props) }
            }
        </section>
    }
}

fn draw_reason(reason: &VerdictReason, reveal: &Callback<Range16>) -> Html {
    let message = html! { <span dir="auto">{ prose(&reason.message) }</span> };
    match reason.range {
        Some(range) => html! {
            <button type="button" class="reason" title="Show in the text" onclick={reveal.reform(move |_: MouseEvent| range)}>
                { message }
            </button>
        },
        None => html! { <span class="reason">{ message }</span> },
    }
}

fn draw_trap(trap: &Trap, props: &VerdictCardProps) -> Html {
    let range = trap.range;
    html! {
        <div class="trap says warning">
            { Icon::Warning.svg() }
            <span dir="auto">{ prose(&trap.message) }</span>
            <button type="button" class="button fix" onclick={props.reveal.reform(move |_: MouseEvent| range)}>
                { "Show in the text" }
            </button>
            if let Some(fix) = &trap.fix {
                <button type="button" class="button fix" onclick={apply(props.rev, fix)}>
                    { Icon::Fix.svg() }
                    <span dir="auto">{ prose(&fix.title) }</span>
                </button>
            }
        </div>
    }
}

fn apply(rev: u32, fix: &foreword_wire::Fix) -> Callback<MouseEvent> {
    let command = Command::ApplyEdits { rev, edits: fix.edits.clone() };
    Callback::from(move |_| kernel::run(&command))
}
