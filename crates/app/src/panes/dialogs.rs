//! Owns the modal dialogs: keyboard shortcuts, the writer's own words, and what Foreword is. Native dialogs trap and return the focus.

use super::own_words::own_words;
use crate::icons::Icon;
use crate::shared::Shared;
use crate::shortcuts;
use crate::state::{Dialog, Msg, Spelling};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct DialogsProps {
    pub(crate) dialog: Option<Dialog>,
    pub(crate) spelling: Shared<Spelling>,
    pub(crate) send: Callback<Msg>,
}

/// The open dialog, if there is one.
#[component]
pub(crate) fn Dialogs(props: &DialogsProps) -> Html {
    let element = use_node_ref();
    {
        let element = element.clone();
        use_effect_with(props.dialog, move |dialog| {
            if let (Some(_), Some(element)) = (dialog, element.cast::<HtmlDialogElement>()) {
                // Fails only where it is open already.
                drop(element.show_modal());
            }
        });
    }
    let Some(dialog) = props.dialog else {
        return Html::default();
    };
    let (title, content) = match dialog {
        Dialog::Shortcuts => ("Keyboard shortcuts", shortcut_list()),
        Dialog::About => ("About Foreword", about()),
        Dialog::Words => ("Your words", own_words(&props.spelling.words)),
        // Have a frame of their own.
        Dialog::History | Dialog::Elsewhere | Dialog::Rules => return Html::default(),
    };
    let close = {
        let element = element.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(element) = element.cast::<HtmlDialogElement>() {
                element.close();
            }
        })
    };
    html! {
        <dialog class="dialog" ref={element} aria-labelledby="dialog-title" onclose={props.send.reform(|_: Event| Msg::DialogClosed)}>
            <header>
                <h2 id="dialog-title">{ title }</h2>
                <button type="button" class="tool" aria-label="Close" title="Close" onclick={close}>{ Icon::Close.svg() }</button>
            </header>
            { content }
        </dialog>
    }
}

fn shortcut_list() -> Html {
    let apple = shortcuts::on_apple();
    html! {
        <div class="shortcuts">
            for (title, list) in shortcuts::GROUPS {
                <section>
                    <h3>{ *title }</h3>
                    <dl>
                        for shortcut in *list {
                            <div>
                                <dt>{ shortcut.label }</dt>
                                <dd><kbd>{ shortcuts::written(shortcut.keys, apple) }</kbd></dd>
                            </div>
                        }
                    </dl>
                </section>
            }
        </div>
    }
}

fn about() -> Html {
    html! {
        <div class="about">
            <p>{ format!("Foreword {}", env!("CARGO_PKG_VERSION")) }</p>
            <p>{ "Write blog posts in Markdown and see them as your site will publish them." }</p>
            <p>{ "Your posts stay on this device. Foreword has no server: nothing that you write is sent anywhere, and images from other sites are loaded only when you say so." }</p>
            <p class="quiet">{ "Free software under the MIT licence. Icons by Lucide, ISC licence. Spell checking by Spellbook, MPL 2.0, with the Hunspell dictionaries of their authors." }</p>
        </div>
    }
}
