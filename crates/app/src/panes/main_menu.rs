//! Owns the main menu: files, copying, spelling, theme, remote images, help.

use super::menu::{Deed, Group, Item, Mark, Menu};
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::shortcuts;
use crate::state::{Dialog, Msg, Remote, Spelling, Tab};
use foreword_wire::{Command, FolderAsk, Format, ImageAsk, SpellingAsk, Theme};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct MainMenuProps {
    pub(crate) theme: Theme,
    pub(crate) remote: Shared<Remote>,
    pub(crate) remote_always: bool,
    pub(crate) spelling: Shared<Spelling>,
    pub(crate) folder: Option<String>,
    pub(crate) apple: bool,
    pub(crate) send: Callback<Msg>,
}

/// The menu button at the end of the header.
#[component]
pub(crate) fn MainMenu(props: &MainMenuProps) -> Html {
    let groups = vec![files(props), text(props), spelling(props), theme(props), remote(props), help()];
    html! {
        <Menu class="tool" label="Menu" title="Menu" {groups} send={props.send.clone()}>
            { Icon::Menu.svg() }
        </Menu>
    }
}

fn files(props: &MainMenuProps) -> Group {
    let folder = props.folder.as_ref().map(|name| AttrValue::from(format!("Open now: {name}")));
    let open_folder = {
        let send = props.send.clone();
        Callback::from(move |()| {
            kernel::run(&Command::Folder { ask: FolderAsk::Pick });
            send.emit(Msg::TabChosen(Tab::Posts));
        })
    };
    let items = vec![
        Item::command("New post", Icon::New, Command::New),
        Item::command("Open…", Icon::Open, Command::Open),
        Item {
            about: folder, icon: Some(Icon::Posts), ..Item::new("Open folder…", Deed::Call(open_folder))
        },
        Item {
            keys: Some(shortcuts::written("Mod-s", props.apple)),
            ..Item::command("Save", Icon::Save, Command::Save)
        },
        Item::command("Save as…", Icon::SaveAs, Command::SaveAs),
        Item::command("Download", Icon::Download, Command::Download),
        Item { icon: Some(Icon::Clock), ..Item::new("History…", Deed::Dialog(Dialog::History)) },
    ];
    Group { title: None, items }
}

fn text(props: &MainMenuProps) -> Group {
    let items = vec![
        Item {
            keys: Some(shortcuts::written("Mod-f", props.apple)),
            ..Item::command("Find and replace", Icon::Find, Command::Find)
        },
        Item::command("Insert image…", Icon::Image, Command::Image { ask: ImageAsk::Pick { field: None } }),
        Item::command("Image by its address", Icon::Link, Command::Format { format: Format::Image }),
        Item::command("Fold or unfold front matter", Icon::Fold, Command::ToggleFrontMatterFold),
        Item::command("Copy HTML", Icon::Copy, Command::CopyHtml),
        Item {
            icon: Some(Icon::Fix),
            ..Item::new(
                "Rendering settings",
                Deed::Call(props.send.reform(|()| Msg::TabChosen(Tab::Rendering))),
            )
        },
        Item {
            icon: Some(Icon::Both),
            ..Item::new("How it will look elsewhere…", Deed::Dialog(Dialog::Elsewhere))
        },
    ];
    Group { title: None, items }
}

fn spelling(props: &MainMenuProps) -> Group {
    let Spelling { on, language, .. } = &*props.spelling;
    let items = vec![
        Item {
            mark: Mark::Check(*on),
            about: language.as_ref().map(|name| AttrValue::from(name.clone())),
            ..Item::new(
                "Check spelling",
                Deed::Kernel(Command::Spelling { ask: SpellingAsk::Check { on: !on } }),
            )
        },
        Item { icon: Some(Icon::BulletList), ..Item::new("Your words…", Deed::Dialog(Dialog::Words)) },
    ];
    Group { title: Some("Spelling".into()), items }
}

fn theme(props: &MainMenuProps) -> Group {
    let item = |label: &'static str, icon: Icon, theme: Theme| Item {
        mark: Mark::Radio(props.theme == theme),
        ..Item::command(label, icon, Command::SetTheme { theme })
    };
    let items = vec![
        item("Like the system", Icon::System, Theme::System),
        item("Light", Icon::Light, Theme::Light),
        item("Dark", Icon::Dark, Theme::Dark),
    ];
    Group { title: Some("Theme".into()), items }
}

fn remote(props: &MainMenuProps) -> Group {
    let always = props.remote_always;
    let here = props.remote.allowed || always;
    let toggle = |on: bool, always: bool| {
        Deed::Kernel(if on { Command::ForbidRemote } else { Command::AllowRemote { always } })
    };
    let items = vec![
        Item {
            mark: Mark::Check(here),
            disabled: always,
            ..Item::new("Load in this post", toggle(here, false))
        },
        Item { mark: Mark::Check(always), ..Item::new("Load in every post", toggle(always, true)) },
    ];
    Group { title: Some("Remote images".into()), items }
}

fn help() -> Group {
    let item = |label: &'static str, icon: Icon, dialog: Dialog| Item {
        icon: Some(icon),
        ..Item::new(label, Deed::Dialog(dialog))
    };
    let items = vec![
        item("Keyboard shortcuts", Icon::Keyboard, Dialog::Shortcuts),
        item("About Foreword", Icon::About, Dialog::About),
    ];
    Group { title: None, items }
}
