//! Owns a map: its fields, folded away on request.

use super::add::AddField;
use super::{WidgetProps, rows};
use foreword_wire::{Content, FieldSet};
use yew::prelude::*;

/// The fields of a map.
#[component]
pub(crate) fn Object(props: &WidgetProps) -> Html {
    let none = FieldSet::default();
    let set = match props.content() {
        Content::Map(set) => set,
        _ => &none,
    };
    html! {
        <details class="object" open={true} role="group" aria-labelledby={props.id_of("label")}>
            <summary>{ crate::panes::counted(set.present.len(), "field", "fields") }</summary>
            <div class="inside">{ draw_set(props, set, &props.path()) }</div>
        </details>
    }
}

/// The fields of a map with the button that adds one.
pub(crate) fn draw_set(props: &WidgetProps, set: &FieldSet, base: &[foreword_wire::Step]) -> Html {
    let id = AttrValue::from([&super::path::id_of(base), "add"].join("-"));
    html! {
        <>
            { rows(set.present.iter().enumerate(), &set.present, &id) }
            if !props.readonly {
                <AddField
                    {id}
                    base={base.to_vec()}
                    missing={set.missing.clone()}
                    taken={set.present.iter().map(|field| field.info.key.clone()).collect::<Vec<_>>()}
                />
            }
        </>
    }
}
