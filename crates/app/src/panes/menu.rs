//! Owns the menu button: a button that opens a list of choices, operated by mouse, finger or keyboard.

use super::prose::prose;
use crate::icons::Icon;
use crate::kernel;
use crate::roving::{self, Axis};
use crate::state::{Dialog, Msg};
use foreword_wire::Command;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, Node};
use yew::prelude::*;

const ITEMS: &str = "[role^='menuitem']";

/// What choosing an item does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Deed {
    /// Asks the kernel.
    Kernel(Command),
    /// Opens a dialog.
    Dialog(Dialog),
    /// Something in the pane that has the menu.
    Call(Callback<()>),
}

/// How an item shows whether it is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It does something once.
    None,
    /// One of several that exclude each other.
    Radio(bool),
    /// On or off by itself.
    Check(bool),
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) label: AttrValue,
    /// A second line in small type.
    pub(crate) about: Option<AttrValue>,
    pub(crate) icon: Option<Icon>,
    /// The shortcut as it is written for a person.
    pub(crate) keys: Option<String>,
    pub(crate) mark: Mark,
    pub(crate) disabled: bool,
    pub(crate) class: Classes,
    pub(crate) deed: Deed,
}

impl Item {
    /// A choice with nothing but its label.
    pub(crate) fn new(label: impl Into<AttrValue>, deed: Deed) -> Self {
        Self {
            label: label.into(),
            about: None,
            icon: None,
            keys: None,
            mark: Mark::None,
            disabled: false,
            class: Classes::new(),
            deed,
        }
    }

    /// A choice that asks the kernel, with a picture.
    pub(crate) fn command(label: &'static str, icon: Icon, command: Command) -> Self {
        Self { icon: Some(icon), ..Self::new(label, Deed::Kernel(command)) }
    }
}

/// Items that belong together; a line separates them from the next group.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    /// Shown above the items.
    pub(crate) title: Option<AttrValue>,
    pub(crate) items: Vec<Item>,
}

/// Where the list appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Side {
    /// Below the button, at its end.
    #[default]
    BelowEnd,
    /// Above the button, at its start.
    AboveStart,
    /// Above the button, at its end.
    AboveEnd,
}

#[derive(Properties, PartialEq)]
pub(crate) struct MenuProps {
    /// Classes of the button.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// The id of the button.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    /// What the button is called, where its content does not say it.
    #[prop_or_default]
    pub(crate) label: Option<AttrValue>,
    /// What the list is called.
    pub(crate) title: AttrValue,
    /// Content of the button.
    pub(crate) children: Html,
    /// Shown above the items, as an explanation.
    #[prop_or_default]
    pub(crate) intro: Option<Html>,
    pub(crate) groups: Vec<Group>,
    #[prop_or_default]
    pub(crate) side: Side,
    /// Where the button is one of many of which the arrow keys choose one.
    #[prop_or_default]
    pub(crate) tabindex: Option<&'static str>,
    pub(crate) send: Callback<Msg>,
}

/// The item that gets the focus when the list opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    AtStart,
    AtEnd,
}

