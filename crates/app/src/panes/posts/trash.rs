//! Owns the dialog with what is in the trash of the open folder, to bring it back.

use super::asks;
use crate::fields::picker::Modal;
use crate::icons::Icon;
use crate::looked::count;
use crate::panes::counted;
use crate::shared::Shared;
use foreword_wire::{FolderAsk, Trashed};
use js_sys::Date;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TrashProps {
    pub(super) items: Shared<Option<Vec<Trashed>>>,
    pub(super) close: Callback<()>,
}

/// The dialog.
#[component]
pub(super) fn Trash(props: &TrashProps) -> Html {
    let body = match props.items.as_deref() {
        None => html! { <p class="quiet">{ "Looking…" }</p> },
        Some([]) => html! {
            <div class="empty">
                { Icon::Trash.svg() }
                <p class="empty-title">{ "The trash is empty" }</p>
                <p>{ "Posts that you move to the trash are kept here." }</p>
            </div>
        },
        Some(items) => html! {
            <ul class="trash-list" role="list">
                for item in items {
                    { draw(item) }
                }
            </ul>
        },
    };
    html! { <Modal title="Trash" close={props.close.clone()}>{ body }</Modal> }
}

fn draw(item: &Trashed) -> Html {
    html! {
        <li class="trash-item" key={item.id.clone()}>
            <div>
                <span class="trash-path">{ &item.path }</span>
                <span class="hint">
                    { moment(item.at) }
                    if item.files > 1 {
                        { [", ", &counted(count(item.files), "file", "files")].concat() }
                    }
                </span>
            </div>
            <button
                type="button"
                class="button"
                aria-label={["Restore", &item.path].join(" ")}
                onclick={asks(FolderAsk::Restore { id: item.id.clone() })}
            >
                { "Restore" }
            </button>
        </li>
    }
}

/// A moment on this device's clock, in a notation that is the same everywhere: `2026-07-30 14:05`.
fn moment(at: f64) -> String {
    let date = Date::new(&at.into());
    let two = |number: u32| format!("{number:02}");
    let day = [date.get_full_year().to_string(), two(date.get_month() + 1), two(date.get_date())].join("-");
    [day, [two(date.get_hours()), two(date.get_minutes())].join(":")].join(" ")
}
