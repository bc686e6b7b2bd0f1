//! Owns the settings of the rendering: what each does, what it is set to, who set it, and setting it for this post.

mod setting;

use super::prose::prose;
use crate::icons::Icon;
use crate::kernel;
use crate::shared::Shared;
use crate::state::{Dialog, Msg, Rendering};
use foreword_wire::{Command, DialectChoice, RenderingAsk};
use setting::Setting;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct RenderingPaneProps {
    pub(crate) dialect: Shared<Option<DialectChoice>>,
    pub(crate) rendering: Rendering,
    pub(crate) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(crate) fn RenderingPane(props: &RenderingPaneProps) -> Html {
    let Some(dialect) = props.dialect.as_ref() else {
        return Html::default();
    };
    let by_hand = props.rendering.by_hand();
    html! {
        <div class="rendering">
            <div class="rendering-head">
                <p>
                    <strong>{ ["Rendered like ", &dialect.name, "."].concat() }</strong>
                    { " " }
                    { prose(&dialect.reason) }
                </p>
                <p class="quiet">{ "What you set here is for this post only. The site itself does not change." }</p>
                <div class="buttons">
                    <button
                        type="button"
                        class="button"
                        onclick={props.send.reform(|_: MouseEvent| Msg::DialogOpened(Dialog::Elsewhere))}
                    >
                        { Icon::Both.svg() }
                        { "How it will look elsewhere…" }
                    </button>
                    <button
                        type="button"
                        class="button"
                        disabled={by_hand == 0}
                        onclick={Callback::from(|_: MouseEvent| ask(RenderingAsk::Reset { key: None }))}
                    >
                        { Icon::Undo.svg() }
                        { "Reset all" }
                    </button>
                </div>
                <p class="rendering-count" role="status">{ count(by_hand) }</p>
            </div>
            <ul class="settings" role="list">
                for setting in props.rendering.settings.iter() {
                    <Setting key={setting.key.clone()} setting={setting.clone()} dialect={dialect.name.clone()} />
                }
            </ul>
        </div>
    }
}

fn count(by_hand: usize) -> String {
    match by_hand {
        0 => "No setting was set by hand.".to_owned(),
        1 => "1 setting was set by hand.".to_owned(),
        count => format!("{count} settings were set by hand."),
    }
}

fn ask(ask: RenderingAsk) {
    kernel::run(&Command::Rendering { ask });
}
