//! Owns the list of problems: grouped by severity, each one jumps to its place and offers its quick fixes.

use super::counted;
use super::limit::{more, use_limit};
use super::prose::prose;
use crate::fixes;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::tally::class_of;
use foreword_wire::{Command, Diagnostic, Fix, Range16, Severity, SpellingAsk};
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
    let limit = use_limit();
    if props.diagnostics.is_empty() {
        return html! {
            <div class="empty">
                { Icon::CheckCircle.svg() }
                <p class="empty-title">{ "No problems found" }</p>
                <p>{ "Nothing in this post needs mending, as far as Foreword can tell." }</p>
            </div>
        };
    }
    let safe = fixes::count_safe(&props.diagnostics);
    let mut rows = *limit;
    html! {
        <>
            if safe > 0 {
                <button type="button" class="button fix-all" onclick={fix_all(props)}>
                    { Icon::Fix.svg() }
                    { format!("Fix all safe ({safe})") }
                </button>
            }
            for severity in [Severity::Error, Severity::Warning, Severity::Info] {
                { draw_group(severity, &mut rows, props) }
            }
            { more(&limit, props.diagnostics.len()) }
        </>
    }
}

/// The edits are only worked out when they are asked for.
fn fix_all(props: &ProblemsProps) -> Callback<MouseEvent> {
    let (rev, diagnostics) = (props.rev, props.diagnostics.clone());
    Callback::from(move |_| kernel::run(&Command::ApplyEdits { rev, edits: fixes::all_safe(&diagnostics) }))
}

/// Draws the findings of one severity, as many as there are rows left.
fn draw_group(severity: Severity, rows: &mut usize, props: &ProblemsProps) -> Html {
    let list = || props.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
    let count = list().count();
    if count == 0 || *rows == 0 {
        return Html::default();
    }
    let shown = count.min(*rows);
    *rows -= shown;
    let (one, many) = match severity {
        Severity::Error => ("error", "errors"),
        Severity::Warning => ("warning", "warnings"),
        Severity::Info => ("note", "notes"),
    };
    html! {
        <section class={classes!("problems", class_of(severity))}>
            <h2>{ counted(count, one, many) }</h2>
            <ul role="list">
                for diagnostic in list().take(shown) {
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
        <button type="button" class="button fix" onclick={apply(rev, fix)}>
            { Icon::Fix.svg() }
            <span dir="auto">{ prose(&fix.title) }</span>
        </button>
    }
}

fn apply(rev: u32, fix: &Fix) -> Callback<MouseEvent> {
    let command = match &fix.word {
        Some(word) => Command::Spelling { ask: SpellingAsk::Add { word: word.clone() } },
        None => Command::ApplyEdits { rev, edits: fix.edits.clone() },
    };
    Callback::from(move |_| kernel::run(&command))
}
