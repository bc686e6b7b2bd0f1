//! Owns a number: sent while it is one, held back while it is not.

use super::WidgetProps;
use super::desk::ask;
use super::text::{LineStyle, line, remark};
use super::typed::use_typed;
use super::values::{is_number, spelling};
use foreword_wire::{Change, NewValue};
use yew::prelude::*;

/// A number, with the spelling of the file.
#[component]
pub(crate) fn Number(props: &WidgetProps) -> Html {
    let path = props.path();
    let model = AttrValue::from(spelling(props.content()).to_owned());
    let send = Callback::from(move |text: AttrValue| {
        let text = text.trim();
        let value = match text {
            "" => NewValue::Null,
            text if is_number(text) => NewValue::Number(text.to_owned()),
            _ => return false,
        };
        ask(Change::Set { path: path.clone(), value }, true);
        true
    });
    let typed = use_typed(model, props.refused, send);
    // A spelling of the file that only its own language knows, `0x1f` or `1_000`, is no mistake.
    let wrong = typed.held && !typed.value.trim().is_empty() && !is_number(typed.value.trim());
    html! {
        <>
            { line(props, &typed, LineStyle { kind: None, mode: Some("decimal"), code: true }) }
            if wrong {
                { remark("Not a number.") }
            }
        </>
    }
}
