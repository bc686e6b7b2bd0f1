//! Owns the header bar: mark, name of the post, toolbar, views, panels, menu.

use super::main_menu::MainMenu;
use super::side_buttons::SideButtons;
use super::toolbar::Toolbar;
use super::view_switch::ViewSwitch;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::shortcuts;
use crate::state::{Msg, Remote, Spelling, Tab};
use crate::tally::Tally;
use foreword_wire::{Command, OpenDocument, Theme, View};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct TopProps {
    pub(crate) name: AttrValue,
    pub(crate) unsaved: bool,
    pub(crate) document: Shared<OpenDocument>,
    pub(crate) tally: Tally,
    pub(crate) view: View,
    pub(crate) theme: Theme,
    pub(crate) remote: Shared<Remote>,
    pub(crate) remote_always: bool,
    pub(crate) spelling: Shared<Spelling>,
    pub(crate) can_undo: bool,
    pub(crate) can_redo: bool,
    pub(crate) side: Option<Tab>,
    pub(crate) narrow: bool,
    pub(crate) send: Callback<Msg>,
}

/// The header bar.
#[component]
pub(crate) fn Top(props: &TopProps) -> Html {
    let apple = *use_memo((), |()| shortcuts::on_apple());
    html! {
        <div class="top">
            <div class="top-start">
                { mark() }
                <Name name={props.name.clone()} unsaved={props.unsaved} document={props.document.clone()} />
            </div>
            <Toolbar
                can_undo={props.can_undo}
                can_redo={props.can_redo}
                read_only={props.document.read_only}
                {apple}
                send={props.send.clone()}
            />
            <div class="top-end">
                <ViewSwitch view={props.view} narrow={props.narrow} />
                <SideButtons side={props.side} tally={props.tally} send={props.send.clone()} />
                { save_button(apple) }
                <MainMenu
                    theme={props.theme}
                    remote={props.remote.clone()}
                    remote_always={props.remote_always}
                    spelling={props.spelling.clone()}
                    folder={props.document.folder.clone()}
                    {apple}
                    send={props.send.clone()}
                />
            </div>
        </div>
    }
}

/// The mark: a letter F made of a cursor and lines of text. The same drawing as in `index.html`.
fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect class="mark-page" width="32" height="32" rx="8" />
            <path class="mark-ink" d="M9.5 7.25h13.25a1.75 1.75 0 0 1 0 3.5h-11.5v3.75h5.5a1.75 1.75 0 0 1 0 3.5h-5.5v5a1.75 1.75 0 0 1-3.5 0V9A1.75 1.75 0 0 1 9.5 7.25z" />
            <path class="mark-rest" d="M21.25 14.5h1.5a1.75 1.75 0 0 1 0 3.5h-1.5a1.75 1.75 0 0 1 0-3.5zM16 21.25h6.75a1.75 1.75 0 0 1 0 3.5H16a1.75 1.75 0 0 1 0-3.5z" />
        </svg>
    }
}

fn save_button(apple: bool) -> Html {
    let keys = "Mod-s";
    html! {
        <button
            type="button"
            class="button save"
            title={format!("Save ({})", shortcuts::written(keys, apple))}
            aria-keyshortcuts={shortcuts::announced(keys, apple)}
            onclick={Callback::from(|_: MouseEvent| kernel::run(&Command::Save))}
        >
            { Icon::Save.svg() }
            <span class="save-word">{ "Save" }</span>
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct NameProps {
    name: AttrValue,
    unsaved: bool,
    document: Shared<OpenDocument>,
}

/// The name of the post with a dot while the file lacks changes.
#[component]
fn Name(props: &NameProps) -> Html {
    html! {
        <div class="name">
            <h1 title={props.name.clone()} dir="auto">{ props.name.clone() }</h1>
            if props.unsaved {
                <span class="unsaved" role="img" aria-label="Not saved to the file yet" title="Not saved to the file yet" />
            }
            if props.document.read_only {
                <span class="read-only">{ Icon::Locked.svg() }{ "Read only" }</span>
            }
        </div>
    }
}
