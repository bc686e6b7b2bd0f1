//! Owns the dialect in the status bar: which rules render the post, why, and the choice of others.

use super::menu::{Deed, Group, Item, Mark, Menu, Side};
use super::prose::prose;
use crate::icons::Icon;
use crate::shared::Shared;
use crate::state::{Dialog, Msg, Tab};
use foreword_wire::{Command, DialectChoice, DialectInfo};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DialectMenuProps {
    pub(crate) dialect: Shared<Option<DialectChoice>>,
    pub(crate) dialects: Shared<Vec<DialectInfo>>,
    pub(crate) send: Callback<Msg>,
}

/// The dialect. Nothing before the first analysis.
#[component]
pub(crate) fn DialectMenu(props: &DialectMenuProps) -> Html {
    let Some(choice) = props.dialect.as_ref() else {
        return Html::default();
    };
    let intro = html! {
        <>
            <p><strong>{ format!("Rendered like {}", choice.name) }</strong></p>
            <p>{ prose(&choice.reason) }</p>
        </>
    };
    html! {
        <Menu
            class="status-button dialect"
            title="Dialect"
            side={Side::AboveEnd}
            {intro}
            groups={groups(choice, &props.dialects, &props.send)}
            send={props.send.clone()}
        >
            <span class="hidden">{ "Dialect: " }</span>
            { &choice.name }
            { Icon::ChevronUp.svg() }
        </Menu>
    }
}

fn groups(choice: &DialectChoice, dialects: &[DialectInfo], send: &Callback<Msg>) -> Vec<Group> {
    let item = |label: String, about: Option<String>, on: bool, id: Option<String>| Item {
        about: about.map(AttrValue::from),
        mark: Mark::Radio(on),
        ..Item::new(label, Deed::Kernel(Command::SetDialect { id }))
    };
    let detect = item("Detect from the post".to_owned(), choice.detected.clone(), !choice.by_hand, None);
    let by_hand = dialects.iter().map(|info| {
        let on = choice.by_hand && choice.id == info.id;
        item(info.name.clone(), Some(info.about.clone()), on, Some(info.id.clone()))
    });
    vec![
        Group { title: None, items: vec![detect] },
        Group { title: Some("Always use".into()), items: by_hand.collect() },
        Group {
            title: None,
            items: vec![
                Item::new("Rendering settings", Deed::Call(send.reform(|()| Msg::TabChosen(Tab::Rendering)))),
                Item::new("How it will look elsewhere…", Deed::Dialog(Dialog::Elsewhere)),
            ],
        },
    ]
}
