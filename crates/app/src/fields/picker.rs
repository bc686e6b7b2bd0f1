//! Owns the choice of a file of the open folder, in a dialog.

use super::desk::use_desk;
use super::typed::typed_in;
use crate::icons::Icon;
use crate::kernel;
use crate::panes::counted;
use foreword_wire::{Command, FileList, ImageFile};
use web_sys::{HtmlDialogElement, KeyboardEvent};
use yew::prelude::*;

/// So many are drawn; the search finds the others.
const SHOWN: usize = 120;

#[derive(Properties, PartialEq)]
pub(crate) struct PickerProps {
    pub(crate) images: bool,
    pub(crate) choose: Callback<String>,
    /// Takes an image from elsewhere; none where only files of the folder will do.
    #[prop_or_default]
    pub(crate) add: Option<Callback<()>>,
    pub(crate) close: Callback<()>,
}

/// Files of the folder with a search.
#[component]
pub(crate) fn Picker(props: &PickerProps) -> Html {
    let desk = use_desk();
    let sought = use_state_eq(String::new);
    let title = if props.images { "Choose an image" } else { "Choose a file" };
    let body = match desk.files.as_ref() {
        Some(list) => {
            let oninput = {
                let set = sought.setter();
                Callback::from(move |event: InputEvent| set.set(typed_in(&event).to_lowercase()))
            };
            html! {
                <>
                    <input
                        class="input"
                        type="search"
                        placeholder="Search by name"
                        aria-label="Search by name"
                        autocomplete="off"
                        spellcheck="false"
                        {oninput}
                    />
                    { draw_files(list, &sought, props) }
                </>
            }
        }
        None => {
            let images = props.images;
            html! {
                <div class="empty">
                    <p>{ "Files are chosen from the folder of your post. No folder is open." }</p>
                    <p>
                        <button
                            type="button"
                            class="button"
                            onclick={Callback::from(move |_: MouseEvent| kernel::run(&Command::ListFiles { images }))}
                        >
                            { Icon::Folder.svg() }
                            { "Open folder…" }
                        </button>
                    </p>
                </div>
            }
        }
    };
    html! {
        <Modal {title} close={props.close.clone()}>
            if let Some(add) = &props.add {
                <button
                    type="button"
                    class="button add"
                    onclick={
                        let close = props.close.clone();
                        add.reform(move |_: MouseEvent| close.emit(()))
                    }
                >
                    { Icon::Add.svg() }
                    { "Add an image…" }
                </button>
            }
            { body }
        </Modal>
    }
}

fn draw_files(list: &FileList, sought: &str, props: &PickerProps) -> Html {
    let fits: Vec<&ImageFile> =
        list.files.iter().filter(|file| file.path.to_lowercase().contains(sought)).collect();
    let hidden = fits.len().saturating_sub(SHOWN);
    html! {
        <>
            if fits.is_empty() {
                <p class="quiet">{ ["Nothing found in ", &list.folder, "."].concat() }</p>
            }
            <ul class={if props.images { "files pictures" } else { "files" }} role="list">
                for file in fits.into_iter().take(SHOWN) {
                    <li key={file.path.clone()}>{ draw_file(file, props) }</li>
                }
            </ul>
            if hidden > 0 || list.more {
                <p class="quiet">
                    { if list.more { "There are more. Search to find them.".to_owned() } else { [&counted(hidden, "more file", "more files"), ". Search to find them."].concat() } }
                </p>
            }
        </>
    }
}

fn draw_file(file: &ImageFile, props: &PickerProps) -> Html {
    let onclick = {
        let (choose, close, path) = (props.choose.clone(), props.close.clone(), file.path.clone());
        Callback::from(move |_: MouseEvent| {
            choose.emit(path.clone());
            close.emit(());
        })
    };
    html! {
        <button type="button" class="file" {onclick}>
            if props.images {
                <span class="thumbnail">
                    if let Some(url) = &file.url {
                        <img src={url.clone()} alt="" loading="lazy" />
                    } else {
                        { Icon::Image.svg() }
                    }
                </span>
            }
            <span class="file-name" dir="auto">{ file.path.clone() }</span>
        </button>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct ModalProps {
    pub(crate) title: AttrValue,
    #[prop_or_default]
    pub(crate) class: Classes,
    /// True for a dialog that opens by itself: the focus goes to its title, where a key that was meant for the text
    /// presses no button.
    #[prop_or_default]
    pub(crate) by_itself: bool,
    pub(crate) close: Callback<()>,
    pub(crate) children: Html,
}

/// A native dialog that is open as long as it is drawn; the browser traps and returns the focus.
#[component]
pub(crate) fn Modal(props: &ModalProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        use_effect_with((), move |()| {
            let element = element.cast::<HtmlDialogElement>();
            if let Some(element) = &element {
                // Fails only where it is open already.
                drop(element.show_modal());
            }
            // Only a dialog that is closed gives the focus back.
            move || {
                if let Some(element) = element {
                    element.close();
                }
            }
        });
    }
    // Neither Escape nor undo mean the panel or the form behind the dialog.
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    html! {
        <dialog
            class={classes!("dialog", "form-dialog", props.class.clone())}
            ref={element}
            aria-label={props.title.clone()}
            onclose={props.close.reform(|_: Event| ())}
            {onkeydown}
        >
            <header>
                <h2 dir="auto" tabindex={props.by_itself.then_some("-1")} autofocus={props.by_itself}>{ props.title.clone() }</h2>
                <button
                    type="button"
                    class="tool"
                    aria-label="Close"
                    title="Close"
                    onclick={props.close.reform(|_: MouseEvent| ())}
                >
                    { Icon::Close.svg() }
                </button>
            </header>
            <div class="form-dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}
