//! Owns the ways to open a folder of posts: one on the disk, in the browser, from an archive, or one that was open before.

use super::ask;
use crate::icons::Icon;
use crate::panes::menu::{Deed, Group, Item, Menu};
use crate::shared::Shared;
use crate::state::Msg;
use foreword_wire::{Command, FolderAsk, WorkspaceInfo, WorkspaceKind};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ChooseProps {
    /// The one that is open meanwhile.
    pub(super) open: Shared<Option<WorkspaceInfo>>,
    pub(super) recent: Shared<Vec<WorkspaceInfo>>,
    /// Something was chosen, or nothing after all.
    pub(super) done: Callback<()>,
    pub(super) send: Callback<Msg>,
}

/// What a person sees who has no folder open, or wants another one.
#[component]
pub(super) fn Choose(props: &ChooseProps) -> Html {
    // The folder in this browser that is about to be deleted.
    let doomed = use_state_eq(|| None::<String>);
    let doom = {
        let set = doomed.setter();
        Callback::from(move |id: Option<String>| set.set(id))
    };
    let open = props.open.as_ref();
    let is_open = |info: &&WorkspaceInfo| open.is_some_and(|open| open.id == info.id);
    let recent: Vec<&WorkspaceInfo> = props.recent.iter().filter(|info| !is_open(info)).collect();
    let choice = |what: FolderAsk| {
        let done = props.done.clone();
        Callback::from(move |_: MouseEvent| {
            ask(what.clone());
            done.emit(());
        })
    };
    html! {
        <>
            if let Some(open) = open {
                <button type="button" class="button" onclick={props.done.reform(|_: MouseEvent| ())}>
                    { ["Back to", &open.name].join(" ") }
                </button>
            }
            <div class="empty posts-choose">
                { Icon::Posts.svg() }
                <p class="empty-title">{ "All posts of your site in one list" }</p>
                <p>{ "Your posts stay on this device. Files are saved in place where the browser can do that." }</p>
                <div class="posts-ways">
                    <button type="button" class="button primary" onclick={choice(FolderAsk::Pick)}>{ "Open a folder" }</button>
                    <button type="button" class="button" onclick={choice(FolderAsk::OpenBrowser)}>{ "Posts in this browser" }</button>
                    <button type="button" class="button" onclick={choice(FolderAsk::PickZip)}>{ "Open a zip…" }</button>
                </div>
            </div>
            if !recent.is_empty() {
                <section class="posts-recent">
                    <h2 class="fields-title">{ "Folders you had open" }</h2>
                    <ul role="list">
                        for info in recent {
                            { draw(info, props, doomed.as_ref() == Some(&info.id), &doom, choice(FolderAsk::Reopen { id: info.id.clone() })) }
                        }
                    </ul>
                </section>
            }
        </>
    }
}

fn draw(
    info: &WorkspaceInfo,
    props: &ChooseProps,
    doomed: bool,
    doom: &Callback<Option<String>>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let browser = info.kind == WorkspaceKind::Browser;
    let (icon, place) =
        if browser { (Icon::Browser, "In this browser only") } else { (Icon::Disk, "On this device") };
    html! {
        <li class="recent-folder" key={info.id.clone()} data-id={info.id.clone()}>
            <div class="recent-line">
                <button type="button" class="recent-open" {onclick}>
                    { icon.svg() }
                    <span>
                        <span class="recent-name" dir="auto">{ &info.name }</span>
                        <span class="hint">{ place }</span>
                    </span>
                </button>
                { menu(info, browser, props, doom) }
            </div>
            if doomed {
                { confirm(info, doom) }
            }
        </li>
    }
}

fn menu(info: &WorkspaceInfo, browser: bool, props: &ChooseProps, doom: &Callback<Option<String>>) -> Html {
    let id = info.id.clone();
    let item = if browser {
        let delete = Item::new("Delete…", Deed::Call(doom.reform(move |()| Some(id.clone()))));
        Item { class: classes!("danger"), icon: Some(Icon::Trash), ..delete }
    } else {
        let forget = Item::command("Forget", Icon::Close, Command::Folder { ask: FolderAsk::Forget { id } });
        Item { about: Some("Nothing on the disk is deleted.".into()), ..forget }
    };
    let groups = vec![Group { title: None, items: vec![item] }];
    let name = ["Actions for", &info.name].join(" ");
    html! {
        <Menu class="tool small" label={name.clone()} title={name} {groups} send={props.send.clone()}>
            { Icon::More.svg() }
        </Menu>
    }
}

fn confirm(info: &WorkspaceInfo, doom: &Callback<Option<String>>) -> Html {
    let keep = doom.reform(|_: MouseEvent| None);
    let delete = {
        let (doom, id) = (doom.clone(), info.id.clone());
        Callback::from(move |_: MouseEvent| {
            ask(FolderAsk::Forget { id: id.clone() });
            doom.emit(None);
        })
    };
    html! {
        <div class="says error" role="alert">
            { Icon::Warning.svg() }
            <span>{ "Its posts are nowhere else. Once deleted, they cannot be brought back." }</span>
            <div class="buttons">
                <button type="button" class="button danger" onclick={delete}>{ "Delete folder and its posts" }</button>
                <button type="button" class="button" onclick={keep}>{ "Keep it" }</button>
            </div>
        </div>
    }
}
