//! Owns what stands above the list of posts: the folder's name, where it is and whether it can be read, and its menu.

use super::create::Create;
use super::trash::Trash;
use super::{ask, asks};
use crate::icons::Icon;
use crate::looked::Looked;
use crate::panes::menu::{Deed, Group, Item, Menu};
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{Access, Command, FolderAsk, PostList, Trashed, WorkspaceInfo, WorkspaceKind};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    pub(super) info: WorkspaceInfo,
    pub(super) list: Shared<Option<PostList>>,
    pub(super) looked: Shared<Looked>,
    pub(super) trash: Shared<Option<Vec<Trashed>>>,
    /// Shows the ways to open another folder.
    pub(super) another: Callback<()>,
    pub(super) open: Callback<FolderAsk>,
    pub(super) send: Callback<Msg>,
}

/// What opens below the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Nothing,
    Create,
    Trash,
}

/// The folder.
#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let shown = use_state_eq(|| Shown::Nothing);
    let show = |what: Shown| {
        let set = shown.setter();
        Callback::from(move |()| set.set(what))
    };
    let info = &props.info;
    let creates = *shown == Shown::Create;
    let toggle = show(if creates { Shown::Nothing } else { Shown::Create });
    let trash = {
        let show = show(Shown::Trash);
        Callback::from(move |()| {
            ask(FolderAsk::Trash);
            show.emit(());
        })
    };
    html! {
        <>
            <div class="posts-head">
                <h2 class="posts-name" dir="auto">{ &info.name }</h2>
                if info.writable && info.access == Access::Granted {
                    <button
                        type="button"
                        class="button"
                        aria-expanded={if creates { "true" } else { "false" }}
                        onclick={toggle.reform(|_: MouseEvent| ())}
                    >
                        { Icon::New.svg() }
                        { "New post" }
                    </button>
                }
                { menu(props, trash) }
            </div>
            { kind(info) }
            { access(info.access) }
            if creates {
                <Create
                    list={props.list.clone()}
                    folder={props.looked.filter.folder.clone()}
                    open={props.open.clone()}
                    done={show(Shown::Nothing)}
                />
            }
            if *shown == Shown::Trash {
                <Trash items={props.trash.clone()} close={show(Shown::Nothing)} />
            }
        </>
    }
}

fn menu(props: &HeadProps, trash: Callback<()>) -> Html {
    let asks =
        |label: &'static str, icon: Icon, ask: FolderAsk| Item::command(label, icon, Command::Folder { ask });
    let mut work = vec![
        asks("Look again", Icon::Refresh, FolderAsk::Refresh),
        asks("Download as zip", Icon::Download, FolderAsk::Zip),
    ];
    if props.info.writable {
        work.push(Item { icon: Some(Icon::Trash), ..Item::new("Trash…", Deed::Call(trash)) });
    }
    let leave = vec![
        Item { icon: Some(Icon::Open), ..Item::new("Open another…", Deed::Call(props.another.clone())) },
        asks("Close folder", Icon::Close, FolderAsk::Close),
    ];
    let groups = vec![Group { title: None, items: work }, Group { title: None, items: leave }];
    html! {
        <Menu class="tool" label="Folder" title="Folder" {groups} send={props.send.clone()}>
            { Icon::More.svg() }
        </Menu>
    }
}

fn kind(info: &WorkspaceInfo) -> Html {
    let keep = || {
        html! {
            <button type="button" class="button" onclick={asks(FolderAsk::Keep)}>{ "Copy into this browser" }</button>
        }
    };
    match info.kind {
        WorkspaceKind::Browser => html! {
            <p class="hint">
                <strong>{ "In this browser only." }</strong>
                { " Download a zip to have a copy elsewhere." }
            </p>
        },
        WorkspaceKind::Folder if info.writable => Html::default(),
        WorkspaceKind::Folder | WorkspaceKind::Files => html! {
            <div class="posts-kind">
                <p class="hint">
                    <strong>{ "Read only." }</strong>
                    { " Files cannot be saved in place here. A copy in this browser can be changed." }
                </p>
                { keep() }
            </div>
        },
    }
}

fn access(access: Access) -> Html {
    let words = match access {
        Access::Granted => return Html::default(),
        Access::Prompt => "The browser wants to be asked again before the posts can be read and saved.",
        Access::Denied => {
            "The browser does not allow this folder to be read and saved. If it does not ask, allow it in the browser’s settings for this page."
        }
    };
    html! {
        <div class="form-notice">
            { Icon::Locked.svg() }
            <div>
                <p>{ words }</p>
                <button type="button" class="button" onclick={asks(FolderAsk::Allow)}>{ "Allow access" }</button>
            </div>
        </div>
    }
}
