//! Owns the comparison of a snapshot: with what it is compared, how that is laid out, and bringing it back.

use super::ask;
use super::lines::{Line, in_one_column, pieces, summary};
use crate::icons::Icon;
use crate::panes::counted;
use crate::shared::Shared;
use crate::state::{Comparison, Msg};
use foreword_wire::{DiffLine, DiffSide, HistoryAsk};
use yew::prelude::*;

/// How a comparison is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Two columns, one for each text.
    SideBySide,
    /// One column.
    Inline,
}

#[derive(Properties, PartialEq)]
pub(super) struct CompareProps {
    /// Which snapshot.
    pub(super) id: u32,
    /// When it was taken, in words.
    pub(super) when: String,
    /// Whether there is none before it.
    pub(super) oldest: bool,
    /// Whether `comparison` is what is wanted, and not what was wanted before.
    pub(super) answered: bool,
    pub(super) comparison: Shared<Option<Comparison>>,
    /// True for the text, false for the snapshot before.
    pub(super) now: bool,
    pub(super) set_now: Callback<bool>,
    pub(super) layout: Layout,
    pub(super) set_layout: Callback<Layout>,
    pub(super) read_only: bool,
    pub(super) send: Callback<Msg>,
}

/// What differs, and the button that brings the snapshot back.
#[component]
pub(super) fn Compare(props: &CompareProps) -> Html {
    let comparison = props.comparison.as_ref().filter(|_| props.answered);
    let said = match comparison {
        None => "Comparing…".to_owned(),
        Some(comparison) => summary(&comparison.rows).unwrap_or_else(|| "No difference.".to_owned()),
    };
    let restore = {
        let (id, send) = (props.id, props.send.clone());
        Callback::from(move |_: MouseEvent| {
            ask(HistoryAsk::Restore { id });
            send.emit(Msg::DialogClosed);
        })
    };
    let now = [(true, "The text now"), (false, "The one before")];
    let layouts = [(Layout::SideBySide, "Side by side"), (Layout::Inline, "Inline")];
    html! {
        <section class="comparison" aria-label={["Snapshot of ", &props.when].concat()}>
            <div class="comparison-head">
                { segments("Compared with", "compared-with", &now, props.now, &props.set_now) }
                { segments("Layout", "comparison-layout", &layouts, props.layout, &props.set_layout) }
            </div>
            <p class="quiet comparison-said" role="status">{ said }</p>
            if !props.now && props.oldest {
                <p class="quiet">{ "There is no snapshot before this one, so every line counts as added." }</p>
            }
            if let Some(comparison) = comparison {
                if summary(&comparison.rows).is_some() {
                    <div class="comparison-rows" role="region" tabindex="0" aria-label="Comparison">
                        { draw(comparison, props.layout) }
                        if comparison.more > 0 {
                            <p class="quiet comparison-more">
                                { counted(usize::try_from(comparison.more).unwrap_or(usize::MAX), "more row", "more rows") }
                            </p>
                        }
                    </div>
                }
            }
            <div class="comparison-foot">
                <p class="quiet" id="restore-about">
                    { if props.read_only {
                        "This post can only be read, so no snapshot can be brought back."
                    } else {
                        "The whole post becomes what it was then. That is one step: Undo takes it back."
                    } }
                </p>
                <button
                    type="button"
                    class="button"
                    aria-describedby="restore-about"
                    disabled={props.read_only}
                    onclick={restore}
                >
                    { Icon::Undo.svg() }
                    { "Bring this back" }
                </button>
            </div>
        </section>
    }
}

