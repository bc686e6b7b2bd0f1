//! Owns true and false.

use super::WidgetProps;
use super::desk::ask;
use foreword_wire::{Change, Content, NewValue};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A switch with its state in a word.
#[component]
pub(crate) fn Switch(props: &WidgetProps) -> Html {
    let on = *props.content() == Content::Bool(true);
    let path = props.path();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            ask(Change::Set { path: path.clone(), value: NewValue::Bool(input.checked()) }, false);
        }
    });
    let word = match props.content() {
        Content::Bool(true) => "true",
        Content::Bool(false) => "false",
        _ => "not set",
    };
    html! {
        <span class="switch-line">
            <input
                class="switch"
                id={props.id.clone()}
                type="checkbox"
                role="switch"
                checked={on}
                disabled={props.readonly}
                aria-label={props.item_name()}
                aria-describedby={props.described_by.clone()}
                {onchange}
            />
            <span class="switch-word" aria-hidden="true">{ word }</span>
        </span>
    }
}