/// A button with a list of choices.
#[component]
pub(crate) fn Menu(props: &MenuProps) -> Html {
    let open = use_state_eq(|| None::<Open>);
    let button = use_node_ref();
    let wrapper = use_node_ref();
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(*open, move |open| {
            if let (Some(open), Some(list)) = (open, list.cast::<HtmlElement>()) {
                roving::enter(&list, ITEMS, *open == Open::AtEnd);
            }
        });
    }
    let close = {
        let set = open.setter();
        let button = button.clone();
        Callback::from(move |()| {
            set.set(None);
            if let Some(button) = button.cast::<HtmlElement>() {
                roving::focus(&button);
            }
        })
    };
    let onclick = {
        let set = open.setter();
        let is_open = open.is_some();
        Callback::from(move |_: MouseEvent| set.set(if is_open { None } else { Some(Open::AtStart) }))
    };
    let on_button_key = {
        let set = open.setter();
        Callback::from(move |event: KeyboardEvent| {
            let at = match event.key().as_str() {
                "ArrowDown" => Open::AtStart,
                "ArrowUp" => Open::AtEnd,
                _ => return,
            };
            event.prevent_default();
            set.set(Some(at));
        })
    };
    let on_list_key = {
        let list = list.clone();
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                close.emit(());
            }
            // The focus goes back first, so that the browser moves on from the button.
            "Tab" => close.emit(()),
            _ => {
                if let Some(list) = list.cast::<HtmlElement>() {
                    roving::follow(&list, ITEMS, Axis::Column, &event);
                }
            }
        })
    };
    let onfocusout = {
        let set = open.setter();
        let wrapper = wrapper.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            let inside =
                wrapper.cast::<Node>().is_some_and(|wrapper| wrapper.contains(to.as_ref()) && to.is_some());
            if !inside {
                set.set(None);
            }
        })
    };
    let popup_class = match props.side {
        Side::BelowEnd => "popup below-end",
        Side::AboveStart => "popup above-start",
        Side::AboveEnd => "popup above-end",
    };
    html! {
        <div class="menu" ref={wrapper} {onfocusout}>
            <button
                type="button"
                ref={button}
                class={props.class.clone()}
                id={props.id.clone()}
                tabindex={props.tabindex}
                aria-label={props.label.clone()}
                title={props.label.clone()}
                aria-haspopup="menu"
                aria-expanded={if open.is_some() { "true" } else { "false" }}
                onmousedown={keep_focus()}
                {onclick}
                onkeydown={on_button_key}
            >
                { props.children.clone() }
            </button>
            if open.is_some() {
                <div class={popup_class}>
                    if let Some(intro) = &props.intro {
                        <div class="popup-intro">{ intro.clone() }</div>
                    }
                    <div role="menu" tabindex="-1" aria-label={props.title.clone()} ref={list} onkeydown={on_list_key}>
                        for group in &props.groups {
                            { draw_group(group, &close, &props.send) }
                        }
                    </div>
                </div>
            }
        </div>
    }
}

/// Keeps a press of the mouse from taking the focus away from the text.
pub(crate) fn keep_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.prevent_default())
}

fn draw_group(group: &Group, close: &Callback<()>, send: &Callback<Msg>) -> Html {
    html! {
        <div class="menu-group" role="group" aria-label={group.title.clone()}>
            if let Some(title) = &group.title {
                <div class="menu-title" aria-hidden="true">{ title }</div>
            }
            for item in &group.items {
                { draw_item(item, close, send) }
            }
        </div>
    }
}

fn draw_item(item: &Item, close: &Callback<()>, send: &Callback<Msg>) -> Html {
    let (role, checked) = match item.mark {
        Mark::None => ("menuitem", None),
        Mark::Radio(on) => ("menuitemradio", Some(on)),
        Mark::Check(on) => ("menuitemcheckbox", Some(on)),
    };
    let onclick = {
        let (close, send, deed) = (close.clone(), send.clone(), item.deed.clone());
        Callback::from(move |_: MouseEvent| {
            close.emit(());
            match &deed {
                Deed::Kernel(command) => kernel::run(command),
                Deed::Dialog(dialog) => send.emit(Msg::DialogOpened(*dialog)),
                Deed::Call(call) => call.emit(()),
            }
        })
    };
    let picture = match (item.mark, item.icon) {
        (Mark::Check(true), _) => Icon::Checked.svg(),
        (Mark::Check(false), _) => Icon::Unchecked.svg(),
        (Mark::Radio(true), _) => Icon::Check.svg(),
        (_, Some(icon)) => icon.svg(),
        (Mark::Radio(false), None) => html! { <span class="icon" /> },
        (Mark::None, None) => Html::default(),
    };
    html! {
        <button
            type="button"
            {role}
            tabindex="-1"
            class={classes!("menu-item", item.class.clone())}
            disabled={item.disabled}
            aria-checked={checked.map(|on| if on { "true" } else { "false" })}
            {onclick}
        >
            { picture }
            <span class="menu-label">
                { item.label.clone() }
                if let Some(about) = &item.about {
                    <small>{ prose(about) }</small>
                }
            </span>
            if let Some(keys) = &item.keys {
                <kbd aria-hidden="true">{ keys.clone() }</kbd>
            }
        </button>
    }
}
