//! Owns the list of problems: grouped by severity, each one jumps to its place and offers its quick fixes.

use super::counted;
use super::prose::prose;
use crate::fixes;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::tally::class_of;
use foreword_wire::{Command, Diagnostic, Edit16, Fix, Range16, Severity};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ProblemsProps {
    /// The revision that the findings count in.
    pub(crate) rev: u32,
    pub(crate) diagnostics: Shared<Vec<Diagnostic>>,
    pub(crate) reveal: Callback<Range16>,
}

/// The problems pane.
#[component]
pub(crate) fn Problems(props: &ProblemsProps) -> Html {
    if props.diagnostics.is_empty() {
        return html! {
            <div class="empty">
                { Icon::CheckCircle.svg() }
                <p class="empty-title">{ "No problems found" }</p>
                <p>{ "Headings, images, links and front matter look right." }</p>
            </div>
        };
    }
    let safe = fixes::count_safe(&props.diagnostics);
    html! {
        <>
            if safe > 0 {
                <button type="button" class="button fix-all" onclick={apply(props.rev, fixes::all_safe(&props.diagnostics))}>
                    { Icon::Fix.svg() }
                    { format!("Fix all safe ({safe})") }
                </button>
            }
            for severity in [Severity::Error, Severity::Warning, Severity::Info] {
                { draw_group(severity, props) }
            }
        </>
    }
}

fn draw_group(severity: Severity, props: &ProblemsProps) -> Html {
    let list: Vec<&Diagnostic> =
        props.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).collect();
    if list.is_empty() {
        return Html::default();
    }
    let (one, many) = match severity {
        Severity::Error => ("error", "errors"),
        Severity::Warning => ("warning", "warnings"),
        Severity::Info => ("note", "notes"),
    };
    html! {
        <section class={classes!("problems", class_of(severity))}>
            <h2>{ counted(list.len(), one, many) }</h2>
            <ul role="list">
                for diagnostic in list {
                    { draw(diagnostic, props) }
                }
            </ul>
        </section>
    }
}

fn draw(diagnostic: &Diagnostic, props: &ProblemsProps) -> Html {
    let range = diagnostic.range;
    let icon = match diagnostic.severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Info => Icon::Info,
    };
    html! {
        <li class="problem">
            <button type="button" class="problem-jump" onclick={props.reveal.reform(move |_: MouseEvent| range)}>
                { icon.svg() }
                <span class="problem-text">
                    <span class="problem-message" dir="auto">{ prose(&diagnostic.message) }</span>
                    <span class="problem-place">
                        { format!("Line {}", diagnostic.line) }
                        <span class="problem-rule">{ &diagnostic.rule }</span>
                    </span>
                </span>
            </button>
            if !diagnostic.fixes.is_empty() {
                <div class="fixes">
                    for fix in &diagnostic.fixes {
                        { draw_fix(fix, props.rev) }
                    }
                </div>
            }
        </li>
    }
}

fn draw_fix(fix: &Fix, rev: u32) -> Html {
    html! {
        <button type="button" class="button fix" onclick={apply(rev, fix.edits.clone())}>
            { Icon::Fix.svg() }
            <span dir="auto">{ prose(&fix.title) }</span>
        </button>
    }
}

fn apply(rev: u32, edits: Vec<Edit16>) -> Callback<MouseEvent> {
    let command = Command::ApplyEdits { rev, edits };
    Callback::from(move |_| kernel::run(&command))
}
