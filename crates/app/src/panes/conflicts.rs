//! Owns the decision between the text and a file that somebody else has changed: the dialog, and the bar that leads
//! back to it.

mod choices;
mod place;

use super::counted;
use crate::fields::picker::Modal;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Conflicts, Msg};
use choices::{Choices, WAYS, carried, complete, remaining};
use foreword_wire::{Choice, Command};
use place::Place;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DecisionProps {
    pub(crate) conflicts: Shared<Conflicts>,
    pub(crate) deciding: bool,
    pub(crate) read_only: bool,
    pub(crate) send: Callback<Msg>,
}

/// The dialog, which opens by itself. What was chosen stays when the decision is put off.
#[component]
pub(crate) fn Decision(props: &DecisionProps) -> Html {
    let made = use_state(|| (props.conflicts.clone(), Choices::new()));
    let list = &props.conflicts.list;
    let choices = {
        let (before, choices) = &*made;
        carried(&before.list, choices, list)
    };
    {
        let was_deciding = use_mut_ref(|| false);
        use_effect_with((props.deciding, list.is_empty()), move |&(deciding, settled)| {
            // The button that led here is gone with the bar.
            if was_deciding.replace(deciding) && settled {
                kernel::run(&Command::FocusText);
            }
        });
    }
    if !props.deciding || list.is_empty() {
        return Html::default();
    }
    let set = {
        let (set, conflicts) = (made.setter(), props.conflicts.clone());
        Callback::from(move |choices: Choices| set.set((conflicts.clone(), choices)))
    };
    let choose = {
        let choices = choices.clone();
        set.reform(move |(at, choice): (usize, Choice)| {
            let mut choices = choices.clone();
            if let Some(place) = choices.get_mut(at) {
                *place = Some(choice);
            }
            choices
        })
    };
    let count = list.len();
    let all = complete(&choices);
    let settle = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(choices) = &all {
                kernel::run(&Command::Settle { choices: choices.clone() });
            }
        })
    };
    let later = props.send.reform(|()| Msg::Deciding(false));
    let title = format!("Somebody else changed “{}” too", props.conflicts.name);
    html! {
        <Modal {title} class="conflicts-dialog" by_itself={true} close={later.clone()}>
            <div class="conflicts-intro">
                <p>
                    { "What only one of you changed is merged by itself. " }
                    { if count == 1 { "At one place both of you changed the same lines." } else { "At these places both of you changed the same lines." } }
                    { " Nothing is saved, and the file stays as it is, until you decide." }
                </p>
                if count > 1 {
                    <div class="conflicts-all" role="group" aria-labelledby="conflicts-all">
                        <span id="conflicts-all">{ "Use for all:" }</span>
                        for (choice, label) in WAYS {
                            <button
                                key={label}
                                type="button"
                                class="button"
                                onclick={set.reform(move |_: MouseEvent| vec![Some(choice); count])}
                            >
                                { label }
                            </button>
                        }
                    </div>
                }
            </div>
            <div class="conflicts-list">
                for (at, (conflict, choice)) in list.iter().zip(choices.iter().copied()).enumerate() {
                    <Place key={at} conflict={conflict.clone()} {at} {count} {choice} choose={choose.clone()} />
                }
            </div>
            <div class="conflicts-foot">
                <p role="status">
                    { remaining(&choices) }
                    if props.read_only {
                        { " This post can only be read now, so nothing can be settled here." }
                    }
                </p>
                <div class="buttons">
                    <button type="button" class="button" onclick={later.reform(|_: MouseEvent| ())}>{ "Decide later" }</button>
                    <button type="button" class="button" onclick={Callback::from(|_: MouseEvent| kernel::run(&Command::SaveAs))}>
                        { Icon::SaveAs.svg() }
                        { "Save as another file…" }
                    </button>
                    <button type="button" class="button primary" disabled={all.is_none() || props.read_only} onclick={settle}>
                        { ["Settle ", &counted(count, "place", "places")].concat() }
                    </button>
                </div>
            </div>
        </Modal>
    }
}

/// The bar that leads to the dialog again. It is there until the decision is made, also behind the dialog, which gives
/// the focus back to its button.
pub(crate) fn bar(count: usize, send: &Callback<Msg>) -> Html {
    html! {
        <div key="conflicts" class="notice warning">
            { Icon::Warning.svg() }
            <p>{ [&counted(count, "place differs", "places differ"), " from the file. The post cannot be saved to it before that is decided."].concat() }</p>
            <div class="notice-actions">
                <button type="button" class="button" onclick={send.reform(|_: MouseEvent| Msg::Deciding(true))}>{ "Decide" }</button>
            </div>
        </div>
    }
}
