//! Owns some of several values: a box for each.

use super::WidgetProps;
use super::desk::ask;
use super::path;
use super::values::spelling;
use foreword_wire::{Change, Content, NewValue};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Boxes for the field's choices, and for what it has beside them.
#[component]
pub(crate) fn MultiChoice(props: &WidgetProps) -> Html {
    let chosen: Vec<String> = match props.content() {
        Content::List(items) => items.iter().map(|item| spelling(item).to_owned()).collect(),
        _ => Vec::new(),
    };
    let foreign = chosen.iter().filter(|item| !props.field.choices.contains(item));
    html! {
        <fieldset class="options" aria-describedby={props.described_by.clone()} disabled={props.readonly}>
            <legend class="hidden">{ props.name().to_owned() }</legend>
            for (at, choice) in props.field.choices.iter().chain(foreign).enumerate() {
                <label class="option" key={choice.clone()}>
                    <input
                        type="checkbox"
                        id={if at == 0 { props.id.clone() } else { props.id_of(&at.to_string()) }}
                        checked={chosen.contains(choice)}
                        onchange={toggle(props, &chosen, choice)}
                    />
                    <span dir="auto">{ choice.clone() }</span>
                    if !props.field.choices.contains(choice) {
                        <small>{ "not one of the choices" }</small>
                    }
                </label>
            }
        </fieldset>
    }
}

/// Adds at the end or takes away, so that the lines of the other items stay as they are.
fn toggle(props: &WidgetProps, chosen: &[String], choice: &str) -> Callback<Event> {
    let (own, choice) = (props.path(), choice.to_owned());
    let is_list = matches!(props.content(), Content::List(_));
    let (at, count) = (chosen.iter().position(|item| *item == choice), chosen.len());
    Callback::from(move |event: Event| {
        let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
        let value = NewValue::Text(choice.clone());
        let change = match at {
            Some(at) if !on => Change::Remove { path: path::item(&own, at) },
            None if on && is_list => Change::Insert { path: path::item(&own, count), value },
            None if on => Change::Set { path: own.clone(), value: NewValue::List(vec![value]) },
            _ => return,
        };
        ask(change, false);
    })
}
