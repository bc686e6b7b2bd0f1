//! Owns the choice of panes: text, both, preview. Native radio buttons, so arrow keys and screen readers know them.

use crate::icons::Icon;
use crate::kernel;
use foreword_wire::{Command, View};
use yew::prelude::*;

const VIEWS: [(View, &str, Icon, &str); 3] = [
    (View::Source, "Text", Icon::Source, "source"),
    (View::Both, "Both", Icon::Both, "both"),
    (View::Preview, "Preview", Icon::Preview, "preview"),
];

#[derive(Properties, PartialEq)]
pub(crate) struct ViewSwitchProps {
    pub(crate) view: View,
    /// True where one pane is shown at a time; both panes then mean the text.
    pub(crate) narrow: bool,
}

/// The segmented control in the header.
#[component]
pub(crate) fn ViewSwitch(props: &ViewSwitchProps) -> Html {
    let shown = match props.view {
        View::Both if props.narrow => View::Source,
        view => view,
    };
    html! {
        <fieldset class="segments">
            <legend class="hidden">{ "View" }</legend>
            for (view, label, icon, value) in VIEWS {
                if !(props.narrow && view == View::Both) {
                    <label key={value} class="segment" title={label}>
                        <input
                            type="radio"
                            name="view"
                            aria-label={label}
                            {value}
                            checked={view == shown}
                            onchange={Callback::from(move |_: Event| kernel::run(&Command::SetView { view }))}
                        />
                        { icon.svg() }
                        <span class="segment-word">{ label }</span>
                    </label>
                }
            }
        </fieldset>
    }
}
