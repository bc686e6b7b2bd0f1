//! Owns the form for a new post: its title and, where there are several, its folder.

use super::filters::folders;
use super::select::select;
use crate::looked::folder_name;
use crate::roving;
use crate::shared::Shared;
use foreword_wire::{FolderAsk, PostList};
use web_sys::{HtmlInputElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct CreateProps {
    pub(super) list: Shared<Option<PostList>>,
    /// The folder that is looked at.
    pub(super) folder: Option<String>,
    pub(super) open: Callback<FolderAsk>,
    /// Created, or not after all.
    pub(super) done: Callback<()>,
}

/// The form. Enter creates, Escape does not.
#[component]
pub(super) fn Create(props: &CreateProps) -> Html {
    let input = use_node_ref();
    let folder = {
        let folder = props.folder.clone();
        use_state_eq(move || folder)
    };
    {
        let input = input.clone();
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                roving::focus(&input);
            }
        });
    }
    let onsubmit = {
        let (input, folder) = (input.clone(), (*folder).clone());
        let (open, done) = (props.open.clone(), props.done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let title = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let title = title.trim();
            if title.is_empty() {
                return;
            }
            open.emit(FolderAsk::Create { title: title.to_owned(), folder: folder.clone() });
            done.emit(());
        })
    };
    let onkeydown = {
        let done = props.done.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                done.emit(());
            }
        })
    };
    let choices = props.list.as_ref().map(|list| folders(&list.facets)).unwrap_or_default();
    let chosen = (*folder).clone().map(|path| (path.clone(), folder_name(&path).to_owned()));
    let choose = {
        let set = folder.setter();
        Callback::from(move |folder: Option<String>| set.set(folder))
    };
    html! {
        <form class="posts-create" {onsubmit} {onkeydown}>
            <label class="posts-select">
                <span>{ "Title" }</span>
                <input ref={input} class="input" type="text" dir="auto" autocomplete="off" required={true} />
            </label>
            if choices.len() > 1 || chosen.is_some() {
                { select("Folder", "Where new posts belong", choices, chosen, &choose) }
            }
            <div class="buttons">
                <button type="submit" class="button primary">{ "Create post" }</button>
                <button type="button" class="button" onclick={props.done.reform(|_: MouseEvent| ())}>{ "Cancel" }</button>
            </div>
        </form>
    }
}
