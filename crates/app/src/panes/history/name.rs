//! Owns the input for the name of a snapshot.

use crate::roving;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// Longer ones are no names.
const LONGEST: &str = "120";

#[derive(Properties, PartialEq)]
pub(super) struct NameProps {
    /// What is asked for.
    pub(super) label: AttrValue,
    /// The name so far.
    #[prop_or_default]
    pub(super) value: AttrValue,
    /// What the button says that takes the name.
    pub(super) button: AttrValue,
    /// Whether there has to be one.
    #[prop_or_default]
    pub(super) required: bool,
    /// The name, or none after all.
    pub(super) done: Callback<Option<String>>,
}

/// An input that has the focus at once. Enter takes the name, Escape does not.
#[component]
pub(super) fn Name(props: &NameProps) -> Html {
    let input = use_node_ref();
    {
        let (input, value) = (input.clone(), props.value.clone());
        // Set once and not as an attribute, so that a list that is drawn meanwhile takes nothing back.
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.set_value(&value);
                roving::focus(&input);
                input.select();
            }
        });
    }
    let onsubmit = {
        let (input, done) = (input.clone(), props.done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            done.emit(Some(name.trim().to_owned()));
        })
    };
    let onkeydown = {
        let done = props.done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // Not the dialog.
                event.prevent_default();
                event.stop_propagation();
                done.emit(None);
            }
        })
    };
    html! {
        <form class="snapshot-name" {onsubmit}>
            <label>
                <span>{ props.label.clone() }</span>
                <input
                    ref={input}
                    class="input"
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    maxlength={LONGEST}
                    required={props.required}
                    {onkeydown}
                />
            </label>
            <div class="buttons">
                <button type="submit" class="button">{ props.button.clone() }</button>
                <button type="button" class="button" onclick={props.done.reform(|_: MouseEvent| None)}>{ "Cancel" }</button>
            </div>
        </form>
    }
}
