//! Owns one of several values: buttons side by side for a few, a list for many. A value outside of them stays visible.

use super::WidgetProps;
use super::desk::ask;
use super::values::{like, spelling};
use foreword_wire::Change;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// So many choices are all shown at once.
const FEW: usize = 5;

/// One of the field's choices.
#[component]
pub(crate) fn Choice(props: &WidgetProps) -> Html {
    let value = spelling(props.content()).to_owned();
    let choices = &props.field.choices;
    let foreign = (!value.is_empty() && !choices.contains(&value)).then(|| value.clone());
    let choose = {
        let (path, content) = (props.path(), props.content().clone());
        Callback::from(move |choice: String| {
            ask(Change::Set { path: path.clone(), value: like(&content, &choice) }, false);
        })
    };
    if choices.len() > FEW {
        return select(props, &value, foreign, choose);
    }
    html! {
        <fieldset class="options" aria-describedby={props.described_by.clone()} disabled={props.readonly}>
            <legend class="hidden">{ props.item_name().unwrap_or_else(|| props.name().to_owned()) }</legend>
            for (at, choice) in choices.iter().chain(&foreign).enumerate() {
                <label class="option" key={choice.clone()}>
                    <input
                        type="radio"
                        name={props.id.clone()}
                        id={if at == 0 { props.id.clone() } else { props.id_of(&at.to_string()) }}
                        checked={*choice == value}
                        onchange={let choice = choice.clone(); choose.reform(move |_: Event| choice.clone())}
                    />
                    <span dir="auto">{ choice.clone() }</span>
                    if foreign.as_ref() == Some(choice) {
                        <small>{ "not one of the choices" }</small>
                    }
                </label>
            }
        </fieldset>
    }
}

fn select(props: &WidgetProps, value: &str, foreign: Option<String>, choose: Callback<String>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            choose.emit(select.value());
        }
    });
    html! {
        <select
            class="input"
            id={props.id.clone()}
            disabled={props.readonly}
            aria-label={props.item_name()}
            aria-describedby={props.described_by.clone()}
            aria-invalid={props.aria_invalid()}
            {onchange}
        >
            if value.is_empty() {
                <option value="" selected={true} disabled={true}>{ "Not chosen" }</option>
            }
            for choice in &props.field.choices {
                <option value={choice.clone()} selected={choice == value}>{ choice.clone() }</option>
            }
            if let Some(foreign) = foreign {
                <option value={foreign.clone()} selected={true}>{ [&foreign, " (not one of the choices)"].concat() }</option>
            }
        </select>
    }
}