/// A choice of two, as radio buttons side by side.
fn segments<T: Copy + PartialEq + 'static>(
    legend: &'static str,
    name: &'static str,
    choices: &[(T, &'static str)],
    chosen: T,
    set: &Callback<T>,
) -> Html {
    html! {
        <fieldset class="comparison-choice">
            <legend>{ legend }</legend>
            <div class="segments">
                for &(value, label) in choices {
                    <label key={label} class="segment">
                        <input
                            type="radio"
                            {name}
                            checked={value == chosen}
                            onchange={set.reform(move |_: Event| value)}
                        />
                        { label }
                    </label>
                }
            </div>
        </fieldset>
    }
}

fn draw(comparison: &Comparison, layout: Layout) -> Html {
    let (before, after) =
        if comparison.now { ("This snapshot", "The text now") } else { ("The one before", "This snapshot") };
    match layout {
        Layout::SideBySide => html! {
            <table class="compare">
                <colgroup><col class="compare-number" /><col /><col class="compare-number" /><col /></colgroup>
                <thead><tr><th colspan="2" scope="colgroup">{ before }</th><th colspan="2" scope="colgroup">{ after }</th></tr></thead>
                <tbody>
                    for row in &comparison.rows {
                        { two_columns(row) }
                    }
                </tbody>
            </table>
        },
        Layout::Inline => html! {
            <table class="compare">
                <colgroup><col class="compare-number" /><col class="compare-number" /><col /></colgroup>
                <thead class="hidden"><tr><th scope="col">{ before }</th><th scope="col">{ after }</th><th scope="col">{ "Line" }</th></tr></thead>
                <tbody>
                    for line in in_one_column(&comparison.rows) {
                        { one_column(line) }
                    }
                </tbody>
            </table>
        },
    }
}

fn two_columns(row: &DiffLine) -> Html {
    match row {
        DiffLine::Same { before, after } => html! {
            <tr>{ number(before.line) }{ plain(before) }{ number(after.line) }{ plain(after) }</tr>
        },
        DiffLine::Changed { before, after } => html! {
            <tr>{ number(before.line) }{ gone(before) }{ number(after.line) }{ new(after) }</tr>
        },
        DiffLine::Added { after } => html! {
            <tr><td class="compare-none" colspan="2" />{ number(after.line) }{ new(after) }</tr>
        },
        DiffLine::Removed { before } => html! {
            <tr>{ number(before.line) }{ gone(before) }<td class="compare-none" colspan="2" /></tr>
        },
        DiffLine::Skipped { count } => skipped(*count, "4"),
    }
}

fn one_column(line: Line<'_>) -> Html {
    let none = || html! { <td class="compare-line-number" /> };
    match line {
        Line::Same(before, after) => {
            html! { <tr>{ number(before) }{ number(after.line) }{ plain(after) }</tr> }
        }
        Line::Removed(before) => html! { <tr>{ number(before.line) }{ none() }{ gone(before) }</tr> },
        Line::Added(after) => html! { <tr>{ none() }{ number(after.line) }{ new(after) }</tr> },
        Line::Skipped(count) => skipped(count, "3"),
    }
}

fn number(line: u32) -> Html {
    html! { <td class="compare-line-number">{ line }</td> }
}

fn skipped(count: u32, columns: &'static str) -> Html {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    html! {
        <tr class="compare-skipped">
            <td colspan={columns}>{ counted(count, "unchanged line", "unchanged lines") }</td>
        </tr>
    }
}

fn plain(side: &DiffSide) -> Html {
    html! {
        <td><div class="compare-line"><span class="compare-sign" /><span class="compare-text" dir="auto">{ side.text.clone() }</span></div></td>
    }
}

fn gone(side: &DiffSide) -> Html {
    html! {
        <td class="compare-gone">
            <div class="compare-line">
                <span class="compare-sign" aria-hidden="true">{ "−" }</span>
                <span class="hidden">{ "Removed: " }</span>
                <span class="compare-text" dir="auto">
                    for (piece, marked) in pieces(&side.text, &side.marks) {
                        if marked {
                            <del>{ piece.to_owned() }</del>
                        } else {
                            { piece.to_owned() }
                        }
                    }
                </span>
            </div>
        </td>
    }
}

fn new(side: &DiffSide) -> Html {
    html! {
        <td class="compare-new">
            <div class="compare-line">
                <span class="compare-sign" aria-hidden="true">{ "+" }</span>
                <span class="hidden">{ "Added: " }</span>
                <span class="compare-text" dir="auto">
                    for (piece, marked) in pieces(&side.text, &side.marks) {
                        if marked {
                            <ins>{ piece.to_owned() }</ins>
                        } else {
                            { piece.to_owned() }
                        }
                    }
                </span>
            </div>
        </td>
    }
}
