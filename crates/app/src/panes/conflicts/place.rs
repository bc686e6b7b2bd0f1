//! Owns the drawing of one conflict: what each side has, and the choice between them.

use super::choices::{WAYS, place};
use crate::panes::counted;
use foreword_wire::{Choice, Conflict, ConflictSide};
use yew::prelude::*;

/// So many lines of a side are drawn: enough to know the place by.
const MOST_LINES: usize = 200;

#[derive(Properties, PartialEq)]
pub(super) struct PlaceProps {
    pub(super) conflict: Conflict,
    /// Which, from 0.
    pub(super) at: usize,
    /// Of how many.
    pub(super) count: usize,
    pub(super) choice: Option<Choice>,
    pub(super) choose: Callback<(usize, Choice)>,
}

/// A place with its two or three texts, and the radio buttons.
#[component]
pub(super) fn Place(props: &PlaceProps) -> Html {
    let Conflict { ours, theirs, base } = &props.conflict;
    let at = props.at;
    let title = format!("Place {} of {}", at + 1, props.count);
    html! {
        <section class="conflict" aria-labelledby={format!("conflict-{at}")}>
            <h3 id={format!("conflict-{at}")}>{ title }</h3>
            <div class="conflict-sides">
                { side("Yours", ours, "You have deleted this.", at) }
                { side("In the file", theirs, "Deleted in the file.", at) }
            </div>
            <details class="object conflict-base">
                <summary>{ ["Before, ", &place(base.line, base.lines)].concat() }</summary>
                { text(base, "Nothing was here.", ["Before, place ", &(at + 1).to_string()].concat()) }
            </details>
            <fieldset class="options">
                <legend class="hidden">{ format!("What to do with place {}", at + 1) }</legend>
                for (choice, label) in WAYS {
                    <label class="option" key={label}>
                        <input
                            type="radio"
                            name={format!("conflict-choice-{at}")}
                            checked={props.choice == Some(choice)}
                            onchange={props.choose.reform(move |_: Event| (at, choice))}
                        />
                        <span>{ label }</span>
                    </label>
                }
            </fieldset>
        </section>
    }
}

fn side(title: &'static str, side: &ConflictSide, nothing: &'static str, at: usize) -> Html {
    html! {
        <div class="conflict-side">
            <h4>{ title }<span class="quiet">{ [" ", &place(side.line, side.lines)].concat() }</span></h4>
            { text(side, nothing, format!("{title}, place {}", at + 1)) }
        </div>
    }
}

/// The lines with their numbers. It can have the focus, so that the keyboard can scroll it.
fn text(side: &ConflictSide, nothing: &'static str, label: String) -> Html {
    if side.text.is_empty() {
        return html! { <p class="conflict-text quiet">{ nothing }</p> };
    }
    let more = side.text.lines().count().saturating_sub(MOST_LINES);
    html! {
        <div class="conflict-text" role="region" tabindex="0" aria-label={label}>
            <ol role="list">
                for (line, text) in (side.line..).zip(side.text.lines()).take(MOST_LINES) {
                    <li>
                        <span class="conflict-line">{ line }</span>
                        <span class="conflict-words" dir="auto">{ text.to_owned() }</span>
                    </li>
                }
            </ol>
            if more > 0 {
                <p class="quiet">{ counted(more, "more line", "more lines") }</p>
            }
        </div>
    }
}
